"""How times, dates, years and weekdays are read.

Vietnamese: "tám giờ ba mươi phút, ngày mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu"; the fourth month and
the fourth weekday are tư, never bốn. English: "half past eight in the morning, the second of September ...".
"""

from display.reading.manners import HalfHour, Language, Manner
from display.reading.numbers import read_english_ordinal, read_number

FIRST_DAYS = 10
"""The first ten days of a month are "mùng" (north) or "mồng" (south)."""
VIETNAMESE_WEEKDAYS = {
    **{"2": "hai", "3": "ba", "4": "tư", "5": "năm", "6": "sáu", "7": "bảy"},
}
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS_MAX = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_time(hour: int, minute: int) -> bool:
    """Whether a clock can show it; 24:00 is the end of a day."""
    return (0 <= hour <= 23 and 0 <= minute <= 59) or (hour, minute) == (24, 0)


def is_date(day: int, month: int) -> bool:
    """Whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS_MAX[month - 1]


def read_time(hour: int, minute: int, language: Language = Language.VIETNAMESE, manner: Manner | None = None) -> str:
    """A time of day: 8, 30 is "tám giờ ba mươi phút", or "tám giờ rưỡi" where the hall prefers it."""
    manner = manner or Manner()
    if language is Language.ENGLISH:
        return _english_time(hour, minute, manner)
    head = f"{read_number(hour, style=manner.style)} giờ"
    if not minute:
        return head
    if minute == 30 and manner.half_hour is HalfHour.HALF:
        return f"{head} rưỡi"
    return f"{head} {read_number(minute, style=manner.style)} phút"


def read_date(
    day: int, month: int, year: int | None, language: Language = Language.VIETNAMESE, manner: Manner | None = None
) -> str:
    """A date without the word "ngày": 2, 9, 2026 is "mùng hai tháng chín năm hai nghìn không trăm hai mươi sáu"."""
    manner = manner or Manner()
    if language is Language.ENGLISH:
        tail = "" if year is None else f" {read_year(year, language, manner)}"
        return f"the {read_english_ordinal(day)} of {_ENGLISH_MONTHS[month - 1]}{tail}"
    first = f"{manner.style.first_days} " if day <= FIRST_DAYS else ""
    tail = "" if year is None else f" năm {read_year(year, language, manner)}"
    return f"{first}{read_number(day, style=manner.style)} {read_month(month, manner)}{tail}"


def read_month(month: int, manner: Manner | None = None) -> str:
    """The Vietnamese month: 4 is "tháng tư"."""
    return "tháng tư" if month == 4 else f"tháng {read_number(month, style=(manner or Manner()).style)}"


def read_year(year: int, language: Language = Language.VIETNAMESE, manner: Manner | None = None) -> str:
    """2026 is "hai nghìn không trăm hai mươi sáu", "twenty twenty six"."""
    if language is Language.VIETNAMESE:
        return read_number(year, style=(manner or Manner()).style)
    century, rest = divmod(year, 100)
    if not 1100 <= year <= 2099 or 2000 <= year <= 2009 or not rest:
        return f"{read_number(century, language)} hundred" if 1100 <= year < 2000 else read_number(year, language)
    behind = f"oh {read_number(rest, language)}" if rest < 10 else read_number(rest, language)
    return f"{read_number(century, language)} {behind}"


def _english_time(hour: int, minute: int, manner: Manner) -> str:
    if (hour, minute) in ((0, 0), (24, 0)):
        return "midnight"
    if (hour, minute) == (12, 0):
        return "noon"
    part = "in the morning" if hour < 12 else "in the afternoon" if hour < 18 else "in the evening"
    twelve = read_number((hour - 1) % 12 + 1, Language.ENGLISH)
    if not minute:
        return f"{twelve} o'clock {part}"
    if minute == 30 and manner.half_hour is HalfHour.HALF:
        return f"half past {twelve} {part}"
    minutes = read_number(minute, Language.ENGLISH)
    return f"{twelve} {'oh ' if minute < 10 else ''}{minutes} {part}"
