"""A global key under Windows, by RegisterHotKey. Written from Microsoft's documentation and NOT YET TRIED on Windows.

A hot key belongs to the thread that registered it, whose messages Qt reads: a native event filter sees WM_HOTKEY.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from counter.hotkeys import HotkeyRefused
from counter.hotkeys.combination import Combination

if sys.platform == "win32":
    from ctypes import wintypes

    _MASKS = {"Alt": 1, "Ctrl": 2, "Shift": 4}
    _NO_REPEAT = 0x4000
    _WM_HOTKEY = 0x0312
    _IDENTIFIER = 1

    class WindowsHotkey(QAbstractNativeEventFilter):
        """See `counter.hotkeys.Hotkey`. Raises HotkeyRefused."""

        def __init__(self, combination: Combination, pressed: Callable[[], None]) -> None:
            super().__init__()
            self._pressed = pressed
            mask = sum(_MASKS[name] for name in combination.modifiers) | _NO_REPEAT
            if not ctypes.windll.user32.RegisterHotKey(None, _IDENTIFIER, mask, combination.virtual_key):
                raise HotkeyRefused("another program has this key")
            _application().installNativeEventFilter(self)

        def close(self) -> None:
            """Give the key back."""
            _application().removeNativeEventFilter(self)
            ctypes.windll.user32.UnregisterHotKey(None, _IDENTIFIER)

        def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
            """Takes WM_HOTKEY, leaves everything else to Qt."""
            found = ctypes.cast(int(message), ctypes.POINTER(wintypes.MSG)).contents
            if found.message == _WM_HOTKEY and found.wParam == _IDENTIFIER:
                self._pressed()
                return True, 0
            return False, 0

    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None, "a hot key needs the application's event loop"
        return application
