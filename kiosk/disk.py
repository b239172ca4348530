"""The kiosk's folder on its disk, and the lock that keeps a second kiosk out of it.

    printing.journal  tickets on their way to paper (`printer_drivers.job_journal`)
    roll              how much paper was used (`kiosk.roll`)
    ledger            what is owed to the hall (`kiosk.ledger`)
    kiosk.lock        held by the running kiosk

It holds numbers and fields; of a person at most the mark that the hall asks for, while a question is owed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QLockFile

from hall_link.rows import Words
from hall_link.settings import Mistake, SettingsError


def default_folder(device: str, environment: Mapping[str, str]) -> Path:
    """Where a kiosk of that name keeps its folder when nobody says otherwise (XDG Base Directory Specification)."""
    state = environment.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(state) / "xep-hang" / device


class Disk:
    """`folder` is made, for its owner only, if it is not there. Raises SettingsError when it cannot be used."""

    def __init__(self, folder: Path) -> None:
        self.printing = folder / "printing.journal"
        self.ledger = folder / "ledger"
        self.roll = folder / "roll"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            usable = os.access(folder, os.W_OK | os.X_OK)
        except OSError:
            usable = False
        if not usable:
            raise _mistake(folder, "không ghi được vào thư mục này", "this folder cannot be written to")
        self._lock = QLockFile(str(folder / "kiosk.lock"))
        self._lock.setStaleLockTime(0)
        if not self._lock.tryLock(0):
            raise _mistake(folder, "một máy lấy số khác đang dùng thư mục này", "another kiosk is using this folder")

    def close(self) -> None:
        """Let another kiosk in."""
        self._lock.unlock()


def _mistake(folder: Path, vi: str, en: str) -> SettingsError:
    return SettingsError([Mistake(f"state_folder {folder}", Words(vi, en))])
