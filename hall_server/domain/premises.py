"""What may happen to the hall itself: its document, its day, its counters, its fields. Decisions only, as in
`tickets`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hall_server.domain.calendar import business_date
from hall_server.domain.commands import (
    CloseCounter,
    CloseDay,
    ConfigureHall,
    OpenCounter,
    OpenDay,
    ResumeField,
    StopField,
    StopIssuing,
)
from hall_server.domain.events import (
    CounterClosed,
    CounterOpened,
    DayClosed,
    DayOpened,
    Event,
    FieldResumed,
    FieldStopped,
    HallConfigured,
    IssuingStopped,
    TicketExpired,
    TicketFinished,
    TicketMissed,
    TicketReleased,
)
from hall_server.domain.model import ENDED, CounterState, DayState, HallDocument, HallState, Ticket, TicketState
from hall_server.domain.refusals import Refusal, RefusalCode, refuse

Decision = tuple[Event, ...] | Refusal


def configure(state: HallState, command: ConfigureHall, now: int) -> Decision:
    """A new document. It may not contradict itself, nor drop what is in use."""
    document = command.document
    if document == state.document:
        return ()
    mistakes = tuple(_mistakes(document))
    if mistakes:
        return refuse(RefusalCode.DOCUMENT_INVALID, *mistakes)
    in_use = tuple(_dropped_but_in_use(state, document))
    if in_use:
        return refuse(RefusalCode.DOCUMENT_IN_USE, *in_use)
    return (HallConfigured(document),)


def _mistakes(document: HallDocument) -> Iterator[str]:
    """Each mistake with its place, in both languages."""
    fields = {field.field_id for field in document.fields}
    yield from _twice("fields.field_id", (field.field_id for field in document.fields))
    yield from _twice("fields.series", (field.series for field in document.fields))
    yield from _twice("counters.counter_id", (str(counter.counter_id) for counter in document.counters))
    yield from _twice("procedures.procedure_id", (procedure.procedure_id for procedure in document.procedures))
    for index, procedure in enumerate(document.procedures):
        if procedure.field_id not in fields:
            yield f"procedures[{index}].field_id = {procedure.field_id}: không có lĩnh vực này / no such field"
    for index, counter in enumerate(document.counters):
        yield from _twice(f"counters[{index}].fields", counter.fields)
        for field_id in counter.fields:
            if field_id not in fields:
                yield f"counters[{index}].fields = {field_id}: không có lĩnh vực này / no such field"
    served = {field_id for counter in document.counters for field_id in counter.fields}
    for index, field in enumerate(document.fields):
        if field.field_id not in served:
            yield f"fields[{index}] = {field.field_id}: không quầy nào phục vụ / no counter serves it"
    if document.closes < document.opens:
        yield f"closes = {document.closes}: sớm hơn giờ mở cửa / earlier than opens"
    if not _known_zone(document.time_zone):
        yield f"time_zone = {document.time_zone}: không có múi giờ này / no such time zone"


def _twice(place: str, values: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield f"{place} = {value}: bị lặp lại / given twice"
        seen.add(value)


def _known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _dropped_but_in_use(state: HallState, document: HallDocument) -> Iterator[str]:
    if state.document is None:
        return
    if state.document.hall_id != document.hall_id:
        yield f"hall_id: {state.document.hall_id} -> {document.hall_id}"
    if state.day is not DayState.CLOSED and state.document.time_zone != document.time_zone:
        yield f"time_zone: {state.document.time_zone} -> {document.time_zone}"
    fields = {field.field_id for field in document.fields}
    needed = {ticket.field_id for ticket in state.tickets.values() if ticket.state not in ENDED}
    counters = {counter.counter_id for counter in document.counters}
    for counter in state.counters.values():
        if counter.state is CounterState.OPEN:
            needed.update(counter.fields)
            if counter.counter_id not in counters:
                yield f"counters: {counter.counter_id}"
    for field_id in sorted(needed - fields):
        yield f"fields: {field_id}"


def open_day(state: HallState, command: OpenDay, now: int) -> Decision:
    """The business day of the server's date begins; or, closed earlier today, it goes on with the same numbers."""
    if state.document is None:
        return refuse(RefusalCode.HALL_NOT_CONFIGURED)
    today = business_date(state.document, now)
    if state.day is not DayState.CLOSED and state.business_date != today:
        return refuse(RefusalCode.DAY_FROM_BEFORE, date=state.business_date or "")
    if state.day is DayState.OPEN:
        return refuse(RefusalCode.DAY_ALREADY_OPEN)
    return (DayOpened(today),)


def stop_issuing(state: HallState, command: StopIssuing, now: int) -> Decision:
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    return () if state.day is DayState.CLOSING else (IssuingStopped(),)


def close_day(state: HallState, command: CloseDay, now: int) -> Decision:
    """Whoever still waits expires, counters close. By force, a called ticket is missed and a served one finished
    first."""
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    busy = [counter for counter in state.counters.values() if counter.ticket_id is not None]
    if busy and not command.force:
        return refuse(RefusalCode.COUNTERS_BUSY, counters=", ".join(str(counter.counter_id) for counter in busy))
    live = [ticket for ticket in state.tickets.values() if ticket.state not in ENDED]
    open_counters = [counter for counter in state.counters.values() if counter.state is CounterState.OPEN]
    return (
        *(event for ticket in live for event in _ending(ticket)),
        *(CounterClosed(counter.counter_id) for counter in open_counters),
        DayClosed(),
    )


def _ending(ticket: Ticket) -> Iterator[Event]:
    if ticket.state is TicketState.SERVING:
        yield TicketFinished(ticket.ticket_id)
        return
    if ticket.state is TicketState.CALLED:
        yield TicketMissed(ticket.ticket_id)
    yield TicketExpired(ticket.ticket_id)


def open_counter(state: HallState, command: OpenCounter, now: int) -> Decision:
    counter = state.counters.get(command.counter_id)
    if counter is None or state.document is None:
        return refuse(RefusalCode.UNKNOWN_COUNTER, counter=command.counter_id)
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    if counter.state is CounterState.OPEN:
        return refuse(RefusalCode.COUNTER_ALREADY_OPEN, counter=command.counter_id)
    plan = next(plan for plan in state.document.counters if plan.counter_id == command.counter_id)
    fields = tuple(dict.fromkeys(command.fields)) if command.fields else plan.fields
    for field_id in fields:
        if field_id not in state.fields:
            return refuse(RefusalCode.UNKNOWN_FIELD, field=field_id)
    return (CounterOpened(command.counter_id, fields),)


def close_counter(state: HallState, command: CloseCounter, now: int) -> Decision:
    counter = state.counters.get(command.counter_id)
    if counter is None:
        return refuse(RefusalCode.UNKNOWN_COUNTER, counter=command.counter_id)
    if counter.state is CounterState.CLOSED:
        return refuse(RefusalCode.COUNTER_CLOSED, counter=command.counter_id)
    if counter.ticket_id is not None:
        number = state.tickets[counter.ticket_id].number
        return refuse(RefusalCode.COUNTER_BUSY, counter=command.counter_id, number=number)
    waiting_for_it = state.named.get(command.counter_id, [])
    return (*(TicketReleased(waiting.ticket_id) for waiting in waiting_for_it), CounterClosed(command.counter_id))


def stop_field(state: HallState, command: StopField, now: int) -> Decision:
    if command.field_id not in state.fields:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    stop = state.stops.get(command.field_id)
    if stop is not None and stop.reopens_at == command.reopens_at:
        return ()
    return (FieldStopped(command.field_id, command.reopens_at),)


def resume_field(state: HallState, command: ResumeField, now: int) -> Decision:
    if command.field_id not in state.fields:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    if command.field_id not in state.stops:
        return refuse(RefusalCode.FIELD_NOT_STOPPED, field=state.fields[command.field_id].name.vi)
    return (FieldResumed(command.field_id),)
