"""The letters inside the virtual printer."""

import pytest

from printer_drivers.letters import letter_columns
from printer_drivers.virtual.font import ACROSS, ROWS, built_in, from_columns, is_tone, letter_of, magnified


def test_a_defined_letter_lies_as_its_columns_say() -> None:
    glyph = from_columns(b"\x80\x00\x01" + b"\x00\x00\x01")
    assert len(glyph) == ROWS
    assert glyph[0] == 1 << (ACROSS - 1)
    assert glyph[-1] == 0b11 << (ACROSS - 2)
    assert not any(glyph[1:-1])


def test_a_letter_of_the_driver_fills_its_cell() -> None:
    glyph = from_columns(letter_columns("Ế"))
    assert 0 < max(glyph) < 1 << ACROSS
    assert sum(1 for row in glyph if row) > ROWS // 2


@pytest.mark.parametrize("letter", "AaĐđẾộ9")
def test_its_own_letters_have_ink_inside_the_cell(letter: str) -> None:
    glyph = built_in(letter)
    assert len(glyph) == ROWS
    assert any(glyph)
    assert all(row < 1 << ACROSS for row in glyph)


def test_a_space_is_white() -> None:
    assert not any(built_in(" "))


@pytest.mark.parametrize(
    ("text", "letter"), [(b"A", "A"), (b"\xea\xec", "ế"), (b"\xe2\xf2", "ậ"), (b"\xd0", "Đ"), (b"o\xd2", "ỏ")]
)
def test_a_tone_belongs_to_the_letter_before_it(text: bytes, letter: str) -> None:
    assert letter_of(text) == letter
    assert [is_tone(byte) for byte in text] == [False, True][: len(text)]


def test_magnified_letters_repeat_each_dot() -> None:
    glyph = from_columns(b"\x80\x00\x00")
    rows = magnified(glyph, 2, 3, white=False)
    assert len(rows) == 3 * ROWS
    assert rows[:4] == [0b11 << (2 * ACROSS - 2)] * 3 + [0]


def test_white_letters_stand_on_black() -> None:
    glyph = from_columns(b"\x80\x00\x00")
    assert magnified(glyph, 1, 1, white=True)[0] == (1 << (ACROSS - 1)) - 1
