"""The only writer: how each event changes the state. No rules here; what was decided is taken as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hall_server.domain import events as e
from hall_server.domain import evolve_announcements as announcements
from hall_server.domain import evolve_boards as boards
from hall_server.domain import evolve_printers as printers
from hall_server.domain import evolve_tickets as tickets
from hall_server.domain.learning import learn
from hall_server.domain.model import Counter, CounterState, DayState, FieldStop, HallState, People
from hall_server.domain.replacing import replace


def evolve(state: HallState, event: e.Event, at: int) -> None:
    """Change `state` by an event of time `at` (ms UTC)."""
    state.at = at
    learn(state, event, at)
    EVOLVERS[type(event)](state, event, at)


def _configured(state: HallState, event: e.HallConfigured, at: int) -> None:
    document = event.document
    state.document = document
    state.fields = {field.field_id: field for field in document.fields}
    state.procedures = {procedure.procedure_id: procedure for procedure in document.procedures}
    before = state.counters
    state.counters = {}
    for plan in document.counters:
        counter = before.get(plan.counter_id)
        if counter is None or counter.state is CounterState.CLOSED:
            counter = Counter(plan.counter_id, CounterState.CLOSED, plan.fields, plan.zone, plan.helps)
        state.counters[plan.counter_id] = replace(counter, zone=plan.zone)
    state.stops = {field_id: stop for field_id, stop in state.stops.items() if field_id in state.fields}


def _day_opened(state: HallState, event: e.DayOpened, at: int) -> None:
    if state.business_date != event.business_date:
        state.business_date = event.business_date
        state.next_serials, state.issued, state.turns = {}, 0, 0
        state.tickets, state.calls, state.stops, state.resumed = {}, {}, {}, {}
        state.queues, state.named, state.arrivals, state.forecasts = {}, {}, {}, {}
        state.announced, state.announcements, state.boards = 0, {}, {}
        state.printers, state.reprints = {}, {}
    state.day = DayState.OPEN
    state.opened_at, state.reopens_at = at, None


def _issuing_stopped(state: HallState, event: e.IssuingStopped, at: int) -> None:
    state.day = DayState.CLOSING


def _break_began(state: HallState, event: e.BreakBegan, at: int) -> None:
    state.day, state.reopens_at = DayState.BREAK, event.reopens_at


def _break_ended(state: HallState, event: e.BreakEnded, at: int) -> None:
    state.day, state.opened_at, state.reopens_at = DayState.OPEN, at, None


def _day_closed(state: HallState, event: e.DayClosed, at: int) -> None:
    state.day = DayState.CLOSED
    state.people = People()


def _counter_opened(state: HallState, event: e.CounterOpened, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(
        counter, state=CounterState.OPEN, fields=event.fields, helps=event.helps, last_step=None
    )


def _counter_closed(state: HallState, event: e.CounterClosed, at: int) -> None:
    """What it served goes with the officer: a closed counter is as the document plans it, on whatever day one begins to
    read."""
    assert state.document is not None, "an open counter has a document"
    plan = next(plan for plan in state.document.counters if plan.counter_id == event.counter_id)
    state.counters[event.counter_id] = Counter(plan.counter_id, CounterState.CLOSED, plan.fields, plan.zone, plan.helps)


def _counter_paused(state: HallState, event: e.CounterPaused, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(counter, state=CounterState.PAUSED, pause_reason=event.reason)


def _counter_resumed(state: HallState, event: e.CounterResumed, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(counter, state=CounterState.OPEN, pause_reason="")


def _counter_fields_changed(state: HallState, event: e.CounterFieldsChanged, at: int) -> None:
    counter = state.counters[event.counter_id]
    state.counters[event.counter_id] = replace(counter, fields=event.fields, helps=event.helps)


def _field_stopped(state: HallState, event: e.FieldStopped, at: int) -> None:
    state.stops[event.field_id] = FieldStop(event.reopens_at)


def _field_resumed(state: HallState, event: e.FieldResumed, at: int) -> None:
    del state.stops[event.field_id]
    state.resumed[event.field_id] = at


EVOLVERS: Mapping[type[e.Event], Callable[[HallState, Any, int], None]] = {
    e.HallConfigured: _configured,
    e.DayOpened: _day_opened,
    e.IssuingStopped: _issuing_stopped,
    e.BreakBegan: _break_began,
    e.BreakEnded: _break_ended,
    e.DayClosed: _day_closed,
    e.CounterOpened: _counter_opened,
    e.CounterClosed: _counter_closed,
    e.CounterPaused: _counter_paused,
    e.CounterResumed: _counter_resumed,
    e.CounterFieldsChanged: _counter_fields_changed,
    e.FieldStopped: _field_stopped,
    e.FieldResumed: _field_resumed,
    e.TicketIssued: tickets.issued,
    e.TicketCalled: tickets.called,
    e.ServiceStarted: tickets.started,
    e.TicketFinished: tickets.finished,
    e.TicketMissed: tickets.missed,
    e.TicketCameBack: tickets.came_back,
    e.TicketHeld: tickets.held,
    e.TicketResumed: tickets.resumed,
    e.TicketTransferred: tickets.transferred,
    e.LegFinished: tickets.leg_finished,
    e.StepUndone: tickets.undone,
    e.TicketReleased: tickets.released,
    e.TicketCancelled: tickets.cancelled,
    e.TicketExpired: tickets.expired,
    e.TicketPrinted: tickets.printed,
    e.TicketPrintFailed: tickets.print_failed,
    e.ReprintAsked: printers.reprint_asked,
    e.PrinterReported: printers.reported,
    e.RollConfirmed: printers.roll_confirmed,
    e.CallShown: tickets.shown,
    e.CallSpoken: tickets.spoken,
    e.CallNotSpoken: tickets.not_spoken,
    e.AnnouncementMade: announcements.made,
    e.AnnouncementWithdrawn: announcements.withdrawn,
    e.AnnouncementSpoken: announcements.spoken,
    e.AnnouncementNotSpoken: announcements.not_spoken,
    e.BoardAnswered: boards.answered,
    e.BoardFellSilent: boards.fell_silent,
    e.VoiceGiven: boards.voice_given,
}
