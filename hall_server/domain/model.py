"""What a hall is at one moment: its document, day, counters, tickets, calls. Long because it is the whole vocabulary.

Entities are frozen; `HallState` holds the newest of each by id and is changed by `evolve` alone. Everything of the
present business day is kept, nothing of the days before it: their story is in the journal and the tables made from it.
Times are integers, milliseconds since 1970-01-01 UTC.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hall_server.domain.learned import Expected, Learned, Today
from hall_server.domain.policies import Policies
from hall_server.domain.words import Words

NUMBER_DIGITS_MIN = 3
PRINTERS_MAX = 64
"""So many kiosks are known at a time; the one that was silent for longest makes room."""
COPIES_MAX = 9
"""Papers of one number beside its first; a number that needs more has another trouble."""
REPRINT_MS_MAX = 120_000
"""A reprint that did not come by then is not waited for: its person has left, and another one may be asked for."""
BOARDS_MAX = 64
"""So many wallboards are known at a time; those that fell silent long ago make room."""
ANNOUNCEMENTS_MAX = 8
"""So many may be in force at a time; older ones that are over make room."""
FORECAST_MS = 1000
"""How long the wait worked out for one walk-in of a field is told to the next ones too."""


class DayState(StrEnum):
    """BREAK: no numbers between two sessions. CLOSING: the last number has been given. In both who waits is served."""

    CLOSED = "closed"
    OPEN = "open"
    BREAK = "break"
    CLOSING = "closing"


class CounterState(StrEnum):
    """PAUSED: open, and calling nobody for a while."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    MISSED = "missed"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})
ENDED = frozenset({TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED})


class PlaceReason(StrEnum):
    """What a ticket's place was made from."""

    ARRIVAL = "arrival"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"
    RETURNED = "returned"
    CAME_BACK = "came_back"
    REJOINED = "rejoined"


class CallReason(StrEnum):
    """Why this ticket and no other was called; what people are told."""

    FIRST_COME = "first_come"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"
    RETURNED = "returned"
    HELPING = "helping"
    MANUAL = "manual"


class StepKind(StrEnum):
    """The steps that can be taken back."""

    START = "start"
    FINISH = "finish"
    MISS = "miss"
    HOLD = "hold"


class PrintState(StrEnum):
    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"


class PrinterCondition(StrEnum):
    """What the printer of a kiosk can do. ABSENT: it has none. CUTTER: its blade is jammed. BROKEN: another fault."""

    READY = "ready"
    ABSENT = "absent"
    OFFLINE = "offline"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    BROKEN = "broken"


class ReprintState(StrEnum):
    ASKED = "asked"
    PRINTED = "printed"
    FAILED = "failed"


class SpokenState(StrEnum):
    PENDING = "pending"
    SPOKEN = "spoken"
    NOT_SPOKEN = "not_spoken"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of procedures; its series is the letter or letters before the number. `one_per_person`: whoever takes a
    number shows an identity card, and has one live ticket here at a time.

    `last_number`: local time after which it gives no more numbers, if earlier than the hall's. `rejoin_on_transfer`:
    who is sent on to this field stands behind those who wait there; else the place is kept.
    """

    field_id: str
    series: str
    name: Words
    icon: str = "ticket"
    last_number: datetime.time | None = None
    rejoin_on_transfer: bool = False
    one_per_person: bool = False


@dataclass(frozen=True, slots=True)
class Procedure:
    procedure_id: str
    field_id: str
    name: Words
    time_limit: str = ""
    fee: str = ""


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """A counter as the document has it: what it serves when opened without a choice, which zone's board calls it."""

    counter_id: int
    fields: tuple[str, ...]
    zone: str = "main"
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HallDocument:
    """The document in force. `opens`, `closes`: local times of first and last number; equal: round the clock."""

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
    policies: Policies = field(default_factory=Policies)

    @property
    def round_the_clock(self) -> bool:
        return self.opens == self.closes


@dataclass(frozen=True, slots=True)
class Step:
    """What an officer did last at a counter, and the ticket as it was before: enough to take the step back."""

    kind: StepKind
    at: int
    before: Ticket


@dataclass(frozen=True, slots=True)
class Counter:
    """`fields`, `helps`: what it serves while it is open, first and when it can. `ticket_id`: the one ticket that is
    called to it or served at it."""

    counter_id: int
    state: CounterState
    fields: tuple[str, ...]
    zone: str
    helps: tuple[str, ...] = ()
    ticket_id: str | None = None
    pause_reason: str = ""
    last_step: Step | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number and where its visit stands.

    `order`: its rank of issue in the day over all series, from 1. `place`: its position expressed as a time; `rank` and
    `turn` break ties: a ticket put behind another takes over its place and rank and stands there by its turn.
    `for_counter`: it waits for that counter alone. `leg`: which field of the visit this is, from 1; `next_fields`:
    those still to come. `priority_class`: the class alone, never what for. `expected`: the wait told at issue.
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
    rank: int
    turn: int = 0
    place_reason: PlaceReason = PlaceReason.ARRIVAL
    priority_class: str | None = None
    appointment_at: int | None = None
    next_fields: tuple[str, ...] = ()
    leg: int = 1
    for_counter: int | None = None
    counter_id: int | None = None
    calls: int = 0
    called_at: int | None = None
    started_at: int | None = None
    missed_at: int | None = None
    hold_until: int | None = None
    ended_at: int | None = None
    printed: PrintState = PrintState.PENDING
    print_problem: str = ""
    expected: Expected | None = None

    @property
    def number(self) -> str:
        """As printed and spoken: `A007`; it widens past 999 and never wraps."""
        return number_text(self.series, self.serial)

    @property
    def call_id(self) -> str | None:
        return call_id_of(self.ticket_id, self.calls) if self.calls else None


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a ticket to a counter. `attempt` counts the ticket's calls from 1. `overtook`: see `TicketCalled`."""

    call_id: str
    ticket_id: str
    field_id: str
    counter_id: int
    zone: str
    attempt: int
    called_at: int
    reason: CallReason
    overtook: int
    note: str = ""
    shown_at: int | None = None
    spoken: SpokenState = SpokenState.PENDING
    spoken_at: int | None = None
    not_spoken_reason: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the voice of one zone made of an announcement. `reason`: why it was not spoken."""

    zone: str
    at: int
    spoken: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What staff say to everybody in `zone`, empty for the whole hall; shown until `until`. `urgent`: said before all
    calls. It is kept after `until` as long as there is room."""

    announcement_id: str
    words: Words
    urgent: bool
    zone: str
    made_at: int
    until: int
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """A wallboard that the hall counts on today. `voice`: it can speak; `speaks`: of its zone it is the one that does.
    `answers`: it is there; so it is, or is not, since `since`."""

    board_id: str
    zone: str
    voice: bool
    answers: bool
    speaks: bool
    since: int


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer of a kiosk, as that kiosk last said today. `condition` holds `since`; `heard_at`: when the kiosk said
    so by the hall's clock. `paper_low`: its sensor says so; `metres_left`: the kiosk's estimate of the roll. `rolls`:
    how often staff have said today that they put in a new one."""

    kiosk_id: str
    label: str
    condition: PrinterCondition
    paper_low: bool
    metres_left: int | None
    since: int
    heard_at: int
    rolls: int = 0


@dataclass(frozen=True, slots=True)
class Reprint:
    """One more paper of a number, at a kiosk that staff or the person chose. `copy` counts from 1."""

    reprint_id: str
    ticket_id: str
    kiosk_id: str
    copy: int
    asked_at: int
    state: ReprintState = ReprintState.ASKED
    problem: str = ""


class Waiting(NamedTuple):
    """One who waits, as the queues hold it: tuples compare by place, then by rank, then by turn."""

    place: int
    rank: int
    turn: int
    ticket_id: str


class Arrival(NamedTuple):
    """One who waits, by when the number was taken: `order` as in `Ticket`."""

    order: int
    issued_at: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The wait that was worked out for a walk-in of a field, and when (ms)."""

    at: int
    expected: Expected | None


@dataclass(frozen=True, slots=True)
class FieldStop:
    """No numbers for a field; `reopens_at` where it was said when staff expect to take it up again."""

    reopens_at: int | None


@dataclass(slots=True)
class People:
    """Who holds which ticket of today, where fields ask: marks by ticket, and the day's key that they are made with.
    Never in an event; see `people`."""

    key: bytes | None = None
    marks: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class HallState:
    """Everything that decisions are made from. `queues`: who waits in a field; `named`: who waits for one counter
    alone; both sorted by (place, order). `arrivals`: those in `queues`, by when they took their number. `resumed`:
    when a field that was stopped today was taken up again. `next_serials`: the next number of each series today.
    `issued`: tickets issued today; `announced`: announcements made today, of which `announcements` holds the latest.
    `at`: the time of the newest event. `people`: what no journal may know, so two states are equal
    without it. `learned`, `today`: the hall's own pace (see `learning`)."""

    document: HallDocument | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    counters: dict[int, Counter] = field(default_factory=dict)
    day: DayState = DayState.CLOSED
    business_date: str | None = None
    opened_at: int | None = None
    reopens_at: int | None = None
    stops: dict[str, FieldStop] = field(default_factory=dict)
    resumed: dict[str, int] = field(default_factory=dict)
    next_serials: dict[str, int] = field(default_factory=dict)
    issued: int = 0
    turns: int = 0
    forecasts: dict[str, Forecast] = field(default_factory=dict)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    boards: dict[str, Board] = field(default_factory=dict)
    printers: dict[str, Printer] = field(default_factory=dict)
    reprints: dict[str, Reprint] = field(default_factory=dict)
    announced: int = 0
    announcements: dict[str, Announcement] = field(default_factory=dict)
    queues: dict[str, list[Waiting]] = field(default_factory=dict)
    arrivals: dict[str, list[Arrival]] = field(default_factory=dict)
    named: dict[int, list[Waiting]] = field(default_factory=dict)
    at: int = 0
    people: People = field(default_factory=People, compare=False, repr=False)
    learned: Learned = field(default_factory=Learned)
    today: Today = field(default_factory=Today)


def number_text(series: str, serial: int) -> str:
    return f"{series}{serial:0{NUMBER_DIGITS_MIN}d}"


def ticket_id_of(business_date: str, series: str, serial: int) -> str:
    """Unique over the hall's life, and readable: `20261124-A007`."""
    return f"{business_date.replace('-', '')}-{number_text(series, serial)}"


def call_id_of(ticket_id: str, attempt: int) -> str:
    return f"{ticket_id}-{attempt}"


def reprint_id_of(ticket_id: str, copy: int) -> str:
    """`20261124-A007-r1`: the first reprint."""
    return f"{ticket_id}-r{copy}"


def announcement_id_of(business_date: str, serial: int) -> str:
    """`20261124-tb3`: the third announcement (thông báo) of the day."""
    return f"{business_date.replace('-', '')}-tb{serial}"
