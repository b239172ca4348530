"""Places with reasons: priority, appointments, helping counters, calls out of order; each overtaking says why."""

from __future__ import annotations

import datetime

from hall_server.domain import commands as c
from hall_server.domain.model import Call, CallReason, CounterPlan, Field
from hall_server.domain.policies import Helping, Policies, PriorityClass
from hall_server.domain.words import Words
from tests.halls import HOUR, MINUTE, Rehearsal, document, open_hall

HELPED = (CounterPlan(1, ("HT",), helps=("DD",)), CounterPlan(2, ("HT", "CT")), CounterPlan(3, ("CT", "DD")))


def last_call(hall: Rehearsal) -> Call:
    return next(reversed(hall.state.calls.values()))


def test_priority_is_a_bounded_credit_and_says_whom_it_overtook() -> None:
    hall = open_hall(1)
    long_waiting = hall.issue()
    hall.now += 31 * MINUTE
    waiting = hall.issue()
    hall.now += 10 * MINUTE
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    assert hall.call(1) == long_waiting, "thirty minutes of credit do not reach who waits longer"
    hall.do(c.MarkMissed(1, long_waiting))
    assert hall.call(1) == "20261124-A003"
    assert (last_call(hall).reason, last_call(hall).overtook) == (CallReason.PRIORITY, 1)
    hall.do(c.MarkMissed(1, "20261124-A003"))
    assert hall.call(1) == waiting
    assert (last_call(hall).reason, last_call(hall).overtook) == (CallReason.FIRST_COME, 0)


def test_a_class_that_does_not_count_yet_gives_no_credit() -> None:
    later = PriorityClass("elderly", Words("x"), 30, "y", since=datetime.date(2027, 1, 1))
    hall = open_hall(1, policies=Policies(priority_classes=(later,)))
    first = hall.issue()
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    assert hall.call(1) == first
    assert hall.refused(c.IssueTicket("HT", priority_class="nobody")) == "unknown_priority"


def test_an_appointment_counts_inside_its_window() -> None:
    hall = open_hall(1)
    hall.now += HOUR
    slot = hall.now + 10 * MINUTE
    first = hall.issue()
    hall.now += 5 * MINUTE
    hall.do(c.IssueTicket("HT", appointment_at=slot))
    assert hall.call(1) == "20261124-A002"
    assert (last_call(hall).reason, last_call(hall).overtook) == (CallReason.APPOINTMENT, 1)
    hall.now = slot + 16 * MINUTE
    hall.do(c.IssueTicket("HT", appointment_at=slot))
    late = hall.ticket("20261124-A003")
    assert (late.place, late.place_reason) == (hall.now, "arrival")
    assert (
        hall.refused(c.IssueTicket("HT", priority_class="elderly", appointment_at=slot)) == "priority_and_appointment"
    )
    hall.do(c.MarkMissed(1, "20261124-A002"))
    assert hall.call(1) == first


def test_a_counter_helps_when_nobody_waits_in_its_own_fields() -> None:
    hall = open_hall(1, counters=HELPED)
    land = hall.issue("DD")
    own = hall.issue("HT")
    assert hall.call(1) == own
    hall.do(c.MarkMissed(1, own))
    assert hall.call(1) == land
    assert last_call(hall).reason is CallReason.HELPING


def test_a_counter_helps_whoever_has_waited_past_the_limit() -> None:
    hall = open_hall(1, counters=HELPED, policies=Policies(helping=Helping(limit_minutes=20)))
    land = hall.issue("DD")
    hall.now += 20 * MINUTE
    own = hall.issue("HT")
    hall.now += MINUTE
    assert hall.call(1) == land
    hall.do(c.MarkMissed(1, land))
    assert hall.call(1) == own


def test_a_call_out_of_order_needs_a_reason_from_the_list_and_is_on_the_record() -> None:
    hall = open_hall(1)
    hall.issue()
    hall.issue()
    chosen = hall.issue()
    assert hall.refused(c.CallChosen(1, chosen, "friend")) == "manual_reason"
    hall.do(c.CallChosen(1, chosen, "frail"))
    assert (last_call(hall).reason, last_call(hall).note, last_call(hall).overtook) == (CallReason.MANUAL, "frail", 2)
    assert hall.refused(c.CallChosen(1, chosen, "frail")) == "counter_busy"
    hall.do(c.StartService(1, chosen))
    hall.do(c.FinishService(1, chosen))
    assert hall.refused(c.CallChosen(1, chosen, "frail")) == "not_waiting"


def test_a_field_may_send_who_is_transferred_to_the_end() -> None:
    fields = tuple(
        Field(one.field_id, one.series, one.name, rejoin_on_transfer=one.field_id == "DD") for one in document().fields
    )
    hall = open_hall(fields=fields)
    moved = hall.issue("HT")
    hall.call(1)
    land = hall.issue("DD")
    hall.now += MINUTE
    hall.do(c.TransferTicket(1, moved, to_field="DD"))
    assert hall.call(3) == land
    hall.do(c.MarkMissed(3, land))
    assert hall.call(3) == moved
    assert last_call(hall).reason is CallReason.FIRST_COME


def test_a_hall_without_appointments_gives_no_number_for_one() -> None:
    hall = open_hall(policies=Policies())
    assert hall.refused(c.IssueTicket("HT", appointment_at=hall.now)) == "no_appointments"
