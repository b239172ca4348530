"""What an officer does with whoever is next: call, call again, begin, finish, give up, and take back a step.

    waiting -> called -> serving -> finished        called -> missed

Each function reads the state and answers with events or a refusal; none of them changes anything.
"""

from __future__ import annotations

from hall_server.domain import order
from hall_server.domain.commands import CallChosen, CallNext, FinishService, MarkMissed, Recall, StartService, UndoStep
from hall_server.domain.events import (
    Event,
    LegFinished,
    ServiceStarted,
    StepUndone,
    TicketCalled,
    TicketFinished,
    TicketMissed,
)
from hall_server.domain.guards import Decision, at_counter, busy, calling_counter, known_ticket
from hall_server.domain.model import CallReason, Counter, HallState, Step, StepKind, Ticket, TicketState
from hall_server.domain.refusals import Refusal, RefusalCode, refuse
from hall_server.domain.replacing import replace

SECOND_MS = 1000


def call_next(state: HallState, command: CallNext, now: int) -> Decision:
    """Whoever is next for the counter. A ticket still served there ends in the same step if the press named it."""
    counter = calling_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if command.finishing != counter.ticket_id:
        if command.finishing is None:
            return busy(state, counter)
        return refuse(RefusalCode.SCREEN_BEHIND, counter=counter.counter_id)
    ending: tuple[Event, ...] = ()
    goes_on: Ticket | None = None
    if counter.ticket_id is not None:
        current = state.tickets[counter.ticket_id]
        if current.state is not TicketState.SERVING:
            return busy(state, counter)
        ending = (_ending(current),)
        goes_on = replace(current, field_id=current.next_fields[0]) if current.next_fields else None
    found = order.next_for(state, counter.counter_id, now, goes_on)
    if found is None:
        return ending or refuse(RefusalCode.NOBODY_WAITING, counter=counter.counter_id)
    ticket = state.tickets[found.waiting.ticket_id]
    call = TicketCalled(ticket.ticket_id, counter.counter_id, ticket.calls + 1, found.reason, found.overtook)
    return (*ending, call)


def call_chosen(state: HallState, command: CallChosen, now: int) -> Decision:
    """Out of order, for a reason from the hall's list, and on the record with how many it overtook."""
    counter = calling_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.ticket_id is not None:
        return busy(state, counter)
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.WAITING:
        return refuse(RefusalCode.NOT_WAITING, number=ticket.number)
    assert state.document is not None, "an open counter has a document"
    reasons = state.document.policies.manual_reasons
    if command.reason not in reasons:
        return refuse(RefusalCode.MANUAL_REASON, *reasons)
    overtook = order.overtaken_by(state, counter, ticket)
    return (
        TicketCalled(
            ticket.ticket_id, counter.counter_id, ticket.calls + 1, CallReason.MANUAL, overtook, command.reason
        ),
    )


def recall(state: HallState, command: Recall, now: int) -> Decision:
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    before = state.calls[ticket.call_id or ""]
    return (
        TicketCalled(
            ticket.ticket_id, command.counter_id, ticket.calls + 1, before.reason, before.overtook, before.note
        ),
    )


def start(state: HallState, command: StartService, now: int) -> Decision:
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    return (ServiceStarted(ticket.ticket_id),)


def finish(state: HallState, command: FinishService, now: int) -> Decision:
    """The business here is done; a visit with further fields goes on in the next one, at its place."""
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.SERVING:
        return refuse(RefusalCode.NOT_BEING_SERVED, number=ticket.number)
    return (_ending(ticket),)


def _ending(ticket: Ticket) -> Event:
    if ticket.next_fields:
        return LegFinished(ticket.ticket_id, ticket.next_fields[0], ticket.leg + 1)
    return TicketFinished(ticket.ticket_id)


def miss(state: HallState, command: MarkMissed, now: int) -> Decision:
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    return (TicketMissed(ticket.ticket_id),)


def undo(state: HallState, command: UndoStep, now: int) -> Decision:
    """Harmless is: the same officer, within the hall's time, and nothing has happened to ticket or counter since. The
    person is at the counter again, so it must not be on a break."""
    counter = calling_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    step = counter.last_step
    if step is None or step.before.ticket_id != ticket.ticket_id or not _unchanged_since(state, counter, step, ticket):
        return refuse(RefusalCode.NOTHING_TO_UNDO, counter=counter.counter_id)
    assert state.document is not None, "an open counter has a document"
    if now - step.at > state.document.policies.undo_seconds * SECOND_MS:
        return refuse(RefusalCode.UNDO_TOO_LATE, seconds=state.document.policies.undo_seconds)
    return (StepUndone(counter.counter_id, ticket.ticket_id),)


_AFTER = {
    StepKind.START: TicketState.SERVING,
    StepKind.FINISH: TicketState.FINISHED,
    StepKind.MISS: TicketState.MISSED,
    StepKind.HOLD: TicketState.ON_HOLD,
}


def _unchanged_since(state: HallState, counter: Counter, step: Step, ticket: Ticket) -> bool:
    still_here = ticket.ticket_id if step.kind is StepKind.START else None
    same_visit = ticket.leg == step.before.leg and ticket.calls == step.before.calls
    return ticket.state is _AFTER[step.kind] and same_visit and counter.ticket_id == still_here
