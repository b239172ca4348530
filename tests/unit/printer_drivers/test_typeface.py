"""Widths, heights and letters of the ticket's fonts."""

import pytest

from printer_drivers.sample import VIETNAMESE_LETTERS
from printer_drivers.typeface import (
    STACKED_LETTERS,
    Extent,
    Face,
    Type,
    font_of,
    ink_extent,
    line_extent,
    missing_letters,
    text_dots,
)


@pytest.mark.parametrize("face", list(Face))
def test_every_face_has_every_vietnamese_letter(face: Face) -> None:
    box = bytes(font_of(Type(face, 32)).getmask("\U0010ffff"))
    assert not [
        letter
        for line in (*VIETNAMESE_LETTERS, STACKED_LETTERS)
        for letter in line
        if letter != " " and bytes(font_of(Type(face, 32)).getmask(letter)) == box
    ]


def test_missing_letters_are_named_once_and_in_their_order() -> None:
    assert missing_letters("Chữ 你好 và 🐉, 你") == "你好🐉"
    assert missing_letters("Quét mã – “thử” · 50–80 phút…\n\t") == ""
    assert missing_letters("") == ""


@pytest.mark.parametrize("size", [18, 26, 42])
def test_a_line_holds_the_highest_letter_and_the_deepest(size: int) -> None:
    kind = Type(Face.BOLD, size)
    whole = line_extent(kind)
    for letter in STACKED_LETTERS:
        extent = ink_extent(letter, kind)
        assert extent.above <= whole.above
        assert extent.below <= whole.below
    assert whole.height == whole.above + whole.below
    assert Extent(3, 2).height == 5


@pytest.mark.parametrize("text", ["Đất đai", "C018", "Người chờ trước", "W", "f"])
def test_a_line_is_as_wide_as_its_ink_at_least(text: str) -> None:
    kind = Type(Face.BOLD, 40)
    _, _, right, _ = font_of(kind).getbbox(text, anchor="ls")
    assert right <= text_dots(text, kind) <= right + 4
