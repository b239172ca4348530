"""More simulated days: the other small halls, and a large one."""

from __future__ import annotations

import pytest

from tests.simulation.__main__ import Job, live
from tests.simulation.test_days import DAYS, SEED, told


@pytest.mark.parametrize("life", range(20, 40))
def test_small_halls(life: int) -> None:
    ended = live(Job(SEED, life, DAYS, "small"))
    assert not ended.found, told(ended)
    assert ended.tally.days == DAYS


def test_a_large_hall() -> None:
    ended = live(Job(SEED, 0, 1, "large"))
    assert not ended.found, told(ended)
    assert ended.tally.commands > 1000
