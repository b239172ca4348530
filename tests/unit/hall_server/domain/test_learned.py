"""Sketches forget nothing of what is taken back, lean on what is known, and stay small."""

from math import exp, log

import pytest

from hall_server.domain.learned import (
    DEFAULT_SERVICE,
    FIELDS_CARRIED_MAX,
    PROCEDURES_CARRIED_MAX,
    PROMISE_DAYS_MAX,
    SAMPLE_MS_MAX,
    SAMPLES_CARRIED_MAX,
    DayOfPromises,
    Learned,
    Sketch,
    Spread,
    sample_of,
)
from tests.halls import MINUTE


def sketch_of(*minutes: float) -> Sketch:
    sketch = Sketch()
    for one in minutes:
        sample = sample_of(round(one * MINUTE))
        assert sample is not None
        sketch = sketch.plus(sample)
    return sketch


def test_a_spread_knows_its_mean_and_variance() -> None:
    spread = Spread(log(1000.0), 0.5)
    assert spread.mean == pytest.approx(1000 * exp(0.125))
    assert spread.variance == pytest.approx(spread.mean**2 * (exp(0.25) - 1))


def test_what_is_taken_out_leaves_no_trace() -> None:
    sample = sample_of(5 * MINUTE)
    assert sample is not None
    assert sketch_of(3, 4).plus(sample).minus(sample) == sketch_of(3, 4)


def test_nothing_seen_is_the_default() -> None:
    assert Sketch().shrunk(DEFAULT_SERVICE) == pytest.approx(DEFAULT_SERVICE)


def test_few_samples_lean_on_what_is_known_and_many_stand_alone() -> None:
    few = sketch_of(20).shrunk(DEFAULT_SERVICE)
    many = sketch_of(*[20] * 1000).shrunk(DEFAULT_SERVICE)
    assert DEFAULT_SERVICE.mu < few.mu < many.mu
    assert exp(few.mu) < 9 * MINUTE
    assert exp(many.mu) == pytest.approx(20 * MINUTE, rel=0.02)


def test_one_outlier_among_fifty_moves_the_mean_by_little() -> None:
    usual = sketch_of(*[6] * 50).shrunk(DEFAULT_SERVICE)
    with_outlier = sketch_of(*[6] * 50, 170).shrunk(DEFAULT_SERVICE)
    assert with_outlier.mean < 1.25 * usual.mean


def test_a_counter_that_was_forgotten_teaches_nothing() -> None:
    assert sample_of(SAMPLE_MS_MAX + 1) is None
    assert sample_of(0) == sample_of(4000)


def test_what_is_carried_keeps_its_shape_with_less_weight() -> None:
    sketch = sketch_of(*[5, 10] * SAMPLES_CARRIED_MAX)
    carried = sketch.carried()
    assert carried.count == SAMPLES_CARRIED_MAX
    assert carried.total / carried.count == pytest.approx(sketch.total / sketch.count, rel=0.001)
    assert sketch_of(5, 10).carried() == sketch_of(5, 10)


def test_what_is_carried_is_bounded() -> None:
    seen = {f"{rank:05}": Sketch(rank + 1, rank, rank) for rank in range(1000)}
    days = tuple(DayOfPromises(f"day {rank}") for rank in range(50))
    carried = Learned(services=seen, fields=seen, came=10_000, missed=1000, promises=days).carried("2026-11-25")
    assert len(carried.services) == PROCEDURES_CARRIED_MAX
    assert "00999" in carried.services
    assert len(carried.fields) == FIELDS_CARRIED_MAX
    assert len(carried.promises) == PROMISE_DAYS_MAX
    assert carried.promises[-1] == DayOfPromises("2026-11-25")
    assert (carried.came, carried.missed) == (363, 36)


def test_few_promises_have_no_hit_rate() -> None:
    assert Learned(promises=(DayOfPromises("x", 19, 19),)).hit_rate() is None
    assert Learned(promises=(DayOfPromises("x", 10, 10), DayOfPromises("y", 8, 10))).hit_rate() == 0.9
