"""Two hundred simulated hall days, small and large, with nothing broken; and the same seed gives the same journal.

Two modules of lives, so that two processes of the test run share them.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.simulation.__main__ import Ended, Job, heads, live

SEED = 20261124
DAYS = 5


def told(ended: Ended) -> str:
    """What was found, and how to see it again."""
    day = ended.job.life * DAYS + ended.at[0]
    again = f"./hall simulate --seed {SEED} --days {day + 1} --{ended.job.sizes} --day {day} --step {ended.at[1]}"
    return "\n".join((*ended.found, again))


@pytest.mark.parametrize("life", range(20))
def test_small_halls(life: int) -> None:
    ended = live(Job(SEED, life, DAYS, "small"))
    assert not ended.found, told(ended)
    assert ended.tally.days == DAYS
    assert ended.tally.commands > 100


def test_the_same_seed_gives_the_same_journal_in_another_process() -> None:
    """Whatever order that process's sets have."""
    here = live(Job(SEED, 0, 2, "small"))
    there = subprocess.run(
        [sys.executable, "-m", "tests.simulation", "--seed", str(SEED), "--days", "2", "--small", "--jobs", "1"],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"journals {heads([here])}" in there.stderr
    assert live(Job(SEED + 1, 0, 2, "small")).tally.head != here.tally.head
