"""Random days: what must hold holds after every step, and the events alone give the same state again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.domain import commands as c
from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState, TicketState
from hall_server.domain.order import next_for
from hall_server.domain.refusals import Refusal
from tests.halls import DAY, open_hall
from tests.random_commands import a_command

STEPS_MAX = 60


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_random_day_keeps_the_rules_and_replays_to_the_same_state(data: st.DataObject) -> None:
    hall = open_hall()
    for _ in range(data.draw(st.integers(1, STEPS_MAX))):
        hall.now += data.draw(st.sampled_from((0, 1, 1000, 60_000, DAY)))
        before = repr(hall.state)
        decision = hall.ask(data.draw(st.composite(a_command)(hall.state)))
        if isinstance(decision, Refusal):
            assert repr(hall.state) == before, "a refusal changed something"
    again = HallState()
    for at, events in hall.history:
        for event in events:
            evolve(again, event, at)
    assert again == hall.state


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whoever_is_called_has_the_smallest_place_that_the_counter_serves(data: st.DataObject) -> None:
    hall = open_hall()
    for _ in range(data.draw(st.integers(1, STEPS_MAX))):
        hall.now += 1
        command = data.draw(st.composite(a_command)(hall.state))
        if not isinstance(command, c.CallNext) or command.counter_id not in hall.state.counters:
            hall.ask(command)
            continue
        expected = _first_by_hand(hall.state, command.counter_id)
        found = next_for(hall.state, command.counter_id, hall.now)
        assert (found and found.waiting.ticket_id) == expected
        decision = hall.ask(command)
        if not isinstance(decision, Refusal) and expected is not None:
            assert hall.state.counters[command.counter_id].ticket_id == expected


def _first_by_hand(state: HallState, counter_id: int) -> str | None:
    """Looked for among all tickets; helped fields only when nobody waits in the counter's own (limits are far away)."""
    counter = state.counters[counter_id]
    for fields in (counter.fields, counter.helps):
        waiting = [
            (ticket.place, ticket.rank, ticket.turn, ticket.ticket_id)
            for ticket in state.tickets.values()
            if ticket.state is TicketState.WAITING
            and (ticket.for_counter == counter_id or (ticket.for_counter is None and ticket.field_id in fields))
        ]
        if waiting:
            return min(waiting)[-1]
    return None
