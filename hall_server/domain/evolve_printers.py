"""How events change what is known of printers and reprints; a part of `evolve`, the only writer."""

from __future__ import annotations

from hall_server.domain import events as e
from hall_server.domain.model import PRINTERS_MAX, HallState, Printer, Reprint, reprint_id_of
from hall_server.domain.replacing import replace


def reported(state: HallState, event: e.PrinterReported, at: int) -> None:
    before = state.printers.pop(event.kiosk_id, None)
    if len(state.printers) >= PRINTERS_MAX:
        del state.printers[min(state.printers.values(), key=lambda one: (one.heard_at, one.kiosk_id)).kiosk_id]
    lasts = before is not None and before.condition is event.condition
    state.printers[event.kiosk_id] = Printer(
        event.kiosk_id,
        event.label,
        event.condition,
        event.paper_low,
        event.metres_left,
        since=before.since if before is not None and lasts else event.at,
        heard_at=event.at,
        rolls=before.rolls if before is not None else 0,
    )


def roll_confirmed(state: HallState, event: e.RollConfirmed, at: int) -> None:
    printer = state.printers[event.kiosk_id]
    state.printers[event.kiosk_id] = replace(printer, rolls=printer.rolls + 1)


def reprint_asked(state: HallState, event: e.ReprintAsked, at: int) -> None:
    reprint_id = reprint_id_of(event.ticket_id, event.copy)
    state.reprints[reprint_id] = Reprint(reprint_id, event.ticket_id, event.kiosk_id, event.copy, at)
