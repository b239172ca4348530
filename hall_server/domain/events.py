"""What happened, each kind of it; long because it lists them all.

The journal holds these for ever, so a field is never renamed and never changes its meaning. The time of an event is the
time of its journal entry. No event holds a name, a phone number or an identity of a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from hall_server.domain.learned import Expected, Learned
from hall_server.domain.model import CallReason, HallDocument, PlaceReason, PrinterCondition


@dataclass(frozen=True, slots=True)
class HallConfigured:
    document: HallDocument


@dataclass(frozen=True, slots=True)
class DayOpened:
    """`business_date`: ISO date in the hall's time zone. The same date again takes the day up where it was. `learned`:
    what the hall knows of its own pace from the days before, carried over here because a restart reads one day."""

    business_date: str
    learned: Learned | None = None


@dataclass(frozen=True, slots=True)
class IssuingStopped:
    pass


@dataclass(frozen=True, slots=True)
class BreakBegan:
    """No numbers until `reopens_at`; who waits is served."""

    reopens_at: int


@dataclass(frozen=True, slots=True)
class BreakEnded:
    pass


@dataclass(frozen=True, slots=True)
class DayClosed:
    pass


@dataclass(frozen=True, slots=True)
class CounterOpened:
    counter_id: int
    fields: tuple[str, ...]
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterPaused:
    counter_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class CounterResumed:
    counter_id: int


@dataclass(frozen=True, slots=True)
class CounterFieldsChanged:
    counter_id: int
    fields: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CounterClosed:
    counter_id: int


@dataclass(frozen=True, slots=True)
class FieldStopped:
    field_id: str
    reopens_at: int | None = None


@dataclass(frozen=True, slots=True)
class FieldResumed:
    field_id: str


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """`place` is written out and not worked out again: a later rule must not move an old ticket. `expected`: the wait
    that was told; None where nothing could be foretold."""

    ticket_id: str
    series: str
    serial: int
    field_id: str
    procedure_id: str | None
    place: int
    order: int
    place_reason: PlaceReason = PlaceReason.ARRIVAL
    priority_class: str | None = None
    appointment_at: int | None = None
    next_fields: tuple[str, ...] = ()
    expected: Expected | None = None


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """`overtook`: how many who waited in the counter's fields had taken their number earlier. `note`: the reason that
    staff gave for a manual call."""

    ticket_id: str
    counter_id: int
    attempt: int
    reason: CallReason
    overtook: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketFinished:
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketMissed:
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketCameBack:
    """Who missed the call waits again, at the place and rank of the one it stands behind."""

    ticket_id: str
    place: int
    rank: int


@dataclass(frozen=True, slots=True)
class TicketHeld:
    """The person fetches something; `until`: when they are expected back."""

    ticket_id: str
    until: int


@dataclass(frozen=True, slots=True)
class TicketResumed:
    """Back from hold, at the original place. `for_counter`: the counter that knows the matter, where it is open."""

    ticket_id: str
    for_counter: int | None


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    """A new leg of the visit under the same number. `for_counter`: it waits for that counter alone. `place`: where it
    now stands, None where it was; then `place_reason` stays too. `next_fields`: what is still to come, None for what
    was."""

    ticket_id: str
    field_id: str
    for_counter: int | None
    leg: int
    place: int | None = None
    next_fields: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class LegFinished:
    """One field of the visit is done, and the visit goes on in `field_id`, its next."""

    ticket_id: str
    field_id: str
    leg: int


@dataclass(frozen=True, slots=True)
class StepUndone:
    """The last step of the counter was taken back: the ticket is what it was before."""

    counter_id: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketReleased:
    """The one counter it waited for closed: it waits for any counter of its field again, at the same place."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketCancelled:
    ticket_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class TicketExpired:
    """The hall closed before the person was served."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketPrinted:
    """`copy`: 0 for the first paper, else which reprint."""

    ticket_id: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class TicketPrintFailed:
    ticket_id: str
    reason: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class ReprintAsked:
    """One more paper of the number is to come out at that kiosk; `copy` counts from 1."""

    ticket_id: str
    kiosk_id: str
    copy: int


@dataclass(frozen=True, slots=True)
class PrinterReported:
    """The printer of a kiosk is so; `at`: when the kiosk saw it (ms), never after the event itself."""

    kiosk_id: str
    label: str
    condition: PrinterCondition
    paper_low: bool
    metres_left: int | None
    at: int


@dataclass(frozen=True, slots=True)
class RollConfirmed:
    """Staff said that there is a new roll in the printer of that kiosk."""

    kiosk_id: str


@dataclass(frozen=True, slots=True)
class CallShown:
    call_id: str


@dataclass(frozen=True, slots=True)
class CallSpoken:
    call_id: str


@dataclass(frozen=True, slots=True)
class CallNotSpoken:
    call_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnnouncementMade:
    """`zone`: empty for the whole hall; `until`: until when boards show it."""

    announcement_id: str
    vi: str
    en: str
    urgent: bool
    zone: str
    until: int


@dataclass(frozen=True, slots=True)
class AnnouncementWithdrawn:
    announcement_id: str


@dataclass(frozen=True, slots=True)
class AnnouncementSpoken:
    announcement_id: str
    zone: str


@dataclass(frozen=True, slots=True)
class AnnouncementNotSpoken:
    announcement_id: str
    zone: str
    reason: str


@dataclass(frozen=True, slots=True)
class BoardAnswered:
    """A wallboard came, or came back. `voice`: it can speak."""

    board_id: str
    zone: str
    voice: bool


@dataclass(frozen=True, slots=True)
class BoardFellSilent:
    board_id: str


@dataclass(frozen=True, slots=True)
class VoiceGiven:
    """From now on this board speaks for its zone, and no other one does."""

    board_id: str


Event = (
    HallConfigured
    | DayOpened
    | IssuingStopped
    | BreakBegan
    | BreakEnded
    | DayClosed
    | CounterOpened
    | CounterClosed
    | CounterPaused
    | CounterResumed
    | CounterFieldsChanged
    | FieldStopped
    | FieldResumed
    | TicketIssued
    | TicketCalled
    | ServiceStarted
    | TicketFinished
    | TicketMissed
    | TicketCameBack
    | TicketHeld
    | TicketResumed
    | TicketTransferred
    | LegFinished
    | StepUndone
    | TicketReleased
    | TicketCancelled
    | TicketExpired
    | TicketPrinted
    | TicketPrintFailed
    | ReprintAsked
    | PrinterReported
    | RollConfirmed
    | CallShown
    | CallSpoken
    | CallNotSpoken
    | AnnouncementMade
    | AnnouncementWithdrawn
    | AnnouncementSpoken
    | AnnouncementNotSpoken
    | BoardAnswered
    | BoardFellSilent
    | VoiceGiven
)
