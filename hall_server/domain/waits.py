"""A wait as people read it: "10-20 minutes", "under 5". What is told is what is promised, so both are rounded here."""

from __future__ import annotations

from typing import NamedTuple

from hall_server.domain.learned import Expected
from hall_server.domain.policies import MINUTE_MS

STEPS = ((60, 5), (180, 10))
"""Up to an hour people count in fives, up to three in tens."""
STEP_BEYOND = 30


class Minutes(NamedTuple):
    """`low` < `high`; a `low` of 0 reads "under `high`"."""

    low: int
    high: int


def as_read(expected: Expected) -> Minutes:
    """The range in round minutes."""
    low = _rounded(expected.middle)
    return Minutes(low, max(_rounded(expected.late), low + _step(low)))


def promised_ms(expected: Expected) -> int:
    """The end of the range that was told, in ms."""
    return as_read(expected).high * MINUTE_MS


def _rounded(duration_ms: int) -> int:
    """To the nearest step, a half upwards."""
    minutes = duration_ms / MINUTE_MS
    step = _step(minutes)
    return int(minutes / step + 0.5) * step


def _step(minutes: float) -> int:
    return next((step for limit, step in STEPS if minutes < limit), STEP_BEYOND)
