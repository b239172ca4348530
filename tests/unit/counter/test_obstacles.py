"""What the officer of counter 3 may do in each state, and why not."""

from __future__ import annotations

import pytest

from counter.desk import Press
from counter.look import look
from hall_link.rows import CounterRow
from tests.unit.counter.hall_rows import (
    NOW,
    HallRows,
    desk_of,
    hall_at,
    hall_row,
    printer_row,
    small_hall,
    ticket,
)

EVERY_PRESS = set(Press)


def possible(rows: HallRows, *, live: bool = True) -> set[Press]:
    return EVERY_PRESS - set(desk_of(rows, live=live).obstacles)


def test_before_anything_was_heard_nothing_is_possible() -> None:
    desk = desk_of(HallRows(), live=False)
    assert desk.stage == "unknown"
    assert desk.obstacles == dict.fromkeys(Press, "unknown")


def test_a_counter_that_the_hall_does_not_have() -> None:
    desk = look(small_hall(), 9, live=True, now_ms=NOW)
    assert desk.stage == "no_such_counter"
    assert set(desk.obstacles) == EVERY_PRESS


def test_a_closed_counter_can_only_be_opened() -> None:
    rows = small_hall(counter_open=False)
    desk = desk_of(rows)
    assert desk.stage == "closed"
    assert Press.OPEN not in desk.obstacles
    assert desk.obstacles[Press.NEXT] == "counter_closed"
    assert desk.obstacles[Press.CLOSE] == "counter_closed"


@pytest.mark.parametrize(("day", "obstacle"), [("closed", "day_closed"), ("open", None), ("closing", None)])
def test_a_counter_opens_only_while_the_day_is_open(day: str, obstacle: str | None) -> None:
    rows = small_hall(counter_open=False)
    rows.put(hall_row(day=day))
    assert desk_of(rows).obstacles.get(Press.OPEN) == obstacle


def test_who_waits_is_shown_before_the_counter_is_opened() -> None:
    assert len(desk_of(small_hall(ticket("A001", 1), counter_open=False)).waiting) == 1


def test_an_open_counter_with_nobody_waiting() -> None:
    desk = desk_of(small_hall())
    assert desk.stage == "idle"
    assert desk.obstacles[Press.NEXT] == "nobody_waits"
    assert desk.longest_minutes == 0


def test_an_open_counter_calls_closes_and_cancels() -> None:
    assert possible(small_hall(ticket("A001", 1))) == {
        Press.NEXT,
        Press.CHOOSE,
        Press.CLOSE,
        Press.CANCEL,
        Press.PAUSE,
        Press.SERVE,
    }


def test_a_called_ticket_is_started_recalled_transferred_or_missed_before_the_next() -> None:
    rows = small_hall(ticket("A001", 1), ticket("A002", 2))
    rows.come_to(3, "20261124-A001")
    desk = desk_of(rows)
    assert desk.stage == "called"
    assert possible(rows) == {
        Press.START,
        Press.RECALL,
        Press.TRANSFER,
        Press.MISSED,
        Press.CANCEL,
        Press.SERVE,
    }
    assert desk.obstacles[Press.NEXT] == "not_started"
    assert desk.obstacles[Press.FINISH] == "not_started"
    assert desk.obstacles[Press.CLOSE] == "somebody_here"
    assert desk.obstacles[Press.OPEN] == "counter_open"


def test_a_served_ticket_is_finished_transferred_or_followed_by_the_next() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001", serving=True)
    assert desk_of(rows).stage == "serving"
    assert possible(rows) == {Press.NEXT, Press.FINISH, Press.TRANSFER, Press.HOLD, Press.SERVE}, (
        "next also finishes, even when nobody waits"
    )
    assert desk_of(rows).obstacles[Press.MISSED] == "already_started"


def test_nothing_is_possible_on_a_stale_screen_and_everything_stays_to_be_read() -> None:
    rows = small_hall(ticket("A001", 1), ticket("A002", 2))
    rows.come_to(3, "20261124-A001")
    desk = desk_of(rows, live=False)
    assert desk.obstacles == dict.fromkeys(Press, "stale")
    assert desk.current is not None
    assert len(desk.waiting) == 1


def test_a_ticket_that_left_the_counter_is_not_shown_as_current() -> None:
    rows = small_hall(ticket("A001", 1, state="finished"))
    rows.put(CounterRow(3, "main", "open", ["HT"], "20261124-A001"))
    assert desk_of(rows).current is None


def paused_hall() -> HallRows:
    rows = small_hall(ticket("A001", 1), ticket("A009", 2, state="missed", counter_id=3))
    rows.put(CounterRow(3, "main", "paused", ["HT", "CT"], pause_reason="lunch"))
    return rows


def test_a_paused_counter_calls_nobody_but_can_be_resumed_and_closed() -> None:
    desk = desk_of(paused_hall())
    assert (desk.stage, desk.pause_reason) == ("paused", "lunch")
    assert possible(paused_hall()) == {Press.RESUME, Press.CLOSE, Press.SERVE, Press.CANCEL, Press.RETURN}
    assert desk.obstacles[Press.NEXT] == desk.obstacles[Press.PAUSE] == "counter_paused"


def test_nobody_goes_on_a_break_with_somebody_at_the_counter() -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, "20261124-A001", serving=True)
    assert desk_of(rows).obstacles[Press.PAUSE] == "somebody_here"
    assert desk_of(rows).obstacles[Press.CHOOSE] == "somebody_here"
    assert desk_of(rows).obstacles[Press.RESUME] == "not_paused"


@pytest.mark.parametrize(
    ("changes", "press", "obstacle"),
    [({"hold_minutes_max": 0}, Press.HOLD, "no_hold"), ({"manual_reasons": []}, Press.CHOOSE, "no_reasons")],
)
def test_what_the_hall_does_not_allow(changes: dict[str, object], press: Press, obstacle: str) -> None:
    rows = small_hall(ticket("A001", 1), ticket("A002", 2))
    rows.put(hall_row(**changes))
    if press is Press.HOLD:
        rows.come_to(3, "20261124-A001", serving=True)
    assert desk_of(rows).obstacles[press] == obstacle


@pytest.mark.parametrize("at", ["closed", "idle", "called", "serving"])
def test_a_number_is_printed_again_in_every_state_where_a_kiosk_can_print(at: str) -> None:
    rows = hall_at(at)
    assert desk_of(rows).obstacles[Press.REPRINT] == "no_printer"
    rows.put(printer_row(condition="no_paper"))
    assert desk_of(rows).obstacles[Press.REPRINT] == "no_printer"
    rows.put(printer_row("kiosk-2"))
    assert Press.REPRINT not in desk_of(rows).obstacles


def test_nothing_is_printed_again_for_nobody() -> None:
    rows = small_hall()
    rows.put(printer_row())
    assert desk_of(rows).obstacles[Press.REPRINT] == "nobody_waits"
