"""The business day: which date it is in the hall, and what the clock alone asks for.

The server's clock decides, in the hall's time zone. The day opens by itself at `opens` unless somebody closed it today,
numbers stop at `closes` while those who wait are still served, and a day that is still open after midnight is closed
for good.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from hall_server.domain.commands import CloseDay, Command, OpenDay, StopIssuing
from hall_server.domain.model import DayState, HallDocument, HallState


def local_time(document: HallDocument, at: int) -> datetime.datetime:
    """The hall's local time at `at` (ms UTC)."""
    return datetime.datetime.fromtimestamp(at / 1000, tz=_zone(document.time_zone))


def business_date(document: HallDocument, at: int) -> str:
    """ISO date of the business day that `at` belongs to: the calendar date in the hall's time zone."""
    return local_time(document, at).date().isoformat()


def due_command(state: HallState, now: int) -> Command | None:
    """What the clock asks for at `now`; asked again after each command until nothing is due."""
    document = state.document
    if document is None:
        return None
    today = business_date(document, now)
    if state.day is not DayState.CLOSED:
        if state.business_date != today:
            return CloseDay(force=True)
        return StopIssuing() if _closing_time_has_come(state, document, now) else None
    return OpenDay() if state.business_date != today and _takes_numbers(document, now) else None


def _closing_time_has_come(state: HallState, document: HallDocument, now: int) -> bool:
    """True once a day: a day that staff take up again after closing time is theirs to end."""
    if state.day is not DayState.OPEN or document.round_the_clock or state.opened_at is None:
        return False
    opened_before = local_time(document, state.opened_at).time() < document.closes
    return opened_before and local_time(document, now).time() >= document.closes


def _takes_numbers(document: HallDocument, at: int) -> bool:
    if document.round_the_clock:
        return True
    return document.opens <= local_time(document, at).time() < document.closes


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
