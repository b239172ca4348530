"""What may happen to a ticket: the decisions from its number to its end.

    waiting -> called -> serving -> finished
    called -> missed;  called | serving -> waiting elsewhere (transferred);  waiting | missed -> cancelled | expired

Anything else is refused. Each function reads the state and answers with events or a refusal; none of them changes
anything.
"""

from __future__ import annotations

from hall_server.domain import order
from hall_server.domain.commands import (
    CallNext,
    CancelTicket,
    FinishService,
    IssueTicket,
    MarkMissed,
    Recall,
    ReportPrinted,
    ReportPrintFailed,
    ReportShown,
    ReportSpoken,
    StartService,
    TransferTicket,
)
from hall_server.domain.events import (
    CallNotSpoken,
    CallShown,
    CallSpoken,
    Event,
    ServiceStarted,
    TicketCalled,
    TicketCancelled,
    TicketFinished,
    TicketIssued,
    TicketMissed,
    TicketPrinted,
    TicketPrintFailed,
    TicketTransferred,
)
from hall_server.domain.model import (
    AT_COUNTER,
    ENDED,
    CallReason,
    Counter,
    CounterState,
    DayState,
    HallState,
    PrintState,
    SpokenState,
    Ticket,
    TicketState,
    ticket_id_of,
)
from hall_server.domain.refusals import Refusal, RefusalCode, refuse

Decision = tuple[Event, ...] | Refusal


def issue(state: HallState, command: IssueTicket, now: int) -> Decision:
    """The next number of the field's series; its place is the time of issue."""
    field = state.fields.get(command.field_id)
    if field is None:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    refusal = _why_no_number(state, command)
    if refusal is not None:
        return refusal
    assert state.business_date is not None, "a day that is open has a date"
    serial = state.next_serials.get(field.series, 1)
    ticket_id = ticket_id_of(state.business_date, field.series, serial)
    order_of_issue = state.issued + 1
    return (TicketIssued(ticket_id, field.series, serial, field.field_id, command.procedure_id, now, order_of_issue),)


def _why_no_number(state: HallState, command: IssueTicket) -> Refusal | None:
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    if state.day is DayState.CLOSING:
        return refuse(RefusalCode.LAST_NUMBER_GIVEN)
    name = state.fields[command.field_id].name.vi
    if command.field_id in state.stops:
        return refuse(RefusalCode.FIELD_STOPPED, field=name)
    if command.procedure_id is not None:
        procedure = state.procedures.get(command.procedure_id)
        if procedure is None or procedure.field_id != command.field_id:
            return refuse(RefusalCode.UNKNOWN_PROCEDURE, field=name, procedure=command.procedure_id)
    return None


def call_next(state: HallState, command: CallNext, now: int) -> Decision:
    """Whoever is next for the counter. A ticket still being served there ends in the same step if the press named
    it."""
    counter = _open_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if command.finishing != counter.ticket_id:
        return _why_not_next(state, counter, command.finishing)
    ending: tuple[Event, ...] = ()
    if counter.ticket_id is not None:
        if state.tickets[counter.ticket_id].state is not TicketState.SERVING:
            return _busy(state, counter)
        ending = (TicketFinished(counter.ticket_id),)
    head = order.next_for(state, counter.counter_id)
    if head is None:
        return ending or refuse(RefusalCode.NOBODY_WAITING, counter=counter.counter_id)
    overtook = order.overtaken_by(state, counter.counter_id, head)
    attempt = state.tickets[head.ticket_id].calls + 1
    return (
        *ending,
        TicketCalled(head.ticket_id, counter.counter_id, attempt, CallReason.FIRST_COME, overtook),
    )


def _why_not_next(state: HallState, counter: Counter, finishing: str | None) -> Refusal:
    if finishing is None and counter.ticket_id is not None:
        return _busy(state, counter)
    return refuse(RefusalCode.SCREEN_BEHIND, counter=counter.counter_id)


def recall(state: HallState, command: Recall, now: int) -> Decision:
    ticket = _at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    previous = state.calls[ticket.call_id or ""]
    return (TicketCalled(ticket.ticket_id, command.counter_id, ticket.calls + 1, previous.reason, previous.overtook),)


def start(state: HallState, command: StartService, now: int) -> Decision:
    ticket = _at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    return (ServiceStarted(ticket.ticket_id),)


def finish(state: HallState, command: FinishService, now: int) -> Decision:
    ticket = _at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.SERVING:
        return refuse(RefusalCode.NOT_BEING_SERVED, number=ticket.number)
    return (TicketFinished(ticket.ticket_id),)


def miss(state: HallState, command: MarkMissed, now: int) -> Decision:
    ticket = _at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state is not TicketState.CALLED:
        return refuse(RefusalCode.NOT_CALLED, number=ticket.number)
    return (TicketMissed(ticket.ticket_id),)


def transfer(state: HallState, command: TransferTicket, now: int) -> Decision:
    """On to another field or to one counter, with the same number and the same place: nobody goes back to the end."""
    ticket = _at_counter(state, command.counter_id, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    target = _transfer_target(state, command, ticket)
    if isinstance(target, Refusal):
        return target
    field_id, for_counter = target
    return (TicketTransferred(ticket.ticket_id, field_id, for_counter, ticket.leg + 1),)


def _transfer_target(state: HallState, command: TransferTicket, ticket: Ticket) -> tuple[str, int | None] | Refusal:
    if (command.to_field is None) == (command.to_counter is None) or command.to_counter == command.counter_id:
        return refuse(RefusalCode.TRANSFER_TARGET)
    if command.to_counter is not None:
        counter = _open_counter(state, command.to_counter)
        return counter if isinstance(counter, Refusal) else (ticket.field_id, counter.counter_id)
    field = state.fields.get(command.to_field or "")
    if field is None:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.to_field or "")
    return field.field_id, None


def cancel(state: HallState, command: CancelTicket, now: int) -> Decision:
    ticket = state.tickets.get(command.ticket_id)
    if ticket is None:
        return refuse(RefusalCode.UNKNOWN_TICKET, ticket=command.ticket_id)
    if ticket.state in AT_COUNTER:
        return refuse(RefusalCode.TICKET_AT_COUNTER, number=ticket.number, counter=ticket.counter_id or 0)
    if ticket.state in ENDED:
        return refuse(RefusalCode.TICKET_ENDED, number=ticket.number)
    return (TicketCancelled(ticket.ticket_id, command.reason),)


def report_printed(state: HallState, command: ReportPrinted, now: int) -> Decision:
    """A fact told twice is a fact: the second time nothing happens."""
    ticket = state.tickets.get(command.ticket_id)
    if ticket is None:
        return refuse(RefusalCode.UNKNOWN_TICKET, ticket=command.ticket_id)
    return () if ticket.printed is PrintState.PRINTED else (TicketPrinted(ticket.ticket_id),)


def report_print_failed(state: HallState, command: ReportPrintFailed, now: int) -> Decision:
    """A ticket that is known to be on paper stays printed, whatever a later report says."""
    ticket = state.tickets.get(command.ticket_id)
    if ticket is None:
        return refuse(RefusalCode.UNKNOWN_TICKET, ticket=command.ticket_id)
    known = ticket.printed is PrintState.PRINTED or (
        ticket.printed is PrintState.FAILED and ticket.print_problem == command.reason
    )
    return () if known else (TicketPrintFailed(ticket.ticket_id, command.reason),)


def report_shown(state: HallState, command: ReportShown, now: int) -> Decision:
    """The first board to show a call is the one that counts."""
    call = state.calls.get(command.call_id)
    if call is None:
        return refuse(RefusalCode.UNKNOWN_CALL, call=command.call_id)
    return () if call.shown_at is not None else (CallShown(call.call_id),)


def report_spoken(state: HallState, command: ReportSpoken, now: int) -> Decision:
    """Spoken outweighs not spoken: where one board failed another may have done it."""
    call = state.calls.get(command.call_id)
    if call is None:
        return refuse(RefusalCode.UNKNOWN_CALL, call=command.call_id)
    if call.spoken is SpokenState.SPOKEN:
        return ()
    if command.spoken:
        return (CallSpoken(call.call_id),)
    known = call.spoken is SpokenState.NOT_SPOKEN and call.not_spoken_reason == command.reason
    return () if known else (CallNotSpoken(call.call_id, command.reason),)


def _open_counter(state: HallState, counter_id: int) -> Counter | Refusal:
    counter = state.counters.get(counter_id)
    if counter is None:
        return refuse(RefusalCode.UNKNOWN_COUNTER, counter=counter_id)
    if counter.state is not CounterState.OPEN:
        return refuse(RefusalCode.COUNTER_CLOSED, counter=counter_id)
    return counter


def _at_counter(state: HallState, counter_id: int, ticket_id: str) -> Ticket | Refusal:
    """The ticket, if it is the one now at the counter."""
    counter = _open_counter(state, counter_id)
    if isinstance(counter, Refusal):
        return counter
    ticket = state.tickets.get(ticket_id)
    if ticket is None:
        return refuse(RefusalCode.UNKNOWN_TICKET, ticket=ticket_id)
    if counter.ticket_id != ticket_id:
        return refuse(RefusalCode.NOT_AT_THIS_COUNTER, number=ticket.number, counter=counter_id)
    return ticket


def _busy(state: HallState, counter: Counter) -> Refusal:
    number = state.tickets[counter.ticket_id or ""].number
    return refuse(RefusalCode.COUNTER_BUSY, counter=counter.counter_id, number=number)
