"""The Vietnamese lunar calendar: which lunar day, month and year a date is, in the time zone of Việt Nam (UTC+7).

Rules: a month begins on the day of the new moon; the month that holds the winter solstice is the eleventh; when
thirteen months lie between two eleventh months, the first of them in which the sun enters no new sign is a leap month.
New moon and the sun's longitude after Jean Meeus, "Astronomical Algorithms", chapters 25 and 49, shortened to what
decides the day; held against the published dates of Tết and leap months in the tests.
"""

import datetime
import math
from dataclasses import dataclass

LOCAL_DAYS = 7 / 24
"""UTC+7 as a part of a day: the calendar follows Vietnamese time wherever the hall's clock stands."""
JULIAN_2000 = 2_451_545
SYNODIC_MONTH_DAYS = 29.530588861
FIRST_NEW_MOON = 2_451_550.09766
"""The new moon of 6 January 2000, as a Julian day: number 0 of the count."""
ORDINAL_TO_JULIAN = 1_721_425
"""Add to `date.toordinal()` for the Julian day number that begins at noon of that date."""


@dataclass(frozen=True, slots=True)
class LunarDate:
    """`month` 1 to 12, `is_leap` for the second month of that number; `year` is that in which its first month began."""

    day: int
    month: int
    year: int
    is_leap: bool = False


def lunar_date(date: datetime.date) -> LunarDate:
    """The lunar date of a day of the Gregorian calendar, right for 1900 to 2100."""
    today = date.toordinal() + ORDINAL_TO_JULIAN
    start = _month_start_at_or_before(today)
    year = date.year
    eleventh, next_eleventh = _eleventh_month(year - 1), _eleventh_month(year)
    if start >= next_eleventh:
        year, eleventh, next_eleventh = year + 1, next_eleventh, _eleventh_month(year + 1)
    months_since = round((start - eleventh) / SYNODIC_MONTH_DAYS)
    leap = _leap_offset(eleventh, next_eleventh)
    ordinary = months_since - 1 if leap is not None and months_since >= leap else months_since
    month = (ordinary + 10) % 12 + 1
    lunar_year = year - 1 if ordinary < 2 else year
    return LunarDate(today - start + 1, month, lunar_year, is_leap=months_since == leap)


def _eleventh_month(year: int) -> int:
    """The first day, as Julian day number, of the lunar month that holds the winter solstice of `year`."""
    year_end = datetime.date(year, 12, 31).toordinal() + ORDINAL_TO_JULIAN
    start = _month_start_at_or_before(year_end)
    return start if _sign_of(start) < 9 else _month_start_at_or_before(start - 1)


def _leap_offset(eleventh: int, next_eleventh: int) -> int | None:
    """Which month after the eleventh (as 0) is the leap month of this lunar year, if any."""
    if round((next_eleventh - eleventh) / SYNODIC_MONTH_DAYS) < 13:
        return None
    count = _count_of(eleventh)
    starts = [_new_moon_day(count + offset) for offset in range(15)]
    return next(offset for offset in range(1, 14) if _sign_of(starts[offset]) == _sign_of(starts[offset + 1]))


def _month_start_at_or_before(day: int) -> int:
    count = _count_of(day) + 1
    while _new_moon_day(count) > day:
        count -= 1
    return _new_moon_day(count)


def _count_of(day: int) -> int:
    """The number of the new moon nearest to this day."""
    return round((day - FIRST_NEW_MOON) / SYNODIC_MONTH_DAYS)


def _new_moon_day(count: int) -> int:
    """The day on which new moon number `count` falls in Việt Nam, as a Julian day number."""
    century = count / 1236.85
    mean = FIRST_NEW_MOON + SYNODIC_MONTH_DAYS * count + 0.00015437 * century**2
    sun = math.radians(2.5534 + 29.10535670 * count - 0.0000014 * century**2)
    moon = math.radians(201.5643 + 385.81693528 * count + 0.0107582 * century**2)
    node = math.radians(160.7108 + 390.67050284 * count - 0.0016118 * century**2)
    spin = 1 - 0.002516 * century
    correction = (
        *(-0.40720 * math.sin(moon), 0.17241 * spin * math.sin(sun), 0.01608 * math.sin(2 * moon)),
        *(0.01039 * math.sin(2 * node), 0.00739 * spin * math.sin(moon - sun)),
        *(-0.00514 * spin * math.sin(moon + sun), 0.00208 * spin**2 * math.sin(2 * sun)),
        *(-0.00111 * math.sin(moon - 2 * node), -0.00057 * math.sin(moon + 2 * node)),
        *(0.00056 * spin * math.sin(2 * moon + sun), -0.00042 * math.sin(3 * moon)),
        *(0.00042 * spin * math.sin(sun + 2 * node), 0.00038 * spin * math.sin(sun - 2 * node)),
    )
    return math.floor(mean + sum(correction) - _clock_drift_days(century) + 0.5 + LOCAL_DAYS)


def _sign_of(day: int) -> int:
    """In which of twelve signs, from 0 at the spring equinox, the sun stands when this day begins in Việt Nam."""
    century = (day - 0.5 - LOCAL_DAYS - JULIAN_2000) / 36525
    anomaly = math.radians(357.52911 + 35999.05029 * century)
    centre = (1.914602 - 0.004817 * century) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    longitude = 280.46646 + 36000.76983 * century + centre
    node = math.radians(125.04 - 1934.136 * century)
    return math.floor((longitude - 0.00569 - 0.00478 * math.sin(node)) % 360 / 30)


def _clock_drift_days(century: float) -> float:
    """How far the uniform time of astronomers is ahead of clocks: about 70 s now; good for a century around."""
    return (62.92 + 32.217 * century + 55.89 * century**2) / 86400
