"""The rows that every screen holds: what a hall looks like from outside. Long because it is the whole vocabulary.

A view (kiosk, counter N, display zone, staff) is a set of rows by key. The server sends whole rows, never differences
of fields, so a client has nothing to work out: it keeps the newest row under each key, and two clients that reached the
same sequence number hold the same rows.

Times are integers: milliseconds since 1970-01-01 UTC by the server's clock (`*_at`, `at`). Ids are opaque text.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

DayState = Literal["closed", "open", "break", "closing"]
CounterState = Literal["closed", "open", "paused"]
TicketState = Literal["waiting", "called", "serving", "on_hold", "missed", "finished", "cancelled", "expired"]
PrintState = Literal["pending", "printed", "failed"]
LOW_METRES = 5
"""Of paper: some forty tickets, half an hour of a busy hall."""
SpokenState = Literal["pending", "spoken", "not_spoken"]
PrinterCondition = Literal["ready", "absent", "offline", "no_paper", "cover_open", "cutter", "broken"]
"""What the printer of a kiosk can do. `absent`: the kiosk has none. `offline`: it does not answer. `cutter`: its blade
is jammed. `broken`: another fault."""
ReprintState = Literal["asked", "printed", "failed"]
CallReason = Literal["first_come", "priority", "appointment", "returned", "helping", "manual"]
PlaceReason = Literal["arrival", "priority", "appointment", "returned", "came_back", "rejoined"]


PERSON_KEY = "person_key/day"


class Words(Struct, frozen=True):
    """One text in the languages that the hall writes itself; `en` empty means that only Vietnamese was given."""

    vi: str
    en: str = ""


class Row(Struct, frozen=True, tag_field="row"):
    """One thing that a screen knows about."""

    @property
    def key(self) -> str:
        """Where this row stands in a view: `kind/id`. A later row with the same key takes its place."""
        raise NotImplementedError


class HallRow(Row, frozen=True, tag="hall"):
    """The hall itself. `opens`, `closes`: local times "HH:MM"; `business_date`: ISO date, None before the first day.

    `reopens_at`: when numbers are given again after a break. `manual_reasons`: for which staff may call out of order.
    `hold_minutes_max`, `undo_seconds`: how long a place is kept at most, and how long a step can be taken back.
    `hit_rate`: which share of the waits told over the last days was true; None while too few were told.
    `appointments`: whether the hall makes any.
    """

    hall_id: str
    name: Words
    place: Words
    hotline: str
    time_zone: str
    opens: str
    closes: str
    day: DayState
    business_date: str | None
    reopens_at: int | None = None
    manual_reasons: list[str] = []
    hold_minutes_max: int = 0
    undo_seconds: int = 0
    hit_rate: float | None = None
    appointments: bool = False

    @property
    def key(self) -> str:
        return "hall/hall"


class WaitRange(Struct, frozen=True):
    """An expected wait in whole minutes: half of the people wait no longer than `low`, nine of ten no longer than
    `high`; `low` <= `high`, and a `low` of 0 reads "under `high`"."""

    low: int
    high: int


class FieldRow(Row, frozen=True, tag="field"):
    """A field of procedures (lĩnh vực) and its queue.

    `accepting`: a number can be taken now. `counters`: the open counters that serve it, ascending. `waiting`: tickets
    now waiting in it. `oldest_at`: since when the first of them waits. `position`: where the hall's document puts it,
    from 0. `wait`: None where nothing can be foretold. `next_numbers`: of those who wait, the first few in their order;
    empty where a hall does not tell. `one_per_person`: a number needs the mark of a person. `numbers_until`: when its
    last number of today is given, where that is known.
    `late_at`: when somebody who waits has waited, or will have waited, as long as the ticket promised.
    """

    field_id: str
    series: str
    name: Words
    icon: str
    position: int
    accepting: bool
    counters: list[int]
    waiting: int
    oldest_at: int | None
    reopens_at: int | None = None
    wait: WaitRange | None = None
    next_numbers: list[str] = []
    numbers_until: int | None = None
    late_at: int | None = None
    one_per_person: bool = False

    @property
    def key(self) -> str:
        return f"field/{self.field_id}"


class ProcedureRow(Row, frozen=True, tag="procedure"):
    """One procedure (thủ tục) of the hall's catalogue; empty text where the hall has not verified it."""

    procedure_id: str
    field_id: str
    name: Words
    time_limit: str = ""
    fee: str = ""

    @property
    def key(self) -> str:
        return f"procedure/{self.procedure_id}"


class CounterRow(Row, frozen=True, tag="counter"):
    """A counter (quầy). `fields`: what it serves while open, else what it would serve; `helps`: what it serves besides,
    when it can. `ticket_id`: who is there; `usual_minutes`: within how many half of such services end, None while too
    few were seen. `undo`: the ticket whose last step here can still be taken back, since `undo_at`.
    """

    counter_id: int
    zone: str
    state: CounterState
    fields: list[str]
    ticket_id: str | None = None
    helps: list[str] = []
    pause_reason: str = ""
    undo: str | None = None
    undo_at: int | None = None
    usual_minutes: int | None = None

    @property
    def key(self) -> str:
        return f"counter/{self.counter_id}"


class PersonKeyRow(Row, frozen=True, tag="person_key"):
    """For kiosks alone: the day's key, in hex, with which they make a person's mark of an identity card. There is one
    only while the hall is open and has a field that asks."""

    secret: str

    @property
    def key(self) -> str:
        return PERSON_KEY


class PriorityRow(Row, frozen=True, tag="priority"):
    """A class of people who are let in earlier, by `credit_minutes`, and the law or decision that says so."""

    class_id: str
    label: Words
    credit_minutes: int
    legal_basis: str

    @property
    def key(self) -> str:
        return f"priority/{self.class_id}"


class CallRow(Row, frozen=True, tag="call"):
    """One call of one ticket to one counter; a recall is a call of its own with the next `attempt`.

    `current`: the ticket is still being called by this call; a board may show, and must not speak, one that is not.
    `overtook`: how many who then waited had taken their number earlier; `note`: why staff called it out of order.
    `why`: what the whole hall may read where it came before somebody; it never names a class of priority.
    """

    call_id: str
    ticket_id: str
    number: str
    field_id: str
    counter_id: int
    zone: str
    called_at: int
    attempt: int
    reason: CallReason
    overtook: int
    current: bool
    note: str = ""
    shown_at: int | None = None
    spoken: SpokenState = "pending"
    spoken_at: int | None = None
    not_spoken_reason: str = ""
    why: Words | None = None

    @property
    def key(self) -> str:
        return f"call/{self.call_id}"


class HeardInZone(Struct, frozen=True):
    """What the voice of a zone made of an announcement. `reason`: why it was not spoken."""

    zone: str
    at: int
    spoken: bool
    reason: str = ""


class AnnouncementRow(Row, frozen=True, tag="announcement"):
    """What staff say to everybody in `zone`, empty for the whole hall, from `made_at` until `until`; a board shows it
    only within these. `urgent`: said before all calls. `heard`: by zone, where its voice has come to it.
    """

    announcement_id: str
    words: Words
    urgent: bool
    zone: str
    made_at: int
    until: int
    heard: list[HeardInZone] = []

    @property
    def key(self) -> str:
        return f"announcement/{self.announcement_id}"


class BoardRow(Row, frozen=True, tag="board"):
    """A wallboard that the hall counts on. `voice`: it can speak; `speaks`: of its zone it is the one that does, and
    no other may. `answers`: it is there; so it is, or is not, since `since`.
    """

    board_id: str
    zone: str
    voice: bool
    answers: bool
    speaks: bool
    since: int

    @property
    def key(self) -> str:
        return f"board/{self.board_id}"


class PrinterRow(Row, frozen=True, tag="printer"):
    """The printer of a kiosk, as that kiosk last said today. `label`: what people call the kiosk, empty where it has
    only its id. `condition` holds `since`. `paper_low`: its sensor says so; `metres_left`: what the kiosk thinks is
    left on the roll. `rolls`: how often staff have said today that they put in a new one.
    """

    kiosk_id: str
    label: str
    condition: PrinterCondition
    paper_low: bool
    metres_left: int | None
    since: int
    rolls: int = 0

    @property
    def key(self) -> str:
        return f"printer/{self.kiosk_id}"

    @property
    def name(self) -> str:
        """What people call the kiosk."""
        return self.label or self.kiosk_id

    @property
    def low(self) -> bool:
        """The paper will end soon: somebody should have a new roll at hand."""
        return self.paper_low or (self.metres_left is not None and self.metres_left <= LOW_METRES)


class TicketRow(Row, frozen=True, tag="ticket"):
    """A ticket (phiếu số thứ tự). The waiting of a field stand in the order of (`place`, `rank`, `turn`), smallest
    first.

    `place`: its position expressed as a time, made from `place_reason`; `rank` and `turn` break ties. `order`: its rank
    of issue in the day over all series. `for_counter`: it waits for this counter alone. `leg`: 1 for the first field of
    the visit; `next_fields`: those still to come. `call_id`: its newest call. `hold_until`: when the person is expected
    back.
    """

    ticket_id: str
    number: str
    field_id: str
    procedure_id: str | None
    state: TicketState
    issued_at: int
    place: int
    order: int
    rank: int = 0
    turn: int = 0
    place_reason: PlaceReason = "arrival"
    priority_class: str | None = None
    appointment_at: int | None = None
    next_fields: list[str] = []
    leg: int = 1
    for_counter: int | None = None
    counter_id: int | None = None
    call_id: str | None = None
    called_at: int | None = None
    started_at: int | None = None
    missed_at: int | None = None
    hold_until: int | None = None
    ended_at: int | None = None
    printed: PrintState = "pending"
    print_problem: str = ""

    @property
    def key(self) -> str:
        return f"ticket/{self.ticket_id}"


class ReprintRow(Row, frozen=True, tag="reprint"):
    """One more paper of a number at a kiosk; `copy` counts from 1. `ticket`: what is to stand on it, while it is asked
    for; `problem`: why it did not come out.
    """

    reprint_id: str
    ticket_id: str
    number: str
    kiosk_id: str
    copy: int
    asked_at: int
    state: ReprintState
    problem: str = ""
    ticket: TicketRow | None = None

    @property
    def key(self) -> str:
        return f"reprint/{self.reprint_id}"


AnyRow = (
    HallRow
    | FieldRow
    | ProcedureRow
    | PriorityRow
    | PersonKeyRow
    | CounterRow
    | CallRow
    | AnnouncementRow
    | BoardRow
    | PrinterRow
    | ReprintRow
    | TicketRow
)
