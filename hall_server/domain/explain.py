"""Why was I overtaken? For each call of a later number the reason that the person who waits is owed.

A call is made on the state before its command, and judged on the same state here. Whoever took a number later can come
first in two ways only: by a smaller key (place, rank, turn), or because the counter could not call the one who waits.
A smaller key with a later number has three sources: the later ticket's place was made earlier than its issue (priority,
appointment), or the waiting ticket's own place was made later (it missed a call; it was sent on to a field where one
joins behind). A manual call names its reason. There is no further way, so `why_passed` has an answer for every case;
None would be a fault of the order, and the simulated days look for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hall_server.domain import explain_words
from hall_server.domain.events import Event, TicketCalled
from hall_server.domain.model import CallReason, HallState, Ticket, TicketState, call_id_of
from hall_server.domain.order import waiting_key
from hall_server.domain.words import Words


class Why(StrEnum):
    """Why a later number was called before this one."""

    PRIORITY = "priority"
    APPOINTMENT = "appointment"
    MANUAL = "manual"
    CAME_BACK = "came_back"
    REJOINED = "rejoined"
    NAMED = "named"
    ON_HOLD = "on_hold"
    MISSED = "missed"


AWAY = frozenset({Why.NAMED, Why.ON_HOLD, Why.MISSED})
"""The counter could not call the ticket at all then; such a call is not counted as overtaking."""

_LOSABLE = frozenset({TicketState.WAITING, TicketState.ON_HOLD, TicketState.MISSED})


@dataclass(frozen=True, slots=True)
class Passing:
    """A later number that was called first. `why` is None only where the order itself were wrong."""

    call_id: str
    number: str
    counter_id: int
    why: Why | None
    words: Words


def passing(state: HallState, ticket: Ticket, call: TicketCalled) -> Passing | None:
    """What the call meant for the ticket, `state` being as it was before the command; None when nothing: the ticket was
    not waiting, has the later number, or waits in a field that the counter does not serve."""
    if not could_serve(state, ticket, call) or state.tickets[call.ticket_id].order < ticket.order:
        return None
    why = why_passed(state, ticket, call)
    return Passing(
        call_id_of(call.ticket_id, call.attempt),
        state.tickets[call.ticket_id].number,
        call.counter_id,
        why,
        explain_words.passing(state, ticket, call, "" if why is None else why.value),
    )


def passings_of(state: HallState, events: Sequence[Event]) -> Iterator[tuple[Ticket, Passing]]:
    """Everybody whom the calls among a command's events passed, each with the reason; `state`: before the command."""
    for event in events:
        if isinstance(event, TicketCalled):
            for ticket in state.tickets.values():
                found = passing(state, ticket, event)
                if found is not None:
                    yield ticket, found


def could_serve(state: HallState, ticket: Ticket, call: TicketCalled) -> bool:
    """Whether the ticket waits, or is away, where this counter calls: in one of its fields, in the called ticket's, or
    for this counter by name. A ticket called once more comes before nobody."""
    called, counter = state.tickets[call.ticket_id], state.counters[call.counter_id]
    if ticket.state not in _LOSABLE or called.state is not TicketState.WAITING or called is ticket:
        return False
    in_reach = ticket.field_id in counter.fields or ticket.field_id == called.field_id
    return in_reach or ticket.for_counter == call.counter_id


def why_passed(state: HallState, ticket: Ticket, call: TicketCalled) -> Why | None:
    """Why the later number was called and not `ticket`. The ticket's own absence comes first: nobody was put before one
    who could not be called."""
    later = state.tickets[call.ticket_id]
    if ticket.state is not TicketState.WAITING:
        return Why.ON_HOLD if ticket.state is TicketState.ON_HOLD else Why.MISSED
    if ticket.for_counter not in (None, call.counter_id):
        return Why.NAMED
    if call.reason is CallReason.MANUAL:
        return Why.MANUAL
    if waiting_key(later) > waiting_key(ticket):
        return None
    if later.place < later.issued_at:
        return Why.PRIORITY if later.priority_class is not None else Why.APPOINTMENT
    if ticket.turn > 0:
        return Why.CAME_BACK
    return Why.REJOINED if ticket.place > ticket.issued_at else None
