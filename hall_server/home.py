"""The server's folder: the database, the hall's key, the hall's document, and the lock that keeps a second server out.

    hall.db    journal and tables        hall.key    the hall's key, mode 600, made at the first start
    hall.toml  the hall's document       hall.lock   held by the running server

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
        self._key = folder / "hall.key"

    def hall_key(self) -> str:
        """The hall's key. It is made whole or not at all, and never readable by others."""
        if not self._key.exists():
            part = self._key.with_suffix(".part")
            part.unlink(missing_ok=True)
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(KEY_BYTES) + "\n")
                file.flush()
                os.fsync(file.fileno())
            part.rename(self._key)
        return read_key(str(self._key))

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


def catalogue_beside(document: Path) -> Path | None:
    """The catalogue of procedures that belongs to a document: `procedures.csv` in the same folder, if there is one."""
    catalogue = document.with_name("procedures.csv")
    return catalogue if catalogue.exists() else None
