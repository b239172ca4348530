"""A file of lines that a program adds to and must find again however it ended.

A line is on the disk when `append` returns. One that was torn by the end of the program is cut off when the file is
opened: what it would have said has not happened yet. A file that is mostly history is written anew beside itself and
put in its place, so that at every moment one whole file is there.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import IO


class SyncedLines:
    """Used by one thread at a time of one process. Methods raise OSError when the disk does not take what is to be
    kept.
    """

    def __init__(self, file: Path) -> None:
        """Opens the file, made when missing."""
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        self._stream: IO[bytes] = file.open("a+b")
        self.count = 0
        """Lines in the file."""

    def read(self) -> list[bytes]:
        """Every whole line; what follows the last of them is cut off."""
        self._stream.seek(0)
        data = self._stream.read()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            self._stream.truncate(whole)
            os.fsync(self._stream.fileno())
        lines = data[:whole].splitlines()
        self.count = len(lines)
        return lines

    def append(self, line: bytes) -> None:
        """Adds one line, which must hold no line break."""
        self._stream.write(line + b"\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self.count += 1

    def replace(self, lines: Sequence[bytes]) -> None:
        """The file holds these lines and nothing else; until they are on the disk it holds what it held."""
        unfinished = self._file.with_name(f"{self._file.name}.part")
        with unfinished.open("wb") as stream:
            stream.write(b"".join(line + b"\n" for line in lines))
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(self._file)
        _sync_folder(self._file.parent)
        self._stream.close()
        self._stream = self._file.open("a+b")
        self.count = len(lines)

    def clear(self) -> None:
        """The file holds nothing any more. Not synced: if the machine dies at once, what it held may be found again."""
        self._stream.truncate(0)
        self.count = 0

    def close(self) -> None:
        """Closes the file."""
        self._stream.close()


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
