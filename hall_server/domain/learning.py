"""How events teach: run by `evolve` before each event changes the state, and the only writer of `learned` and `today`.

- A service lasts from the start until the person leaves the counter, however: finished, on to the next field or
  counter, away to fetch a paper. Each of these is time that the next person waits.
- The way to a counter lasts from its being free until somebody sits there or is given up, if anybody waited meanwhile.
- A promise is the range told at issue. It is kept if the first call comes within it. It is broken by a later call, and
  also where the person leaves or is sent home uncalled after its end: who gave up waiting must not improve the figure.

From each promise two numbers follow: `median` by a small step up or down, so that half of the people are called before
the middle of the range; `tail` by unequal steps, up where a promise broke and down where it held, so that it comes to
rest where nine of ten hold (the online tracking of a quantile; Robbins and Monro 1951, Gibbs and Candès 2021).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hall_server.domain import events as e
from hall_server.domain.learned import LOG_SCALE, DayOfPromises, Learned, Lesson, Sketch, Today, sample_of
from hall_server.domain.model import HallState, Ticket, TicketState
from hall_server.domain.replacing import replace
from hall_server.domain.tempo import Tempo
from hall_server.domain.waits import promised_ms

MEDIAN_STEP = 5
MEDIAN_MAX = 700
"""The middle is moved by a factor of 2 at most."""
TAIL_STEP = 4
"""Down for a promise that held, nine times as much up for one that broke."""
TAIL_MIN = 400
TAIL_MAX = 4000
INSTRUCTIVE_MS = 300_000
"""Shorter promises hold whatever is calculated, and would only teach carelessness."""


def learn(state: HallState, event: e.Event, at: int) -> None:
    """Take from `event` what it teaches; `state` has not yet evolved by it."""
    learner = LEARNERS.get(type(event))
    if learner is not None:
        learner(state, event, at)


def _day_opened(state: HallState, event: e.DayOpened, at: int) -> None:
    if state.business_date != event.business_date:
        state.learned = event.learned or Learned(promises=(DayOfPromises(event.business_date),))
        state.today = Today()


def _called(state: HallState, event: e.TicketCalled, at: int) -> None:
    ticket, today = state.tickets[event.ticket_id], state.today
    today.last.pop(event.counter_id, None)
    if ticket.state is not TicketState.WAITING:
        return
    today.turn_began[event.counter_id] = at
    if ticket.calls == 0:
        today.turn_began[event.counter_id] = max(today.free_since.get(event.counter_id, at), ticket.issued_at)
        _judge(state, ticket, at, called=True)


def _started(state: HallState, event: e.ServiceStarted, at: int) -> None:
    _approached(state, event.ticket_id, at, came=True)


def _missed(state: HallState, event: e.TicketMissed, at: int) -> None:
    counter_id = _approached(state, event.ticket_id, at, came=False)
    state.today.free_since[counter_id] = at


def _approached(state: HallState, ticket_id: str, at: int, *, came: bool) -> int:
    counter_id = _counter_of(state.tickets[ticket_id])
    lesson = Lesson(sample_of(at - state.today.turn_began.get(counter_id, at)), came=came)
    _take(state, counter_id, lesson)
    return counter_id


def _left(
    state: HallState, event: e.TicketFinished | e.LegFinished | e.TicketHeld | e.TicketTransferred, at: int
) -> None:
    ticket = state.tickets[event.ticket_id]
    counter_id = _counter_of(ticket)
    state.today.free_since[counter_id] = at
    if ticket.started_at is None:
        return
    sample = sample_of(at - ticket.started_at)
    pace = 0 if sample is None else sample - _usual_sample(state, ticket)
    _take(state, counter_id, Lesson(sample, ticket.field_id, ticket.procedure_id, pace=pace))


def _usual_sample(state: HallState, ticket: Ticket) -> int:
    usual = Tempo(state.learned).service(ticket.field_id, ticket.procedure_id)
    return round(LOG_SCALE * usual.mu) - _MS_TO_SECONDS


_MS_TO_SECONDS = 6908
"""The logarithm of 1000 in thousandths: usual times are of ms, samples of seconds."""


def _undone(state: HallState, event: e.StepUndone, at: int) -> None:
    state.today.free_since.pop(event.counter_id, None)
    lesson = state.today.last.pop(event.counter_id, None)
    if lesson is not None:
        _account(state, event.counter_id, lesson, Sketch.minus, -1)


def _take(state: HallState, counter_id: int, lesson: Lesson) -> None:
    state.today.last[counter_id] = lesson
    _account(state, counter_id, lesson, Sketch.plus, 1)


def _account(
    state: HallState, counter_id: int, lesson: Lesson, change: Callable[[Sketch, int], Sketch], sign: int
) -> None:
    """Add a lesson, or take it away: the same sums with the other sign."""
    learned, sample = state.learned, lesson.sample
    if lesson.field_id is None:
        learned = replace(
            learned, came=learned.came + sign * lesson.came, missed=learned.missed + sign * (not lesson.came)
        )
        state.learned = learned if sample is None else replace(learned, approach=change(learned.approach, sample))
        return
    if sample is None:
        return
    services = learned.services
    if lesson.procedure_id is not None:
        services = _changed(services, lesson.procedure_id, change, sample)
    fields = _changed(learned.fields, lesson.field_id, change, sample)
    state.learned = replace(learned, services=services, fields=fields, hall=change(learned.hall, sample))
    count, total = state.today.paces.get(counter_id, (0, 0))
    state.today.paces[counter_id] = count + sign, total + sign * lesson.pace


def _changed(
    sketches: Mapping[str, Sketch], key: str, change: Callable[[Sketch, int], Sketch], sample: int
) -> Mapping[str, Sketch]:
    return {**sketches, key: change(sketches.get(key, Sketch()), sample)}


def _ended_uncalled(state: HallState, event: e.TicketCancelled | e.TicketExpired, at: int) -> None:
    ticket = state.tickets[event.ticket_id]
    if ticket.calls == 0:
        _judge(state, ticket, at, called=False)


def _judge(state: HallState, ticket: Ticket, at: int, *, called: bool) -> None:
    """Whether what was promised to `ticket` was true, now that it is called, or gives up."""
    if ticket.expected is None:
        return
    waited = at - ticket.issued_at
    kept = waited <= promised_ms(ticket.expected)
    if kept and not called:
        return
    learned = state.learned
    *before, today = learned.promises
    today = replace(today, kept=today.kept + kept, judged=today.judged + 1)
    learned = replace(learned, promises=(*before, today))
    if ticket.expected.late >= INSTRUCTIVE_MS:
        up = waited > ticket.expected.middle
        median = learned.median + (MEDIAN_STEP if up else -MEDIAN_STEP)
        tail = learned.tail - TAIL_STEP if kept else learned.tail + 9 * TAIL_STEP
        learned = replace(
            learned,
            median=max(-MEDIAN_MAX, min(MEDIAN_MAX, median)),
            tail=max(TAIL_MIN, min(TAIL_MAX, tail)),
        )
    state.learned = learned


def _paused(state: HallState, event: e.CounterPaused, at: int) -> None:
    state.today.free_since.pop(event.counter_id, None)
    state.today.paused_at.setdefault(event.counter_id, at)


def _resumed(state: HallState, event: e.CounterResumed, at: int) -> None:
    paused_at = state.today.paused_at.pop(event.counter_id, None)
    sample = None if paused_at is None else sample_of(at - paused_at)
    if sample is not None:
        state.learned = replace(state.learned, pauses=state.learned.pauses.plus(sample))


def _counter_changed(state: HallState, event: e.CounterOpened | e.CounterClosed, at: int) -> None:
    """Another officer may sit there."""
    today = state.today
    today.free_since.pop(event.counter_id, None)
    today.paused_at.pop(event.counter_id, None)
    today.paces.pop(event.counter_id, None)
    today.last.pop(event.counter_id, None)


def _counter_of(ticket: Ticket) -> int:
    assert ticket.counter_id is not None, f"{ticket.ticket_id} is at no counter"
    return ticket.counter_id


LEARNERS: Mapping[type[e.Event], Callable[[HallState, Any, int], None]] = {
    e.DayOpened: _day_opened,
    e.TicketCalled: _called,
    e.ServiceStarted: _started,
    e.TicketMissed: _missed,
    e.TicketFinished: _left,
    e.LegFinished: _left,
    e.TicketHeld: _left,
    e.TicketTransferred: _left,
    e.StepUndone: _undone,
    e.TicketCancelled: _ended_uncalled,
    e.TicketExpired: _ended_uncalled,
    e.CounterPaused: _paused,
    e.CounterResumed: _resumed,
    e.CounterOpened: _counter_changed,
    e.CounterClosed: _counter_changed,
}
