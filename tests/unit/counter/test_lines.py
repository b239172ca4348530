"""The lists in one language."""

from __future__ import annotations

import pytest

from counter.look import counters_of
from counter.ui.lines import destinations_of, lines_of, said, seats_of, typed_place
from hall_link.rows import PriorityRow, Words
from tests.unit.counter.hall_rows import MINUTE, NOW, desk_of, small_hall, ticket

ZONE = "Asia/Ho_Chi_Minh"


def test_words_fall_back_to_vietnamese() -> None:
    assert said(Words("Hộ tịch", "Civil status"), "en") == "Civil status"
    assert said(Words("Hộ tịch"), "en") == "Hộ tịch"
    assert said(Words("Hộ tịch", "Civil status"), "vi") == "Hộ tịch"


def test_the_missed_stand_below_the_waiting() -> None:
    rows = small_hall(
        ticket("A001", 45, procedure_id="1.001193"),
        ticket("A002", 2, state="missed", counter_id=3, missed_at=NOW - 3 * MINUTE),
    )
    waiting, missed = lines_of(desk_of(rows), "en", ZONE)
    assert (waiting.section, waiting.title, waiting.field, waiting.minutes) == (
        "waiting",
        "Birth registration",
        "Civil status",
        15,
    )
    assert (missed.section, missed.title, missed.at) == ("missed", "Civil status", "08:27")


def test_the_reason_is_said_with_its_time_or_class() -> None:
    rows = small_hall(
        ticket("A001", 1, place_reason="appointment", appointment_at=NOW),
        ticket("A002", 2, place_reason="priority", priority_class="age"),
    )
    rows.put(PriorityRow("age", Words("Từ 75 tuổi", "Aged 75 or over"), 20, ""))
    assert [line.reasonText for line in lines_of(desk_of(rows), "en", ZONE)] == ["08:30", "Aged 75 or over"]


@pytest.mark.parametrize(("searched", "found"), [("", 3), ("00", 3), ("2", 1), ("b", 1), ("B0", 1), ("9", 0)])
def test_a_number_is_found_by_any_part_of_it(searched: str, found: int) -> None:
    rows = small_hall(ticket("A001", 1), ticket("A002", 2), ticket("B003", 3, "CT"))
    assert len(lines_of(desk_of(rows), "vi", ZONE, searched)) == found


def test_places_to_send_to_are_fields_then_counters() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    field, land, counter = destinations_of(desk_of(rows), "vi")
    assert (field.fieldId, field.mark, field.name, field.open) == ("CT", "B", "Chứng thực", "3")
    assert land.open == "", "nobody serves it now"
    assert (counter.fieldId, counter.counterId, counter.mark, counter.name) == ("", 1, "1", "Hộ tịch")


def test_counters_to_sit_down_at() -> None:
    seats = seats_of(counters_of(small_hall()), "en")
    assert [(seat.counterId, seat.serves, seat.open) for seat in seats] == [
        (1, "Civil status", True),
        (2, "Land", False),
        (3, "Civil status, Certification", True),
    ]


@pytest.mark.parametrize(
    ("typed", "place"), [("b", 1), ("B", 1), ("a", 0), ("1", 3), ("12", 4), ("x", -1), ("", -1), (" ", -1)]
)
def test_what_is_typed_finds_its_mark(typed: str, place: int) -> None:
    assert typed_place(["AB", "B", "C", "1", "12"], typed) == place
