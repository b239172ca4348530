"""The hall itself: its document, its day, its counters, its fields."""

from __future__ import annotations

import datetime

import pytest

from hall_server.domain import commands as c
from hall_server.domain.model import CounterPlan, CounterState, Field, HallDocument, Procedure, TicketState
from hall_server.domain.policies import (
    Appointments,
    Calendar,
    Policies,
    PriorityClass,
    Session,
)
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words
from tests.halls import DAY, HOUR, Rehearsal, document, open_hall


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"fields": (Field("HT", "A", Words("x")), Field("HT", "B", Words("y")))}, "fields.field_id = HT"),
        ({"fields": (Field("HT", "A", Words("x")), Field("CT", "A", Words("y")))}, "fields.series = A"),
        ({"counters": (CounterPlan(1, ("HT", "CT", "DD")), CounterPlan(1, ("HT",)))}, "counters.counter_id = 1"),
        ({"counters": (CounterPlan(1, ("HT", "CT", "DD", "XX")),)}, "counters[0].fields = XX"),
        ({"counters": (CounterPlan(1, ("HT", "CT", "DD", "DD")),)}, "counters[0].fields = DD"),
        ({"counters": (CounterPlan(1, ("HT", "CT")),)}, "fields[2] = DD"),
        ({"procedures": (Procedure("1.1", "XX", Words("x")),)}, "procedures[0].field_id = XX"),
        ({"time_zone": "Asia/Nowhere"}, "time_zone = Asia/Nowhere"),
        ({"time_zone": "../../etc/passwd"}, "time_zone = ../../etc/passwd"),
        ({"opens": datetime.time(17), "closes": datetime.time(8)}, "closes = 08:00:00"),
    ],
)
def test_a_document_that_contradicts_itself_is_refused_with_the_place(changes: dict[str, object], place: str) -> None:
    decision = Rehearsal().ask(c.ConfigureHall(document(**changes)))
    assert isinstance(decision, Refusal)
    assert any(line.startswith(place) for line in decision.places), decision.places


def test_all_mistakes_are_told_at_once() -> None:
    bad = document(time_zone="x", counters=(CounterPlan(1, ("YY",)),))
    decision = Rehearsal().ask(c.ConfigureHall(bad))
    assert isinstance(decision, Refusal)
    assert len(decision.places) == 5  # the zone, the unknown field, and three fields that nobody serves


def test_the_same_document_again_is_nothing_new() -> None:
    hall = open_hall()
    assert hall.do(c.ConfigureHall(document())) == ()


def test_a_new_document_may_not_drop_what_is_in_use() -> None:
    hall = open_hall(1)
    hall.issue("DD")
    smaller = document(
        fields=(Field("CT", "B", Words("Chứng thực")),), counters=(CounterPlan(2, ("CT",)),), procedures=()
    )
    decision = hall.ask(c.ConfigureHall(smaller))
    assert isinstance(decision, Refusal)
    assert decision.places == ("counters: 1", "fields: DD", "fields: HT")
    assert hall.refused(c.ConfigureHall(document(hall_id="other"))) == "document_in_use"


def test_a_new_document_keeps_who_waits_and_what_is_open() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue("HT")
    hall.do(
        c.ConfigureHall(document(counters=(CounterPlan(1, ("HT", "CT", "DD"), zone="new"), CounterPlan(4, ("HT",)))))
    )
    assert hall.state.counters[1].fields == ("HT",)
    assert hall.state.counters[1].zone == "new"
    assert hall.state.counters[4].state is CounterState.CLOSED
    assert hall.call(1) == ticket_id


def test_a_day_has_its_own_numbers_and_can_be_taken_up_again() -> None:
    hall = open_hall()
    hall.issue("HT")
    hall.do(c.CloseDay())
    assert hall.refused(c.CloseDay()) == "day_closed"
    hall.do(c.OpenDay())
    assert hall.refused(c.OpenDay()) == "day_already_open"
    assert hall.ticket(hall.issue("HT")).number == "A002"
    hall.do(c.CloseDay())
    hall.now += DAY
    hall.do(c.OpenDay())
    assert hall.ticket(hall.issue("HT")).ticket_id == "20261125-A001"


def test_closing_the_day_ends_what_waits_and_spares_who_is_served() -> None:
    hall = open_hall()
    served, called, missed, waiting = (hall.issue() for _ in range(4))
    hall.call(1)
    hall.do(c.StartService(1, served))
    hall.call(2)
    hall.do(c.MarkMissed(2, called))
    hall.call(2)
    assert hall.refused(c.CloseDay()) == "counters_busy"
    hall.do(c.CloseDay(force=True))
    states = [hall.ticket(ticket_id).state for ticket_id in (served, called, missed, waiting)]
    assert states == [TicketState.FINISHED, TicketState.EXPIRED, TicketState.EXPIRED, TicketState.EXPIRED]
    assert all(counter.state is CounterState.CLOSED for counter in hall.state.counters.values())


def test_counters() -> None:
    hall = open_hall(1)
    assert hall.refused(c.OpenCounter(1)) == "counter_already_open"
    assert hall.refused(c.OpenCounter(9)) == "unknown_counter"
    assert hall.refused(c.OpenCounter(2, ("HT", "XX"))) == "unknown_field"
    assert hall.refused(c.CallNext(2)) == "counter_closed"
    hall.do(c.OpenCounter(2, ("DD",)))
    land = hall.issue("DD")
    assert hall.call(2) == land
    assert hall.refused(c.CloseCounter(2)) == "counter_busy"
    assert hall.refused(c.CloseCounter(3)) == "counter_closed"
    hall.do(c.CloseCounter(1))


def test_no_counter_opens_outside_the_day() -> None:
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document()))
    assert hall.refused(c.OpenCounter(1)) == "day_closed"


def test_fields_stop_and_resume() -> None:
    hall = open_hall()
    assert hall.refused(c.ResumeField("HT")) == "field_not_stopped"
    hall.do(c.StopField("HT"))
    assert hall.do(c.StopField("HT")) == ()
    assert hall.do(c.StopField("HT", hall.now + HOUR)) != ()
    assert hall.refused(c.StopField("XX")) == "unknown_field"


def test_an_old_day_must_be_closed_first() -> None:
    hall = open_hall()
    hall.now += DAY
    assert hall.refused(c.OpenDay()) == "day_from_before"


def test_in_a_break_no_numbers_are_given_and_people_are_served() -> None:
    hall = open_hall(1)
    waiting = hall.issue()
    hall.do(c.BeginBreak(hall.now + HOUR))
    assert hall.refused(c.IssueTicket("HT")) == "break"
    assert hall.call(1) == waiting
    assert hall.refused(c.BeginBreak(hall.now)) == "not_in_future"
    hall.do(c.EndBreak())
    assert hall.refused(c.EndBreak()) == "not_on_break"
    hall.issue()


def test_pause_and_change_of_fields() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue("DD")
    hall.do(c.PauseCounter(1, "họp"))
    assert hall.do(c.PauseCounter(1, "họp")) == ()
    assert hall.refused(c.CallNext(1)) == "counter_paused"
    hall.do(c.ResumeCounter(1))
    assert hall.refused(c.ResumeCounter(1)) == "counter_not_paused"
    for fields, helps in (((), ()), (("HT", "HT"), ()), (("HT",), ("HT",))):
        assert hall.refused(c.ServeFields(1, fields, helps)) == "fields_needed"
    hall.do(c.ServeFields(1, ("HT", "DD")))
    assert hall.do(c.ServeFields(1, ("HT", "DD"))) == ()
    assert hall.call(1) == ticket_id
    assert hall.refused(c.PauseCounter(1)) == "counter_busy"


def test_policies_that_contradict_themselves() -> None:
    twice = PriorityClass("a", Words("x"), 10, "y")
    overlapping = (Session(datetime.time(8), datetime.time(12)), Session(datetime.time(11), datetime.time(10)))
    never = Appointments(early_minutes=0, grace_minutes=0)
    calendar = Calendar(sessions=overlapping)
    policies = Policies(priority_classes=(twice, twice), appointments=never, calendar=calendar)
    decision = Rehearsal().ask(c.ConfigureHall(document(policies=policies)))
    assert isinstance(decision, Refusal)
    assert [line.split(":")[0].split(" ")[0] for line in decision.places] == [
        "policies.priority_classes.class_id",
        "policies.appointments",
        "policies.calendar.sessions[1]",
        "policies.calendar.sessions[1]",
    ]


def _without_land(**changes: object) -> HallDocument:
    fields = tuple(field for field in document().fields if field.field_id != "DD")
    counters = (CounterPlan(1, ("HT",)), CounterPlan(2, ("HT", "CT")), CounterPlan(3, ("CT",)))
    return document(fields=fields, counters=counters, **changes)


def test_a_new_document_may_not_drop_a_field_to_which_a_visit_goes_on() -> None:
    hall = open_hall(1)
    hall.do(c.IssueTicket("HT", next_fields=("DD",)))
    assert hall.refused(c.ConfigureHall(_without_land())) == "document_in_use"


def test_a_new_document_may_not_drop_a_field_that_a_counter_helps() -> None:
    hall = open_hall(1)
    hall.do(c.ServeFields(1, ("HT",), ("DD",)))
    assert hall.refused(c.ConfigureHall(_without_land())) == "document_in_use"


def test_a_new_document_may_not_drop_the_field_of_a_step_that_may_be_taken_back() -> None:
    hall = open_hall(3)
    ticket_id = hall.issue("DD")
    hall.call(3)
    hall.do(c.StartService(3, ticket_id))
    hall.do(c.FinishService(3, ticket_id))
    hall.do(c.ServeFields(3, ("CT",)))
    assert hall.refused(c.ConfigureHall(_without_land())) == "document_in_use"


def test_a_time_zone_where_it_is_still_yesterday_would_give_numbers_twice() -> None:
    hall = open_hall(1)
    hall.issue("HT")
    hall.do(c.CloseDay())
    assert hall.refused(c.ConfigureHall(document(time_zone="Pacific/Pago_Pago"))) == "document_in_use"
    hall.do(c.ConfigureHall(document(time_zone="Asia/Tokyo")))


def test_a_closed_counter_is_as_the_document_plans_it() -> None:
    """Whatever it served before: a server that starts on the next day knows nothing of that."""
    hall = open_hall(1)
    hall.do(c.ServeFields(1, ("DD",), ("CT",)))
    hall.do(c.CloseCounter(1))
    assert (hall.state.counters[1].fields, hall.state.counters[1].helps) == (("HT",), ())


def test_a_counter_opened_for_a_field_that_it_would_help_serves_it() -> None:
    counters = (CounterPlan(1, ("HT",), helps=("CT", "DD")), CounterPlan(2, ("HT", "CT", "DD")))
    hall = open_hall(2, counters=counters)
    hall.do(c.OpenCounter(1, ("CT",)))
    assert (hall.state.counters[1].fields, hall.state.counters[1].helps) == (("CT",), ("DD",))


def test_a_field_is_not_expected_back_in_the_past() -> None:
    hall = open_hall()
    assert hall.refused(c.StopField("HT", hall.now)) == "not_in_future"
    hall.do(c.StopField("HT", hall.now + 1))
    hall.now += 1
    assert hall.do(c.StopField("HT", hall.now)) == (), "the same once more, late"
