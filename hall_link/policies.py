"""What a hall decides for itself, as written in its document; each number with its unit in its name.

The same fields as `hall_server.domain.policies`, where it is said what each does; here are the ranges of each.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from hall_link.text import Identifier, Name, Text

Minutes = Annotated[int, Meta(ge=0, le=1440)]


class PriorityClassDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A class of people whose place counts `credit_minutes` earlier, by which law or decision, and since which day."""

    class_id: Identifier
    label: Text
    credit_minutes: Annotated[int, Meta(ge=1, le=480)]
    legal_basis: Name
    since: datetime.date | None = None


class AppointmentsDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The window around a slot in which it counts, and by how much its place is earlier than the slot. Written where
    the hall makes appointments: without it no kiosk offers one, and no number is given for one."""

    credit_minutes: Minutes = 30
    early_minutes: Minutes = 30
    grace_minutes: Minutes = 15


class NoShowDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """How long after a missed call one may come back, and behind how many who wait."""

    tolerance_minutes: Minutes = 60
    behind: Annotated[int, Meta(ge=0, le=100)] = 2


class HelpingDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """How long anybody may wait in a helped field before the helping counter counts it to its own."""

    limit_minutes: Minutes = 20


class SessionDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """Part of a day in which numbers are given, local times."""

    opens: datetime.time
    closes: datetime.time


class FixedHolidayDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """The same day each year of the common calendar."""

    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=31)]
    name: Text


class LunarHolidayDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """`days` in a row of each lunar year; `day` 0 is the last of the month before."""

    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=0, le=30)]
    name: Text
    days: Annotated[int, Meta(ge=1, le=15)] = 1


class DecidedDayDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A date decided on by the authorities: a day off, or with `works` a working day in its place."""

    date: datetime.date
    name: Text
    works: bool = False


class CalendarDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """When the hall works. `weekdays`: 0 is Monday. No sessions: from the document's `opens` to its `closes`."""

    weekdays: Annotated[tuple[Annotated[int, Meta(ge=0, le=6)], ...], Meta(max_length=7)] = (0, 1, 2, 3, 4, 5, 6)
    sessions: Annotated[tuple[SessionDocument, ...], Meta(max_length=6)] = ()
    saturday_sessions: Annotated[tuple[SessionDocument, ...], Meta(max_length=6)] = ()
    fixed_holidays: Annotated[tuple[FixedHolidayDocument, ...], Meta(max_length=60)] = ()
    lunar_holidays: Annotated[tuple[LunarHolidayDocument, ...], Meta(max_length=60)] = ()
    decided_days: Annotated[tuple[DecidedDayDocument, ...], Meta(max_length=400)] = ()


class PoliciesDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """All policies; whatever is not written is as here."""

    priority_classes: Annotated[tuple[PriorityClassDocument, ...], Meta(max_length=40)] = ()
    appointments: AppointmentsDocument | None = None
    no_show: NoShowDocument = NoShowDocument()
    helping: HelpingDocument = HelpingDocument()
    calendar: CalendarDocument = CalendarDocument()
    hold_minutes_max: Annotated[int, Meta(ge=1, le=1440)] = 240
    undo_seconds: Annotated[int, Meta(ge=0, le=600)] = 60
    manual_reasons: Annotated[tuple[Identifier, ...], Meta(max_length=30)] = ("frail", "child", "mistake", "supervisor")
