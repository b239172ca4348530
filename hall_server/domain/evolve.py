"""The only writer: how each event changes the state. No rules here; what was decided is taken as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from hall_server.domain import events as e
from hall_server.domain import order
from hall_server.domain.model import (
    Call,
    Counter,
    CounterState,
    DayState,
    FieldStop,
    HallState,
    PrintState,
    SpokenState,
    Ticket,
    TicketState,
    call_id_of,
)


def evolve(state: HallState, event: e.Event, at: int) -> None:
    """Change `state` by an event of time `at` (ms UTC)."""
    EVOLVERS[type(event)](state, event, at)


def _configured(state: HallState, event: e.HallConfigured, at: int) -> None:
    document = event.document
    state.document = document
    state.fields = {field.field_id: field for field in document.fields}
    state.procedures = {procedure.procedure_id: procedure for procedure in document.procedures}
    before = state.counters
    state.counters = {}
    for plan in document.counters:
        counter = before.get(plan.counter_id) or Counter(plan.counter_id, CounterState.CLOSED, plan.fields, plan.zone)
        fields = counter.fields if counter.state is CounterState.OPEN else plan.fields
        state.counters[plan.counter_id] = replace(counter, fields=fields, zone=plan.zone)
    state.stops = {field_id: stop for field_id, stop in state.stops.items() if field_id in state.fields}


def _day_opened(state: HallState, event: e.DayOpened, at: int) -> None:
    if state.business_date != event.business_date:
        state.business_date = event.business_date
        state.next_serials, state.issued = {}, 0
        state.tickets, state.calls, state.queues, state.named, state.stops = {}, {}, {}, {}, {}
    state.day = DayState.OPEN
    state.opened_at = at


def _issuing_stopped(state: HallState, event: e.IssuingStopped, at: int) -> None:
    state.day = DayState.CLOSING


def _day_closed(state: HallState, event: e.DayClosed, at: int) -> None:
    state.day = DayState.CLOSED


def _counter_opened(state: HallState, event: e.CounterOpened, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(counter, state=CounterState.OPEN, fields=event.fields)


def _counter_closed(state: HallState, event: e.CounterClosed, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(counter, state=CounterState.CLOSED)


def _field_stopped(state: HallState, event: e.FieldStopped, at: int) -> None:
    state.stops[event.field_id] = FieldStop(event.reopens_at)


def _field_resumed(state: HallState, event: e.FieldResumed, at: int) -> None:
    del state.stops[event.field_id]


def _issued(state: HallState, event: e.TicketIssued, at: int) -> None:
    ticket = Ticket(
        ticket_id=event.ticket_id,
        series=event.series,
        serial=event.serial,
        field_id=event.field_id,
        procedure_id=event.procedure_id,
        state=TicketState.WAITING,
        issued_at=at,
        place=event.place,
        order=event.order,
    )
    state.tickets[ticket.ticket_id] = ticket
    state.next_serials[event.series] = event.serial + 1
    state.issued = event.order
    order.enqueue(state, ticket)


def _called(state: HallState, event: e.TicketCalled, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    counter = state.counters[event.counter_id]
    if ticket.state is TicketState.WAITING:
        order.dequeue(state, ticket)
    call = Call(
        call_id=call_id_of(event.ticket_id, event.attempt),
        ticket_id=event.ticket_id,
        field_id=ticket.field_id,
        counter_id=event.counter_id,
        zone=counter.zone,
        attempt=event.attempt,
        called_at=at,
        reason=event.reason,
        overtook=event.overtook,
    )
    state.calls[call.call_id] = call
    state.counters[event.counter_id] = replace(counter, ticket_id=event.ticket_id)
    state.tickets[event.ticket_id] = replace(
        ticket,
        state=TicketState.CALLED,
        for_counter=None,
        counter_id=event.counter_id,
        calls=event.attempt,
        called_at=at,
        started_at=None,
    )


def _started(state: HallState, event: e.ServiceStarted, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.SERVING, started_at=at)


def _finished(state: HallState, event: e.TicketFinished, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.FINISHED, ended_at=at)


def _missed(state: HallState, event: e.TicketMissed, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.MISSED)


def _transferred(state: HallState, event: e.TicketTransferred, at: int) -> None:
    ticket = replace(
        _left_counter(state, event.ticket_id),
        state=TicketState.WAITING,
        field_id=event.field_id,
        for_counter=event.for_counter,
        leg=event.leg,
        counter_id=None,
        called_at=None,
        started_at=None,
    )
    state.tickets[event.ticket_id] = ticket
    order.enqueue(state, ticket)


def _released(state: HallState, event: e.TicketReleased, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    order.dequeue(state, ticket)
    ticket = replace(ticket, for_counter=None)
    state.tickets[event.ticket_id] = ticket
    order.enqueue(state, ticket)


def _cancelled(state: HallState, event: e.TicketCancelled, at: int) -> None:
    _ended_without_service(state, event.ticket_id, TicketState.CANCELLED, at)


def _expired(state: HallState, event: e.TicketExpired, at: int) -> None:
    _ended_without_service(state, event.ticket_id, TicketState.EXPIRED, at)


def _printed(state: HallState, event: e.TicketPrinted, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    state.tickets[event.ticket_id] = replace(ticket, printed=PrintState.PRINTED, print_problem="")


def _print_failed(state: HallState, event: e.TicketPrintFailed, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    state.tickets[event.ticket_id] = replace(ticket, printed=PrintState.FAILED, print_problem=event.reason)


def _shown(state: HallState, event: e.CallShown, at: int) -> None:
    state.calls[event.call_id] = replace(state.calls[event.call_id], shown_at=at)


def _spoken(state: HallState, event: e.CallSpoken, at: int) -> None:
    call = state.calls[event.call_id]
    state.calls[event.call_id] = replace(call, spoken=SpokenState.SPOKEN, spoken_at=at, not_spoken_reason="")


def _not_spoken(state: HallState, event: e.CallNotSpoken, at: int) -> None:
    call = state.calls[event.call_id]
    state.calls[event.call_id] = replace(call, spoken=SpokenState.NOT_SPOKEN, not_spoken_reason=event.reason)


def _left_counter(state: HallState, ticket_id: str) -> Ticket:
    ticket = state.tickets[ticket_id]
    assert ticket.counter_id is not None, f"{ticket_id} is at no counter"
    state.counters[ticket.counter_id] = replace(state.counters[ticket.counter_id], ticket_id=None)
    return ticket


def _ended_without_service(state: HallState, ticket_id: str, ending: TicketState, at: int) -> None:
    ticket = state.tickets[ticket_id]
    if ticket.state is TicketState.WAITING:
        order.dequeue(state, ticket)
    state.tickets[ticket_id] = replace(ticket, state=ending, for_counter=None, ended_at=at)


EVOLVERS: Mapping[type[e.Event], Callable[[HallState, Any, int], None]] = {
    e.HallConfigured: _configured,
    e.DayOpened: _day_opened,
    e.IssuingStopped: _issuing_stopped,
    e.DayClosed: _day_closed,
    e.CounterOpened: _counter_opened,
    e.CounterClosed: _counter_closed,
    e.FieldStopped: _field_stopped,
    e.FieldResumed: _field_resumed,
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.ServiceStarted: _started,
    e.TicketFinished: _finished,
    e.TicketMissed: _missed,
    e.TicketTransferred: _transferred,
    e.TicketReleased: _released,
    e.TicketCancelled: _cancelled,
    e.TicketExpired: _expired,
    e.TicketPrinted: _printed,
    e.TicketPrintFailed: _print_failed,
    e.CallShown: _shown,
    e.CallSpoken: _spoken,
    e.CallNotSpoken: _not_spoken,
}
