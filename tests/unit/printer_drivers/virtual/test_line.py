"""Pieces side by side on one line."""

import pytest

from printer_drivers.virtual.interpreter import Violation
from printer_drivers.virtual.line import Line


def test_pieces_follow_one_another_and_stand_on_one_foot() -> None:
    line = Line(16)
    assert not line
    line.add([0b11], 2)
    line.add([0b1, 0b1, 0b1], 1)
    assert line.height == 3
    assert line.take(0) == [b"\x20\x00", b"\x20\x00", b"\xe0\x00"]
    assert not line


def test_a_place_is_counted_from_the_left() -> None:
    line = Line(16)
    line.place(12)
    line.add([0b1], 1)
    assert line.take(0) == [b"\x00\x08"]


@pytest.mark.parametrize(("side", "row"), [(0, b"\xf0\x00"), (1, b"\x03\xc0"), (2, b"\x00\x0f")])
def test_a_line_is_set_to_its_side(side: int, row: bytes) -> None:
    line = Line(16)
    line.add([0b1111], 4)
    assert line.take(side) == [row]


def test_what_does_not_fit_is_the_drivers_mistake() -> None:
    line = Line(16)
    line.place(10)
    with pytest.raises(Violation, match="17 dots on 16"):
        line.add([0], 7)


def test_places_on_a_centred_line_are_the_drivers_mistake() -> None:
    line = Line(16)
    line.place(0)
    line.add([1], 1)
    with pytest.raises(Violation, match="not set from the left"):
        line.take(1)


def test_an_empty_line_has_no_rows() -> None:
    assert Line(16).take(1) == []
