"""How events change tickets, their calls and the counters they are at; a part of `evolve`, the only writer."""

from __future__ import annotations

from hall_server.domain import events as e
from hall_server.domain import order
from hall_server.domain.model import (
    FORECAST_MS,
    Call,
    Forecast,
    HallState,
    PlaceReason,
    PrintState,
    ReprintState,
    SpokenState,
    Step,
    StepKind,
    Ticket,
    TicketState,
    call_id_of,
    reprint_id_of,
)
from hall_server.domain.replacing import replace


def issued(state: HallState, event: e.TicketIssued, at: int) -> None:
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
        rank=event.order,
        place_reason=event.place_reason,
        priority_class=event.priority_class,
        appointment_at=event.appointment_at,
        next_fields=event.next_fields,
        expected=event.expected,
    )
    state.tickets[ticket.ticket_id] = ticket
    state.next_serials[event.series] = event.serial + 1
    state.issued = event.order
    forecast = state.forecasts.get(event.field_id)
    if event.place_reason is PlaceReason.ARRIVAL and (forecast is None or at - forecast.at >= FORECAST_MS):
        state.forecasts[event.field_id] = Forecast(at, event.expected)
    order.enqueue(state, ticket)


def called(state: HallState, event: e.TicketCalled, at: int) -> None:
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
        note=event.note,
    )
    state.calls[call.call_id] = call
    state.counters[event.counter_id] = replace(counter, ticket_id=event.ticket_id, last_step=None)
    state.tickets[event.ticket_id] = replace(
        ticket,
        state=TicketState.CALLED,
        for_counter=None,
        counter_id=event.counter_id,
        calls=event.attempt,
        called_at=at,
        started_at=None,
    )


def started(state: HallState, event: e.ServiceStarted, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    _remember(state, StepKind.START, ticket, at)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.SERVING, started_at=at)


def finished(state: HallState, event: e.TicketFinished, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    _remember(state, StepKind.FINISH, ticket, at)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.FINISHED, ended_at=at)


def leg_finished(state: HallState, event: e.LegFinished, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    _wait_elsewhere(state, replace(ticket, next_fields=ticket.next_fields[1:]), event.field_id, event.leg)


def missed(state: HallState, event: e.TicketMissed, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    _remember(state, StepKind.MISS, ticket, at)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.MISSED, missed_at=at)


def came_back(state: HallState, event: e.TicketCameBack, at: int) -> None:
    state.turns += 1
    ticket = replace(
        state.tickets[event.ticket_id],
        state=TicketState.WAITING,
        place=event.place,
        rank=event.rank,
        turn=state.turns,
        place_reason=PlaceReason.CAME_BACK,
        counter_id=None,
        missed_at=None,
    )
    state.tickets[event.ticket_id] = ticket
    order.enqueue(state, ticket)


def held(state: HallState, event: e.TicketHeld, at: int) -> None:
    ticket = _left_counter(state, event.ticket_id)
    _remember(state, StepKind.HOLD, ticket, at)
    state.tickets[event.ticket_id] = replace(ticket, state=TicketState.ON_HOLD, hold_until=event.until)


def resumed(state: HallState, event: e.TicketResumed, at: int) -> None:
    ticket = replace(
        state.tickets[event.ticket_id],
        state=TicketState.WAITING,
        place_reason=PlaceReason.RETURNED,
        for_counter=event.for_counter,
        counter_id=None,
        hold_until=None,
    )
    state.tickets[event.ticket_id] = ticket
    order.enqueue(state, ticket)


def undone(state: HallState, event: e.StepUndone, at: int) -> None:
    """The ticket as it was before the step; what devices reported of it since stays true."""
    counter = state.counters[event.counter_id]
    assert counter.last_step is not None, "only a step that is remembered is taken back"
    now = state.tickets[event.ticket_id]
    before = replace(counter.last_step.before, printed=now.printed, print_problem=now.print_problem)
    state.tickets[event.ticket_id] = before
    state.counters[event.counter_id] = replace(counter, ticket_id=event.ticket_id, last_step=None)


def transferred(state: HallState, event: e.TicketTransferred, at: int) -> None:
    ticket = replace(_left_counter(state, event.ticket_id), for_counter=event.for_counter)
    if event.place is not None:
        ticket = replace(ticket, place=event.place, rank=ticket.order, place_reason=PlaceReason.REJOINED)
    if event.next_fields is not None:
        ticket = replace(ticket, next_fields=event.next_fields)
    _wait_elsewhere(state, ticket, event.field_id, event.leg)


def _wait_elsewhere(state: HallState, ticket: Ticket, field_id: str, leg: int) -> None:
    ticket = replace(
        ticket,
        state=TicketState.WAITING,
        field_id=field_id,
        leg=leg,
        counter_id=None,
        called_at=None,
        started_at=None,
    )
    state.tickets[ticket.ticket_id] = ticket
    order.enqueue(state, ticket)


def released(state: HallState, event: e.TicketReleased, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    order.dequeue(state, ticket)
    ticket = replace(ticket, for_counter=None)
    state.tickets[event.ticket_id] = ticket
    order.enqueue(state, ticket)


def cancelled(state: HallState, event: e.TicketCancelled, at: int) -> None:
    _ended_without_service(state, event.ticket_id, TicketState.CANCELLED, at)


def expired(state: HallState, event: e.TicketExpired, at: int) -> None:
    _ended_without_service(state, event.ticket_id, TicketState.EXPIRED, at)


def printed(state: HallState, event: e.TicketPrinted, at: int) -> None:
    """A reprint puts the number on paper as well as the first paper does."""
    ticket = state.tickets[event.ticket_id]
    state.tickets[event.ticket_id] = replace(ticket, printed=PrintState.PRINTED, print_problem="")
    if event.copy:
        reprint = state.reprints[reprint_id_of(event.ticket_id, event.copy)]
        state.reprints[reprint.reprint_id] = replace(reprint, state=ReprintState.PRINTED, problem="")


def print_failed(state: HallState, event: e.TicketPrintFailed, at: int) -> None:
    """A reprint that fails takes nothing away from the paper that is there."""
    if event.copy:
        reprint = state.reprints[reprint_id_of(event.ticket_id, event.copy)]
        state.reprints[reprint.reprint_id] = replace(reprint, state=ReprintState.FAILED, problem=event.reason)
        return
    ticket = state.tickets[event.ticket_id]
    state.tickets[event.ticket_id] = replace(ticket, printed=PrintState.FAILED, print_problem=event.reason)


def shown(state: HallState, event: e.CallShown, at: int) -> None:
    state.calls[event.call_id] = replace(state.calls[event.call_id], shown_at=at)


def spoken(state: HallState, event: e.CallSpoken, at: int) -> None:
    call = state.calls[event.call_id]
    state.calls[event.call_id] = replace(call, spoken=SpokenState.SPOKEN, spoken_at=at, not_spoken_reason="")


def not_spoken(state: HallState, event: e.CallNotSpoken, at: int) -> None:
    call = state.calls[event.call_id]
    state.calls[event.call_id] = replace(call, spoken=SpokenState.NOT_SPOKEN, not_spoken_reason=event.reason)


def _left_counter(state: HallState, ticket_id: str) -> Ticket:
    ticket = state.tickets[ticket_id]
    assert ticket.counter_id is not None, f"{ticket_id} is at no counter"
    counter = state.counters[ticket.counter_id]
    state.counters[ticket.counter_id] = replace(counter, ticket_id=None, last_step=None)
    return ticket


def _remember(state: HallState, kind: StepKind, before: Ticket, at: int) -> None:
    assert before.counter_id is not None, "a step is taken at a counter"
    counter = state.counters[before.counter_id]
    state.counters[before.counter_id] = replace(counter, last_step=Step(kind, at, before))


def _ended_without_service(state: HallState, ticket_id: str, ending: TicketState, at: int) -> None:
    ticket = state.tickets[ticket_id]
    if ticket.state is TicketState.WAITING:
        order.dequeue(state, ticket)
    state.tickets[ticket_id] = replace(
        ticket, state=ending, for_counter=None, missed_at=None, hold_until=None, ended_at=at
    )
