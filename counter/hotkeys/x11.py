"""A global key under X11, by XCB's key grab: the library that Qt itself draws with, called through ctypes.

A connection of its own, watched by Qt's event loop: no thread, and no error handler of Xlib that would end the program
when another one already has the key. The grab is made for each state of Num Lock and Caps Lock, which X11 counts as
modifiers.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSocketNotifier

from counter.hotkeys import HotkeyRefused
from counter.hotkeys.combination import Combination

_MASKS = {"Shift": 1, "Ctrl": 4, "Alt": 8}
_LOCKS = (0, 2, 16, 18)
"""Caps Lock is 2, Num Lock 16."""
_KEY_PRESS = 2
_ASYNC = 1
_ROOT_OFFSET = 0


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class X11Hotkey:
    """See `counter.hotkeys.Hotkey`. Raises HotkeyRefused."""

    def __init__(self, combination: Combination, pressed: Callable[[], None]) -> None:
        self._xcb, self._keysyms, self._libc = _libraries()
        self._pressed = pressed
        self._connection = self._xcb.xcb_connect(None, None)
        try:
            if self._xcb.xcb_connection_has_error(self._connection):
                raise HotkeyRefused("no X11 display")
            self._grab(combination)
        except HotkeyRefused:
            self._xcb.xcb_disconnect(self._connection)
            raise
        self._notifier = QSocketNotifier(self._xcb.xcb_get_file_descriptor(self._connection), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)

    def close(self) -> None:
        """Give the key back; closing the connection ends its grabs."""
        self._notifier.setEnabled(False)
        self._xcb.xcb_disconnect(self._connection)

    def _grab(self, combination: Combination) -> None:
        setup = self._xcb.xcb_get_setup(self._connection)
        root = self._xcb.xcb_setup_roots_iterator(setup).data[_ROOT_OFFSET]
        mask = sum(_MASKS[name] for name in combination.modifiers)
        for code in self._codes(combination.keysym):
            for locks in _LOCKS:
                cookie = self._xcb.xcb_grab_key_checked(self._connection, 1, root, mask | locks, code, _ASYNC, _ASYNC)
                error = self._xcb.xcb_request_check(self._connection, cookie)
                if error:
                    self._libc.free(error)
                    raise HotkeyRefused("another program has this key")

    def _codes(self, keysym: int) -> list[int]:
        """The keyboard's codes for the key; the list of XCB ends with a zero."""
        symbols = self._keysyms.xcb_key_symbols_alloc(self._connection)
        found = self._keysyms.xcb_key_symbols_get_keycode(symbols, keysym)
        codes: list[int] = []
        if found:
            while found[len(codes)]:
                codes.append(int(found[len(codes)]))
            self._libc.free(found)
        self._keysyms.xcb_key_symbols_free(symbols)
        if not codes:
            raise HotkeyRefused("this keyboard does not have the key")
        return codes

    def _drain(self) -> None:
        while event := self._xcb.xcb_poll_for_event(self._connection):
            kind = ctypes.cast(event, ctypes.POINTER(ctypes.c_uint8))[0] & 0x7F
            self._libc.free(event)
            if kind == _KEY_PRESS:
                self._pressed()
        if self._xcb.xcb_connection_has_error(self._connection):
            # The X server went away; a readable dead socket would otherwise wake us for ever
            self._notifier.setEnabled(False)


def _libraries() -> tuple[Any, Any, Any]:
    """XCB, its key symbols, and the C library whose `free` belongs to what they return."""
    names = {name: ctypes.util.find_library(name) for name in ("xcb", "xcb-keysyms", "c")}
    missing = [name for name, found in names.items() if found is None]
    if missing:
        raise HotkeyRefused(f"lib{missing[0]} is not installed")
    xcb, keysyms, libc = (ctypes.CDLL(found) for found in names.values())
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    byte = ctypes.c_uint8
    signatures: tuple[tuple[Any, Any, list[Any]], ...] = (
        (xcb.xcb_connect, pointer, [ctypes.c_char_p, ctypes.POINTER(integer)]),
        (xcb.xcb_disconnect, None, [pointer]),
        (xcb.xcb_connection_has_error, integer, [pointer]),
        (xcb.xcb_get_file_descriptor, integer, [pointer]),
        (xcb.xcb_get_setup, pointer, [pointer]),
        (xcb.xcb_setup_roots_iterator, _Screens, [pointer]),
        (xcb.xcb_poll_for_event, pointer, [pointer]),
        (xcb.xcb_request_check, pointer, [pointer, _Cookie]),
        (
            xcb.xcb_grab_key_checked,
            _Cookie,
            [pointer, byte, ctypes.c_uint32, ctypes.c_uint16, byte, byte, byte],
        ),
        (keysyms.xcb_key_symbols_alloc, pointer, [pointer]),
        (keysyms.xcb_key_symbols_free, None, [pointer]),
        (keysyms.xcb_key_symbols_get_keycode, ctypes.POINTER(byte), [pointer, ctypes.c_uint32]),
        (libc.free, None, [pointer]),
    )
    for function, result, arguments in signatures:
        function.restype = result
        function.argtypes = arguments
    return xcb, keysyms, libc
