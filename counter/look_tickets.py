"""The tickets of one counter's desk, from the rows: who is here, who waits, who is away."""

from __future__ import annotations

from itertools import takewhile

from counter.desk import Away, Current, Paper, Tick, Waiting, WaitingReason
from hall_link.mirror import Mirror
from hall_link.rows import (
    AnyRow,
    CallRow,
    CounterRow,
    FieldRow,
    PlaceReason,
    PriorityRow,
    ProcedureRow,
    ReprintRow,
    TicketRow,
    Words,
)

MINUTE_MS = 60_000
SHOWN_MS_MAX = 5000
"""A call that no wallboard has shown by then is the officer's to say aloud."""


def current_at(rows: Mirror, counter: CounterRow, now_ms: int) -> Current | None:
    """The ticket that is at the counter, called or served."""
    ticket = rows.get(f"ticket/{counter.ticket_id}")
    if not isinstance(ticket, TicketRow) or ticket.state not in {"called", "serving"}:
        return None
    call_row = rows.get(f"call/{ticket.call_id}")
    call = call_row if isinstance(call_row, CallRow) else None
    procedure = rows.get(f"procedure/{ticket.procedure_id}")
    called_at = now_ms if ticket.called_at is None else ticket.called_at
    serving = ticket.state == "serving"
    since = ticket.started_at if serving and ticket.started_at is not None else called_at
    return Current(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        procedure=_procedure_name(rows, ticket),
        field=field_name(rows, ticket.field_id),
        time_limit=procedure.time_limit if isinstance(procedure, ProcedureRow) else "",
        fee=procedure.fee if isinstance(procedure, ProcedureRow) else "",
        serving=serving,
        called_at=called_at,
        waited_minutes=_minutes(ticket.issued_at, called_at),
        seconds=max(0, now_ms - since) // 1000,
        usual_minutes=counter.usual_minutes,
        attempt=_attempt_here(rows, ticket),
        call_reason=call.reason if call else "first_come",
        note=call.note if call else "",
        priority=_priority_label(rows, ticket),
        appointment_at=ticket.appointment_at,
        shown=_shown(call, now_ms),
        spoken=_spoken(call),
        not_spoken=call.not_spoken_reason if call else "",
        printed=_printed(ticket),
    )


def waiting_lines(rows: Mirror, counter: CounterRow, now_ms: int) -> tuple[Waiting, ...]:
    """Who may be called to this counter, in the order in which they will be (QUEUE_RULES, "Who is next"); after them
    those of the fields that it only helps.
    """
    may_call = [ticket for ticket in rows.all(TicketRow) if ticket.state == "waiting" and _is_for(ticket, counter)]

    def standing(ticket: TicketRow) -> tuple[bool, int, int, int, int]:
        return _is_helped(ticket, counter), ticket.place, ticket.rank, ticket.turn, ticket.order

    return tuple(
        Waiting(
            ticket.ticket_id,
            ticket.number,
            _procedure_name(rows, ticket),
            field_name(rows, ticket.field_id),
            _minutes(ticket.issued_at, now_ms),
            _reason(ticket),
            _priority_label(rows, ticket),
            ticket.appointment_at,
            _is_helped(ticket, counter),
            _paper(rows, ticket),
        )
        for ticket in sorted(may_call, key=standing)
    )


def away_lines(rows: Mirror, counter: CounterRow, now_ms: int) -> tuple[Away, ...]:
    """Who fetches a paper, the first expected first; then who was called and did not come, the latest first."""
    mine = [ticket for ticket in rows.all(TicketRow) if ticket.counter_id == counter.counter_id]
    held = [_away(rows, ticket, now_ms) for ticket in mine if ticket.state == "on_hold"]
    missed = [_away(rows, ticket, now_ms) for ticket in mine if ticket.state == "missed"]
    return (
        *sorted(held, key=lambda line: (line.at, line.ticket_id)),
        *sorted(missed, key=lambda line: (-line.at, line.ticket_id)),
    )


def field_name(rows: Mirror, field_id: str) -> Words:
    """The field's name; its id where the hall's document does not know it any more."""
    row = rows.get(f"field/{field_id}")
    return row.name if isinstance(row, FieldRow) else Words(field_id)


# ------------------------------------------------------------------------------------------------------ the parts of it


def _away(rows: Mirror, ticket: TicketRow, now_ms: int) -> Away:
    held = ticket.state == "on_hold"
    times = (ticket.hold_until,) if held else (ticket.missed_at, ticket.called_at)
    at = next((time for time in times if time is not None), ticket.issued_at)
    return Away(
        ticket.ticket_id,
        ticket.number,
        _procedure_name(rows, ticket),
        field_name(rows, ticket.field_id),
        "on_hold" if held else "missed",
        at,
        overdue=held and at < now_ms,
        paper=_paper(rows, ticket),
    )


def _paper(rows: Mirror, ticket: TicketRow) -> Paper:
    asked = (row.ticket_id for row in rows.all(ReprintRow) if row.state == "asked")
    if ticket.ticket_id in asked:
        return "reprinting"
    return "unprinted" if ticket.printed == "failed" else "as_it_should"


def _attempt_here(rows: Mirror, ticket: TicketRow) -> int:
    """How often it was called since it was its turn here; a call row's own `attempt` counts all of the day.

    A recall keeps counter, field and reason; who was sent on or came back is called anew.
    """
    calls = sorted(
        (row for row in rows.all(CallRow) if row.ticket_id == ticket.ticket_id), key=lambda row: -row.attempt
    )
    if not calls:
        return 1
    reason = calls[0].reason
    here = takewhile(
        lambda row: (row.counter_id, row.field_id, row.reason) == (ticket.counter_id, ticket.field_id, reason), calls
    )
    return max(1, sum(1 for _ in here))


def _shown(call: CallRow | None, now_ms: int) -> Tick:
    if call is None or (call.shown_at is None and now_ms - call.called_at <= SHOWN_MS_MAX):
        return "pending"
    return "failed" if call.shown_at is None else "done"


def _spoken(call: AnyRow | None) -> Tick:
    if not isinstance(call, CallRow):
        return "pending"
    ticks: dict[str, Tick] = {"spoken": "done", "not_spoken": "failed"}
    return ticks.get(call.spoken, "pending")


def _printed(ticket: TicketRow) -> Tick:
    ticks: dict[str, Tick] = {"printed": "done", "failed": "failed"}
    return ticks.get(ticket.printed, "pending")


_REASONS: dict[PlaceReason, WaitingReason] = {
    "priority": "priority",
    "appointment": "appointment",
    "returned": "returned",
    "came_back": "came_back",
    "rejoined": "transferred",
}


def _reason(ticket: TicketRow) -> WaitingReason:
    """Why it stands where it stands. Who comes back with a paper waits for this counter too, but that is not why."""
    if ticket.place_reason in {"returned", "came_back"}:
        return _REASONS[ticket.place_reason]
    if ticket.for_counter is not None:
        return "this_counter"
    return _REASONS.get(ticket.place_reason, "transferred" if ticket.leg > 1 else "first_come")


def _is_for(ticket: TicketRow, counter: CounterRow) -> bool:
    if ticket.for_counter is not None:
        return ticket.for_counter == counter.counter_id
    return ticket.field_id in counter.fields or ticket.field_id in counter.helps


def _is_helped(ticket: TicketRow, counter: CounterRow) -> bool:
    return ticket.for_counter is None and ticket.field_id not in counter.fields


def _priority_label(rows: Mirror, ticket: TicketRow) -> Words | None:
    row = rows.get(f"priority/{ticket.priority_class}")
    return row.label if isinstance(row, PriorityRow) else None


def _procedure_name(rows: Mirror, ticket: TicketRow) -> Words | None:
    row = rows.get(f"procedure/{ticket.procedure_id}")
    return row.name if isinstance(row, ProcedureRow) else None


def _minutes(since_ms: int, until_ms: int) -> int:
    return max(0, until_ms - since_ms) // MINUTE_MS
