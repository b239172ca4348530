"""The server's folder: the database, the hall's key, the hall's document, and the lock that keeps a second server out.

    hall.db    journal and tables        hall.key    the hall's key, mode 600, made at the first start
    hall.toml  the hall's document       hall.lock   held by the running server
    board.key  seals the passes of boards in browsers, made as hall.key; without it they must all join anew
    board.toml how boards in browsers speak, if the hall has wishes (keys as in display.toml)

The first start without a document writes the example there, so that a hall can be tried at once and then be made one's
own.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import config
from hall_link.settings import read_key

KEY_BYTES = 32
_CONFIG = Path(config.__file__).parent


class HomeInUse(Exception):
    """Another server is at work in this folder."""


class Home:
    """`folder` is made, for its owner only, if it is not there. Raises OSError where that is not possible."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.database = folder / "hall.db"
        self.document = folder / "hall.toml"
        self.catalogue = folder / "procedures.csv"
        self.voice_settings = folder / "board.toml"
        self._hall_key = folder / "hall.key"
        self._board_key = folder / "board.key"

    def hall_key(self) -> str:
        """The hall's key."""
        return _key_in(self._hall_key)

    def board_key(self) -> str:
        """The key that seals passes of boards in browsers."""
        return _key_in(self._board_key)

    def put_example(self) -> bool:
        """Write the example document and catalogue if there is no document; True if it did."""
        if self.document.exists():
            return False
        if not self.catalogue.exists():
            shutil.copyfile(_CONFIG / "procedures.csv", self.catalogue)
        shutil.copyfile(_CONFIG / "hall.example.toml", self.document)
        return True

    @contextmanager
    def occupied(self) -> Iterator[None]:
        """Hold the folder for one server. Raises HomeInUse."""
        with (self.folder / "hall.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise HomeInUse(f"another server is at work in {self.folder}") from error
            yield


def _key_in(file: Path) -> str:
    """The key of this file. It is made whole or not at all, and never readable by others."""
    if not file.exists():
        part = file.with_suffix(".part")
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as made:
            made.write(secrets.token_urlsafe(KEY_BYTES) + "\n")
            made.flush()
            os.fsync(made.fileno())
        part.rename(file)
    return read_key(str(file))


def catalogue_beside(document: Path) -> Path | None:
    """The catalogue of procedures that belongs to a document: `procedures.csv` in the same folder, if there is one."""
    catalogue = document.with_name("procedures.csv")
    return catalogue if catalogue.exists() else None
