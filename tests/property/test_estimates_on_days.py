"""On days that are made up from seeds the estimate beats the classical rules, and its promises hold."""

from random import Random

import pytest

from tests.bench.estimate import Outcome, figures, measure
from tests.bench.made_halls import MADE_HALLS, small_hall

DAYS = 3
SEED = 4242


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [measure(make(Random(SEED)), SEED, DAYS) for make in MADE_HALLS]


def test_it_beats_queue_length_and_last_wait(outcomes: list[Outcome]) -> None:
    value = {figure.name: figure.value for figure in figures(outcomes)}
    assert value["estimate_mae"] < 0.8 * min(value["queue_length_mae"], value["last_wait_mae"])


def test_about_nine_of_ten_promises_hold(outcomes: list[Outcome]) -> None:
    value = {figure.name: figure.value for figure in figures(outcomes)}
    assert 0.85 <= value["p90_coverage"] <= 0.97


def test_the_same_seed_gives_the_same_day() -> None:
    first, again, other = (measure(small_hall(Random(1)), seed, 1) for seed in (1, 1, 2))
    assert first == again
    assert first != other
