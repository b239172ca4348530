"""Status bytes as Epson's reference gives them."""

import pytest

from printer_drivers.status import (
    PaperLevel,
    PrinterStatus,
    Trouble,
    with_automatic,
    with_realtime,
    with_transmitted,
)

CONNECTED = PrinterStatus(connected=True)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"\x10\x00\x00\x0f", None),
        (b"\x10\x00\x03\x0f", None),
        (b"\x18\x00\x00\x0f", Trouble.OFFLINE),
        (b"\x38\x00\x00\x0f", Trouble.COVER_OPEN),
        (b"\x18\x00\x0f\x0f", Trouble.PAPER_OUT),
        (b"\x38\x00\x0f\x0f", Trouble.COVER_OPEN),
        (b"\x18\x08\x00\x0f", Trouble.CUTTER_ERROR),
        (b"\x18\x20\x00\x0f", Trouble.FATAL_ERROR),
        (b"\x18\x40\x00\x0f", Trouble.RECOVERABLE_ERROR),
    ],
)
def test_automatic_status_names_the_most_specific_trouble(data: bytes, trouble: Trouble | None) -> None:
    status = with_automatic(CONNECTED, data)
    assert status.trouble is trouble
    assert status.ready is (trouble is None)
    assert status.answers


def test_paper_levels() -> None:
    assert with_automatic(CONNECTED, b"\x10\x00\x03\x0f").paper is PaperLevel.LOW
    assert with_transmitted(CONNECTED, 0x00).paper is PaperLevel.OK
    assert with_transmitted(CONNECTED, 0x03).paper is PaperLevel.LOW
    assert with_transmitted(CONNECTED, 0x0F).paper is PaperLevel.OUT


@pytest.mark.parametrize(
    ("question", "value", "trouble"),
    [
        (1, 0x12, None),
        (1, 0x1A, Trouble.OFFLINE),
        (2, 0x16, Trouble.COVER_OPEN),
        (3, 0x1A, Trouble.CUTTER_ERROR),
        (3, 0x32, Trouble.FATAL_ERROR),
        (3, 0x52, Trouble.RECOVERABLE_ERROR),
        (4, 0x7E, Trouble.PAPER_OUT),
        (4, 0x1E, None),
    ],
)
def test_realtime_answers(question: int, value: int, trouble: Trouble | None) -> None:
    assert with_realtime(CONNECTED, question, value).trouble is trouble


def test_without_a_line_nothing_else_matters() -> None:
    assert PrinterStatus(cover_open=True).trouble is Trouble.NO_LINK
