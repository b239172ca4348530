"""Where cut paper falls: into a folder as pictures, or into memory for programs that look at it themselves."""

import threading
from pathlib import Path
from typing import Protocol

from PIL import Image

from printer_drivers.virtual.strip import Strip

PAPERS_KEPT_MAX = 256


class Tray(Protocol):
    """Takes one paper at a time, on the mechanism's thread."""

    def take(self, number: int, strip: Strip) -> str:
        """Keeps the paper; returns where it is."""
        ...


class FolderTray:
    """ticket-0001.png ... in a folder, made when missing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def take(self, number: int, strip: Strip) -> str:
        """The file, which appears whole or not at all."""
        file = self._folder / f"ticket-{number:04d}.png"
        strip.save(file)
        return str(file)


class MemoryTray:
    """The last PAPERS_KEPT_MAX papers; may be read from any thread."""

    def __init__(self) -> None:
        self._papers: list[Image.Image] = []
        self._lock = threading.Lock()

    def take(self, number: int, strip: Strip) -> str:
        """Keeps a copy."""
        with self._lock:
            self._papers = [*self._papers[-PAPERS_KEPT_MAX + 1 :], strip.picture()]
        return f"paper {number}"

    @property
    def papers(self) -> list[Image.Image]:
        """What lies in it, oldest first."""
        with self._lock:
            return list(self._papers)
