"""Times and dates as the board writes them: 08:42, Thứ Ba 24/11/2026, 16 tháng Mười âm lịch."""

import datetime
from zoneinfo import ZoneInfo

from hall_link.lunar import lunar_date

_ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_MONTHS = (
    *("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu"),
    *("Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"),
)
FIRST_DAYS = 10
"""The first ten days of a lunar month are called "mùng"."""


def local_time(at_ms: int, time_zone: str) -> datetime.datetime:
    """The hall's time of a moment of the server's clock (milliseconds since 1970 UTC)."""
    return datetime.datetime.fromtimestamp(at_ms / 1000, ZoneInfo(time_zone))


def clock_text(moment: datetime.datetime) -> str:
    """08:42."""
    return f"{moment:%H:%M}"


def date_text(date: datetime.date, language: str = "vi") -> str:
    """Thứ Ba 24/11/2026, Tuesday 24/11/2026."""
    weekdays = _ENGLISH_WEEKDAYS if language == "en" else _WEEKDAYS
    return f"{weekdays[date.weekday()]} {date:%d/%m/%Y}"


def lunar_text(date: datetime.date) -> str:
    """16 tháng Mười âm lịch; "mùng 1 tháng Giêng âm lịch"; "3 tháng Sáu nhuận âm lịch"."""
    lunar = lunar_date(date)
    day = f"mùng {lunar.day}" if lunar.day <= FIRST_DAYS else str(lunar.day)
    leap = " nhuận" if lunar.is_leap else ""
    return f"{day} tháng {_MONTHS[lunar.month - 1]}{leap} âm lịch"
