"""The hall's policies as data: what a hall decides for itself, each with its unit in its name.

Every version stands in the journal inside its document, so an order of yesterday is explained with yesterday's
policies.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from hall_server.domain.words import Words

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class PriorityClass:
    """People whom the law or the hall lets in earlier. `credit_minutes`: by how much earlier their place is taken to
    be; bounded, so nobody waits for ever behind them. `since`: the day from which the class counts."""

    class_id: str
    label: Words
    credit_minutes: int
    legal_basis: str
    since: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Appointments:
    """`credit_minutes`: by how much earlier than the slot the place is. Checked in from `early_minutes` before the slot
    to `grace_minutes` after it; later, it is a walk-in."""

    credit_minutes: int = 30
    early_minutes: int = 30
    grace_minutes: int = 15


@dataclass(frozen=True, slots=True)
class NoShow:
    """Who missed the call may come back within `tolerance_minutes`, behind the next `behind` of the field."""

    tolerance_minutes: int = 60
    behind: int = 2


@dataclass(frozen=True, slots=True)
class Helping:
    """A counter helps a field beside its own when nobody waits in its own, or when somebody there took a number longer
    than `limit_minutes` ago."""

    limit_minutes: int = 20


@dataclass(frozen=True, slots=True)
class Session:
    """Part of a day in which numbers are given, local times."""

    opens: datetime.time
    closes: datetime.time


@dataclass(frozen=True, slots=True)
class FixedHoliday:
    """The same day each year of the common calendar."""

    month: int
    day: int
    name: Words


@dataclass(frozen=True, slots=True)
class LunarHoliday:
    """`days` in a row of each lunar year; a `day` of 0 is the last of the month before."""

    month: int
    day: int
    name: Words
    days: int = 1


@dataclass(frozen=True, slots=True)
class DecidedDay:
    """A date about which the authorities decided: a holiday, or, `works`, a working day in its place."""

    date: datetime.date
    name: Words
    works: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the hall works. No sessions: from the document's `opens` to `closes`, each day of `weekdays` (0 is
    Monday)."""

    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    sessions: tuple[Session, ...] = ()
    saturday_sessions: tuple[Session, ...] = ()
    fixed_holidays: tuple[FixedHoliday, ...] = ()
    lunar_holidays: tuple[LunarHoliday, ...] = ()
    decided_days: tuple[DecidedDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Policies:
    """All of them. `appointments`: None where the hall makes none. `hold_minutes_max`: how long a place may be kept for
    somebody who fetches a paper. `manual_reasons`: the list from which staff choose when they call out of order.
    `undo_seconds`: how long a step can be taken back."""

    priority_classes: tuple[PriorityClass, ...] = ()
    appointments: Appointments | None = None
    no_show: NoShow = field(default_factory=NoShow)
    helping: Helping = field(default_factory=Helping)
    calendar: Calendar = field(default_factory=Calendar)
    hold_minutes_max: int = 240
    undo_seconds: int = 60
    manual_reasons: tuple[str, ...] = ("frail", "child", "mistake", "supervisor")

    def priority(self, class_id: str) -> PriorityClass | None:
        return next((one for one in self.priority_classes if one.class_id == class_id), None)
