"""Away from the counter and back: hold, missed and returned, further legs, and steps taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall_server.domain import commands as c
from hall_server.domain.model import CallReason, PlaceReason, TicketState
from hall_server.domain.policies import NoShow, Policies
from tests.halls import HOUR, MINUTE, Rehearsal, document, open_hall


def serve(hall: Rehearsal, counter_id: int) -> str:
    ticket_id = hall.call(counter_id)
    assert ticket_id is not None
    hall.do(c.StartService(counter_id, ticket_id))
    return ticket_id


def call_of(hall: Rehearsal, ticket_id: str) -> CallReason:
    return hall.state.calls[hall.ticket(ticket_id).call_id or ""].reason


def test_who_fetches_a_paper_keeps_the_place_and_the_counter() -> None:
    hall = open_hall(1, 2)
    first = hall.issue()
    others = [hall.issue() for _ in range(3)]
    serve(hall, 1)
    hall.do(c.HoldTicket(1, first, hall.now + HOUR))
    assert hall.state.counters[1].ticket_id is None
    assert hall.call(1) == others[0]
    hall.do(c.ResumeTicket(first))
    assert hall.call(2) == others[1], "it waits for the counter that knows the matter"
    hall.do(c.MarkMissed(1, others[0]))
    assert hall.call(1) == first
    assert call_of(hall, first) is CallReason.RETURNED


def test_a_hold_needs_a_time_within_bounds() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    assert hall.refused(c.HoldTicket(1, ticket_id, hall.now + HOUR)) == "not_at_this_counter"
    serve(hall, 1)
    for until in (hall.now - 1, hall.now, hall.now + 5 * HOUR):
        assert hall.refused(c.HoldTicket(1, ticket_id, until)) == "hold_time"
    assert hall.refused(c.ResumeTicket(ticket_id)) == "not_on_hold"


def test_back_from_hold_to_a_closed_counter_any_counter_calls() -> None:
    hall = open_hall(1, 2)
    ticket_id = hall.issue()
    serve(hall, 1)
    hall.do(c.HoldTicket(1, ticket_id, hall.now + HOUR))
    hall.do(c.CloseCounter(1))
    hall.do(c.ResumeTicket(ticket_id))
    assert hall.call(2) == ticket_id


def test_who_missed_the_call_stands_behind_the_next_two() -> None:
    hall = open_hall(1)
    first, *others = (hall.issue() for _ in range(5))
    hall.call(1)
    hall.do(c.MarkMissed(1, first))
    hall.do(c.ComeBack(first))
    assert hall.ticket(first).place_reason is PlaceReason.CAME_BACK
    called = []
    for _ in range(5):
        called.append(hall.call(1))
        hall.do(c.MarkMissed(1, called[-1] or ""))
    assert called == [others[0], others[1], first, others[2], others[3]]


def test_two_who_come_back_keep_their_order() -> None:
    hall = open_hall(1, 2)
    first, second, *others = (hall.issue() for _ in range(5))
    hall.call(1)
    hall.call(2)
    hall.do(c.MarkMissed(1, first))
    hall.do(c.MarkMissed(2, second))
    hall.do(c.ComeBack(first))
    hall.do(c.ComeBack(second))
    waiting = [one.ticket_id for one in hall.state.queues["HT"]]
    assert waiting == [others[0], others[1], first, second, others[2]]


def test_coming_back_to_an_empty_queue_is_no_worse_than_before() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.call(1)
    hall.do(c.MarkMissed(1, ticket_id))
    assert hall.refused(c.ComeBack("20261124-A009")) == "unknown_ticket"
    hall.do(c.ComeBack(ticket_id))
    assert hall.refused(c.ComeBack(ticket_id)) == "not_missed"
    assert hall.call(1) == ticket_id


def test_too_late_is_a_new_number() -> None:
    hall = open_hall(1, policies=Policies(no_show=NoShow(tolerance_minutes=10)))
    ticket_id = hall.issue()
    hall.call(1)
    hall.do(c.MarkMissed(1, ticket_id))
    hall.now += 10 * MINUTE + 1
    assert hall.refused(c.ComeBack(ticket_id)) == "came_back_too_late"


def test_a_visit_of_several_fields_goes_on_under_one_number() -> None:
    hall = open_hall()
    hall.do(c.IssueTicket("HT", next_fields=("CT", "DD")))
    (ticket_id,) = hall.state.tickets
    for counter_id, field_id in ((1, "HT"), (2, "CT"), (3, "DD")):
        assert hall.ticket(ticket_id).field_id == field_id
        assert hall.call(counter_id) == ticket_id
        hall.do(c.StartService(counter_id, ticket_id))
        hall.do(c.FinishService(counter_id, ticket_id))
    ticket = hall.ticket(ticket_id)
    assert (ticket.state, ticket.leg, ticket.number) == (TicketState.FINISHED, 3, "A001")


@pytest.mark.parametrize("kind", ["start", "finish", "missed", "hold"])
def test_a_step_is_taken_back(kind: str) -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.call(1)
    if kind == "missed":
        before = hall.ticket(ticket_id)
        hall.do(c.MarkMissed(1, ticket_id))
    elif kind == "start":
        before = hall.ticket(ticket_id)
        hall.do(c.StartService(1, ticket_id))
    else:
        hall.do(c.StartService(1, ticket_id))
        before = hall.ticket(ticket_id)
        hall.do(c.FinishService(1, ticket_id) if kind == "finish" else c.HoldTicket(1, ticket_id, hall.now + HOUR))
    hall.do(c.UndoStep(1, ticket_id))
    assert hall.ticket(ticket_id) == before
    assert hall.state.counters[1].ticket_id == ticket_id
    assert hall.refused(c.UndoStep(1, ticket_id)) == "nothing_to_undo"


def test_a_step_is_not_taken_back_once_something_happened_since() -> None:
    hall = open_hall(1)
    first, second = hall.issue(), hall.issue()
    assert hall.refused(c.UndoStep(1, first)) == "nothing_to_undo"
    serve(hall, 1)
    assert hall.call(1, finishing=first) == second
    assert hall.refused(c.UndoStep(1, first)) == "nothing_to_undo"
    hall.do(c.StartService(1, second))
    hall.now += 61_000
    assert hall.refused(c.UndoStep(1, second)) == "undo_too_late"


def test_what_was_printed_meanwhile_stays_printed_when_a_step_is_taken_back() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.call(1)
    hall.do(c.StartService(1, ticket_id))
    hall.do(c.ReportPrinted(ticket_id))
    hall.do(c.UndoStep(1, ticket_id))
    assert hall.ticket(ticket_id).printed == "printed"


def test_next_calls_the_same_visit_when_its_next_field_is_the_counters_too() -> None:
    """It keeps its place, and by that place it is next: the person need not stand up."""
    hall = open_hall(2)
    hall.do(c.IssueTicket("HT", next_fields=("CT",)))
    first = next(iter(hall.state.tickets))
    hall.issue("HT")
    assert hall.call(2) == first
    hall.do(c.StartService(2, first))
    assert hall.call(2, finishing=first) == first
    assert hall.ticket(first).leg == 2
    assert hall.state.calls[f"{first}-2"].reason is CallReason.FIRST_COME


def test_an_earlier_number_that_goes_on_in_a_field_is_counted_as_overtaken() -> None:
    hall = open_hall(2)
    hall.do(c.IssueTicket("HT", next_fields=("CT",)))
    first = next(iter(hall.state.tickets))
    hall.call(2)
    hall.do(c.StartService(2, first))
    hall.now += 1000
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    assert hall.call(2, finishing=first) != first
    assert hall.state.calls["20261124-A002-1"].overtook == 1


def test_a_visit_that_goes_on_in_a_helped_field_is_next_there() -> None:
    hall = open_hall(1)
    hall.do(c.ServeFields(1, ("HT",), ("CT",)))
    later = hall.issue("CT")
    hall.do(c.IssueTicket("HT", next_fields=("CT",), priority_class="elderly"))
    first = hall.call(1) or ""
    assert first != later
    hall.do(c.StartService(1, first))
    assert hall.call(1, finishing=first) == first


def test_a_step_is_not_taken_back_after_the_ticket_was_elsewhere_and_ended_up_alike() -> None:
    hall = open_hall(1, 2)
    first = hall.issue("HT")
    hall.call(1)
    hall.do(c.MarkMissed(1, first))
    hall.do(c.ComeBack(first))
    hall.call(2)
    hall.do(c.MarkMissed(2, first))
    assert hall.refused(c.UndoStep(1, first)) == "nothing_to_undo"


def test_nothing_is_taken_back_at_a_counter_on_a_break() -> None:
    hall = open_hall(1)
    first = hall.issue("HT")
    hall.call(1)
    hall.do(c.MarkMissed(1, first))
    hall.do(c.PauseCounter(1, "giải lao"))
    assert hall.refused(c.UndoStep(1, first)) == "counter_paused"
    hall.do(c.ResumeCounter(1))
    hall.do(c.UndoStep(1, first))
    assert hall.ticket(first).state is TicketState.CALLED


def test_back_from_hold_nobody_waits_before_a_counter_on_a_break() -> None:
    hall = open_hall(1, 2)
    hall.issue("HT")
    first = serve(hall, 1)
    hall.do(c.HoldTicket(1, first, hall.now + HOUR))
    hall.do(c.PauseCounter(1, "họp"))
    hall.do(c.ResumeTicket(first))
    assert hall.call(2) == first


def test_sent_back_to_the_queue_of_the_same_field_the_place_is_kept() -> None:
    """Whatever the field says of those who come from elsewhere."""
    fields = tuple(replace(field, rejoin_on_transfer=True) for field in document().fields)
    hall = open_hall(1, fields=fields)
    hall.issue("HT")
    first = serve(hall, 1)
    hall.now += MINUTE
    hall.issue("HT")
    hall.do(c.TransferTicket(1, first, to_field="HT"))
    assert hall.call(1) == first


def test_sent_on_to_the_field_that_comes_next_the_visit_is_not_sent_there_twice() -> None:
    hall = open_hall(1, 3)
    first = hall.issued(c.IssueTicket("HT", next_fields=("CT", "DD")))
    hall.call(1)
    hall.do(c.TransferTicket(1, first, to_field="CT"))
    assert hall.state.tickets[first].next_fields == ("DD",)
    hall.call(3)
    hall.do(c.StartService(3, first))
    hall.do(c.FinishService(3, first))
    assert hall.state.tickets[first].field_id == "DD"


def test_sent_on_elsewhere_a_visit_still_has_all_its_fields_to_come() -> None:
    hall = open_hall(1)
    first = hall.issued(c.IssueTicket("HT", next_fields=("CT",)))
    hall.call(1)
    hall.do(c.TransferTicket(1, first, to_field="DD"))
    assert hall.state.tickets[first].next_fields == ("CT",)
