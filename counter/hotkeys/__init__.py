"""One key that calls the next number while the officer works in other software, where the platform allows it.

`open_hotkey` is the only way in; what differs between platforms stays behind `Hotkey`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

import structlog
from PySide6.QtGui import QGuiApplication

from counter.hotkeys.combination import Combination

_log = structlog.get_logger("counter")


class Hotkey(Protocol):
    """A key that is taken from the whole desktop until `close`."""

    def close(self) -> None: ...


class HotkeyRefused(Exception):
    """The platform does not give the key, e.g. because another program has it."""


def open_hotkey(combination: Combination, pressed: Callable[[], None]) -> Hotkey | None:
    """Take the key; `pressed` is called on the UI thread. None, and a line in the log, where it cannot be had."""
    platform = QGuiApplication.platformName()
    try:
        if platform == "xcb":
            from counter.hotkeys.x11 import X11Hotkey

            return X11Hotkey(combination, pressed)
        if sys.platform == "win32" and platform == "windows":
            from counter.hotkeys.windows import WindowsHotkey

            return WindowsHotkey(combination, pressed)
    except HotkeyRefused as refused:
        _log.warning("hotkey refused", hotkey=combination.text, reason=str(refused))
        return None
    _log.warning("hotkey unavailable", hotkey=combination.text, platform=platform)
    return None
