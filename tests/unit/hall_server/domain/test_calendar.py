"""The business day by the clock: sessions, breaks, holidays by three calendars, and what staff decided."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from hall_link.lunar import lunar_date
from hall_server.domain import commands as c
from hall_server.domain.calendar import business_date, due_command, numbers_until, sessions_on
from hall_server.domain.model import CounterPlan, DayState, Field
from hall_server.domain.policies import (
    Calendar,
    DecidedDay,
    FixedHoliday,
    LunarHoliday,
    Policies,
    Session,
)
from hall_server.domain.words import Words
from tests.halls import HOUR, MORNING, Rehearsal, document, open_hall


def no_moon(date: datetime.date) -> tuple[int, int, bool]:
    """A lunar calendar without holidays: every day is the fifth of a leap month."""
    return 5, 1, True


def test_the_business_day_is_the_date_in_the_hall_not_in_utc() -> None:
    assert business_date(document(), MORNING - 90 * 60_000) == "2026-11-24"  # 06:30 in Vietnam is the day before in UTC


def test_what_the_clock_asks_for_over_two_days() -> None:
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document()))
    asked = []
    hall.now = MORNING - 8 * HOUR
    for _ in range(2 * 24 * 4):
        due = due_command(hall.state, hall.now, no_moon)
        while due is not None:
            asked.append((type(due).__name__, (hall.now - MORNING + 8 * HOUR) / HOUR))
            hall.do(due)
            due = due_command(hall.state, hall.now, no_moon)
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
    assert due_command(hall.state, hall.now, no_moon) == c.OpenDay()
    hall.do(c.OpenDay())
    hall.now += 16 * HOUR
    assert due_command(hall.state, hall.now, no_moon) == c.CloseDay(force=True)
    hall.do(c.CloseDay(force=True))
    assert due_command(hall.state, hall.now, no_moon) == c.OpenDay()


def test_what_staff_decided_the_clock_leaves_alone() -> None:
    hall = open_hall()
    hall.do(c.CloseDay())
    assert due_command(hall.state, hall.now + HOUR, no_moon) is None  # closed by hand at 08:00: it stays closed today
    hall.now += 10 * HOUR
    hall.do(c.OpenDay())  # taken up again at 18:00, after the last number
    assert due_command(hall.state, hall.now, no_moon) is None
    assert hall.state.day is DayState.OPEN


def test_a_day_opened_early_still_ends_in_time() -> None:
    hall = Rehearsal(now=MORNING - 2 * HOUR)
    hall.do(c.ConfigureHall(document()))
    hall.do(c.OpenDay())
    assert due_command(hall.state, MORNING + 9 * HOUR, no_moon) == c.StopIssuing()


def test_breaks_sessions_and_last_numbers_by_the_clock() -> None:
    sessions = (
        Session(datetime.time(7, 30), datetime.time(11, 30)),
        Session(datetime.time(13, 30), datetime.time(17, 0)),
    )
    fields = tuple(
        Field(one.field_id, one.series, one.name, last_number=datetime.time(16) if one.field_id == "DD" else None)
        for one in document().fields
    )
    hall = Rehearsal(now=MORNING - HOUR)
    hall.do(c.ConfigureHall(document(fields=fields, policies=Policies(calendar=Calendar(sessions=sessions)))))
    asked = []
    for _ in range(4 * 12):
        due = due_command(hall.state, hall.now, no_moon)
        while due is not None:
            asked.append((type(due).__name__, (hall.now - MORNING) / HOUR + 8))
            hall.do(due)
            due = due_command(hall.state, hall.now, no_moon)
        hall.now += HOUR // 4
    assert asked == [
        ("OpenDay", 7.5),
        ("BeginBreak", 11.5),
        ("EndBreak", 13.5),
        ("StopField", 16.0),
        ("StopIssuing", 17.0),
    ]


@pytest.mark.parametrize(
    ("date", "works"),
    [
        ("2026-11-24", True),  # an ordinary Tuesday
        ("2026-11-28", True),  # Saturday, in the morning only
        ("2026-11-29", False),  # Sunday
        ("2026-09-02", False),  # a fixed holiday
        ("2027-02-05", False),  # the eve of Tết
        ("2027-02-06", False),  # Tết
        ("2027-02-09", True),  # the Tuesday after the four days
        ("2007-02-17", False),  # Tết 2007, a day earlier in Việt Nam than in China
        ("2030-02-02", False),  # Tết 2030, likewise
        ("2026-12-31", False),  # decided
        ("2027-01-03", True),  # a Sunday decided to be worked
    ],
)
def test_days_off(date: str, works: bool) -> None:
    calendar = Calendar(
        weekdays=(0, 1, 2, 3, 4, 5),
        saturday_sessions=(Session(datetime.time(7, 30), datetime.time(11, 30)),),
        fixed_holidays=(FixedHoliday(9, 2, Words("Quốc khánh")),),
        lunar_holidays=(LunarHoliday(1, 0, Words("Tết Nguyên đán"), days=4),),
        decided_days=(
            DecidedDay(datetime.date(2026, 12, 31), Words("Nghỉ bù")),
            DecidedDay(datetime.date(2027, 1, 3), Words("Làm bù"), works=True),
        ),
    )
    hall = document(policies=Policies(calendar=calendar))

    def moon(day: datetime.date) -> tuple[int, int, bool]:
        found = lunar_date(day)
        return found.day, found.month, found.is_leap

    assert bool(sessions_on(hall, datetime.date.fromisoformat(date), moon)) is works


def test_when_the_last_number_of_the_session_is_given() -> None:
    half_past_ten = datetime.time(10, 30)
    fields = (
        Field("HT", "A", Words("Hộ tịch")),
        Field("CT", "B", Words("Chứng thực")),
        Field("DD", "C", Words("Đất đai"), last_number=half_past_ten),
    )
    sessions = (Session(datetime.time(7, 30), datetime.time(11, 30)), Session(datetime.time(13), datetime.time(17)))
    policies = Policies(calendar=Calendar(sessions=sessions))
    hall = open_hall(fields=fields, policies=policies)

    def until() -> list[float | None]:
        """Hours after the morning's eight o'clock."""
        document = hall.state.document
        assert document is not None
        ends = [numbers_until(hall.state, document, field) for field in fields]
        return [None if end is None else (end - MORNING) / HOUR for end in ends]

    assert until() == [3.5, 3.5, 2.5]
    hall.now += 3 * HOUR
    hall.do(c.StopField("CT"))
    hall.do(c.StopField("DD"))
    assert until() == [3.5, None, None]
    hall.do(c.ResumeField("DD"))
    assert until() == [3.5, None, 3.5]
    hall.now = MORNING + 4 * HOUR
    hall.do(c.BeginBreak(MORNING + 5 * HOUR))
    assert until() == [None, None, None]
    hall.now = MORNING + 5 * HOUR
    hall.do(c.EndBreak())
    assert until() == [9.0, None, 9.0]


def test_staff_who_open_outside_of_the_sessions_end_it_themselves() -> None:
    hall = open_hall()
    hall.now += 12 * HOUR
    hall.do(c.CloseDay(force=True))
    hall.do(c.OpenDay())
    document = hall.state.document
    assert document is not None
    assert numbers_until(hall.state, document, document.fields[0]) is None


MORNING_AND_AFTERNOON = Policies(
    calendar=Calendar(
        sessions=(Session(datetime.time(7, 30), datetime.time(11, 30)), Session(datetime.time(13), datetime.time(17)))
    )
)


def test_a_break_that_staff_began_ends_when_people_were_told() -> None:
    hall = open_hall(policies=MORNING_AND_AFTERNOON)
    hall.do(c.BeginBreak(hall.now + HOUR))
    hall.now += HOUR - 1
    assert due_command(hall.state, hall.now, no_moon) is None
    hall.now += 1
    assert due_command(hall.state, hall.now, no_moon) == c.EndBreak()


def test_a_break_that_staff_began_goes_over_into_the_one_between_the_sessions() -> None:
    hall = open_hall(policies=MORNING_AND_AFTERNOON)
    hall.now = MORNING + 3 * HOUR
    hall.do(c.BeginBreak(MORNING + 4 * HOUR))
    hall.now = MORNING + 4 * HOUR - 1
    assert due_command(hall.state, hall.now, no_moon) is None
    hall.now += 1
    assert due_command(hall.state, hall.now, no_moon) == c.BeginBreak(MORNING + 5 * HOUR)


def test_a_break_of_staff_that_lasts_into_the_afternoon_is_theirs() -> None:
    hall = open_hall(policies=MORNING_AND_AFTERNOON)
    hall.do(c.BeginBreak(MORNING + 6 * HOUR))
    hall.now = MORNING + 6 * HOUR - 1
    assert due_command(hall.state, hall.now, no_moon) is None
    hall.now += 1
    assert due_command(hall.state, hall.now, no_moon) == c.EndBreak()


def test_round_the_clock_a_break_ends_and_a_field_gives_its_last_number() -> None:
    midnight = datetime.time(0)
    fields = tuple(replace(field, last_number=datetime.time(16)) for field in document().fields[:1])
    counters = (CounterPlan(1, ("HT",)),)
    hall = open_hall(1, opens=midnight, closes=midnight, fields=fields, counters=counters)
    hall.do(c.BeginBreak(hall.now + HOUR))
    hall.now += HOUR
    assert due_command(hall.state, hall.now, no_moon) == c.EndBreak()
    hall.do(c.EndBreak())
    assert due_command(hall.state, hall.now, no_moon) is None
    hall.now = MORNING + 8 * HOUR
    assert due_command(hall.state, hall.now, no_moon) == c.StopField("HT")


def test_a_field_stopped_in_the_morning_still_gives_its_last_number_in_the_afternoon() -> None:
    fields = tuple(replace(field, last_number=datetime.time(16)) for field in document().fields[:1])
    hall = open_hall(1, fields=fields, counters=(CounterPlan(1, ("HT",)),))
    hall.do(c.StopField("HT"))
    hall.now += HOUR
    hall.do(c.ResumeField("HT"))
    hall.now = MORNING + 8 * HOUR
    assert due_command(hall.state, hall.now, no_moon) == c.StopField("HT")
    hall.do(c.StopField("HT"))
    hall.do(c.ResumeField("HT"))
    assert due_command(hall.state, hall.now, no_moon) is None, "taken up again after it, it is for staff to end"


def test_a_saturday_decided_to_be_worked_is_as_long_as_a_weekday() -> None:
    saturday = datetime.date(2026, 11, 28)
    half = (Session(datetime.time(7, 30), datetime.time(11, 30)),)
    ordinary = Calendar(saturday_sessions=half)
    decided = Calendar(saturday_sessions=half, decided_days=(DecidedDay(saturday, Words("Làm bù"), works=True),))
    whole = (Session(datetime.time(7, 30), datetime.time(17)),)
    assert sessions_on(document(policies=Policies(calendar=ordinary)), saturday, no_moon) == half
    assert sessions_on(document(policies=Policies(calendar=decided)), saturday, no_moon) == whole
