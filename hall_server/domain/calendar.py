"""The business day: which date it is in the hall, when it works, and what the clock alone asks for.

The server's clock decides, in the hall's time zone. The day opens by itself with its first session unless somebody
closed it today; between two sessions no numbers are given; after the last one who waits is still served; a day that is
still open after midnight is closed for good. What staff decide, the clock leaves alone until the next session.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo

from hall_server.domain.commands import (
    BeginBreak,
    CloseDay,
    Command,
    EndBreak,
    OpenDay,
    StopField,
    StopIssuing,
)
from hall_server.domain.model import DayState, Field, HallDocument, HallState
from hall_server.domain.policies import Calendar, LunarHoliday, Session

SATURDAY = 5
LunarOf = Callable[[datetime.date], tuple[int, int, bool]]
"""The lunar (day, month, whether it is a leap month) of a date."""


def local_time(document: HallDocument, at: int) -> datetime.datetime:
    """The hall's local time at `at` (ms UTC)."""
    return datetime.datetime.fromtimestamp(at / 1000, tz=_zone(document.time_zone))


def business_date(document: HallDocument, at: int) -> str:
    """ISO date of the business day that `at` belongs to: the calendar date in the hall's time zone."""
    return local_time(document, at).date().isoformat()


def sessions_on(document: HallDocument, date: datetime.date, lunar: LunarOf) -> tuple[Session, ...]:
    """When numbers are given on `date`, in order; empty on a day off."""
    calendar = document.policies.calendar
    decided = next((day for day in calendar.decided_days if day.date == date), None)
    if decided is None and (date.weekday() not in calendar.weekdays or _is_holiday(calendar, date, lunar)):
        return ()
    if decided is not None and not decided.works:
        return ()
    return _sessions_of_a_working_day(document, date)


def numbers_until(state: HallState, document: HallDocument, field: Field) -> int | None:
    """When the last number of the present session is given in a field (ms UTC); None while none are given, round the
    clock, and when staff have opened outside of the sessions: then they end it too."""
    if state.day is not DayState.OPEN or field.field_id in state.stops or document.round_the_clock:
        return None
    local = local_time(document, state.at)
    sessions = _sessions_of_a_working_day(document, local.date())
    session = next((one for one in sessions if one.opens <= local.time() < one.closes), None)
    if session is None:
        return None
    last = _last_number(state, document, field)
    ends = session.closes if last is None or last < local.time() else min(last, session.closes)
    return int(datetime.datetime.combine(local.date(), ends, tzinfo=local.tzinfo).timestamp() * 1000)


def _sessions_of_a_working_day(document: HallDocument, date: datetime.date) -> tuple[Session, ...]:
    """A Saturday that the authorities decided to be worked takes the place of a weekday, and is as long."""
    calendar = document.policies.calendar
    decided = any(day.works and day.date == date for day in calendar.decided_days)
    if date.weekday() == SATURDAY and calendar.saturday_sessions and not decided:
        return calendar.saturday_sessions
    return calendar.sessions or (Session(document.opens, document.closes),)


def due_command(state: HallState, now: int, lunar: LunarOf) -> Command | None:
    """What the clock asks for at `now`; asked again after each command until nothing is due."""
    document = state.document
    if document is None:
        return None
    local = local_time(document, now)
    today = local.date().isoformat()
    if state.day is not DayState.CLOSED and state.business_date != today:
        return CloseDay(force=True)
    sessions = () if document.round_the_clock else sessions_on(document, local.date(), lunar)
    in_session = document.round_the_clock or any(one.opens <= local.time() < one.closes for one in sessions)
    match state.day:
        case DayState.CLOSED:
            return OpenDay() if in_session and state.business_date != today else None
        case DayState.BREAK if in_session:
            return EndBreak() if _break_is_over(state, now) else None
        case DayState.BREAK:
            return _between_or_after(state, document, local, sessions)
        case DayState.OPEN if not in_session:
            return _between_or_after(state, document, local, sessions)
        case DayState.OPEN:
            return _last_number_due(state, document, now)
    return None


def _break_is_over(state: HallState, now: int) -> bool:
    """Whoever asked was told `reopens_at`."""
    return state.reopens_at is None or state.reopens_at <= now


def _between_or_after(
    state: HallState, document: HallDocument, local: datetime.datetime, sessions: tuple[Session, ...]
) -> Command | None:
    """Once after each session: what staff take up again after it is theirs to end."""
    ended = [session for session in sessions if session.closes <= local.time()]
    if not ended or state.opened_at is None or local_time(document, state.opened_at).time() >= ended[-1].closes:
        return None
    following = [session for session in sessions if session.opens > local.time()]
    if not following:
        return StopIssuing()
    if state.day is DayState.BREAK and not _break_is_over(state, round(local.timestamp() * 1000)):
        return None
    reopens = datetime.datetime.combine(local.date(), following[0].opens, tzinfo=local.tzinfo)
    return BeginBreak(int(reopens.timestamp() * 1000))


def _last_number_due(state: HallState, document: HallDocument, now: int) -> Command | None:
    """A field whose own last number comes before the hall's."""
    for field in state.fields.values():
        last = _last_number(state, document, field)
        if last is not None and local_time(document, now).time() >= last and field.field_id not in state.stops:
            return StopField(field.field_id)
    return None


def _last_number(state: HallState, document: HallDocument, field: Field) -> datetime.time | None:
    """A field's own last number of today; None where it has none, or where the field was taken up again after it."""
    resumed_at, last = state.resumed.get(field.field_id), field.last_number
    if last is None or resumed_at is None or local_time(document, resumed_at).time() < last:
        return last
    return None


def _is_holiday(calendar: Calendar, date: datetime.date, lunar: LunarOf) -> bool:
    fixed = any((date.month, date.day) == (one.month, one.day) for one in calendar.fixed_holidays)
    return fixed or any(_is_lunar_holiday(one, date, lunar) for one in calendar.lunar_holidays)


def _is_lunar_holiday(holiday: LunarHoliday, date: datetime.date, lunar: LunarOf) -> bool:
    """Whether `date` is one of the days in a row that begin on the holiday's lunar date."""
    shift = 0 if holiday.day else 1  # day 0, the last of the month before, is the eve of day 1
    first = (holiday.day or 1, holiday.month, False)
    return any(lunar(date + datetime.timedelta(days=shift - passed)) == first for passed in range(holiday.days))


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
