"""Figures: percentiles, the line for programs, the row for people."""

from __future__ import annotations

import json

import pytest

from tests.bench.figures import HEADING, Figure, Target, percentile, row


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([7.0], 50, 7.0),
        ([7.0], 99, 7.0),
        ([3.0, 1.0, 2.0], 50, 2.0),
        ([4.0, 3.0, 2.0, 1.0], 50, 2.0),
        ([float(value) for value in range(1, 101)], 99, 99.0),
        ([float(value) for value in range(1, 102)], 99, 100.0),
        ([1.0, 2.0], 100, 2.0),
    ],
)
def test_a_percentile_is_the_nearest_rank(values: list[float], percent: float, expected: float) -> None:
    assert percentile(values, percent) == expected


def test_there_is_no_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 50)


def test_a_line_has_the_five_names_and_four_digits() -> None:
    line = json.loads(Figure("issue_p50", 0.43219876, "ms", 0.2).line())
    assert line == {"name": "issue_p50", "value": 0.4322, "unit": "ms", "floor": 0.2, "ratio": 2.161}
    assert list(line) == ["name", "value", "unit", "floor", "ratio"]


def test_a_figure_without_a_floor_has_no_ratio() -> None:
    line = json.loads(Figure("restart", 1.5, "s").line())
    assert line["floor"] is None
    assert line["ratio"] is None


@pytest.mark.parametrize(
    ("target", "figure", "met"),
    [
        (Target("ratio", "at most", 2.0), Figure("x", 4.0, "ms", 2.0), True),
        (Target("ratio", "at most", 2.0), Figure("x", 4.1, "ms", 2.0), False),
        (Target("ratio", "at least", 0.5), Figure("x", 1.0, "requests/s", 2.0), True),
        (Target("ratio", "at least", 0.5), Figure("x", 0.9, "requests/s", 2.0), False),
        (Target("value", "at most", 50.0), Figure("x", 49.0, "ms"), True),
        (Target("ratio", "at most", 2.0), Figure("x", 49.0, "ms"), None),
    ],
)
def test_a_target_is_met_or_missed_or_cannot_be_told(target: Target, figure: Figure, met: bool | None) -> None:
    assert target.met(figure) is met


def test_a_row_says_whether_the_target_is_met_under_its_heading() -> None:
    targets = {"restart": Target("value", "at most", 2.0)}
    met = row(Figure("restart", 1.5, "s"), targets)
    assert met.endswith("value at most 2      met")
    assert row(Figure("restart", 2.5, "s"), targets).endswith("MISSED")
    assert met.index("value at most") == HEADING.index("target")
    assert row(Figure("rss_kiosk", 120.0, "MB"), targets).split() == ["rss_kiosk", "120", "MB"]
