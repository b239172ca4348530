"""The hall's minute of the day, and how long it stays open."""

import msgspec
import pytest

from display.hall_time import minute_of_day, outlook
from tests.unit.display.rows import DAY, NOW_MS, a_hall

HOUR_MS = 3_600_000


def test_the_minute_is_the_halls_own_not_the_machines() -> None:
    assert minute_of_day(a_hall(), NOW_MS) == minute_of_day(None, NOW_MS) == 8 * 60 + 42
    tokyo = msgspec.structs.replace(a_hall(), time_zone="Asia/Tokyo")
    assert minute_of_day(tokyo, NOW_MS) == 10 * 60 + 42


@pytest.mark.parametrize(("hours", "left"), [(0, 498), (8, 18), (9, None)])
def test_minutes_left_until_closing(hours: int, left: int | None) -> None:
    now = outlook(a_hall(), NOW_MS + hours * HOUR_MS)
    assert (now.date, now.minutes_left) == (DAY, left)


def test_a_closed_hall_and_one_that_never_closes_have_none() -> None:
    assert outlook(a_hall("closed"), NOW_MS).minutes_left is None
    always = msgspec.structs.replace(a_hall(), opens="00:00", closes="00:00")
    assert outlook(always, NOW_MS).minutes_left is None
    assert outlook(None, NOW_MS).minutes_left is None
