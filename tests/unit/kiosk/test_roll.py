"""What is left on the roll: counted from what came out, begun anew only when a new roll is certain."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.roll import Roll, RollBook, confirmed, metres_left, printed, seen
from printer_drivers.status import PaperLevel, PrinterStatus

READY = PrinterStatus(connected=True, answers=True)
LOW, OUT = replace(READY, paper=PaperLevel.LOW), replace(READY, paper=PaperLevel.OUT)
OPEN = replace(READY, cover_open=True, paper=PaperLevel.OUT)
AWAY = PrinterStatus()
USED = Roll(used_mm=40_000)


def after(*statuses: PrinterStatus, roll: Roll = USED) -> Roll:
    for status in statuses:
        roll = seen(roll, status)
    return printed(roll, 113.0, statuses[-1])


@pytest.mark.parametrize(
    "statuses",
    [
        (OUT, READY),
        (OUT, OPEN, READY),
        (OPEN, OUT, READY),
        (LOW, OPEN, READY),
        (LOW, AWAY, OPEN, AWAY, READY),
    ],
)
def test_a_new_roll_is_known_by_the_first_ticket_on_it(statuses: tuple[PrinterStatus, ...]) -> None:
    assert after(*statuses) == Roll(used_mm=113.0)


@pytest.mark.parametrize(
    "statuses",
    [
        (READY,),
        (OPEN, READY),
        (LOW, READY),
        (AWAY, READY),
        (OUT, LOW),
        (OUT, replace(READY, answers=False, paper=PaperLevel.OUT), OUT),
    ],
)
def test_nothing_else_is_a_new_roll(statuses: tuple[PrinterStatus, ...]) -> None:
    assert after(*statuses).used_mm == pytest.approx(40_113.0)


def test_staff_say_that_it_is_new() -> None:
    assert confirmed(replace(USED, low=True, ended=True), 1) == Roll(confirmed=1)
    assert confirmed(replace(USED, confirmed=1), 1) == replace(USED, confirmed=1)
    assert confirmed(replace(USED, confirmed=3), 0) == USED, "a new day counts from nought, and is no new roll"


def test_what_is_left_is_told_in_whole_metres() -> None:
    assert metres_left(USED, 50, READY) == 10
    assert metres_left(Roll(used_mm=49_001), 50, READY) == 0
    assert metres_left(Roll(used_mm=60_000), 50, READY) == 0
    assert metres_left(USED, 0, READY) is None
    assert metres_left(replace(USED, ended=True), 50, OUT) == 0
    assert metres_left(replace(USED, ended=True), 50, READY) is None, "filled again, and not counted yet"


def test_the_book_outlives_the_program(tmp_path: Path) -> None:
    said: list[int | None] = []
    book = RollBook(tmp_path / "roll", 50, lambda: said.append(book.metres_left))
    book.status_is(READY)
    book.printed(1_500.0)
    book.printed(600.0)
    assert said == [50, 48, 47]
    assert not book.low
    again = RollBook(tmp_path / "roll", 50, lambda: None)
    again.status_is(LOW)
    assert (again.metres_left, again.low) == (47, True)


@pytest.mark.parametrize("content", [b"", b"{", b'{"used_mm":"much"}'])
def test_a_spoiled_file_is_a_new_roll(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "roll").write_bytes(content)
    assert RollBook(tmp_path / "roll", 50, lambda: None).metres_left == 50


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    book = RollBook(tmp_path / "missing" / "roll", 50, lambda: None)
    book.printed(2_000.0)
    assert book.metres_left == 48
