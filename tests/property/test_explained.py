"""Nobody is overtaken without a reason: on random days every later number that came first is explained to everybody."""

from __future__ import annotations

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_server.domain.events import TicketCalled
from hall_server.domain.explain import AWAY, passings_of
from hall_server.domain.refusals import Refusal
from tests.halls import MINUTE, open_hall
from tests.random_commands import a_command

STEPS_MAX = 70


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_overtaking_has_a_reason_in_words_and_their_number_is_on_record(data: st.DataObject) -> None:
    hall = open_hall()
    for _ in range(data.draw(st.integers(1, STEPS_MAX))):
        hall.now += data.draw(st.sampled_from((0, 1, 1000, MINUTE, 25 * MINUTE)))
        before = copy.deepcopy(hall.state)
        decision = hall.ask(data.draw(st.composite(a_command)(hall.state)))
        if isinstance(decision, Refusal):
            continue
        passings = list(passings_of(before, decision))
        for ticket, passing in passings:
            assert passing.why is not None, f"{ticket.number} cannot be told why {passing.number} came first"
            assert ticket.number in passing.words.vi
            assert passing.number in passing.words.en
            assert "{" not in passing.words.vi + passing.words.en
        for call in (event for event in decision if isinstance(event, TicketCalled)):
            if before.tickets[call.ticket_id].state.value == "waiting":
                assert call.overtook == sum(passing.why not in AWAY for _, passing in passings)
