"""The hall's time of day, and timers."""

import pytest

from counter.clock import running_time, time_of_day
from tests.unit.counter.hall_rows import OPENED_AT


def test_the_time_of_day_is_the_halls_own() -> None:
    assert time_of_day(OPENED_AT, "Asia/Ho_Chi_Minh") == "07:30"
    assert time_of_day(OPENED_AT + 59_999, "Asia/Ho_Chi_Minh") == "07:30"


@pytest.mark.parametrize(("seconds", "text"), [(0, "00:00"), (206, "03:26"), (3599, "59:59"), (3600, "1:00:00")])
def test_a_timer_grows_hours_when_it_needs_them(seconds: int, text: str) -> None:
    assert running_time(seconds) == text
