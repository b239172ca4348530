"""A wait as people read it: "10-20 minutes", "under 5". What is told is what is promised, so both are rounded here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from hall_server.domain.learned import Expected
from hall_server.domain.model import HallState, Waiting
from hall_server.domain.policies import MINUTE_MS

STEPS = ((60, 5), (180, 10))
"""Up to an hour people count in fives, up to three in tens."""
STEP_BEYOND = 30
TOLD_AT_ONCE_MAX = 256
"""So many ranges are remembered: a crowd is told the same wait again and again."""
LOOKED_AT = 20
"""So many of a queue are asked whether they wait too long, from its head: those behind were promised more."""


class Minutes(NamedTuple):
    """`low` < `high`; a `low` of 0 reads "under `high`"."""

    low: int
    high: int


@lru_cache(maxsize=TOLD_AT_ONCE_MAX)
def as_read(expected: Expected) -> Minutes:
    """The range in round minutes."""
    low = _rounded(expected.middle)
    return Minutes(low, max(_rounded(expected.late), low + _step(low)))


def promised_ms(expected: Expected) -> int:
    """The end of the range that was told, in ms."""
    return as_read(expected).high * MINUTE_MS


def late_at(state: HallState, queue: Sequence[Waiting]) -> int | None:
    """When the first of a field's queue has waited as long as was promised (ms, perhaps long ago); None where nothing
    was. A promise ends with the first call: who comes back after one was told nothing."""
    tickets = (state.tickets[waiting.ticket_id] for waiting in islice(queue, LOOKED_AT))
    promised = (
        ticket.issued_at + promised_ms(ticket.expected)
        for ticket in tickets
        if ticket.expected is not None and ticket.calls == 0 and ticket.leg == 1
    )
    return min(promised, default=None)


def _rounded(duration_ms: int) -> int:
    """To the nearest step, a half upwards."""
    minutes = duration_ms / MINUTE_MS
    step = _step(minutes)
    return int(minutes / step + 0.5) * step


def _step(minutes: float) -> int:
    return next((step for limit, step in STEPS if minutes < limit), STEP_BEYOND)
