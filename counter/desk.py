"""What an officer has in front of them, as values: `counter.look` reads them from the rows, the pages show them.

A thing that cannot be done now carries the obstacle in its way (`Desk.obstacles`, from `counter.obstacles`), never
just a grey button: the officer is told why. What a press then does is decided in `counter.presses`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from hall_link.rows import CallReason, DayState, PrinterCondition, Words


class Press(StrEnum):
    """What an officer can ask for. The values are the words that the QML uses."""

    NEXT = "next"
    CHOOSE = "choose"
    START = "start"
    RECALL = "recall"
    HOLD = "hold"
    TRANSFER = "transfer"
    MISSED = "missed"
    FINISH = "finish"
    UNDO = "undo"
    RETURN = "return"
    CANCEL = "cancel"
    REPRINT = "reprint"
    OPEN = "open"
    CLOSE = "close"
    PAUSE = "pause"
    RESUME = "resume"
    SERVE = "serve"


Stage = Literal["unknown", "no_such_counter", "closed", "paused", "idle", "called", "serving"]
"""`unknown`: nothing was heard from the hall yet. `no_such_counter`: the hall's document does not know this counter."""

Obstacle = Literal[
    "stale",
    "unknown",
    "day_closed",
    "counter_closed",
    "counter_open",
    "counter_paused",
    "not_paused",
    "nobody_here",
    "nobody_waits",
    "nobody_away",
    "not_started",
    "already_started",
    "somebody_here",
    "nowhere_to_go",
    "not_in_queue",
    "nothing_to_undo",
    "no_hold",
    "no_reasons",
    "no_printer",
]
WaitingReason = Literal["first_come", "priority", "appointment", "returned", "came_back", "transferred", "this_counter"]
AwayState = Literal["on_hold", "missed"]
UndoKind = Literal["start", "finish", "missed", "hold"]
Duty = Literal["serves", "helps", "none"]
Tick = Literal["pending", "done", "failed"]
Paper = Literal["as_it_should", "unprinted", "reprinting"]
"""`unprinted`: the person has no ticket in their hand. `reprinting`: one is coming out at a kiosk."""


@dataclass(frozen=True)
class Current:
    """The ticket at this counter. `seconds`: since it was called, or since its service began once it has.
    `usual_minutes`: within how many half of such services end; None where the hall does not know yet.

    `waited_minutes`: from its issue to its call. `attempt`: 1 for the first call here, 2 after a recall.
    `call_reason`, `note`: why it was its turn. `time_limit`, `fee`: of the procedure, empty where not verified.
    `shown`, `spoken`, `printed`: what the wallboard, the loudspeaker and the kiosk's printer reported back;
    `not_spoken`: the loudspeaker's reason.
    """

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    time_limit: str
    fee: str
    serving: bool
    called_at: int
    waited_minutes: int
    seconds: int
    usual_minutes: int | None
    attempt: int
    call_reason: CallReason
    note: str
    priority: Words | None
    appointment_at: int | None
    shown: Tick
    spoken: Tick
    not_spoken: str
    printed: Tick


@dataclass(frozen=True)
class Waiting:
    """One line of the waiting list. `minutes`: since its number was given. `helping`: the field is only helped."""

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    minutes: int
    reason: WaitingReason
    priority: Words | None
    appointment_at: int | None
    helping: bool
    paper: Paper


@dataclass(frozen=True)
class Away:
    """A person of this counter who is not here: gone to fetch a paper until `at`, or called in vain at `at`."""

    ticket_id: str
    number: str
    procedure: Words | None
    field: Words
    state: AwayState
    at: int
    overdue: bool
    paper: Paper = "as_it_should"


@dataclass(frozen=True)
class KioskPrinter:
    """The printer of a kiosk. `name`: what people call the kiosk. `low`: its roll ends soon."""

    kiosk_id: str
    name: str
    condition: PrinterCondition
    low: bool

    @property
    def ready(self) -> bool:
        """A number can be printed there now."""
        return self.condition == "ready"


@dataclass(frozen=True)
class Undo:
    """The last step here, while it can be taken back. `number`: empty when the ticket has left the screen."""

    ticket_id: str
    number: str
    kind: UndoKind


@dataclass(frozen=True)
class HoldChoice:
    """How long a place can be kept: `minutes` from now, 0 for the last choice, as long as today allows."""

    minutes: int
    until: int


@dataclass(frozen=True)
class FieldDuty:
    """A field of the hall and what this counter does for it now."""

    field_id: str
    series: str
    name: Words
    waiting: int
    duty: Duty


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
    helps: tuple[Words, ...] = ()
    pause_reason: str = ""
    current: Current | None = None
    waiting: tuple[Waiting, ...] = ()
    away: tuple[Away, ...] = ()
    undo: Undo | None = None
    holds: tuple[HoldChoice, ...] = ()
    duties: tuple[FieldDuty, ...] = ()
    manual_reasons: tuple[str, ...] = ()
    to_fields: tuple[FieldChoice, ...] = ()
    to_counters: tuple[CounterChoice, ...] = ()
    printers: tuple[KioskPrinter, ...] = ()
    obstacles: Mapping[Press, Obstacle] = field(default_factory=dict)
    """Why a press would do nothing now; a press that is not in here is possible."""

    @property
    def printer_trouble(self) -> KioskPrinter | None:
        """The printer that needs a hand most: one that cannot print, else one whose roll ends soon."""
        down = (one for one in self.printers if one.condition not in {"ready", "absent"})
        return next(down, next((one for one in self.printers if one.low and one.ready), None))

    @property
    def longest_minutes(self) -> int:
        """How long the one who waits longest has waited; 0 when nobody waits."""
        return max((line.minutes for line in self.waiting), default=0)
