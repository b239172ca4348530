"""What kiosks say of their printers, late, twice or wrongly; and more papers of a number, each of them marked."""

import pytest

from hall_server.domain import commands as c
from hall_server.domain.events import PrinterReported, ReprintAsked, TicketPrinted, TicketPrintFailed
from hall_server.domain.model import (
    COPIES_MAX,
    PRINTERS_MAX,
    REPRINT_MS_MAX,
    PrinterCondition,
    PrintState,
    ReprintState,
)
from tests.halls import DAY, MINUTE, Rehearsal, open_hall

READY, NO_PAPER = PrinterCondition.READY, PrinterCondition.NO_PAPER


def with_printer() -> Rehearsal:
    hall = open_hall()
    hall.do(c.ReportPrinter("kiosk-1", READY, hall.now, "Cửa chính", metres_left=20))
    return hall


def test_a_condition_holds_since_it_was_seen_first() -> None:
    hall = with_printer()
    first = hall.now
    hall.now += MINUTE
    hall.do(c.ReportPrinter("kiosk-1", READY, hall.now, "Cửa chính", metres_left=19))
    assert hall.state.printers["kiosk-1"].since == first
    hall.now += MINUTE
    hall.do(c.ReportPrinter("kiosk-1", NO_PAPER, hall.now - 1000, "Cửa chính", metres_left=0))
    printer = hall.state.printers["kiosk-1"]
    assert (printer.condition, printer.since, printer.metres_left) == (NO_PAPER, hall.now - 1000, 0)


def test_told_twice_is_told_once() -> None:
    hall = with_printer()
    assert hall.do(c.ReportPrinter("kiosk-1", READY, hall.now + 5, "Cửa chính", metres_left=20)) == ()


def test_what_comes_late_is_old_news() -> None:
    hall = with_printer()
    hall.now += MINUTE
    assert hall.do(c.ReportPrinter("kiosk-1", NO_PAPER, hall.now - 2 * MINUTE)) == ()
    assert hall.state.printers["kiosk-1"].condition is READY


def test_a_clock_that_runs_ahead_blocks_no_later_word() -> None:
    hall = with_printer()
    (said,) = hall.do(c.ReportPrinter("kiosk-1", NO_PAPER, hall.now + DAY))
    assert isinstance(said, PrinterReported)
    assert said.at == hall.now
    hall.now += 1
    assert hall.do(c.ReportPrinter("kiosk-1", READY, hall.now)) != ()


def test_kiosks_are_bounded_and_the_longest_silent_makes_room() -> None:
    hall = open_hall()
    for number in range(PRINTERS_MAX + 1):
        hall.now += 1
        hall.do(c.ReportPrinter(f"kiosk-{number}", READY, hall.now))
    assert len(hall.state.printers) == PRINTERS_MAX
    assert "kiosk-0" not in hall.state.printers


def test_a_new_day_asks_anew() -> None:
    hall = with_printer()
    ticket_id = hall.issue()
    hall.do(c.ReprintTicket(ticket_id, "kiosk-1"))
    hall.do(c.CloseDay())
    hall.now += DAY
    hall.do(c.OpenDay())
    assert (hall.state.printers, hall.state.reprints) == ({}, {})


def test_reprint_goes_to_the_kiosk_and_puts_the_number_on_paper() -> None:
    hall = with_printer()
    ticket_id = hall.issue()
    hall.do(c.ReportPrintFailed(ticket_id, "failed_before_send: paper_out"))
    assert hall.do(c.ReprintTicket(ticket_id, "kiosk-1")) == (ReprintAsked(ticket_id, "kiosk-1", 1),)
    assert hall.do(c.ReportPrinted(ticket_id, 1)) == (TicketPrinted(ticket_id, 1),)
    assert hall.do(c.ReportPrinted(ticket_id, 1)) == ()
    assert hall.do(c.ReportPrintFailed(ticket_id, "unknown: no_link", 1)) == ()
    assert hall.ticket(ticket_id).printed is PrintState.PRINTED
    assert hall.state.reprints[f"{ticket_id}-r1"].state is ReprintState.PRINTED


def test_reprint_that_fails_takes_nothing_from_the_first_paper() -> None:
    hall = with_printer()
    ticket_id = hall.issue()
    hall.do(c.ReportPrinted(ticket_id))
    hall.do(c.ReprintTicket(ticket_id, "kiosk-1"))
    failed = (TicketPrintFailed(ticket_id, "unknown: no_link", 1),)
    assert hall.do(c.ReportPrintFailed(ticket_id, "unknown: no_link", 1)) == failed
    assert hall.do(c.ReportPrintFailed(ticket_id, "unknown: no_link", 1)) == ()
    assert hall.ticket(ticket_id).printed is PrintState.PRINTED
    assert hall.do(c.ReprintTicket(ticket_id, "kiosk-1")) == (ReprintAsked(ticket_id, "kiosk-1", 2),)


def test_one_reprint_at_a_time_but_not_for_ever() -> None:
    hall = with_printer()
    ticket_id = hall.issue()
    hall.do(c.ReprintTicket(ticket_id, "kiosk-1"))
    assert hall.refused(c.ReprintTicket(ticket_id, "kiosk-1")) == "reprint_under_way"
    hall.now += REPRINT_MS_MAX
    assert hall.do(c.ReprintTicket(ticket_id, "kiosk-1")) == (ReprintAsked(ticket_id, "kiosk-1", 2),)


def test_reprints_are_bounded() -> None:
    hall = with_printer()
    ticket_id = hall.issue()
    for copy in range(1, COPIES_MAX + 1):
        hall.do(c.ReprintTicket(ticket_id, "kiosk-1"))
        hall.do(c.ReportPrinted(ticket_id, copy))
    assert hall.refused(c.ReprintTicket(ticket_id, "kiosk-1")) == "too_many_reprints"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.ReprintTicket("20261124-A001", "kiosk-9"), "unknown_kiosk"),
        (c.ReprintTicket("20261124-A001", "kiosk-2"), "printer_not_ready"),
        (c.ReprintTicket("20261124-A009", "kiosk-1"), "unknown_ticket"),
        (c.ReprintTicket("20261124-A002", "kiosk-1"), "ticket_ended"),
        (c.ReportPrinted("20261124-A001", 7), "unknown_ticket"),
        (c.ReportPrintFailed("20261124-A001", "x", 7), "unknown_ticket"),
        (c.ConfirmRoll("kiosk-9"), "unknown_kiosk"),
    ],
)
def test_refusals(command: c.Command, code: str) -> None:
    hall = with_printer()
    hall.do(c.ReportPrinter("kiosk-2", NO_PAPER, hall.now))
    hall.issue()
    hall.do(c.CancelTicket(hall.issue()))
    assert hall.refused(command) == code


def test_staff_confirm_a_roll_and_the_count_outlives_reports() -> None:
    hall = with_printer()
    hall.do(c.ConfirmRoll("kiosk-1"))
    hall.do(c.ConfirmRoll("kiosk-1"))
    hall.now += 1
    hall.do(c.ReportPrinter("kiosk-1", READY, hall.now, "Cửa chính", metres_left=50))
    assert hall.state.printers["kiosk-1"].rolls == 2
