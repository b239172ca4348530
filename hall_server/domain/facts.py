"""What devices report: printed, shown, spoken. A fact told twice is a fact; the second time nothing happens."""

from __future__ import annotations

from hall_server.domain.commands import ReportPrinted, ReportPrintFailed, ReportShown, ReportSpoken
from hall_server.domain.events import CallNotSpoken, CallShown, CallSpoken, TicketPrinted, TicketPrintFailed
from hall_server.domain.guards import Decision, known_ticket
from hall_server.domain.model import HallState, PrintState, Reprint, ReprintState, SpokenState, reprint_id_of
from hall_server.domain.refusals import Refusal, RefusalCode, refuse


def printed(state: HallState, command: ReportPrinted, now: int) -> Decision:
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if command.copy:
        reprint = _known_reprint(state, command)
        if isinstance(reprint, Refusal):
            return reprint
        return () if reprint.state is ReprintState.PRINTED else (TicketPrinted(ticket.ticket_id, command.copy),)
    return () if ticket.printed is PrintState.PRINTED else (TicketPrinted(ticket.ticket_id),)


def print_failed(state: HallState, command: ReportPrintFailed, now: int) -> Decision:
    """A ticket that is known to be on paper stays printed, whatever a later report says."""
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if command.copy:
        return _reprint_failed(state, command)
    known = ticket.printed is PrintState.PRINTED or (
        ticket.printed is PrintState.FAILED and ticket.print_problem == command.reason
    )
    return () if known else (TicketPrintFailed(ticket.ticket_id, command.reason),)


def _reprint_failed(state: HallState, command: ReportPrintFailed) -> Decision:
    reprint = _known_reprint(state, command)
    if isinstance(reprint, Refusal):
        return reprint
    known = reprint.state is ReprintState.PRINTED or (
        reprint.state is ReprintState.FAILED and reprint.problem == command.reason
    )
    return () if known else (TicketPrintFailed(command.ticket_id, command.reason, command.copy),)


def _known_reprint(state: HallState, command: ReportPrinted | ReportPrintFailed) -> Reprint | Refusal:
    reprint_id = reprint_id_of(command.ticket_id, command.copy)
    reprint = state.reprints.get(reprint_id)
    return refuse(RefusalCode.UNKNOWN_TICKET, ticket=reprint_id) if reprint is None else reprint


def shown(state: HallState, command: ReportShown, now: int) -> Decision:
    """The first board to show a call is the one that counts."""
    call = state.calls.get(command.call_id)
    if call is None:
        return refuse(RefusalCode.UNKNOWN_CALL, call=command.call_id)
    return () if call.shown_at is not None else (CallShown(call.call_id),)


def spoken(state: HallState, command: ReportSpoken, now: int) -> Decision:
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
