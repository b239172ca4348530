"""Understands ESC/POS strictly: every byte belongs to a command known here, or it is a violation.

A real printer prints unknown bytes as rubbish or loses its place; a driver must not rely on mercy. Bytes are pulled
one command at a time, so an unfinished command waits for its bytes for ever, as in a real printer.
"""

from collections.abc import Callable

from printer_drivers.virtual.operations import (
    AutomaticStatus,
    ChineseModeOff,
    Code,
    CodePage,
    Columns,
    Cut,
    DefineLetter,
    FeedLines,
    FeedUnits,
    Identify,
    Initialise,
    Introduce,
    Justify,
    Letters,
    LineSpacing,
    Magnify,
    MotionUnits,
    Operation,
    OwnLetters,
    Position,
    Raster,
    Reverse,
    TransmitStatus,
)

RASTER_ROWS_MAX = 2303
CODE_BYTES_MAX = 7092
FIRST_LETTER_CODE, LAST_LETTER_CODE = 0x20, 0x7E
LETTER_DOTS_ACROSS = 12
HIDDEN_REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")

Read = Callable[[int], bytes]
"""Gives exactly that many bytes, waiting for them."""


class Violation(Exception):
    """The driver sent what it must not."""


class Interpreter:
    """Turns bytes into operations. Holds only the QR symbol that is being set up, and whether text is expected at all:
    until Chinese mode has been switched off, a byte of text is a byte gone astray.
    """

    def __init__(self, read: Read, width_dots: int) -> None:
        self._read = read
        self._stride_max = width_dots // 8
        self._code_payload = b""
        self._code_module_dots = 3
        self._text_expected = False

    def reset(self) -> None:
        """The printer was switched off and on."""
        self._code_payload = b""
        self._text_expected = False

    def next(self) -> Operation | None:
        """The next operation; None for a command that asks nothing of the mechanism. Raises Violation."""
        first = self._read(1)
        match first:
            case b"\x00":
                return None
            case b"\n":
                return FeedLines(1)
            case b"\x10":
                self._skip_real_time()
                return None
            case b"\x1b":
                return self._escape()
            case b"\x1d":
                return self._group()
            case b"\x1c":
                self._one_of({0x2E})
                self._text_expected = True
                return ChineseModeOff()
            case _ if self._text_expected and first[0] >= 0x20:
                return Letters(first)
            case _:
                raise Violation(f"byte {first.hex()} where a command was expected")

    def _skip_real_time(self) -> None:
        """DLE EOT n: obeyed on reception, skipped here."""
        second, question = self._read(1), self._read(1)
        if second != b"\x04" or not 1 <= question[0] <= 4:
            raise Violation(f"real-time command 10 {second.hex()} {question.hex()}")

    def _escape(self) -> Operation:
        command = self._read(1)
        match command:
            case b"@":
                self.reset()
                return Initialise()
            case b"a":
                return Justify(self._one_of({0, 1, 2, 48, 49, 50}) % 48)
            case b"J":
                return FeedUnits(self._read(1)[0])
            case b"d":
                return FeedLines(self._read(1)[0])
            case b"$":
                return Position(self._number())
            case b"*":
                return self._columns()
            case b"&":
                return self._definition()
            case b"%":
                return OwnLetters(bool(self._one_of({0, 1})))
            case b"3":
                return LineSpacing(self._read(1)[0])
            case b"t":
                return CodePage(self._read(1)[0])
            case _:
                raise Violation(f"ESC {command.hex()}")

    def _columns(self) -> Columns:
        self._one_of({33})
        count = self._number()
        if not 0 < count <= self._stride_max * 8:
            raise Violation(f"{count} columns on a line of {self._stride_max * 8} dots")
        return Columns(self._dots(3 * count))

    def _definition(self) -> DefineLetter:
        self._one_of({3})
        first, last = self._read(2)
        if not FIRST_LETTER_CODE <= first == last <= LAST_LETTER_CODE:
            raise Violation(f"letters {first} to {last} defined at once")
        columns = self._read(1)[0]
        if columns > LETTER_DOTS_ACROSS:
            raise Violation(f"a letter of {columns} columns")
        return DefineLetter(first, self._dots(3 * columns))

    def _group(self) -> Operation | None:
        command = self._read(1)
        match command:
            case b"P":
                across, along = self._read(2)
                return MotionUnits(across, along)
            case b"a":
                return AutomaticStatus(self._read(1)[0])
            case b"I":
                return Introduce(self._one_of({65, 66, 67}))
            case b"r":
                return TransmitStatus(self._one_of({1, 49}) % 48)
            case b"v":
                return self._raster()
            case b"!":
                sizes = self._read(1)[0]
                if sizes & 0x88:
                    raise Violation(f"letters magnified {sizes:#x}")
                return Magnify((sizes >> 4) + 1, (sizes & 0x0F) + 1)
            case b"B":
                return Reverse(bool(self._one_of({0, 1})))
            case b"V":
                self._one_of({65, 66})
                self._read(1)
                return Cut()
            case b"(":
                return self._extended()
            case _:
                raise Violation(f"GS {command.hex()}")

    def _raster(self) -> Raster:
        kind, density = self._read(1), self._read(1)
        stride, height = self._number(), self._number()
        if kind != b"0" or density[0] not in (0, 48):
            raise Violation(f"GS v {kind.hex()} {density.hex()}")
        if not 0 < stride <= self._stride_max or not 0 < height <= RASTER_ROWS_MAX:
            raise Violation(f"raster of {stride} bytes by {height} rows on a line of {self._stride_max} bytes")
        data = self._dots(stride * height)
        return Raster(stride, tuple(data[row * stride : (row + 1) * stride] for row in range(height)))

    def _extended(self) -> Operation | None:
        family = self._read(1)
        data = self._read(self._number())
        match family:
            case b"H" if len(data) == 6 and data[:2] == b"00":
                if not all(0x20 <= byte <= 0x7E for byte in data[2:]):
                    raise Violation(f"process id {data[2:].hex()} is not printable")
                return Identify(data[2:])
            case b"k" if data[:1] == b"1":
                return self._code(data[1:2], data[2:])
            case _:
                raise Violation(f"GS ( {family.hex()} {data[:8].hex()}")

    def _code(self, function: bytes, data: bytes) -> Code | None:
        """Functions 65, 67, 69, 80 set a QR symbol up, 81 prints it."""
        match function[0] if function else 0:
            case 65 if data in (b"1\0", b"2\0"):
                return None
            case 67 if len(data) == 1 and 1 <= data[0] <= 16:
                self._code_module_dots = data[0]
            case 69 if data in (b"0", b"1", b"2", b"3"):
                return None
            case 80 if data[:1] == b"0" and len(data) <= CODE_BYTES_MAX:
                self._code_payload = data[1:]
            case 81 if data == b"0" and self._code_payload:
                return Code(self._code_payload, self._code_module_dots)
            case _:
                raise Violation(f"GS ( k 1 {function.hex()} {data[:8].hex()}")
        return None

    def _dots(self, count: int) -> bytes:
        data = self._read(count)
        if any(sequence in data for sequence in HIDDEN_REAL_TIME):
            raise Violation("a real-time command hides in a picture")
        return data

    def _number(self) -> int:
        return int.from_bytes(self._read(2), "little")

    def _one_of(self, allowed: set[int]) -> int:
        value = self._read(1)[0]
        if value not in allowed:
            raise Violation(f"parameter {value} is none of {sorted(allowed)}")
        return value
