"""The hall itself: its document, its day, its counters, its fields."""

from __future__ import annotations

import datetime

import pytest

from hall_server.domain import commands as c
from hall_server.domain.calendar import business_date, due_command
from hall_server.domain.model import CounterPlan, CounterState, DayState, Field, Procedure, TicketState, Words
from hall_server.domain.refusals import Refusal
from tests.halls import DAY, HOUR, MORNING, Rehearsal, document, open_hall


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


def test_the_business_day_is_the_date_in_the_hall_not_in_utc() -> None:
    assert business_date(document(), MORNING - 90 * 60_000) == "2026-11-24"  # 06:30 in Vietnam is the day before in UTC


def test_what_the_clock_asks_for_over_two_days() -> None:
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document()))
    asked = []
    hall.now = MORNING - 8 * HOUR
    for _ in range(2 * 24 * 4):
        due = due_command(hall.state, hall.now)
        while due is not None:
            asked.append((type(due).__name__, (hall.now - MORNING + 8 * HOUR) / HOUR))
            hall.do(due)
            due = due_command(hall.state, hall.now)
        hall.now += HOUR // 4
    assert asked == [
        ("OpenDay", 7.5),
        ("StopIssuing", 17.0),
        ("CloseDay", 24.0),
        ("OpenDay", 31.5),
        ("StopIssuing", 41.0),
    ]


def test_round_the_clock_the_day_changes_at_midnight() -> None:
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document(opens=datetime.time(0), closes=datetime.time(0))))
    assert due_command(hall.state, hall.now) == c.OpenDay()
    hall.do(c.OpenDay())
    hall.now += 16 * HOUR
    assert due_command(hall.state, hall.now) == c.CloseDay(force=True)
    hall.do(c.CloseDay(force=True))
    assert due_command(hall.state, hall.now) == c.OpenDay()


def test_what_staff_decided_the_clock_leaves_alone() -> None:
    hall = open_hall()
    hall.do(c.CloseDay())
    assert due_command(hall.state, hall.now + HOUR) is None  # closed by hand at 08:00: it stays closed today
    hall.now += 10 * HOUR
    hall.do(c.OpenDay())  # taken up again at 18:00, after the last number
    assert due_command(hall.state, hall.now) is None
    assert hall.state.day is DayState.OPEN


def test_a_day_opened_early_still_ends_in_time() -> None:
    hall = Rehearsal(now=MORNING - 2 * HOUR)
    hall.do(c.ConfigureHall(document()))
    hall.do(c.OpenDay())
    assert due_command(hall.state, MORNING + 9 * HOUR) == c.StopIssuing()


def test_an_old_day_must_be_closed_first() -> None:
    hall = open_hall()
    hall.now += DAY
    assert hall.refused(c.OpenDay()) == "day_from_before"
