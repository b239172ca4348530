"""What a hall's own things look like on the wire: one function per kind of row, pure, for every audience alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hall_link import rows as wire
from hall_server.domain import estimate
from hall_server.domain.calendar import numbers_until
from hall_server.domain.explain_words import in_public
from hall_server.domain.learned import Expected
from hall_server.domain.model import (
    Announcement,
    Board,
    Call,
    Counter,
    CounterState,
    DayState,
    Field,
    HallDocument,
    HallState,
    Printer,
    Procedure,
    Reprint,
    ReprintState,
    Ticket,
    TicketState,
)
from hall_server.domain.policies import MINUTE_MS, PriorityClass
from hall_server.domain.tempo import Tempo
from hall_server.domain.waits import as_read, late_at
from hall_server.domain.words import Words

NEXT_NUMBERS = 3
"""How many of those who wait in a field a board can name."""


def hall_row(state: HallState, document: HallDocument) -> wire.HallRow:
    return wire.HallRow(
        hall_id=document.hall_id,
        name=_words(document.name),
        place=_words(document.place),
        hotline=document.hotline,
        time_zone=document.time_zone,
        opens=f"{document.opens:%H:%M}",
        closes=f"{document.closes:%H:%M}",
        day=state.day.value,
        business_date=state.business_date,
        reopens_at=state.reopens_at,
        manual_reasons=list(document.policies.manual_reasons),
        hold_minutes_max=document.policies.hold_minutes_max,
        undo_seconds=document.policies.undo_seconds,
        hit_rate=state.learned.hit_rate(),
        appointments=document.policies.appointments is not None,
    )


def priority_row(priority: PriorityClass) -> wire.PriorityRow:
    return wire.PriorityRow(
        class_id=priority.class_id,
        label=_words(priority.label),
        credit_minutes=priority.credit_minutes,
        legal_basis=priority.legal_basis,
    )


def field_rows(state: HallState) -> Iterator[wire.FieldRow]:
    """In the order of the hall's document. Who waits for one counter alone still waits in the field. The expected wait
    is that of the newest event's time, so that whoever draws the same state draws the same rows."""
    serving = _counters_by_field(state)
    named = _named_by_field(state)
    waits = estimate.of_fields(state, state.at)
    for position, field in enumerate(state.fields.values()):
        field_id = field.field_id
        wait = wait_range(waits.get(field_id))
        yield _field_row(state, field, position, serving.get(field_id, []), named.get(field_id, ()), wait)


def wait_range(expected: Expected | None) -> wire.WaitRange | None:
    """As it is told, in round minutes."""
    return None if expected is None else wire.WaitRange(*as_read(expected))


def _field_row(
    state: HallState,
    field: Field,
    position: int,
    counters: list[int],
    named: Sequence[Ticket],
    wait: wire.WaitRange | None,
) -> wire.FieldRow:
    queue = state.queues.get(field.field_id, ())
    oldest = [ticket.issued_at for ticket in named]
    if queue:
        oldest.append(state.tickets[queue[0].ticket_id].issued_at)
    stop = state.stops.get(field.field_id)
    document = state.document
    assert document is not None, "a hall with fields has a document"
    return wire.FieldRow(
        field_id=field.field_id,
        series=field.series,
        name=_words(field.name),
        icon=field.icon,
        position=position,
        accepting=state.day is DayState.OPEN and stop is None,
        counters=counters,
        waiting=len(queue) + len(named),
        oldest_at=min(oldest, default=None),
        reopens_at=None if stop is None else stop.reopens_at,
        wait=wait,
        next_numbers=[state.tickets[waiting.ticket_id].number for waiting in queue[:NEXT_NUMBERS]],
        numbers_until=numbers_until(state, document, field),
        late_at=late_at(state, queue),
        one_per_person=field.one_per_person,
    )


def _counters_by_field(state: HallState) -> Mapping[str, list[int]]:
    """For each field the open counters that serve it, ascending."""
    serving: dict[str, list[int]] = {}
    for counter_id in sorted(state.counters):
        counter = state.counters[counter_id]
        if counter.state is not CounterState.CLOSED:
            for field_id in counter.fields:
                serving.setdefault(field_id, []).append(counter_id)
    return serving


def _named_by_field(state: HallState) -> Mapping[str, list[Ticket]]:
    """For each field those of its people who wait for one counter alone."""
    named: dict[str, list[Ticket]] = {}
    for queue in state.named.values():
        for waiting in queue:
            ticket = state.tickets[waiting.ticket_id]
            named.setdefault(ticket.field_id, []).append(ticket)
    return named


def counter_row(counter: Counter, fields: Sequence[str], usual: int | None) -> wire.CounterRow:
    """`fields`: what it serves while open, else what it would serve. `usual`: as `usual_service` gives it, ms."""
    step = counter.last_step
    return wire.CounterRow(
        counter_id=counter.counter_id,
        zone=counter.zone,
        state=counter.state.value,
        fields=list(fields),
        ticket_id=counter.ticket_id,
        helps=list(counter.helps),
        pause_reason=counter.pause_reason,
        undo=None if step is None else step.before.ticket_id,
        undo_at=None if step is None else step.at,
        usual_minutes=None if usual is None else max(1, round(usual / MINUTE_MS)),
    )


def person_key_rows(state: HallState) -> Iterator[wire.PersonKeyRow]:
    """The day's key, while there is one and a field that asks for it."""
    if state.people.key is not None and any(field.one_per_person for field in state.fields.values()):
        yield wire.PersonKeyRow(state.people.key.hex())


def usual_services(state: HallState) -> Mapping[int, int]:
    """How long what is at each counter usually takes there, ms, where that is known."""
    tempo = Tempo(state.learned)
    here = {one.counter_id: state.tickets[one.ticket_id] for one in state.counters.values() if one.ticket_id}
    known = {counter_id: tempo.usual_service(one.field_id, one.procedure_id) for counter_id, one in here.items()}
    return {counter_id: usual for counter_id, usual in known.items() if usual is not None}


def procedure_row(procedure: Procedure) -> wire.ProcedureRow:
    return wire.ProcedureRow(
        procedure_id=procedure.procedure_id,
        field_id=procedure.field_id,
        name=_words(procedure.name),
        time_limit=procedure.time_limit,
        fee=procedure.fee,
    )


def printer_row(printer: Printer) -> wire.PrinterRow:
    return wire.PrinterRow(
        kiosk_id=printer.kiosk_id,
        label=printer.label,
        condition=printer.condition.value,
        paper_low=printer.paper_low,
        metres_left=printer.metres_left,
        since=printer.since,
        rolls=printer.rolls,
    )


def reprint_row(state: HallState, reprint: Reprint) -> wire.ReprintRow:
    """The ticket goes along while it is to be printed."""
    ticket = state.tickets[reprint.ticket_id]
    return wire.ReprintRow(
        reprint_id=reprint.reprint_id,
        ticket_id=reprint.ticket_id,
        number=ticket.number,
        kiosk_id=reprint.kiosk_id,
        copy=reprint.copy,
        asked_at=reprint.asked_at,
        state=reprint.state.value,
        problem=reprint.problem,
        ticket=ticket_row(ticket) if reprint.state is ReprintState.ASKED else None,
    )


def ticket_row(ticket: Ticket) -> wire.TicketRow:
    return wire.TicketRow(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        field_id=ticket.field_id,
        procedure_id=ticket.procedure_id,
        state=ticket.state.value,
        issued_at=ticket.issued_at,
        place=ticket.place,
        order=ticket.order,
        rank=ticket.rank,
        turn=ticket.turn,
        place_reason=ticket.place_reason.value,
        priority_class=ticket.priority_class,
        appointment_at=ticket.appointment_at,
        next_fields=list(ticket.next_fields),
        leg=ticket.leg,
        for_counter=ticket.for_counter,
        counter_id=ticket.counter_id,
        call_id=ticket.call_id,
        called_at=ticket.called_at,
        started_at=ticket.started_at,
        missed_at=ticket.missed_at,
        hold_until=ticket.hold_until,
        ended_at=ticket.ended_at,
        printed=ticket.printed.value,
        print_problem=ticket.print_problem,
    )


def call_row(state: HallState, call: Call) -> wire.CallRow:
    """`current`: the ticket is still being called, and this is its newest call."""
    assert state.document is not None, "a hall with calls has a document"
    ticket = state.tickets[call.ticket_id]
    why = in_public(state.document, ticket, call)
    return wire.CallRow(
        call_id=call.call_id,
        ticket_id=call.ticket_id,
        number=ticket.number,
        field_id=call.field_id,
        counter_id=call.counter_id,
        zone=call.zone,
        called_at=call.called_at,
        attempt=call.attempt,
        reason=call.reason.value,
        overtook=call.overtook,
        current=ticket.state is TicketState.CALLED and ticket.calls == call.attempt,
        shown_at=call.shown_at,
        note=call.note,
        spoken=call.spoken.value,
        spoken_at=call.spoken_at,
        not_spoken_reason=call.not_spoken_reason,
        why=None if why is None else _words(why),
    )


def announcement_row(announcement: Announcement) -> wire.AnnouncementRow:
    return wire.AnnouncementRow(
        announcement_id=announcement.announcement_id,
        words=_words(announcement.words),
        urgent=announcement.urgent,
        zone=announcement.zone,
        made_at=announcement.made_at,
        until=announcement.until,
        heard=[wire.HeardInZone(heard.zone, heard.at, heard.spoken, heard.reason) for heard in announcement.heard],
    )


def board_row(board: Board) -> wire.BoardRow:
    return wire.BoardRow(board.board_id, board.zone, board.voice, board.answers, board.speaks, board.since)


def _words(words: Words) -> wire.Words:
    return wire.Words(words.vi, words.en)
