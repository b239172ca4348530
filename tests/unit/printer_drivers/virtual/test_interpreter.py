"""The strict reader of ESC/POS: what it understands, and what it refuses."""

import pytest

from printer_drivers.virtual.interpreter import Interpreter, Violation
from printer_drivers.virtual.operations import (
    AutomaticStatus,
    Code,
    Cut,
    FeedLines,
    FeedUnits,
    Identify,
    Initialise,
    Justify,
    MotionUnits,
    Operation,
    Position,
    Raster,
    TransmitStatus,
)


def reading(data: bytes) -> Interpreter:
    rest = bytearray(data)

    def read(count: int) -> bytes:
        assert len(rest) >= count, "reads beyond its command"
        piece = bytes(rest[:count])
        del rest[:count]
        return piece

    return Interpreter(read, width_dots=64)


@pytest.mark.parametrize(
    ("data", "operation"),
    [
        (b"\x00", None),
        (b"\x10\x04\x01", None),
        (b"\n", FeedLines(1)),
        (b"\x1b@", Initialise()),
        (b"\x1ba\x01", Justify(1)),
        (b"\x1ba2", Justify(2)),
        (b"\x1bJ\x18", FeedUnits(24)),
        (b"\x1bd\x03", FeedLines(3)),
        (b"\x1b$\x10\x01", Position(272)),
        (b"\x1dP\xcb\xcb", MotionUnits(203, 203)),
        (b"\x1da\x0e", AutomaticStatus(14)),
        (b"\x1dr\x01", TransmitStatus(1)),
        (b"\x1dVB\x00", Cut()),
        (b"\x1d(H\x06\x0000001c", Identify(b"001c")),
        (b"\x1dv0\x00\x02\x00\x02\x00\x01\x02\x03\x04", Raster(2, (b"\x01\x02", b"\x03\x04"))),
    ],
)
def test_what_is_understood(data: bytes, operation: Operation | None) -> None:
    assert reading(data).next() == operation


@pytest.mark.parametrize(
    "data",
    [
        b"A",
        b"\x10\x05\x01",
        b"\x10\x04\x09",
        b"\x1b!\x00",
        b"\x1ba\x07",
        b"\x1dk\x00",
        b"\x1dV\x07",
        b"\x1d(A\x02\x00\x00\x00",
        b"\x1d(H\x06\x0000\x01\x02\x03\x04",
        b"\x1dv1\x00\x02\x00\x02\x00",
        b"\x1dv0\x00\x09\x00\x01\x00" + bytes(9),
        b"\x1dv0\x00\x01\x00\x00\x00",
        b"\x1dv0\x00\x02\x00\x01\x00\x10\x04",
        b"\x1d(k\x03\x001Q0",
    ],
)
def test_what_is_refused(data: bytes) -> None:
    with pytest.raises(Violation):
        reading(data).next()


def test_a_code_is_set_up_and_then_printed() -> None:
    printer = reading(
        b"\x1d(k\x04\x001A2\x00"
        + b"\x1d(k\x03\x001C\x06"
        + b"\x1d(k\x03\x001E1"
        + b"\x1d(k\x05\x001P0hi"
        + b"\x1d(k\x03\x001Q0"
    )
    assert [printer.next() for _ in range(5)] == [None, None, None, None, Code(b"hi", 6)]
