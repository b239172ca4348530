"""Published dates of the Vietnamese calendar: Tết, leap months, and where it parts from the Chinese one."""

import datetime

import pytest

from display.calendar_text import lunar_text
from hall_link.lunar import LunarDate, lunar_date

TET = {
    **{1968: "1968-01-29", 1985: "1985-01-21", 2007: "2007-02-17", 2020: "2020-01-25", 2021: "2021-02-12"},
    **{2022: "2022-02-01", 2023: "2023-01-22", 2024: "2024-02-10", 2025: "2025-01-29", 2026: "2026-02-17"},
    **{2027: "2027-02-06", 2028: "2028-01-26", 2029: "2029-02-13", 2030: "2030-02-02", 2034: "2034-02-19"},
}
LEAP_MONTHS = {"2020-05-23": 4, "2023-03-22": 2, "2025-07-25": 6, "2028-06-23": 5, "2033-12-22": 11}


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet(year: int, day: str) -> None:
    date = datetime.date.fromisoformat(day)
    assert lunar_date(date) == LunarDate(1, 1, year)
    eve = lunar_date(date - datetime.timedelta(days=1))
    assert (eve.month, eve.year) == (12, year - 1)
    assert eve.day in (29, 30)


@pytest.mark.parametrize(("day", "month"), LEAP_MONTHS.items())
def test_the_first_day_of_a_leap_month(day: str, month: int) -> None:
    lunar = lunar_date(datetime.date.fromisoformat(day))
    assert (lunar.day, lunar.month, lunar.is_leap) == (1, month, True)


def test_day_follows_day_through_five_leap_months() -> None:
    date, before = datetime.date(2020, 1, 1), lunar_date(datetime.date(2019, 12, 31))
    while date < datetime.date(2035, 1, 1):
        lunar = lunar_date(date)
        if lunar.day == 1:
            assert before.day in (29, 30)
            follows = before.month % 12 + 1
            assert lunar.month == (before.month if lunar.is_leap else follows)
        else:
            assert lunar == LunarDate(before.day + 1, before.month, before.year, before.is_leap)
        date, before = date + datetime.timedelta(days=1), lunar


@pytest.mark.parametrize(
    ("day", "text"),
    [
        *(("2026-11-24", "16 tháng Mười âm lịch"), ("2026-02-17", "mùng 1 tháng Giêng âm lịch")),
        *(("2025-08-05", "12 tháng Sáu nhuận âm lịch"), ("2026-02-16", "29 tháng Chạp âm lịch")),
    ],
)
def test_in_words(day: str, text: str) -> None:
    assert lunar_text(datetime.date.fromisoformat(day)) == text
