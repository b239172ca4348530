"""Turns at a counter: what is left of them, and how officers differ."""

from math import log

import pytest

from hall_server.domain.learned import DEFAULT_APPROACH, DEFAULT_SERVICE, Learned, Sketch, Spread, sample_of
from hall_server.domain.tempo import MISSED_SHARE, Tempo, left_of, slowness
from tests.halls import MINUTE


def test_a_turn_is_the_way_and_the_service_of_those_who_come() -> None:
    turn = Tempo(Learned()).turn("HT")
    assert turn.mean == pytest.approx(DEFAULT_APPROACH.mean + (1 - MISSED_SHARE) * DEFAULT_SERVICE.mean)
    assert turn.variance > DEFAULT_SERVICE.variance * (1 - MISSED_SHARE)


def test_a_procedure_leans_on_its_field_and_the_field_on_the_hall() -> None:
    sample = sample_of(30 * MINUTE)
    assert sample is not None
    slow = Sketch(50, 50 * sample, 50 * sample * sample)
    tempo = Tempo(Learned(services={"p": slow}, fields={"HT": slow}))
    assert tempo.service("HT", "p").mu > tempo.service("HT").mu > tempo.service("CT").mu == DEFAULT_SERVICE.mu
    assert tempo.service("HT", "unknown") == tempo.service("HT")


def test_what_is_left_falls_at_first_and_grows_for_the_very_long() -> None:
    spread = Spread(log(10.0 * MINUTE), 0.3)
    assert left_of(spread, 0) == spread.mean
    assert left_of(spread, 5 * MINUTE) == pytest.approx(spread.mean - 5 * MINUTE, rel=0.02)
    assert 0 < left_of(spread, 15 * MINUTE) < 3 * MINUTE
    assert left_of(spread, 120 * MINUTE) == 60 * MINUTE


def test_an_officer_is_judged_by_many_services_and_within_bounds() -> None:
    assert slowness((0, 0)) == 1
    assert 1 < slowness((1, 500)) < slowness((50, 25_000)) < 1.65
    assert slowness((1000, 5_000_000)) == pytest.approx(2.01, abs=0.01)
    assert slowness((1000, -5_000_000)) == pytest.approx(0.5, abs=0.01)


def test_what_is_usual_is_said_of_a_field_that_was_seen_often_enough() -> None:
    sample = sample_of(30 * MINUTE)
    assert sample is not None
    few, enough = (Sketch(count, count * sample, count * sample * sample) for count in (9, 90))
    assert Tempo(Learned(fields={"HT": few}, hall=few)).usual_service("HT", None) is None
    tempo = Tempo(Learned(fields={"HT": enough}, hall=enough))
    assert tempo.usual_service("HT", "unknown") == pytest.approx(30 * MINUTE, rel=0.05)
    assert tempo.usual_service("CT", None) is None
