"""What happened. The journal holds these for ever, so a field is never renamed and never changes its meaning.

The time of an event is the time of its journal entry. No event holds a name, a phone number or an identity of a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from hall_server.domain.model import CallReason, HallDocument


@dataclass(frozen=True, slots=True)
class HallConfigured:
    document: HallDocument


@dataclass(frozen=True, slots=True)
class DayOpened:
    """`business_date`: ISO date in the hall's time zone. The same date again takes the day up where it was."""

    business_date: str


@dataclass(frozen=True, slots=True)
class IssuingStopped:
    pass


@dataclass(frozen=True, slots=True)
class DayClosed:
    pass


@dataclass(frozen=True, slots=True)
class CounterOpened:
    counter_id: int
    fields: tuple[str, ...]


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
    """`place` is written out and not worked out again: a later rule must not move an old ticket."""

    ticket_id: str
    series: str
    serial: int
    field_id: str
    procedure_id: str | None
    place: int
    order: int


@dataclass(frozen=True, slots=True)
class TicketCalled:
    ticket_id: str
    counter_id: int
    attempt: int
    reason: CallReason
    overtook: int


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
class TicketTransferred:
    """A new leg of the visit: same number, same place. `for_counter`: it waits for that counter alone."""

    ticket_id: str
    field_id: str
    for_counter: int | None
    leg: int


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
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TicketPrintFailed:
    ticket_id: str
    reason: str


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


Event = (
    HallConfigured
    | DayOpened
    | IssuingStopped
    | DayClosed
    | CounterOpened
    | CounterClosed
    | FieldStopped
    | FieldResumed
    | TicketIssued
    | TicketCalled
    | ServiceStarted
    | TicketFinished
    | TicketMissed
    | TicketTransferred
    | TicketReleased
    | TicketCancelled
    | TicketExpired
    | TicketPrinted
    | TicketPrintFailed
    | CallShown
    | CallSpoken
    | CallNotSpoken
)
