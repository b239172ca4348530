"""An officer's day at a counter: opens it, calls and serves, takes breaks, does now and then what is out of order.

What an officer presses follows from what the screen shows at that moment, which is the state; it may be old by the time
the press arrives.
"""

from __future__ import annotations

from hall_server.domain import commands as c
from hall_server.domain.model import Counter, CounterState, DayState, Ticket, TicketState
from tests.simulation.people import (
    HOUR,
    MINUTE,
    Script,
    Stage,
    at_counter,
    board,
    held_one,
    is_waiting,
    missed_one,
    say,
)

SERVICE_SECONDS = 6 * MINUTE


def officer(stage: Stage, counter_id: int, day_ends: int) -> Script:
    """Until `day_ends` (ms): whatever the counter's screen invites to."""
    rng = stage.rng
    while stage.now < day_ends:
        counter, ticket = at_counter(stage, counter_id)
        if counter is None or stage.state.day is DayState.CLOSED:
            yield 20 * MINUTE
        elif counter.state is CounterState.CLOSED:
            fields = tuple(sorted(rng.sample(list(stage.state.fields), 1))) if rng.random() < 0.1 else None
            yield say(stage, c.OpenCounter(counter_id, fields))
            yield rng.uniform(5, MINUTE)
        elif counter.state is CounterState.PAUSED:
            yield from _pause(stage, counter)
        elif ticket is None:
            yield from _free(stage, counter)
        elif ticket.state is TicketState.CALLED:
            yield from _called(stage, counter, ticket)
        else:
            yield from _serving(stage, counter, ticket)


def _pause(stage: Stage, counter: Counter) -> Script:
    yield stage.rng.uniform(2 * MINUTE, 20 * MINUTE)
    if stage.rng.random() < 0.1:
        yield say(stage, c.CallNext(counter.counter_id))
    yield say(stage, c.ResumeCounter(counter.counter_id))


def _free(stage: Stage, counter: Counter) -> Script:
    rng, counter_id = stage.rng, counter.counter_id
    chance = rng.random()
    step = counter.last_step
    if step is not None and chance < 0.25:
        yield rng.uniform(0, 90)
        if chance < 0.04:
            yield say(stage, c.PauseCounter(counter_id, "họp"))
        yield say(stage, c.UndoStep(counter_id, step.before.ticket_id))
    elif chance < 0.28:
        yield say(stage, c.PauseCounter(counter_id, "giải lao"))
    elif chance < 0.30:
        yield say(stage, c.CloseCounter(counter_id))
        yield rng.uniform(MINUTE, HOUR)
    elif chance < 0.33:
        fields = list(stage.state.fields)
        chosen = rng.sample(fields, min(len(fields), rng.randint(1, 3)))
        yield say(stage, c.ServeFields(counter_id, tuple(chosen[:1]), tuple(chosen[1:])))
    elif chance < 0.38:
        waiting = [one for one in stage.state.tickets if is_waiting(stage, one)]
        wanted = rng.choice(waiting or ["nonsense"])
        yield say(stage, c.CallChosen(counter_id, wanted, rng.choice(("frail", "child", "no such reason"))))
    else:
        yield say(stage, c.CallNext(counter_id))
    if stage.state.counters.get(counter_id, counter).ticket_id is None:
        yield rng.uniform(5, 3 * MINUTE)


def _called(stage: Stage, counter: Counter, ticket: Ticket) -> Script:
    rng, counter_id, ticket_id = stage.rng, counter.counter_id, ticket.ticket_id
    stage.start(board(stage, ticket.call_id or ""), 0.2)
    yield rng.uniform(5, 45)
    chance = rng.random()
    if chance < 0.12:
        yield say(stage, c.MarkMissed(counter_id, ticket_id))
        if rng.random() < 0.8:
            stage.start(missed_one(stage, ticket_id))
    elif chance < 0.22:
        yield say(stage, c.Recall(counter_id, ticket_id))
    elif chance < 0.26:
        yield from _send_on(stage, counter, ticket)
    else:
        yield say(stage, c.StartService(counter_id, ticket_id))


def _serving(stage: Stage, counter: Counter, ticket: Ticket) -> Script:
    rng, counter_id, ticket_id = stage.rng, counter.counter_id, ticket.ticket_id
    chance = rng.random()
    if chance < 0.06:
        yield rng.uniform(1, 90)
        yield say(stage, c.UndoStep(counter_id, ticket_id))
        return
    yield rng.expovariate(1 / SERVICE_SECONDS)
    if chance < 0.14:
        yield say(stage, c.HoldTicket(counter_id, ticket_id, stage.now + rng.choice((1, 30, 120, 999)) * 60_000))
        stage.start(held_one(stage, ticket_id))
    elif chance < 0.22:
        yield from _send_on(stage, counter, ticket)
    elif chance < 0.6:
        yield say(stage, c.CallNext(counter_id, finishing=ticket_id))
    else:
        yield say(stage, c.FinishService(counter_id, ticket_id))


def _send_on(stage: Stage, counter: Counter, ticket: Ticket) -> Script:
    rng, counter_id = stage.rng, counter.counter_id
    if rng.random() < 0.5:
        target = rng.choice(list(stage.state.counters))
        yield say(stage, c.TransferTicket(counter_id, ticket.ticket_id, to_counter=target))
    else:
        target_field = rng.choice(list(stage.state.fields))
        yield say(stage, c.TransferTicket(counter_id, ticket.ticket_id, to_field=target_field))
