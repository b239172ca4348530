"""A key with its modifiers as a person writes it: "Pause", "Ctrl+F2", "Ctrl+Alt+N"."""

from __future__ import annotations

from dataclasses import dataclass

MODIFIERS = ("Ctrl", "Alt", "Shift")
_NAMED: dict[str, tuple[int, int]] = {
    "Pause": (0xFF13, 0x13),
    "ScrollLock": (0xFF14, 0x91),
    "Insert": (0xFF63, 0x2D),
    "Home": (0xFF50, 0x24),
    "End": (0xFF57, 0x23),
    "Space": (0x20, 0x20),
}
"""X11 keysym and Windows virtual key of each name."""
_FUNCTION_KEYS = 24


@dataclass(frozen=True)
class Combination:
    """`keysym`: X11's number for the key; `virtual_key`: Windows'."""

    text: str
    modifiers: frozenset[str]
    keysym: int
    virtual_key: int


def combination_of(text: str) -> Combination:
    """Raises ValueError with what can be written instead."""
    *modifiers, key = [part.strip() for part in text.split("+")]
    found = _key(key)
    if found is None or not set(modifiers) <= set(MODIFIERS) or len(set(modifiers)) < len(modifiers):
        names = ", ".join(_NAMED)
        raise ValueError(f"{text!r} is no key; write F1 to F24, A to Z, 0 to 9, {names}, behind Ctrl+, Alt+, Shift+")
    if not modifiers and len(key) == 1:
        raise ValueError(f"{text!r} alone would be taken from everything that is typed; put Ctrl+ or Alt+ before it")
    return Combination(text, frozenset(modifiers), *found)


def _key(name: str) -> tuple[int, int] | None:
    if name in _NAMED:
        return _NAMED[name]
    if len(name) == 1 and name.isascii() and name.isalnum():
        return ord(name.lower()), ord(name.upper())
    if name[:1] == "F" and name[1:].isdecimal() and 1 <= int(name[1:]) <= _FUNCTION_KEYS:
        number = int(name[1:]) - 1
        return 0xFFBE + number, 0x70 + number
    return None
