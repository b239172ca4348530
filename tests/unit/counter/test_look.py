"""What the officer of counter 3 sees."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from counter.desk import Press
from counter.look import counters_of
from hall_link.rows import CounterRow, PriorityRow, Words
from tests.unit.counter.hall_rows import (
    BIRTH,
    FIELDS,
    MINUTE,
    NOW,
    HallRows,
    call_of,
    desk_of,
    hall_row,
    small_hall,
    ticket,
)

# ------------------------------------------------------------------------------------------------------------- current


def test_what_the_officer_reads_about_a_called_ticket() -> None:
    rows = small_hall(ticket("A001", 45, procedure_id="1.001193"))
    rows.come_to(3, "20261124-A001", at=NOW - 75_500)
    current = desk_of(rows).current
    assert current is not None
    assert (current.number, current.procedure, current.field) == ("A001", BIRTH, Words("Hộ tịch", "Civil status"))
    assert (current.serving, current.seconds, current.waited_minutes, current.attempt) == (False, 75, 13, 1)


def test_the_timer_of_a_served_ticket_runs_from_its_start() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001", serving=True, at=NOW - 80_000)
    current = desk_of(rows).current
    assert current is not None
    assert current.seconds == 60


def test_the_usual_time_of_such_a_service_is_the_rows() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001", serving=True)
    rows.put(msgspec.structs.replace(rows.counter(3), usual_minutes=6))
    current = desk_of(rows).current
    assert current is not None
    assert current.usual_minutes == 6


def test_no_timer_runs_below_zero() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001", at=NOW + 5_000)
    current = desk_of(rows).current
    assert current is not None
    assert current.seconds == 0


def test_a_recall_counts() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    second = call_of(rows.ticket("20261124-A001"), 3, NOW, attempt=2)
    rows.put(second, msgspec.structs.replace(rows.ticket("20261124-A001"), call_id=second.call_id))
    current = desk_of(rows).current
    assert current is not None
    assert current.attempt == 2


def test_calls_before_a_transfer_are_not_counted_here() -> None:
    rows = small_hall(ticket("A001", 1, leg=2))
    rows.come_to(1, "20261124-A001", at=NOW - 9 * MINUTE)
    rows.come_to(3, "20261124-A001")
    elsewhere = call_of(rows.ticket("20261124-A001"), 1, NOW - 9 * MINUTE)
    here = call_of(rows.ticket("20261124-A001"), 3, NOW, attempt=2)
    rows.put(elsewhere, here, msgspec.structs.replace(rows.ticket("20261124-A001"), call_id=here.call_id))
    current = desk_of(rows).current
    assert current is not None
    assert current.attempt == 1


def test_a_call_after_coming_back_with_a_paper_is_the_first_again() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    second = msgspec.structs.replace(call_of(rows.ticket("20261124-A001"), 3, NOW, attempt=2), reason="returned")
    rows.put(second, msgspec.structs.replace(rows.ticket("20261124-A001"), call_id=second.call_id))
    current = desk_of(rows).current
    assert current is not None
    assert (current.attempt, current.call_reason) == (1, "returned")


@pytest.mark.parametrize(
    ("seconds", "shown_at", "spoken", "printed", "ticks"),
    [
        (5, None, "pending", "pending", ("pending", "pending", "pending")),
        (6, None, "pending", "pending", ("failed", "pending", "pending")),
        (60, NOW, "spoken", "printed", ("done", "done", "done")),
        (60, None, "not_spoken", "failed", ("failed", "failed", "failed")),
    ],
)
def test_the_ticks_say_what_the_devices_reported_or_have_not_in_time(
    seconds: int, shown_at: int | None, spoken: str, printed: str, ticks: tuple[str, str, str]
) -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    called = rows.ticket("20261124-A001")
    call = call_of(called, 3, NOW - seconds * 1000)
    rows.put(
        msgspec.structs.replace(call, shown_at=shown_at, spoken=spoken),
        msgspec.structs.replace(called, printed=printed),
    )
    current = desk_of(rows).current
    assert current is not None
    assert (current.shown, current.spoken, current.printed) == ticks


def test_a_ticket_whose_call_is_not_known_has_no_ticks_yet() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    del rows.rows["call/20261124-A001-1"]
    current = desk_of(rows).current
    assert current is not None
    assert (current.shown, current.spoken, current.attempt) == ("pending", "pending", 1)


# ------------------------------------------------------------------------------------------------------------- waiting


def test_the_waiting_stand_in_the_order_of_place_then_issue() -> None:
    same = NOW - 30 * MINUTE
    rows = small_hall(
        ticket("A003", 3, place=same), ticket("A001", 1, place=same), ticket("B001", 9, "CT", place=same - MINUTE)
    )
    assert [line.number for line in desk_of(rows).waiting] == ["B001", "A001", "A003"]


def test_only_those_that_this_counter_may_call_are_listed() -> None:
    rows = small_hall(
        ticket("A001", 1),
        ticket("A002", 2, for_counter=1),
        ticket("C001", 3, "DD"),
        ticket("C002", 4, "DD", for_counter=3),
        ticket("A005", 5, state="called", counter_id=1),
    )
    assert [line.number for line in desk_of(rows).waiting] == ["A001", "C002"]


def test_minutes_and_reasons_of_the_waiting() -> None:
    rows = small_hall(
        ticket("A001", 38, printed="failed"), ticket("A002", 50, leg=2), ticket("A003", 59, leg=2, for_counter=3)
    )
    lines = desk_of(rows).waiting
    assert [line.minutes for line in lines] == [22, 10, 1]
    assert [line.reason for line in lines] == ["first_come", "transferred", "this_counter"]
    assert [line.paper for line in lines] == ["unprinted", "as_it_should", "as_it_should"]
    assert desk_of(rows).longest_minutes == 22


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "first_come"),
        ({"place_reason": "priority", "priority_class": "age"}, "priority"),
        ({"place_reason": "appointment", "appointment_at": NOW}, "appointment"),
        ({"place_reason": "returned", "for_counter": 3}, "returned"),
        ({"place_reason": "came_back"}, "came_back"),
        ({"place_reason": "rejoined", "leg": 2}, "transferred"),
        ({"leg": 2}, "transferred"),
        ({"place_reason": "priority", "leg": 2}, "priority"),
        ({"for_counter": 3, "leg": 2}, "this_counter"),
    ],
)
def test_why_somebody_stands_where_they_stand(changes: dict[str, Any], reason: str) -> None:
    rows = small_hall(ticket("A001", 1, **changes))
    rows.put(PriorityRow("age", Words("Từ 75 tuổi", "Aged 75 or over"), 20, ""))
    line = desk_of(rows).waiting[0]
    assert line.reason == reason
    assert line.priority == (
        Words("Từ 75 tuổi", "Aged 75 or over") if reason == "priority" and changes.get("priority_class") else None
    )


def test_who_waits_in_a_helped_field_stands_below_however_early() -> None:
    rows = small_hall(ticket("A002", 20), ticket("C001", 1, "DD"), ticket("C002", 2, "DD", for_counter=3))
    rows.put(msgspec.structs.replace(rows.counter(3), helps=["DD"]))
    lines = desk_of(rows).waiting
    assert [(line.number, line.helping) for line in lines] == [("C002", False), ("A002", False), ("C001", True)]
    assert desk_of(rows).helps == (Words("Đất đai", "Land"),)


def test_the_away_of_this_counter_are_listed() -> None:
    rows = small_hall(
        ticket("A001", 1, state="missed", counter_id=3, called_at=NOW - 10 * MINUTE, missed_at=NOW - 9 * MINUTE),
        ticket("A002", 2, state="missed", counter_id=3, missed_at=NOW - 2 * MINUTE),
        ticket("A003", 3, state="missed", counter_id=1, missed_at=NOW),
        ticket("A004", 4, state="on_hold", counter_id=3, hold_until=NOW + 9 * MINUTE),
        ticket("A005", 5, state="on_hold", counter_id=3, hold_until=NOW - MINUTE),
    )
    away = [(line.number, line.state, line.at, line.overdue) for line in desk_of(rows).away]
    assert away == [
        ("A005", "on_hold", NOW - MINUTE, True),
        ("A004", "on_hold", NOW + 9 * MINUTE, False),
        ("A002", "missed", NOW - 2 * MINUTE, False),
        ("A001", "missed", NOW - 9 * MINUTE, False),
    ]


# ---------------------------------------------------------------------------------------------------------------- undo


@pytest.mark.parametrize(
    ("state", "here", "kind"),
    [
        ("serving", True, "start"),
        ("missed", False, "missed"),
        ("on_hold", False, "hold"),
        (None, False, "finish"),
        ("waiting", False, None),
        ("serving", False, None),
        ("missed", True, None),
    ],
)
def test_the_last_step_can_be_taken_back_while_nothing_happened_since(
    state: str | None, here: bool, kind: str | None
) -> None:
    rows = small_hall()
    if state is not None:
        rows.put(ticket("A001", 1, state=state, counter_id=3, called_at=NOW, started_at=NOW))
    counter = rows.counter(3)
    rows.put(
        msgspec.structs.replace(
            counter, undo="20261124-A001", undo_at=NOW - 60_000, ticket_id="20261124-A001" if here else None
        )
    )
    undo = desk_of(rows).undo
    assert (undo.kind if undo else None) == kind
    assert desk_of(rows, now_ms=NOW + 1).undo is None, "not after the hall's time for it"


def test_what_the_counter_does_for_each_field() -> None:
    rows = small_hall()
    rows.put(msgspec.structs.replace(rows.counter(3), helps=["DD"], fields=["CT"]))
    assert [(duty.field_id, duty.duty) for duty in desk_of(rows).duties] == [
        ("HT", "none"),
        ("CT", "serves"),
        ("DD", "helps"),
    ]


def test_a_field_or_procedure_without_a_row_is_named_by_its_id() -> None:
    rows = small_hall(ticket("X001", 1, "XX", for_counter=3, procedure_id="9.9"))
    line = desk_of(rows).waiting[0]
    assert (line.field, line.procedure) == (Words("XX"), None)


# ------------------------------------------------------------------------------------------------------------ transfer


def test_a_ticket_can_go_to_the_other_fields_and_the_other_open_counters() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    desk = desk_of(rows)
    assert [choice.field_id for choice in desk.to_fields] == ["CT", "DD"], "not the field it is in"
    assert [choice.counters for choice in desk.to_fields] == [(3,), ()]
    assert [choice.counter_id for choice in desk.to_counters] == [1], "not itself, not one that is closed"


def test_a_hall_with_one_field_and_one_counter_has_nowhere_to_send_to() -> None:
    rows = HallRows(hall_row(), FIELDS["HT"], CounterRow(3, "main", "open", ["HT"]), ticket("A001", 1))
    rows.come_to(3, "20261124-A001")
    assert desk_of(rows).obstacles[Press.TRANSFER] == "nowhere_to_go"


def test_the_counters_to_choose_from() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(1, "20261124-A001")
    assert [(c.counter_id, c.open, c.busy) for c in counters_of(rows)] == [
        (1, True, True),
        (2, False, False),
        (3, True, False),
    ]
    assert counters_of(rows)[2].fields == (Words("Hộ tịch", "Civil status"), Words("Chứng thực", "Certification"))
