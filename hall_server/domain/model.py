"""What a hall is at one moment: its document, its day, its counters, its tickets, its calls.

Entities are frozen; `HallState` holds the newest of each by id and is changed by `evolve` alone. Everything of the
present business day is kept, nothing of the days before it: their story is in the journal and the tables made from it.
Times are integers, milliseconds since 1970-01-01 UTC.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

NUMBER_DIGITS_MIN = 3


class DayState(StrEnum):
    """CLOSING: the last number has been given, who waits is still served."""

    CLOSED = "closed"
    OPEN = "open"
    CLOSING = "closing"


class CounterState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    MISSED = "missed"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})
ENDED = frozenset({TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED})


class CallReason(StrEnum):
    """Why this ticket and no other was called."""

    FIRST_COME = "first_come"


class PrintState(StrEnum):
    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"


class SpokenState(StrEnum):
    PENDING = "pending"
    SPOKEN = "spoken"
    NOT_SPOKEN = "not_spoken"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the hall's own languages."""

    vi: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of procedures; its series is the letter or letters before the number."""

    field_id: str
    series: str
    name: Words
    icon: str = "ticket"


@dataclass(frozen=True, slots=True)
class Procedure:
    procedure_id: str
    field_id: str
    name: Words
    time_limit: str = ""
    fee: str = ""


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter as the document has it: what it serves when it is opened without a choice, which zone's board calls
    it."""

    counter_id: int
    fields: tuple[str, ...]
    zone: str = "main"


@dataclass(frozen=True, slots=True)
class HallDocument:
    """The document in force. `opens`, `closes`: local times of the first and last number; equal means round the
    clock."""

    hall_id: str
    name: Words
    place: Words
    fields: tuple[Field, ...]
    counters: tuple[CounterPlan, ...]
    procedures: tuple[Procedure, ...] = ()
    hotline: str = ""
    time_zone: str = "Asia/Ho_Chi_Minh"
    opens: datetime.time = datetime.time(7, 30)
    closes: datetime.time = datetime.time(17, 0)

    @property
    def round_the_clock(self) -> bool:
        return self.opens == self.closes


@dataclass(frozen=True, slots=True)
class Counter:
    """`fields`: what it serves while it is open. `ticket_id`: the one ticket that is called to it or served at it."""

    counter_id: int
    state: CounterState
    fields: tuple[str, ...]
    zone: str
    ticket_id: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number and where its visit stands.

    `place`: its position expressed as a time. `order`: its rank of issue in the day over all series, from 1; it breaks
    ties of place. `for_counter`: it waits for that counter alone. `leg`: which field of the visit this is, from 1.
    """

    ticket_id: str
    series: str
    serial: int
    field_id: str
    procedure_id: str | None
    state: TicketState
    issued_at: int
    place: int
    order: int
    leg: int = 1
    for_counter: int | None = None
    counter_id: int | None = None
    calls: int = 0
    called_at: int | None = None
    started_at: int | None = None
    ended_at: int | None = None
    printed: PrintState = PrintState.PENDING
    print_problem: str = ""

    @property
    def number(self) -> str:
        """As printed and spoken: `A007`; it widens past 999 and never wraps."""
        return number_text(self.series, self.serial)

    @property
    def call_id(self) -> str | None:
        return call_id_of(self.ticket_id, self.calls) if self.calls else None


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a ticket to a counter. `attempt` counts the ticket's calls from 1. `overtook`: how many who wait in
    the fields of this counter have a smaller place."""

    call_id: str
    ticket_id: str
    field_id: str
    counter_id: int
    zone: str
    attempt: int
    called_at: int
    reason: CallReason
    overtook: int
    shown_at: int | None = None
    spoken: SpokenState = SpokenState.PENDING
    spoken_at: int | None = None
    not_spoken_reason: str = ""


class Waiting(NamedTuple):
    """One who waits, as the queues hold it: tuples compare by place, then by order of issue."""

    place: int
    order: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class FieldStop:
    """No numbers for a field; `reopens_at` where it was said."""

    reopens_at: int | None


@dataclass(slots=True)
class HallState:
    """Everything that decisions are made from. `queues`: who waits in a field; `named`: who waits for one counter
    alone; both sorted by (place, order). `next_serials`: the next number of each series today. `issued`: tickets issued
    today."""

    document: HallDocument | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    counters: dict[int, Counter] = field(default_factory=dict)
    day: DayState = DayState.CLOSED
    business_date: str | None = None
    opened_at: int | None = None
    stops: dict[str, FieldStop] = field(default_factory=dict)
    next_serials: dict[str, int] = field(default_factory=dict)
    issued: int = 0
    tickets: dict[str, Ticket] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    queues: dict[str, list[Waiting]] = field(default_factory=dict)
    named: dict[int, list[Waiting]] = field(default_factory=dict)


def number_text(series: str, serial: int) -> str:
    return f"{series}{serial:0{NUMBER_DIGITS_MIN}d}"


def ticket_id_of(business_date: str, series: str, serial: int) -> str:
    """Unique over the hall's life, and readable: `20261124-A007`."""
    return f"{business_date.replace('-', '')}-{number_text(series, serial)}"


def call_id_of(ticket_id: str, attempt: int) -> str:
    return f"{ticket_id}-{attempt}"
