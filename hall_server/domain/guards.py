"""The questions that many decisions begin with: is the counter open, is this its ticket."""

from __future__ import annotations

from hall_server.domain.events import Event
from hall_server.domain.model import Counter, CounterState, HallState, Ticket
from hall_server.domain.refusals import Refusal, RefusalCode, refuse

Decision = tuple[Event, ...] | Refusal


def known_counter(state: HallState, counter_id: int) -> Counter | Refusal:
    counter = state.counters.get(counter_id)
    return refuse(RefusalCode.UNKNOWN_COUNTER, counter=counter_id) if counter is None else counter


def working_counter(state: HallState, counter_id: int) -> Counter | Refusal:
    """The counter, if it is not closed; paused it may still end what it has."""
    counter = known_counter(state, counter_id)
    if isinstance(counter, Counter) and counter.state is CounterState.CLOSED:
        return refuse(RefusalCode.COUNTER_CLOSED, counter=counter_id)
    return counter


def calling_counter(state: HallState, counter_id: int) -> Counter | Refusal:
    """The counter, if it may call somebody now."""
    counter = working_counter(state, counter_id)
    if isinstance(counter, Counter) and counter.state is CounterState.PAUSED:
        return refuse(RefusalCode.COUNTER_PAUSED, counter=counter_id)
    return counter


def known_ticket(state: HallState, ticket_id: str) -> Ticket | Refusal:
    ticket = state.tickets.get(ticket_id)
    return refuse(RefusalCode.UNKNOWN_TICKET, ticket=ticket_id) if ticket is None else ticket


def at_counter(state: HallState, counter_id: int, ticket_id: str) -> Ticket | Refusal:
    """The ticket, if it is the one now at the counter."""
    counter = working_counter(state, counter_id)
    if isinstance(counter, Refusal):
        return counter
    ticket = known_ticket(state, ticket_id)
    if isinstance(ticket, Ticket) and counter.ticket_id != ticket_id:
        return refuse(RefusalCode.NOT_AT_THIS_COUNTER, number=ticket.number, counter=counter_id)
    return ticket


def busy(state: HallState, counter: Counter) -> Refusal:
    number = state.tickets[counter.ticket_id or ""].number
    return refuse(RefusalCode.COUNTER_BUSY, counter=counter.counter_id, number=number)
