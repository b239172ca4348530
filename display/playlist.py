"""Which of the hall's own files is shown next, and which are left alone because they cannot be shown.

Pure: a listing of the folder comes in each time before the next file is chosen, so files may come and go while the
board runs. Files take turns in the order of their names. One that failed is left alone until it is another file: of
another size or time of change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

FILES_MAX = 500
"""More files of a folder are not looked at."""
PICTURE_BYTES_MAX = 64 * 1024 * 1024
VIDEO_BYTES_MAX = 4 * 1024 * 1024 * 1024
_PICTURES = frozenset({"png", "jpg", "jpeg", "webp", "bmp"})
_VIDEOS = frozenset({"mp4", "m4v", "mov", "mkv", "webm", "avi"})


class Kind(Enum):
    """How a file is shown."""

    PICTURE = "picture"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the folder: its name there, its size in bytes, when it was changed (any unit)."""

    name: str
    size: int
    changed: int

    @property
    def kind(self) -> Kind | None:
        """None where it is nothing to be shown."""
        suffix = self.name.rpartition(".")[2].lower()
        if suffix in _PICTURES:
            return Kind.PICTURE
        return Kind.VIDEO if suffix in _VIDEOS else None

    @property
    def fault(self) -> str:
        """Why it need not even be opened; "" when it is worth a try."""
        if self.size == 0:
            return "empty"
        most = PICTURE_BYTES_MAX if self.kind is Kind.PICTURE else VIDEO_BYTES_MAX
        return "too large" if self.size > most else ""


class Playlist:
    """The folder's files in turn."""

    def __init__(self) -> None:
        self._last = ""
        self._bad: set[Entry] = set()

    def next(self, listing: Iterable[Entry]) -> tuple[Entry | None, list[tuple[Entry, str]]]:
        """The next file that can be shown, None if there is none; and what was found at fault for the first time."""
        files = sorted((entry for entry in listing if entry.kind is not None), key=lambda entry: entry.name)
        self._bad &= set(files)
        found = [(entry, entry.fault) for entry in files if entry.fault and entry not in self._bad]
        self._bad.update(entry for entry, _ in found)
        good = [entry for entry in files if entry not in self._bad]
        following = next((entry for entry in good if entry.name > self._last), good[0] if good else None)
        self._last = "" if following is None else following.name
        return following, found

    def failed(self, entry: Entry) -> None:
        """It was opened and could not be shown."""
        self._bad.add(entry)
