"""What kiosks report of their printers, and more papers of a number: decisions only, as in `tickets`.

Every paper that comes by `reprint` carries a mark, also the first one that a person gets when the printer they stood at
was out. So at most one paper of a number is without a mark, the one of the kiosk that gave the number, whatever two
printers and a broken line make of it.
"""

from __future__ import annotations

from hall_server.domain.commands import ConfirmRoll, ReportPrinter, ReprintTicket
from hall_server.domain.events import PrinterReported, ReprintAsked, RollConfirmed
from hall_server.domain.guards import Decision, known_ticket
from hall_server.domain.model import (
    COPIES_MAX,
    ENDED,
    REPRINT_MS_MAX,
    HallState,
    Printer,
    PrinterCondition,
    ReprintState,
    reprint_id_of,
)
from hall_server.domain.refusals import Refusal, RefusalCode, refuse


def reported(state: HallState, command: ReportPrinter, now: int) -> Decision:
    """What was seen before the newest known report is old news: it came late. A kiosk's clock that runs ahead is taken
    back to the hall's."""
    at = min(command.at, now)
    known = state.printers.get(command.kiosk_id)
    told = (command.label, command.condition, command.paper_low, command.metres_left)
    if known is not None and at < known.heard_at:
        return ()
    if known is not None and told == (known.label, known.condition, known.paper_low, known.metres_left):
        return ()
    return (PrinterReported(command.kiosk_id, *told, at),)


def reprint(state: HallState, command: ReprintTicket, now: int) -> Decision:
    """Only at a printer that can print now, one paper at a time, and never without end."""
    ticket = known_ticket(state, command.ticket_id)
    if isinstance(ticket, Refusal):
        return ticket
    if ticket.state in ENDED:
        return refuse(RefusalCode.TICKET_ENDED, number=ticket.number)
    printer = known_printer(state, command.kiosk_id)
    if isinstance(printer, Refusal):
        return printer
    if printer.condition is not PrinterCondition.READY:
        return refuse(RefusalCode.PRINTER_NOT_READY, kiosk=name_of(printer))
    copy = next((one for one in range(1, COPIES_MAX + 1) if _free(state, command.ticket_id, one)), None)
    if copy is None:
        return refuse(RefusalCode.TOO_MANY_REPRINTS, number=ticket.number, count=COPIES_MAX)
    before = state.reprints.get(reprint_id_of(command.ticket_id, copy - 1))
    if before is not None and before.state is ReprintState.ASKED and now - before.asked_at < REPRINT_MS_MAX:
        return refuse(RefusalCode.REPRINT_UNDER_WAY, number=ticket.number)
    return (ReprintAsked(command.ticket_id, command.kiosk_id, copy),)


def confirm_roll(state: HallState, command: ConfirmRoll, now: int) -> Decision:
    """The kiosk hears of it by its printer's row, and counts its paper anew."""
    printer = known_printer(state, command.kiosk_id)
    return printer if isinstance(printer, Refusal) else (RollConfirmed(command.kiosk_id),)


def known_printer(state: HallState, kiosk_id: str) -> Printer | Refusal:
    printer = state.printers.get(kiosk_id)
    return refuse(RefusalCode.UNKNOWN_KIOSK, kiosk=kiosk_id) if printer is None else printer


def name_of(printer: Printer) -> str:
    """What people call the kiosk."""
    return printer.label or printer.kiosk_id


def _free(state: HallState, ticket_id: str, copy: int) -> bool:
    return reprint_id_of(ticket_id, copy) not in state.reprints
