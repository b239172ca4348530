"""Keys as people write them."""

from __future__ import annotations

import pytest

from counter.hotkeys.combination import combination_of


@pytest.mark.parametrize(
    ("text", "modifiers", "keysym", "virtual_key"),
    [
        ("Pause", set(), 0xFF13, 0x13),
        ("F2", set(), 0xFFBF, 0x71),
        ("Ctrl+F12", {"Ctrl"}, 0xFFC9, 0x7B),
        ("Ctrl+Alt+N", {"Ctrl", "Alt"}, ord("n"), ord("N")),
        ("Shift + Ctrl + 7", {"Shift", "Ctrl"}, ord("7"), ord("7")),
    ],
)
def test_a_key_with_modifiers(text: str, modifiers: set[str], keysym: int, virtual_key: int) -> None:
    found = combination_of(text)
    assert (set(found.modifiers), found.keysym, found.virtual_key) == (modifiers, keysym, virtual_key)


@pytest.mark.parametrize("text", ["", "F25", "F0", "Hyper+N", "Ctrl+Ctrl+N", "Ctrl+", "ctrl+N", "Ctrl+ế", "N", "5"])
def test_anything_else_is_refused_with_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"Ctrl\+"):
        combination_of(text)
