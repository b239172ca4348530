"""A ticket from its number to its end, and everything that is refused on the way."""

from __future__ import annotations

import pytest

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.evolve import evolve
from hall_server.domain.model import CallReason, PrintState, SpokenState, Ticket, TicketState
from hall_server.domain.refusals import Refusal
from tests.halls import MINUTE, Rehearsal, document, open_hall


def test_numbers_run_in_each_series_from_001_without_gaps() -> None:
    hall = open_hall()
    ids = [hall.issue(field) for field in ("HT", "CT", "HT", "DD", "CT")]
    assert [hall.ticket(i).number for i in ids] == ["A001", "B001", "A002", "C001", "B002"]
    assert ids[0] == "20261124-A001"


def test_numbers_widen_past_999_and_never_wrap() -> None:
    hall = open_hall()
    hall.state.next_serials["A"] = 999
    hall.state.issued = 998
    assert [t.number for t in _issued_unchecked(hall, 3)] == ["A999", "A1000", "A1001"]


def _issued_unchecked(hall: Rehearsal, count: int) -> list[Ticket]:
    for _ in range(count):
        decision = decide(hall.state, c.IssueTicket("HT"), hall.now)
        assert not isinstance(decision, Refusal)
        for event in decision:
            evolve(hall.state, event, hall.now)
    return list(hall.state.tickets.values())


def test_a_procedure_must_belong_to_the_field() -> None:
    hall = open_hall()
    hall.do(c.IssueTicket("HT", "1.001193"))
    assert hall.refused(c.IssueTicket("CT", "1.001193")) == "unknown_procedure"
    assert hall.refused(c.IssueTicket("HT", "9.999999")) == "unknown_procedure"
    assert hall.refused(c.IssueTicket("XX")) == "unknown_field"


def test_no_numbers_before_the_day_after_the_last_and_in_a_stopped_field() -> None:
    hall = Rehearsal()
    assert hall.refused(c.IssueTicket("HT")) == "hall_not_configured"
    hall.do(c.ConfigureHall(document()))
    assert hall.refused(c.IssueTicket("HT")) == "day_closed"
    hall.do(c.OpenDay())
    hall.do(c.StopField("HT", reopens_at=hall.now + MINUTE))
    assert hall.refused(c.IssueTicket("HT")) == "field_stopped"
    hall.do(c.ResumeField("HT"))
    hall.issue("HT")
    hall.do(c.StopIssuing())
    assert hall.refused(c.IssueTicket("HT")) == "last_number_given"


def test_the_way_through() -> None:
    hall = open_hall()
    ticket_id = hall.issue("HT")
    assert hall.call(1) == ticket_id
    hall.do(c.StartService(1, ticket_id))
    assert hall.ticket(ticket_id).state is TicketState.SERVING
    hall.do(c.FinishService(1, ticket_id))
    ticket = hall.ticket(ticket_id)
    assert ticket.state is TicketState.FINISHED
    assert hall.state.counters[1].ticket_id is None
    assert hall.state.calls[f"{ticket_id}-1"].reason is CallReason.FIRST_COME


def test_first_come_first_served_over_all_fields_of_a_counter() -> None:
    hall = open_hall()
    first, second, third = hall.issue("CT"), hall.issue("HT"), hall.issue("CT")
    assert hall.call(2) == first
    assert hall.call(3) == third
    assert hall.call(1) == second


def test_the_next_press_finishes_who_is_served_and_calls_the_next() -> None:
    hall = open_hall()
    first, second = hall.issue(), hall.issue()
    hall.call(1)
    hall.do(c.StartService(1, first))
    assert hall.call(1, finishing=first) == second
    assert hall.ticket(first).state is TicketState.FINISHED


def test_a_double_press_never_calls_two() -> None:
    hall = open_hall()
    first, _ = hall.issue(), hall.issue()
    hall.call(1)
    assert hall.refused(c.CallNext(1)) == "counter_busy"
    hall.do(c.StartService(1, first))
    hall.call(1, finishing=first)
    assert hall.refused(c.CallNext(1, finishing=first)) == "screen_behind"


def test_next_finishes_the_last_even_when_nobody_else_waits() -> None:
    hall = open_hall()
    only = hall.issue()
    hall.call(1)
    hall.do(c.StartService(1, only))
    assert hall.call(1, finishing=only) is None
    assert hall.ticket(only).state is TicketState.FINISHED
    assert hall.refused(c.CallNext(1)) == "nobody_waiting"


def test_two_counters_never_call_the_same() -> None:
    hall = open_hall()
    hall.issue("HT")
    assert hall.call(1) is not None
    assert hall.refused(c.CallNext(2)) == "nobody_waiting"


def test_a_recall_is_a_call_of_its_own() -> None:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.call(1)
    hall.now += MINUTE
    hall.do(c.Recall(1, ticket_id))
    assert hall.ticket(ticket_id).call_id == f"{ticket_id}-2"
    assert hall.state.calls[f"{ticket_id}-2"].called_at == hall.now
    hall.do(c.StartService(1, ticket_id))
    assert hall.refused(c.Recall(1, ticket_id)) == "not_called"


def test_missed_leaves_the_counter_free() -> None:
    hall = open_hall()
    first, second = hall.issue(), hall.issue()
    hall.call(1)
    hall.do(c.MarkMissed(1, first))
    assert hall.ticket(first).state is TicketState.MISSED
    assert hall.call(1) == second
    assert hall.refused(c.MarkMissed(1, first)) == "not_at_this_counter"
    hall.do(c.StartService(1, second))
    assert hall.refused(c.MarkMissed(1, second)) == "not_called"


def test_a_transfer_keeps_number_and_place() -> None:
    hall = open_hall()
    moved = hall.issue("HT")
    land = hall.issue("DD")
    hall.call(1)
    hall.do(c.TransferTicket(1, moved, to_field="DD"))
    ticket = hall.ticket(moved)
    assert (ticket.number, ticket.field_id, ticket.leg, ticket.state) == ("A001", "DD", 2, TicketState.WAITING)
    assert hall.call(3) == moved
    assert hall.ticket(land).state is TicketState.WAITING


def test_a_transfer_to_a_counter_waits_for_it_alone() -> None:
    hall = open_hall()
    moved = hall.issue("HT")
    hall.call(1)
    hall.do(c.TransferTicket(1, moved, to_counter=3))
    assert hall.refused(c.CallNext(2)) == "nobody_waiting"
    assert hall.call(3) == moved
    assert hall.ticket(moved).for_counter is None


def test_who_waits_for_a_counter_that_closes_waits_for_any() -> None:
    hall = open_hall()
    moved = hall.issue("HT")
    hall.call(1)
    hall.do(c.TransferTicket(1, moved, to_counter=3))
    hall.do(c.CloseCounter(3))
    assert hall.call(2) == moved


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({}, "transfer_target"),
        ({"to_field": "CT", "to_counter": 2}, "transfer_target"),
        ({"to_counter": 1}, "transfer_target"),
        ({"to_counter": 9}, "unknown_counter"),
        ({"to_counter": 3}, "counter_closed"),
        ({"to_field": "XX"}, "unknown_field"),
    ],
)
def test_transfers_that_lead_nowhere(target: dict[str, object], code: str) -> None:
    hall = open_hall(1, 2)
    ticket_id = hall.issue()
    hall.call(1)
    assert hall.refused(c.TransferTicket(1, ticket_id, **target)) == code  # type: ignore[arg-type]


def test_cancelling() -> None:
    hall = open_hall()
    first, second = hall.issue(), hall.issue()
    hall.do(c.CancelTicket(first, "đi về"))
    assert hall.refused(c.CancelTicket(first)) == "ticket_ended"
    assert hall.call(1) == second
    assert hall.refused(c.CancelTicket(second)) == "ticket_at_counter"
    hall.do(c.MarkMissed(1, second))
    hall.do(c.CancelTicket(second))
    assert hall.ticket(second).state is TicketState.CANCELLED
    assert hall.refused(c.CancelTicket("20261124-A999")) == "unknown_ticket"


def test_only_the_counter_that_has_the_ticket_may_act_on_it() -> None:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.call(1)
    for command in (
        c.Recall(2, ticket_id),
        c.StartService(2, ticket_id),
        c.FinishService(2, ticket_id),
        c.MarkMissed(2, ticket_id),
        c.TransferTicket(2, ticket_id, to_field="CT"),
    ):
        assert hall.refused(command) == "not_at_this_counter"
    assert hall.refused(c.FinishService(1, ticket_id)) == "not_being_served"
    assert hall.refused(c.StartService(9, ticket_id)) == "unknown_counter"
    assert hall.refused(c.StartService(1, "20261124-Z001")) == "unknown_ticket"


def test_facts_are_told_once_and_printed_outweighs_failed() -> None:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.do(c.ReportPrintFailed(ticket_id, "paper_out"))
    assert hall.ticket(ticket_id).printed is PrintState.FAILED
    assert hall.do(c.ReportPrintFailed(ticket_id, "paper_out")) == ()
    hall.do(c.ReportPrinted(ticket_id))
    assert hall.do(c.ReportPrinted(ticket_id)) == ()
    assert hall.do(c.ReportPrintFailed(ticket_id, "cover")) == ()
    assert hall.ticket(ticket_id).printed is PrintState.PRINTED
    assert hall.refused(c.ReportPrinted("20261124-A999")) == "unknown_ticket"


def test_shown_and_spoken() -> None:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.call(1)
    call_id = f"{ticket_id}-1"
    hall.do(c.ReportShown(call_id))
    hall.now += 1000
    assert hall.do(c.ReportShown(call_id)) == ()
    hall.do(c.ReportSpoken(call_id, spoken=False, reason="no voice"))
    assert hall.do(c.ReportSpoken(call_id, spoken=False, reason="no voice")) == ()
    hall.do(c.ReportSpoken(call_id, spoken=True))
    assert hall.do(c.ReportSpoken(call_id, spoken=False, reason="late")) == ()
    call = hall.state.calls[call_id]
    assert (call.spoken, call.not_spoken_reason, call.shown_at) == (SpokenState.SPOKEN, "", hall.now - 1000)
    assert hall.refused(c.ReportShown("20261124-A001-9")) == "unknown_call"
    assert hall.refused(c.ReportSpoken("20261124-A001-9", spoken=True)) == "unknown_call"
