"""The page to choose a counter, and the way back to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hall_link.feed import CounterView, KioskView
from tests.gui.counter.conftest import Seat
from tests.unit.counter.hall_rows import HallRows, small_hall, ticket

Key = Qt.Key


@pytest.mark.parametrize("hand", ["click", "touch"])
def test_a_counter_is_chosen_by_hand(seat: Seat, hand: str) -> None:
    officer = seat(small_hall(), counter=None)
    assert officer.views == [KioskView()]
    getattr(officer, hand)("counterChoice_3")
    assert officer.views[1:] == [CounterView(3)]
    assert officer.sees("deskPage")
    assert officer.link.started == 2
    assert officer.link.stopped == 1, "one link at a time"


@pytest.mark.parametrize(("keys", "counter"), [([Key.Key_3], 3), ([Key.Key_Right], 2), ([], 1)])
def test_a_counter_is_chosen_by_keys(seat: Seat, keys: list[Qt.Key], counter: int) -> None:
    officer = seat(small_hall(), counter=None)
    for key in keys:
        officer.key(key)
    officer.key(Key.Key_Return)
    assert officer.views[1:] == [CounterView(counter)]


def test_the_tiles_say_who_is_open_and_busy(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(1, "20261124-A001")
    officer = seat(rows, counter=None)
    assert [
        (officer.prop(f"counterChoice_{n}", "open"), officer.prop(f"counterChoice_{n}", "busy")) for n in (1, 2, 3)
    ] == [
        (True, True),
        (False, False),
        (True, False),
    ]


def test_before_the_hall_is_heard_the_page_says_so(seat: Seat) -> None:
    officer = seat(HallRows(), counter=None, live=False)
    assert officer.prop("noCounters", "happened") == "Đang kết nối với máy chủ…"
    officer.link.rows.put(*small_hall().rows.values())
    officer.link.live = True
    officer.link.frame()
    assert not officer.sees("noCounters")
    assert officer.sees("counterChoice_1")


def test_a_closed_counter_can_be_left_for_another(seat: Seat) -> None:
    officer = seat(small_hall(counter_open=False))
    officer.click("otherCounterButton")
    assert officer.sees("choosePage")
    officer.click("counterChoice_1")
    assert officer.presenter.mirror is officer.link.mirror
    assert officer.views == [CounterView(3), KioskView(), CounterView(1)]
    assert officer.sees("deskPage")


def test_an_open_counter_is_closed_before_it_is_left(seat: Seat) -> None:
    officer = seat(small_hall())
    assert not officer.sees("otherCounterButton")
    assert officer.sees("closeCounterButton")
