"""Whatever happens in a hall, what it foretells makes sense, and the same state foretells the same."""

from __future__ import annotations

import copy
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.domain import commands as c
from hall_server.domain import estimate
from hall_server.domain.model import CounterState, HallState, TicketState
from hall_server.domain.waits import as_read
from tests.halls import Rehearsal, open_hall
from tests.random_commands import FIELDS, a_command

STEPS_MAX = 50
QUEUED_MAX = 40


def random_hall(data: st.DataObject) -> Rehearsal:
    hall = open_hall()
    for _ in range(data.draw(st.integers(1, STEPS_MAX))):
        hall.now += data.draw(st.sampled_from((0, 1000, 60_000, 600_000)))
        hall.ask(data.draw(st.composite(a_command)(hall.state)))
    return hall


def calls(state: HallState, field_id: str) -> bool:
    """Whether some counter that is open takes this field, as its own or to help."""
    return any(
        counter.state is CounterState.OPEN and field_id in (*counter.fields, *counter.helps)
        for counter in state.counters.values()
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_ranges_are_in_order_and_only_where_somebody_calls(data: st.DataObject) -> None:
    hall = random_hall(data)
    foretold = estimate.of_fields(hall.state, hall.now)
    for field_id, expected in foretold.items():
        assert calls(hall.state, field_id)
        assert 0 <= expected.middle <= expected.late
        assert 0 <= as_read(expected).low < as_read(expected).high
    assert estimate.of_fields(copy.deepcopy(hall.state), hall.now) == foretold


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_more_people_ahead_never_shorten_the_wait(data: st.DataObject) -> None:
    hall = random_hall(data)
    hall.ask(c.OpenDay())
    before = estimate.of_fields(hall.state, hall.now)
    for _ in range(data.draw(st.integers(1, QUEUED_MAX))):
        hall.ask(c.IssueTicket(data.draw(st.sampled_from(FIELDS))))
    after = estimate.of_fields(hall.state, hall.now)
    for field_id in before.keys() & after.keys():
        assert after[field_id].middle >= 0.97 * before[field_id].middle, "portions are cut anew, by a hair"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_along_a_queue_the_wait_grows(data: st.DataObject) -> None:
    hall = random_hall(data)
    for field_id in FIELDS:
        line = [hall.ticket(waiting.ticket_id) for waiting in hall.state.queues.get(field_id, ())]
        assert all(ticket.state is TicketState.WAITING for ticket in line)
        waits = [estimate.of_ticket(hall.state, ticket, hall.now) for ticket in line]
        middles = [wait.middle for wait in waits if wait is not None]
        assert len(middles) in (0, len(line))
        assert all(later >= 0.97 * earlier for earlier, later in pairwise(middles))
