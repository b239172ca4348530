"""What a printer remembers between commands, and the line it is setting: forgotten by ESC @ and when it loses power."""

from dataclasses import dataclass, field

from printer_drivers.virtual import font
from printer_drivers.virtual.interpreter import Violation
from printer_drivers.virtual.line import Line
from printer_drivers.virtual.operations import (
    ChineseModeOff,
    CodePage,
    Columns,
    DefineLetter,
    Justify,
    Letters,
    LineSpacing,
    Magnify,
    MotionUnits,
    Operation,
    OwnLetters,
    Position,
    Reverse,
)
from printer_drivers.virtual.strip import DOTS_PER_INCH

UNITS_PER_INCH_DEFAULT = 406
"""As on printers whose unit is half a dot: a driver that forgets to set its units shows."""
LINE_DOTS_DEFAULT = 30
VIETNAMESE_PAGE = 52
STRIP_ROWS = 24


@dataclass(slots=True)
class Setting:
    """State of the print data, as after power on."""

    line: Line
    side: int = 0
    units_across: int = DOTS_PER_INCH
    units_along: int = UNITS_PER_INCH_DEFAULT
    spacing: int = LINE_DOTS_DEFAULT
    own_on: bool = False
    own: dict[int, font.Glyph] = field(default_factory=dict)
    page: int = 0
    across: int = 1
    along: int = 1
    white: bool = False
    unfinished: bytes = b""
    """A letter of the Vietnamese page that may still get its tone."""

    def rows_along(self, units: int) -> int:
        """Rows of paper in motion units."""
        return units * DOTS_PER_INCH // self.units_along

    def take_line(self) -> list[bytes]:
        """The rows of the line, which is empty then."""
        self._finish_letter()
        return self.line.take(self.side)

    def obey(self, operation: Operation) -> None:
        """What moves no paper and asks no answer."""
        if not isinstance(operation, Letters):
            self._finish_letter()
        match operation:
            case Justify(side):
                if self.line:
                    raise Violation("ESC a in the middle of a line")
                self.side = side
            case MotionUnits(across, along):
                self.units_across, self.units_along = across or DOTS_PER_INCH, along or UNITS_PER_INCH_DEFAULT
            case Position(units):
                self.line.place(units * DOTS_PER_INCH // self.units_across)
            case Columns(ink):
                self._add_columns(ink)
            case Letters(text):
                self._add_letter(text[0])
            case DefineLetter(code, ink):
                self.own[code] = font.from_columns(ink)
            case _:
                self._choose(operation)

    def _choose(self, operation: Operation) -> None:
        """How letters look and how far lines are apart."""
        match operation:
            case LineSpacing(units):
                self.spacing = self.rows_along(units)
            case Magnify(across, along):
                self.across, self.along = across, along
            case Reverse(on):
                self.white = on
            case CodePage(number):
                self.page = number
            case OwnLetters(on):
                self.own_on = on
            case ChineseModeOff():
                pass
            case _:
                raise AssertionError(f"{operation} is not a matter of setting")

    def _add_columns(self, ink: bytes) -> None:
        columns = [int.from_bytes(ink[at : at + 3], "big") for at in range(0, len(ink), 3)]
        rows = [0] * STRIP_ROWS
        for column in columns:
            for row in range(STRIP_ROWS):
                rows[row] = rows[row] << 1 | (column >> (STRIP_ROWS - 1 - row) & 1)
        self.line.add(rows, len(columns))

    def _add_letter(self, code: int) -> None:
        if self.own_on and code in self.own:
            self._set(self.own[code])
        elif code < 0x80 and self.page != VIETNAMESE_PAGE:
            self._set(font.built_in(chr(code)))
        elif self.page != VIETNAMESE_PAGE:
            raise Violation(f"letter {code:#x} in page {self.page}, which has no Vietnamese")
        elif font.is_tone(code) and self.unfinished:
            self.unfinished += bytes((code,))
        else:
            self._finish_letter()
            self.unfinished = bytes((code,))

    def _finish_letter(self) -> None:
        letter, self.unfinished = self.unfinished, b""
        if letter:
            self._set(font.built_in(font.letter_of(letter)))

    def _set(self, glyph: font.Glyph) -> None:
        rows = font.magnified(glyph, self.across, self.along, white=self.white)
        self.line.add(rows, font.ACROSS * self.across)
