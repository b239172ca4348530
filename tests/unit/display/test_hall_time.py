"""The hall's minute of the day, how long numbers are given, and which fields are late."""

import msgspec
import pytest

from display.hall_time import LATE_TOLERANCE_SECONDS, MINUTE_MS, minute_of_day, outlook
from display.occasions import Closing, LateField, Outlook
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, CounterRow, DayState, FieldRow, WaitRange
from tests.unit.display.rows import DAY, NOW_MS, a_field, a_hall


def test_the_minute_is_the_halls_own_not_the_machines() -> None:
    assert minute_of_day(a_hall(), NOW_MS) == minute_of_day(None, NOW_MS) == 8 * 60 + 42
    tokyo = msgspec.structs.replace(a_hall(), time_zone="Asia/Tokyo")
    assert minute_of_day(tokyo, NOW_MS) == 10 * 60 + 42


def hall_of(*fields: FieldRow, day: DayState = "open") -> Mirror:
    """Counter 1 serves the first of them in the zone "main", counter 2 the others upstairs."""
    mirror = Mirror()
    here, *others = [field.field_id for field in fields]
    counters = (CounterRow(1, "main", "open", [here]), CounterRow(2, "upstairs", "open", others))
    rows: tuple[AnyRow, ...] = (a_hall(day), *fields, *counters)
    mirror.rows = {row.key: row for row in rows}
    return mirror


def ending(position: int, minutes: int) -> FieldRow:
    return msgspec.structs.replace(
        a_field("ABC"[position], position, f"Lĩnh vực {position}"), numbers_until=NOW_MS + minutes * MINUTE_MS
    )


@pytest.mark.parametrize(("passed_ms", "left"), [(0, 30), (1, 30), (MINUTE_MS, 29), (30 * MINUTE_MS, 0)])
def test_begun_minutes_are_left_until_the_last_number(passed_ms: int, left: int) -> None:
    mirror = hall_of(ending(0, 30))
    assert outlook(mirror, "main", NOW_MS + passed_ms) == Outlook(DAY, (Closing(left),))


def test_a_field_that_ends_earlier_than_the_others_of_the_zone_is_named() -> None:
    mirror = hall_of(ending(0, 10), ending(1, 60), ending(2, 20))
    assert outlook(mirror, "main", NOW_MS).closings == (Closing(10),)
    assert outlook(mirror, "upstairs", NOW_MS).closings == (Closing(20, "F02", "Lĩnh vực 2"), Closing(60))


def test_a_closed_hall_and_one_that_gives_numbers_for_ever_have_no_closing() -> None:
    assert outlook(hall_of(ending(0, 30), day="closed"), "main", NOW_MS) == Outlook(DAY)
    assert outlook(hall_of(a_field("A", 0)), "main", NOW_MS) == Outlook(DAY)
    assert outlook(Mirror(), "main", NOW_MS) == Outlook("")


def test_a_field_is_late_when_somebody_has_waited_clearly_longer_than_was_told() -> None:
    edge = NOW_MS - LATE_TOLERANCE_SECONDS * 1000
    wait = WaitRange(30, 45)
    late = msgspec.structs.replace(a_field("A", 0, waiting=2), late_at=edge, wait=wait)
    assert outlook(hall_of(late), "main", NOW_MS).late == (LateField("F00", "Hộ tịch", "", 45),)
    for other in ({"late_at": edge + 1}, {"late_at": None}, {"waiting": 0}):
        assert outlook(hall_of(msgspec.structs.replace(late, **other)), "main", NOW_MS).late == ()
    unknown = msgspec.structs.replace(late, wait=None)
    assert outlook(hall_of(unknown), "main", NOW_MS).late == (LateField("F00", "Hộ tịch", "", None),)
