"""Lines, letters and columns inside the virtual printer."""

import pytest

from printer_drivers.virtual import font
from printer_drivers.virtual.interpreter import Violation
from printer_drivers.virtual.line import Line
from printer_drivers.virtual.operations import (
    CodePage,
    Columns,
    DefineLetter,
    Justify,
    Letters,
    LineSpacing,
    Magnify,
    MotionUnits,
    OwnLetters,
    Position,
    Reverse,
)
from printer_drivers.virtual.setting import LINE_DOTS_DEFAULT, Setting

WIDTH = 96


def setting() -> Setting:
    made = Setting(Line(WIDTH))
    made.obey(MotionUnits(203, 203))
    return made


def test_pieces_of_a_line_stand_where_they_are_put() -> None:
    s = setting()
    s.obey(Position(8))
    s.obey(Columns(b"\xff\xff\xff" * 8))
    s.obey(Position(80))
    s.obey(Columns(b"\x80\x00\x00" * 8))
    rows = s.take_line()
    assert len(rows) == 24
    assert rows[0].hex() == "00ff" + "00" * 8 + "ff00"
    assert rows[1].hex() == "00ff" + "00" * 10
    assert not s.line


def test_what_does_not_fit_the_line_is_a_mistake() -> None:
    s = setting()
    s.obey(Position(90))
    with pytest.raises(Violation, match="a line of 98 dots on 96"):
        s.obey(Columns(b"\xff\xff\xff" * 8))


def test_places_and_centring_do_not_go_together() -> None:
    s = setting()
    s.obey(Justify(1))
    s.obey(Position(8))
    s.obey(Columns(b"\xff\xff\xff" * 8))
    with pytest.raises(Violation, match="not set from the left"):
        s.take_line()


def test_a_line_is_centred_as_a_whole() -> None:
    s = setting()
    s.obey(Justify(1))
    s.obey(Columns(b"\xff\xff\xff" * 8))
    assert s.take_line()[0].hex() == "00" * 5 + "0ff0" + "00" * 5


def test_the_side_cannot_be_changed_in_the_middle_of_a_line() -> None:
    s = setting()
    s.obey(Letters(b"a"))
    with pytest.raises(Violation, match="middle"):
        s.obey(Justify(1))


def test_defined_letters_are_printed_only_while_they_are_on() -> None:
    s = setting()
    s.obey(DefineLetter(0x41, b"\xff\xff\xff"))
    s.obey(Letters(b"A"))
    built_in = s.take_line()
    s.obey(OwnLetters(True))
    s.obey(Letters(b"A"))
    assert [row[0] for row in s.take_line()] == [0x80] * 24
    s.obey(OwnLetters(False))
    s.obey(Letters(b"A"))
    assert s.take_line() == built_in


def test_letters_are_magnified_and_reversed() -> None:
    s = setting()
    s.obey(Magnify(2, 3))
    s.obey(Reverse(True))
    s.obey(Letters(b" "))
    rows = s.take_line()
    assert len(rows) == 72
    assert {row[:3].hex() for row in rows} == {"ffffff"}


def test_a_tone_is_printed_over_its_letter() -> None:
    s = setting()
    s.obey(CodePage(52))
    for byte in "ê\u0301".encode("cp1258"):
        s.obey(Letters(bytes((byte,))))
    rows = s.take_line()
    s.obey(CodePage(52))
    expected = setting()
    expected.line.add(font.built_in("ế"), font.ACROSS)
    assert rows == expected.take_line()


def test_a_letter_beyond_ascii_needs_the_page() -> None:
    with pytest.raises(Violation, match="no Vietnamese"):
        setting().obey(Letters(b"\xea"))


def test_spacing_is_counted_in_units() -> None:
    s = Setting(Line(WIDTH))
    assert s.spacing == LINE_DOTS_DEFAULT
    s.obey(LineSpacing(56))
    assert s.spacing == 28, "a printer whose unit is half a dot"
