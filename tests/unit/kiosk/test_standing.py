"""What stands in the way of a number: in the order of what a person must know first."""

import pytest

from hall_link.rows import DayState, HallRow, PrinterCondition
from kiosk.standing import WithoutPaper, blocked, prints_nothing
from kiosk.visit import Blocked
from tests.unit.kiosk.makers import hall_row


def now(
    hall: HallRow | None = None,
    *,
    fields: int = 8,
    live: bool = True,
    heard_ever: bool = True,
    printer: PrinterCondition = "ready",
    without_paper: WithoutPaper = "show",
) -> Blocked | None:
    return blocked(
        hall or hall_row(), fields, live=live, heard_ever=heard_ever, printer=printer, without_paper=without_paper
    )


def test_open_hall_gives_numbers() -> None:
    assert now() is None


@pytest.mark.parametrize(
    ("day", "reason"), [("closed", "closed"), ("break", "on_break"), ("closing", "closing"), ("open", None)]
)
def test_the_day_decides(day: DayState, reason: Blocked | None) -> None:
    assert now(hall_row(day)) == reason


def test_without_the_link_nothing_is_believed() -> None:
    assert now(hall_row("closed"), live=False) == "no_server"
    assert now(live=False, heard_ever=False) == "searching"
    assert now(live=False, printer="no_paper", without_paper="stop") == "no_server"


def test_hall_without_rows_or_fields_is_not_set_up() -> None:
    nothing = blocked(None, 0, live=True, heard_ever=True, printer="ready", without_paper="show")
    assert nothing == "not_set_up"
    assert now(fields=0) == "not_set_up"


@pytest.mark.parametrize("printer", ["offline", "no_paper", "cover_open", "broken"])
def test_printer_trouble_stops_only_where_the_hall_says_so(printer: PrinterCondition) -> None:
    assert prints_nothing(printer)
    assert now(printer=printer) is None
    assert now(printer=printer, without_paper="stop") == "no_printer"


@pytest.mark.parametrize("printer", ["ready", "absent"])
def test_kiosk_meant_to_have_no_printer_is_not_in_trouble(printer: PrinterCondition) -> None:
    assert not prints_nothing(printer)
    assert now(printer=printer, without_paper="stop") is None
