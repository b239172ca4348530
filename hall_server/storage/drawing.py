"""From the journal to the tables: which rows an entry changes, drawn from the state after it.

The writer draws as entries are staged, `rebuild` draws from the whole journal; both use this, so they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Table

from hall_server.domain import events as e
from hall_server.domain.model import Call, HallState, Ticket
from hall_server.domain.touched import Touched, touch
from hall_server.service.ports import Entry
from hall_server.storage import tables

Row = tuple[Any, ...]
Drawing = dict[Table, dict[str, Row]]
"""Rows to put, by table and key; a later row under the same key takes the place of the earlier one."""


def new_drawing() -> Drawing:
    return {table: {} for table in tables.DRAWN}


def draw(drawing: Drawing, hall_id: str, entry: Entry, state: HallState, days: dict[str, Row]) -> None:
    """Add the rows that `entry` changes; `state` has evolved by it. `days` keeps the newest row of the present day."""
    touched = Touched()
    touch(touched, state, entry.events)
    for ticket_id in touched.tickets:
        drawing[tables.tickets][ticket_id] = _ticket_row(hall_id, state, state.tickets[ticket_id])
    for call_id in touched.calls:
        drawing[tables.calls][call_id] = _call_row(hall_id, state.calls[call_id])
    for event in entry.events:
        if isinstance(event, e.HallConfigured):
            document = msgspec.json.encode(event.document).decode()
            drawing[tables.documents][str(entry.seq)] = (hall_id, entry.seq, entry.at, document)
    for business_date, row in _day_rows(hall_id, entry, state, days):
        days[business_date] = row
        drawing[tables.days][business_date] = row


def _day_rows(hall_id: str, entry: Entry, state: HallState, days: dict[str, Row]) -> Iterator[tuple[str, Row]]:
    for event in entry.events:
        date = state.business_date
        if isinstance(event, e.DayOpened):
            known = days.get(event.business_date)
            first_seq, opened_at = (known[2], known[3]) if known else (entry.seq, entry.at)
            yield event.business_date, (hall_id, event.business_date, first_seq, opened_at, None, state.issued)
        elif isinstance(event, e.DayClosed) and date is not None:
            yield date, (*days[date][:4], entry.at, state.issued)


def _ticket_row(hall_id: str, state: HallState, ticket: Ticket) -> Row:
    return (
        hall_id,
        ticket.ticket_id,
        state.business_date,
        ticket.series,
        ticket.serial,
        ticket.field_id,
        ticket.procedure_id,
        ticket.state.value,
        ticket.issued_at,
        ticket.place,
        ticket.order,
        ticket.rank,
        ticket.turn,
        ticket.place_reason.value,
        ticket.priority_class,
        ticket.appointment_at,
        ticket.leg,
        ticket.for_counter,
        ticket.counter_id,
        ticket.calls,
        ticket.called_at,
        ticket.started_at,
        ticket.missed_at,
        ticket.hold_until,
        ticket.ended_at,
        ticket.printed.value,
        ticket.print_problem,
    )


def _call_row(hall_id: str, call: Call) -> Row:
    return (
        hall_id,
        call.call_id,
        call.ticket_id,
        call.field_id,
        call.counter_id,
        call.zone,
        call.attempt,
        call.called_at,
        call.reason.value,
        call.overtook,
        call.note,
        call.shown_at,
        call.spoken.value,
        call.spoken_at,
        call.not_spoken_reason,
    )
