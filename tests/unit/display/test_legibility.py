"""What can be read from where."""

import pytest

from display.legibility import Lettering, judge, report

NUMBER, SMALL = Lettering("A047", 71.5, is_number=True), Lettering("Hộ tịch", 12.0, is_number=False)


def test_from_how_far_a_text_can_be_read() -> None:
    assert NUMBER.legible_to_m == pytest.approx(10.01)
    assert SMALL.legible_to_m == pytest.approx(2.4)


def test_what_is_too_small_for_the_last_row() -> None:
    verdict = judge([NUMBER, SMALL], 5)
    assert verdict.too_small == (SMALL,)
    assert verdict.smallest == (NUMBER, SMALL)
    assert judge([NUMBER, SMALL], 2).too_small == ()


def test_the_report_says_what_would_help() -> None:
    words = report(judge([NUMBER, SMALL], 4.8), 50, 1920, 1080)
    assert "Cần màn hình 100″" in words
    assert "12 mm  Hộ tịch" in words
    assert "Everything is legible" in report(judge([NUMBER], 8), 50, 1920, 1080)


def test_nothing_measured_is_no_division_by_nothing() -> None:
    assert judge([], 5).legible_to_m == 0.0
