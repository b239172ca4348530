"""How long a place can be kept."""

from __future__ import annotations

import pytest

from counter.holding import CLOCK_SLACK_MS, hold_choices
from tests.unit.counter.hall_rows import MINUTE, NOW, hall_row

CLOSES_AT = NOW + (8 * 60 + 30) * MINUTE
"""17:00 of the day on which it is 08:30 now."""


@pytest.mark.parametrize(
    ("now", "minutes_max", "choices"),
    [
        (
            NOW,
            240,
            [
                (15, NOW + 15 * MINUTE),
                (30, NOW + 30 * MINUTE),
                (60, NOW + 60 * MINUTE),
                (0, NOW + 240 * MINUTE - CLOCK_SLACK_MS),
            ],
        ),
        (NOW, 20, [(15, NOW + 15 * MINUTE), (0, NOW + 20 * MINUTE - CLOCK_SLACK_MS)]),
        (NOW, 15, [(0, NOW + 15 * MINUTE - CLOCK_SLACK_MS)]),
        (NOW, 0, []),
        (CLOSES_AT - 40 * MINUTE, 240, [(15, CLOSES_AT - 25 * MINUTE), (30, CLOSES_AT - 10 * MINUTE), (0, CLOSES_AT)]),
        (CLOSES_AT + MINUTE, 20, [(15, CLOSES_AT + 16 * MINUTE), (0, CLOSES_AT + 21 * MINUTE - CLOCK_SLACK_MS)]),
    ],
)
def test_no_choice_is_later_than_the_hall_allows(now: int, minutes_max: int, choices: list[tuple[int, int]]) -> None:
    found = hold_choices(hall_row(hold_minutes_max=minutes_max), now)
    assert [(choice.minutes, choice.until) for choice in found] == choices
