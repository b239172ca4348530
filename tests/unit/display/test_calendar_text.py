"""Times and dates as the board writes them."""

import datetime

import pytest

from display.calendar_text import clock_text, date_text, local_time
from tests.unit.display.rows import NOW_MS


def test_the_halls_own_time_whatever_this_machines() -> None:
    assert clock_text(local_time(NOW_MS, "Asia/Ho_Chi_Minh")) == "08:42"
    assert clock_text(local_time(NOW_MS, "Europe/Paris")) == "02:42"


def test_past_five_in_the_afternoon_it_is_still_today() -> None:
    evening = local_time(NOW_MS + 11 * 3_600_000, "Asia/Ho_Chi_Minh")
    assert (clock_text(evening), evening.date()) == ("19:42", datetime.date(2026, 11, 24))


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        ("2026-11-24", "Thứ Ba 24/11/2026", "Tuesday 24/11/2026"),
        ("2026-11-29", "Chủ Nhật 29/11/2026", "Sunday 29/11/2026"),
        ("2026-02-02", "Thứ Hai 02/02/2026", "Monday 02/02/2026"),
    ],
)
def test_a_date(day: str, vietnamese: str, english: str) -> None:
    date = datetime.date.fromisoformat(day)
    assert (date_text(date), date_text(date, "en")) == (vietnamese, english)
