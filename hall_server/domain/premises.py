"""What may happen to the hall itself: its document, its day, its counters, its fields. Decisions only, as in
`tickets`."""

from __future__ import annotations

from collections.abc import Iterator

from hall_server.domain.calendar import business_date
from hall_server.domain.commands import (
    BeginBreak,
    CloseCounter,
    CloseDay,
    ConfigureHall,
    EndBreak,
    OpenCounter,
    OpenDay,
    PauseCounter,
    ResumeCounter,
    ResumeField,
    ServeFields,
    StopField,
    StopIssuing,
)
from hall_server.domain.document_rules import mistakes_of
from hall_server.domain.events import (
    BreakBegan,
    BreakEnded,
    CounterClosed,
    CounterFieldsChanged,
    CounterOpened,
    CounterPaused,
    CounterResumed,
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
from hall_server.domain.guards import Decision, busy, known_counter, working_counter
from hall_server.domain.model import (
    ENDED,
    Counter,
    CounterState,
    DayState,
    HallDocument,
    HallState,
    Ticket,
    TicketState,
)
from hall_server.domain.refusals import Refusal, RefusalCode, refuse


def configure(state: HallState, command: ConfigureHall, now: int) -> Decision:
    """A new document. It may not contradict itself, nor drop what is in use."""
    document = command.document
    if document == state.document:
        return ()
    mistakes = tuple(mistakes_of(document))
    if mistakes:
        return refuse(RefusalCode.DOCUMENT_INVALID, *mistakes)
    in_use = (*_dropped_but_in_use(state, document), *_date_going_back(state, document, now))
    if in_use:
        return refuse(RefusalCode.DOCUMENT_IN_USE, *in_use)
    return (HallConfigured(document),)


def _dropped_but_in_use(state: HallState, document: HallDocument) -> Iterator[str]:
    if state.document is None:
        return
    if state.document.hall_id != document.hall_id:
        yield f"hall_id: {state.document.hall_id} -> {document.hall_id}"
    if state.day is not DayState.CLOSED and state.document.time_zone != document.time_zone:
        yield f"time_zone: {state.document.time_zone} -> {document.time_zone}"
    fields = {field.field_id for field in document.fields}
    live = [ticket for ticket in state.tickets.values() if ticket.state not in ENDED]
    needed = {field_id for ticket in live for field_id in (ticket.field_id, *ticket.next_fields)}
    counters = {counter.counter_id for counter in document.counters}
    for counter in state.counters.values():
        if counter.state is not CounterState.CLOSED:
            needed.update(counter.fields, counter.helps, _undoable(counter))
            if counter.counter_id not in counters:
                yield f"counters: {counter.counter_id}"
    for field_id in sorted(needed - fields):
        yield f"fields: {field_id}"


def _undoable(counter: Counter) -> tuple[str, ...]:
    """The fields of a ticket that the counter's officer may still take back."""
    step = counter.last_step
    return (step.before.field_id, *step.before.next_fields) if step else ()


def _date_going_back(state: HallState, document: HallDocument, now: int) -> Iterator[str]:
    """In a zone where it is still yesterday, yesterday's numbers would be given a second time."""
    if state.business_date is not None and business_date(document, now) < state.business_date:
        yield f"time_zone: {business_date(document, now)} < {state.business_date}"


def open_day(state: HallState, command: OpenDay, now: int) -> Decision:
    """The business day of the server's date begins; or, closed earlier today, it goes on with the same numbers."""
    if state.document is None:
        return refuse(RefusalCode.HALL_NOT_CONFIGURED)
    today = business_date(state.document, now)
    if state.day is not DayState.CLOSED and state.business_date != today:
        return refuse(RefusalCode.DAY_FROM_BEFORE, date=state.business_date or "")
    if state.day in {DayState.OPEN, DayState.BREAK}:
        return refuse(RefusalCode.DAY_ALREADY_OPEN)
    if state.business_date == today:
        return (DayOpened(today),)
    return (DayOpened(today, state.learned.carried(today)),)


def stop_issuing(state: HallState, command: StopIssuing, now: int) -> Decision:
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    return () if state.day is DayState.CLOSING else (IssuingStopped(),)


def begin_break(state: HallState, command: BeginBreak, now: int) -> Decision:
    """No numbers for a while; who waits is served."""
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    if state.day is DayState.CLOSING:
        return refuse(RefusalCode.LAST_NUMBER_GIVEN)
    if command.reopens_at <= now:
        return refuse(RefusalCode.NOT_IN_FUTURE)
    known = state.day is DayState.BREAK and state.reopens_at == command.reopens_at
    return () if known else (BreakBegan(command.reopens_at),)


def end_break(state: HallState, command: EndBreak, now: int) -> Decision:
    return (BreakEnded(),) if state.day is DayState.BREAK else refuse(RefusalCode.NOT_ON_BREAK)


def close_day(state: HallState, command: CloseDay, now: int) -> Decision:
    """Whoever still waits expires, counters close. By force, a called ticket is missed and a served one finished
    first."""
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    busy = [counter for counter in state.counters.values() if counter.ticket_id is not None]
    if busy and not command.force:
        return refuse(RefusalCode.COUNTERS_BUSY, counters=", ".join(str(counter.counter_id) for counter in busy))
    live = [ticket for ticket in state.tickets.values() if ticket.state not in ENDED]
    open_counters = [counter for counter in state.counters.values() if counter.state is not CounterState.CLOSED]
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
    counter = known_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    if counter.state is not CounterState.CLOSED:
        return refuse(RefusalCode.COUNTER_ALREADY_OPEN, counter=command.counter_id)
    if command.fields is None:
        return (CounterOpened(command.counter_id, counter.fields, counter.helps),)
    helps = tuple(field_id for field_id in counter.helps if field_id not in command.fields)
    mistake = _wrong_fields(state, command.fields, helps)
    return mistake or (CounterOpened(command.counter_id, command.fields, helps),)


def serve_fields(state: HallState, command: ServeFields, now: int) -> Decision:
    """Whom it has already stays; whoever waits for it by name stays its own."""
    counter = working_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    mistake = _wrong_fields(state, command.fields, command.helps)
    if mistake is not None:
        return mistake
    if (counter.fields, counter.helps) == (command.fields, command.helps):
        return ()
    return (CounterFieldsChanged(command.counter_id, command.fields, command.helps),)


def _wrong_fields(state: HallState, fields: tuple[str, ...], helps: tuple[str, ...]) -> Refusal | None:
    for field_id in (*fields, *helps):
        if field_id not in state.fields:
            return refuse(RefusalCode.UNKNOWN_FIELD, field=field_id)
    if not fields or len({*fields, *helps}) != len(fields) + len(helps):
        return refuse(RefusalCode.FIELDS_NEEDED)
    return None


def pause_counter(state: HallState, command: PauseCounter, now: int) -> Decision:
    """Calls nobody for a while. Whom it has must be finished first: nobody sits before an empty chair."""
    counter = working_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.ticket_id is not None:
        return busy(state, counter)
    known = counter.state is CounterState.PAUSED and counter.pause_reason == command.reason
    return () if known else (CounterPaused(command.counter_id, command.reason),)


def resume_counter(state: HallState, command: ResumeCounter, now: int) -> Decision:
    counter = working_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.state is not CounterState.PAUSED:
        return refuse(RefusalCode.COUNTER_NOT_PAUSED, counter=command.counter_id)
    return (CounterResumed(command.counter_id),)


def close_counter(state: HallState, command: CloseCounter, now: int) -> Decision:
    """Whoever waited for this counter alone waits for any counter of the field again."""
    counter = working_counter(state, command.counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.ticket_id is not None:
        return busy(state, counter)
    waiting_for_it = state.named.get(command.counter_id, [])
    return (*(TicketReleased(waiting.ticket_id) for waiting in waiting_for_it), CounterClosed(command.counter_id))


def stop_field(state: HallState, command: StopField, now: int) -> Decision:
    if command.field_id not in state.fields:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    stop = state.stops.get(command.field_id)
    if stop is not None and stop.reopens_at == command.reopens_at:
        return ()
    if command.reopens_at is not None and command.reopens_at <= now:
        return refuse(RefusalCode.NOT_IN_FUTURE)
    return (FieldStopped(command.field_id, command.reopens_at),)


def resume_field(state: HallState, command: ResumeField, now: int) -> Decision:
    if command.field_id not in state.fields:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    if command.field_id not in state.stops:
        return refuse(RefusalCode.FIELD_NOT_STOPPED, field=state.fields[command.field_id].name.vi)
    return (FieldResumed(command.field_id),)
