"""Lists the hall's folder and reads its pictures on a thread of its own: a network folder that hangs, or a picture that
takes a second, never holds the board.

The thread is a daemon, because a read of a dead network folder cannot be ended; there is one, with one job at a time.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from display.playlist import FILES_MAX, Entry

PIXELS_MAX = 200_000_000
"""A picture of more pixels is not opened."""
MEGABYTES_MAX = 512
"""What reading one picture may take of memory."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A folder's files, or why there are none."""

    entries: tuple[Entry, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A picture, or why it could not be read."""

    path: Path
    image: QImage
    fault: str = ""


class PictureLoader(QObject):
    """`done` carries a `Listing` or a `Read`, one for each job, on the thread that made this object."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[], Listing | Read] | None] = SimpleQueue()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._work, name="pictures", daemon=True)
        self._thread.start()

    def list(self, folder: Path) -> None:
        """Look what is in the folder."""
        self._jobs.put(lambda: list_folder(folder))

    def read(self, path: Path, box: QSize) -> None:
        """Read a picture, no larger than it will be drawn."""
        self._jobs.put(lambda: read_picture(path, box))

    def close(self) -> None:
        """No word comes any more."""
        self._closed.set()
        self._jobs.put(None)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            result = job()
            if self._closed.is_set():
                return
            self.done.emit(result)


def list_folder(folder: Path) -> Listing:
    """The files of a folder, at most `FILES_MAX`; hidden ones and folders in it are none."""
    try:
        with os.scandir(folder) as found:
            files = [one for one in islice(found, FILES_MAX) if not one.name.startswith(".") and one.is_file()]
            stats = [(one.name, one.stat()) for one in files]
    except OSError as fault:
        return Listing(fault=str(fault))
    return Listing(tuple(Entry(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats))


def read_picture(path: Path, box: QSize) -> Read:
    """The picture upright as the camera meant it, scaled into `box` while it is read."""
    QImageReader.setAllocationLimit(MEGABYTES_MAX)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > PIXELS_MAX:
        return Read(path, QImage(), "too many pixels")
    if size.width() > box.width() or size.height() > box.height():
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return Read(path, image, reader.errorString() if image.isNull() else "")
