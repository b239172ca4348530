"""Printers and paper as an officer sees them: who has no ticket, where one can be printed, what needs a hand."""

import pytest

from hall_link.rows import PrinterRow
from tests.unit.counter.hall_rows import desk_of, printer_row, reprint_of, small_hall, ticket


def test_a_number_without_paper_is_marked_and_one_that_is_printed_again_too() -> None:
    failed = ticket("A001", 1, printed="failed", print_problem="failed_before_send: paper_out")
    again = ticket("A002", 2, printed="failed")
    away = ticket("A003", 3, state="missed", counter_id=3, printed="failed")
    rows = small_hall(failed, again, away)
    rows.put(reprint_of(again))
    desk = desk_of(rows)
    assert [line.paper for line in desk.waiting] == ["unprinted", "reprinting"]
    assert [line.paper for line in desk.away] == ["unprinted"]


@pytest.mark.parametrize(
    ("printers", "trouble"),
    [
        ([], None),
        ([printer_row()], None),
        ([printer_row(condition="absent")], None),
        ([printer_row(metres_left=5)], "kiosk-1"),
        ([printer_row(metres_left=5), printer_row("kiosk-2", "offline")], "kiosk-2"),
        ([printer_row("kiosk-2", "no_paper", metres_left=0), printer_row()], "kiosk-2"),
    ],
)
def test_the_printer_that_needs_a_hand_most(printers: list[PrinterRow], trouble: str | None) -> None:
    rows = small_hall()
    rows.put(*printers)
    found = desk_of(rows).printer_trouble
    assert (found.kiosk_id if found else None) == trouble


def test_printers_that_can_print_come_first() -> None:
    rows = small_hall()
    rows.put(printer_row(condition="cutter"), printer_row("kiosk-2", label="Cửa chính"))
    assert [(one.name, one.ready) for one in desk_of(rows).printers] == [("Cửa chính", True), ("kiosk-1", False)]
