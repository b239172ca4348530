"""Reads one counter's desk from the rows of the feed.

`look` is the only way in: the same rows, counter, link state and time always give the same `Desk`, so nothing on the
screen can drift away from what the server said.
"""

from __future__ import annotations

from dataclasses import replace

from counter.desk import (
    CounterChoice,
    Current,
    Desk,
    Duty,
    FieldChoice,
    FieldDuty,
    KioskPrinter,
    Press,
    Stage,
    Undo,
    UndoKind,
)
from counter.holding import hold_choices
from counter.look_tickets import away_lines, current_at, field_name, waiting_lines
from counter.obstacles import obstacles_at
from hall_link.mirror import Mirror
from hall_link.rows import CounterRow, FieldRow, HallRow, PrinterRow, TicketRow, TicketState

SECOND_MS = 1000


def look(rows: Mirror, counter_id: int, *, live: bool, now_ms: int) -> Desk:
    """The desk of counter `counter_id` at `now_ms` (the server's clock). `live`: the rows are being kept up to date."""
    hall = rows.get("hall/hall")
    if not isinstance(hall, HallRow):
        return Desk(counter_id, "unknown", live, obstacles=dict.fromkeys(Press, "unknown"))
    counter = rows.get(f"counter/{counter_id}")
    if not isinstance(counter, CounterRow):
        return Desk(counter_id, "no_such_counter", live, hall.day, obstacles=dict.fromkeys(Press, "unknown"))
    current = current_at(rows, counter, now_ms)
    desk = Desk(
        counter_id=counter_id,
        stage=_stage(counter, current),
        live=live,
        day=hall.day,
        serves=tuple(field_name(rows, field_id) for field_id in counter.fields),
        helps=tuple(field_name(rows, field_id) for field_id in counter.helps),
        pause_reason=counter.pause_reason,
        current=current,
        waiting=waiting_lines(rows, counter, now_ms),
        away=away_lines(rows, counter, now_ms),
        undo=_undo(rows, hall, counter, now_ms),
        holds=hold_choices(hall, now_ms),
        duties=_duties(rows, counter),
        manual_reasons=tuple(hall.manual_reasons),
        to_fields=_to_fields(rows, counter),
        printers=_printers(rows),
        to_counters=tuple(choice for choice in counters_of(rows) if choice.open and choice.counter_id != counter_id),
    )
    return replace(desk, obstacles=obstacles_at(desk))


def counters_of(rows: Mirror) -> tuple[CounterChoice, ...]:
    """The hall's counters in the order of their numbers; one on a break has an officer too."""
    return tuple(
        CounterChoice(
            counter.counter_id,
            counter.state != "closed",
            counter.ticket_id is not None,
            tuple(field_name(rows, field_id) for field_id in counter.fields),
        )
        for counter in sorted(rows.all(CounterRow), key=lambda row: row.counter_id)
    )


def _printers(rows: Mirror) -> tuple[KioskPrinter, ...]:
    """Of all kiosks, those that can print first."""
    printers = [KioskPrinter(row.kiosk_id, row.name, row.condition, row.low) for row in rows.all(PrinterRow)]
    return tuple(sorted(printers, key=lambda one: (not one.ready, one.kiosk_id)))


# ------------------------------------------------------------------------------------------------------ the parts of it


def _stage(counter: CounterRow, current: Current | None) -> Stage:
    if current is not None:
        return "serving" if current.serving else "called"
    stages: dict[str, Stage] = {"open": "idle", "paused": "paused"}
    return stages.get(counter.state, "closed")


_UNDONE: dict[TicketState | None, UndoKind] = {
    "serving": "start",
    "missed": "missed",
    "on_hold": "hold",
    "finished": "finish",
    # A finished ticket leaves the counter's view; what else could have left it cannot be taken back
    None: "finish",
}


def _undo(rows: Mirror, hall: HallRow, counter: CounterRow, now_ms: int) -> Undo | None:
    """The step that the server still knows as the last one, while nothing has happened to its ticket since."""
    if counter.undo is None or counter.undo_at is None:
        return None
    if now_ms - counter.undo_at > hall.undo_seconds * SECOND_MS:
        return None
    ticket = rows.get(f"ticket/{counter.undo}")
    state = ticket.state if isinstance(ticket, TicketRow) else None
    kind = _UNDONE.get(state)
    still_here = counter.undo if kind == "start" else None
    if kind is None or counter.ticket_id != still_here:
        return None
    return Undo(counter.undo, ticket.number if isinstance(ticket, TicketRow) else "", kind)


def _fields_in_order(rows: Mirror) -> list[FieldRow]:
    return sorted(rows.all(FieldRow), key=lambda row: (row.position, row.field_id))


def _duties(rows: Mirror, counter: CounterRow) -> tuple[FieldDuty, ...]:
    def duty(field_id: str) -> Duty:
        return "serves" if field_id in counter.fields else "helps" if field_id in counter.helps else "none"

    return tuple(
        FieldDuty(row.field_id, row.series, row.name, row.waiting, duty(row.field_id)) for row in _fields_in_order(rows)
    )


def _to_fields(rows: Mirror, counter: CounterRow) -> tuple[FieldChoice, ...]:
    here = rows.get(f"ticket/{counter.ticket_id}")
    here_field = here.field_id if isinstance(here, TicketRow) else None
    return tuple(
        FieldChoice(row.field_id, row.series, row.name, row.waiting, tuple(row.counters))
        for row in _fields_in_order(rows)
        if row.field_id != here_field
    )
