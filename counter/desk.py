"""What an officer has in front of them, as values: `counter.look` reads them from the rows, the pages show them.

A thing that cannot be done now carries the obstacle in its way (`Desk.obstacles`, from `counter.obstacles`), never
just a grey button: the officer is told why. What a press then does is decided in `counter.presses`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from hall_link.rows import DayState, Words


class Press(StrEnum):
    """What an officer can ask for. The values are the words that the QML uses."""

    NEXT = "next"
    START = "start"
    RECALL = "recall"
    TRANSFER = "transfer"
    MISSED = "missed"
    FINISH = "finish"
    CANCEL = "cancel"
    OPEN = "open"
    CLOSE = "close"


Stage = Literal["unknown", "no_such_counter", "closed", "idle", "called", "serving"]
"""`unknown`: nothing was heard from the hall yet. `no_such_counter`: the hall's document does not know this counter."""

Obstacle = Literal[
    "stale",
    "unknown",
    "day_closed",
    "counter_closed",
    "counter_open",
    "nobody_here",
    "nobody_waits",
    "not_started",
    "already_started",
    "somebody_here",
    "nowhere_to_go",
    "not_in_queue",
    "not_in_queue",
]
WaitingReason = Literal["first_come", "transferred", "this_counter"]
Tick = Literal["pending", "done", "failed"]


@dataclass(frozen=True)
class Current:
    """The ticket at this counter. `seconds`: since it was called, or since its service began once it has.

    `waited_minutes`: from its issue to its call. `attempt`: 1 for the first call here, 2 after a recall.
    `shown`, `spoken`, `printed`: what the wallboard, the loudspeaker and the kiosk's printer reported back.
    """

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    serving: bool
    called_at: int
    waited_minutes: int
    seconds: int
    attempt: int
    shown: Tick
    spoken: Tick
    printed: Tick


@dataclass(frozen=True)
class Waiting:
    """One line of the waiting list. `minutes`: since its number was given."""

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    minutes: int
    reason: WaitingReason
    unprinted: bool


@dataclass(frozen=True)
class Missed:
    """A person who was called and did not come."""

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    called_at: int


@dataclass(frozen=True)
class FieldChoice:
    """A field that the ticket can be sent to. `counters`: the open ones that serve it; none: nobody calls it now."""

    field_id: str
    series: str
    name: Words
    waiting: int
    counters: tuple[int, ...]


@dataclass(frozen=True)
class CounterChoice:
    """A counter: as a place to send a ticket to, or as the one to sit down at. `busy`: somebody is there now."""

    counter_id: int
    open: bool
    busy: bool
    fields: tuple[Words, ...]


@dataclass(frozen=True)
class Desk:
    """Everything on the officer's screen at one moment."""

    counter_id: int
    stage: Stage
    live: bool
    day: DayState | None = None
    serves: tuple[Words, ...] = ()
    current: Current | None = None
    waiting: tuple[Waiting, ...] = ()
    missed: tuple[Missed, ...] = ()
    to_fields: tuple[FieldChoice, ...] = ()
    to_counters: tuple[CounterChoice, ...] = ()
    obstacles: Mapping[Press, Obstacle] = field(default_factory=dict)
    """Why a press would do nothing now; a press that is not in here is possible."""

    @property
    def longest_minutes(self) -> int:
        """How long the one who waits longest has waited; 0 when nobody waits."""
        return max((line.minutes for line in self.waiting), default=0)
