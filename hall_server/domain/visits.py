"""What may happen to a visit away from the calling: gone to fetch a paper, come back, sent on, given up.

serving -> on_hold -> waiting (its place kept)      missed -> waiting (behind the next few)
called | serving -> waiting in another field or for one counter     waiting | on_hold | missed -> cancelled
"""

from __future__ import annotations

from hall_server.domain import order
from hall_server.domain.commands import CancelTicket, ComeBack, HoldTicket, ResumeTicket, TransferTicket
from hall_server.domain.events import (
    TicketCameBack,
    TicketCancelled,
    TicketHeld,
    TicketResumed,
    TicketTransferred,
)
from hall_server.domain.guards import Decision, at_counter, known_ticket, working_counter
from hall_server.domain.model import AT_COUNTER, ENDED, CounterState, HallDocument, HallState, TicketState
from hall_server.domain.policies import MINUTE_MS
from hall_server.domain.refusals import Refusal, RefusalCode, refuse


def hold(state: HallState, command: HoldTicket, now: int) -> Decision:
    """The place is kept until the person is back, at most until the day closes; `until` is what they were told."""
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.SERVING:
        return refuse(RefusalCode.NOT_BEING_SERVED, number=ticket.number)
    minutes_max = _document(state).policies.hold_minutes_max
    if not now < command.until <= now + minutes_max * MINUTE_MS:
        return refuse(RefusalCode.HOLD_TIME, minutes=minutes_max)
    return (TicketHeld(ticket.ticket_id, command.until),)


def resume(state: HallState, command: ResumeTicket, now: int) -> Decision:
    """Back at the original place, for the counter that knows the matter if it calls people now. Filling in a form
    wrongly never sends anyone to the end, nor before an empty chair."""
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.ON_HOLD:
        return refuse(RefusalCode.NOT_ON_HOLD, number=ticket.number)
    counter = state.counters.get(ticket.counter_id or 0)
    knows = counter.counter_id if counter and counter.state is CounterState.OPEN else None
    return (TicketResumed(ticket.ticket_id, knows),)


def come_back(state: HallState, command: ComeBack, now: int) -> Decision:
    """Who missed the call waits again behind the next few of the field, if not too long has passed."""
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.MISSED:
        return refuse(RefusalCode.NOT_MISSED, number=ticket.number)
    policy = _document(state).policies.no_show
    if now - (ticket.missed_at or 0) > policy.tolerance_minutes * MINUTE_MS:
        return refuse(RefusalCode.CAME_BACK_TOO_LATE, number=ticket.number, minutes=policy.tolerance_minutes)
    stands_behind = order.behind(state, ticket, policy.behind)
    return (TicketCameBack(ticket.ticket_id, stands_behind.place, stands_behind.rank),)


def transfer(state: HallState, command: TransferTicket, now: int) -> Decision:
    """On to another field or to one counter, with the same number; the place is kept unless the field's policy says
    else. Back to the queue of the same field it is always kept, or this would be a way to send people to the end. A
    visit that would have gone on in that field has gone on in it."""
    ticket = at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if (command.to_field is None) == (command.to_counter is None) or command.to_counter == command.counter_id:
        return refuse(RefusalCode.TRANSFER_TARGET)
    if command.to_counter is not None:
        counter = working_counter(state, command.to_counter)
        if isinstance(counter, Refusal):
            return counter
        return (TicketTransferred(ticket.ticket_id, ticket.field_id, counter.counter_id, ticket.leg + 1),)
    field = state.fields.get(command.to_field or "")
    if field is None:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.to_field or "")
    moves = field.field_id != ticket.field_id
    place = now if moves and field.rejoin_on_transfer else None
    to_come = ticket.next_fields[1:] if moves and ticket.next_fields[:1] == (field.field_id,) else None
    return (TicketTransferred(ticket.ticket_id, field.field_id, None, ticket.leg + 1, place, to_come),)


def cancel(state: HallState, command: CancelTicket, now: int) -> Decision:
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state in AT_COUNTER:
        return refuse(RefusalCode.TICKET_AT_COUNTER, number=ticket.number, counter=ticket.counter_id or 0)
    if ticket.state in ENDED:
        return refuse(RefusalCode.TICKET_ENDED, number=ticket.number)
    return (TicketCancelled(ticket.ticket_id, command.reason),)


def _document(state: HallState) -> HallDocument:
    assert state.document is not None, "a hall with tickets has a document"
    return state.document
