"""Reads one counter's desk from the rows of the feed.

`look` is the only way in: the same rows, counter, link state and time always give the same `Desk`, so nothing on the
screen can drift away from what the server said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from counter.desk import (
    CounterChoice,
    Current,
    Desk,
    FieldChoice,
    Missed,
    Press,
    Stage,
    Tick,
    Waiting,
    WaitingReason,
)
from counter.obstacles import obstacles_at
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CallRow, CounterRow, FieldRow, HallRow, ProcedureRow, TicketRow, Words

MINUTE_MS = 60_000


def look(rows: Mirror, counter_id: int, *, live: bool, now_ms: int) -> Desk:
    """The desk of counter `counter_id` at `now_ms` (the server's clock). `live`: the rows are being kept up to date."""
    hall = rows.get("hall/hall")
    if not isinstance(hall, HallRow):
        return Desk(counter_id, "unknown", live, obstacles=dict.fromkeys(Press, "unknown"))
    counter = rows.get(f"counter/{counter_id}")
    if not isinstance(counter, CounterRow):
        return Desk(counter_id, "no_such_counter", live, hall.day, obstacles=dict.fromkeys(Press, "unknown"))
    tickets = rows.all(TicketRow)
    current = _current(rows, counter, now_ms)
    desk = Desk(
        counter_id=counter_id,
        stage=_stage(counter, current),
        live=live,
        day=hall.day,
        serves=tuple(_field_name(rows, field_id) for field_id in counter.fields),
        current=current,
        waiting=_waiting(rows, counter, tickets, now_ms),
        missed=_missed(rows, counter, tickets),
        to_fields=_to_fields(rows, counter),
        to_counters=tuple(choice for choice in counters_of(rows) if choice.open and choice.counter_id != counter_id),
    )
    return replace(desk, obstacles=obstacles_at(desk))


def counters_of(rows: Mirror) -> tuple[CounterChoice, ...]:
    """The hall's counters in the order of their numbers."""
    return tuple(
        CounterChoice(
            counter.counter_id,
            counter.state == "open",
            counter.ticket_id is not None,
            tuple(_field_name(rows, field_id) for field_id in counter.fields),
        )
        for counter in sorted(rows.all(CounterRow), key=lambda row: row.counter_id)
    )


# ------------------------------------------------------------------------------------------------------ the parts of it


def _stage(counter: CounterRow, current: Current | None) -> Stage:
    if current is not None:
        return "serving" if current.serving else "called"
    return "idle" if counter.state == "open" else "closed"


def _current(rows: Mirror, counter: CounterRow, now_ms: int) -> Current | None:
    ticket = rows.get(f"ticket/{counter.ticket_id}")
    if not isinstance(ticket, TicketRow) or ticket.state not in {"called", "serving"}:
        return None
    call = rows.get(f"call/{ticket.call_id}")
    called_at = now_ms if ticket.called_at is None else ticket.called_at
    serving = ticket.state == "serving"
    since = ticket.started_at if serving and ticket.started_at is not None else called_at
    return Current(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        procedure=_procedure_name(rows, ticket),
        field=_field_name(rows, ticket.field_id),
        serving=serving,
        called_at=called_at,
        waited_minutes=_minutes(ticket.issued_at, called_at),
        seconds=max(0, now_ms - since) // 1000,
        attempt=_attempt_here(rows, ticket),
        shown="done" if isinstance(call, CallRow) and call.shown_at is not None else "pending",
        spoken=_spoken(call),
        printed=_printed(ticket),
    )


def _attempt_here(rows: Mirror, ticket: TicketRow) -> int:
    """How often it was called since it was sent here; a call row's own `attempt` counts all of the day."""
    calls = sorted(
        (row for row in rows.all(CallRow) if row.ticket_id == ticket.ticket_id), key=lambda row: -row.attempt
    )
    here = takewhile(lambda row: (row.counter_id, row.field_id) == (ticket.counter_id, ticket.field_id), calls)
    return max(1, sum(1 for _ in here))


def _spoken(call: AnyRow | None) -> Tick:
    if not isinstance(call, CallRow):
        return "pending"
    ticks: dict[str, Tick] = {"spoken": "done", "not_spoken": "failed"}
    return ticks.get(call.spoken, "pending")


def _printed(ticket: TicketRow) -> Tick:
    ticks: dict[str, Tick] = {"printed": "done", "failed": "failed"}
    return ticks.get(ticket.printed, "pending")


def _waiting(rows: Mirror, counter: CounterRow, tickets: Iterable[TicketRow], now_ms: int) -> tuple[Waiting, ...]:
    """Who may be called to this counter, in the order in which they will be (QUEUE_RULES, "Who is next")."""
    may_call = [ticket for ticket in tickets if ticket.state == "waiting" and _is_for(ticket, counter)]
    return tuple(
        Waiting(
            ticket.ticket_id,
            ticket.number,
            _procedure_name(rows, ticket),
            _field_name(rows, ticket.field_id),
            _minutes(ticket.issued_at, now_ms),
            _reason(ticket),
            ticket.printed == "failed",
        )
        for ticket in sorted(may_call, key=lambda ticket: (ticket.place, ticket.rank, ticket.turn, ticket.order))
    )


def _reason(ticket: TicketRow) -> WaitingReason:
    if ticket.for_counter is not None:
        return "this_counter"
    return "transferred" if ticket.leg > 1 else "first_come"


def _is_for(ticket: TicketRow, counter: CounterRow) -> bool:
    if ticket.for_counter is not None:
        return ticket.for_counter == counter.counter_id
    return ticket.field_id in counter.fields


def _missed(rows: Mirror, counter: CounterRow, tickets: Iterable[TicketRow]) -> tuple[Missed, ...]:
    """Who was called and did not come, the latest first: they come to this counter when they come."""
    missed = [ticket for ticket in tickets if ticket.state == "missed" and _is_for(ticket, counter)]
    lines = [
        Missed(
            ticket.ticket_id,
            ticket.number,
            _procedure_name(rows, ticket),
            _field_name(rows, ticket.field_id),
            ticket.issued_at if ticket.called_at is None else ticket.called_at,
        )
        for ticket in missed
    ]
    return tuple(sorted(lines, key=lambda line: (-line.called_at, line.ticket_id)))


def _to_fields(rows: Mirror, counter: CounterRow) -> tuple[FieldChoice, ...]:
    here = rows.get(f"ticket/{counter.ticket_id}")
    here_field = here.field_id if isinstance(here, TicketRow) else None
    return tuple(
        FieldChoice(row.field_id, row.series, row.name, row.waiting, tuple(row.counters))
        for row in sorted(rows.all(FieldRow), key=lambda row: (row.position, row.field_id))
        if row.field_id != here_field
    )


def _field_name(rows: Mirror, field_id: str) -> Words:
    row = rows.get(f"field/{field_id}")
    return row.name if isinstance(row, FieldRow) else Words(field_id)


def _procedure_name(rows: Mirror, ticket: TicketRow) -> Words | None:
    row = rows.get(f"procedure/{ticket.procedure_id}")
    return row.name if isinstance(row, ProcedureRow) else None


def _minutes(since_ms: int, until_ms: int) -> int:
    return max(0, until_ms - since_ms) // MINUTE_MS
