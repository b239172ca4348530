"""The desk with real keys, clicks and touches on the real QML, over a link that a test answers."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from hall_link.commands import (
    CallNext,
    CloseCounter,
    Command,
    FinishService,
    MarkMissed,
    OpenCounter,
    Recall,
    StartService,
)
from hall_link.problems import UNREACHED
from tests.gui.counter.conftest import Seat
from tests.unit.counter.hall_rows import MINUTE, NOW, call_of, hall_at, hall_row, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
Key = Qt.Key


@pytest.mark.parametrize(
    ("at", "key", "button", "command"),
    [
        ("idle", Key.Key_F2, "nextButton", CallNext(3)),
        ("serving", Key.Key_F2, "nextButton", CallNext(3, finishing=A001)),
        ("called", Key.Key_F3, "startButton", StartService(3, A001)),
        ("called", Key.Key_F4, "recallButton", Recall(3, A001)),
        ("serving", Key.Key_F8, "finishButton", FinishService(3, A001)),
        ("closed", Key.Key_F10, "openCounterButton", OpenCounter(3)),
    ],
)
@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_every_action_by_key_by_mouse_and_by_finger(
    seat: Seat, hand: str, at: str, key: Qt.Key, button: str, command: Command
) -> None:
    officer = seat(hall_at(at))
    if hand == "key":
        officer.key(key)
    else:
        getattr(officer, hand)(button)
    assert officer.link.sent == [command]


@pytest.mark.parametrize(
    ("at", "key", "button", "command"),
    [
        ("called", Key.Key_F7, "missedButton", MarkMissed(3, A001)),
        ("idle", Key.Key_F10, "closeCounterButton", CloseCounter(3)),
    ],
)
@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_what_hurts_is_asked_for_twice(
    seat: Seat, hand: str, at: str, key: Qt.Key, button: str, command: Command
) -> None:
    officer = seat(hall_at(at))

    def press() -> None:
        if hand == "key":
            officer.key(key)
        else:
            getattr(officer, hand)(button)

    press()
    assert officer.link.sent == []
    assert officer.sees("confirmNotice")
    assert "Bấm lần nữa" in officer.text(button)
    press()
    assert officer.link.sent == [command]
    assert not officer.sees("confirmNotice")


def test_esc_takes_the_first_press_back(seat: Seat) -> None:
    officer = seat(hall_at("called"))
    officer.key(Key.Key_F7)
    officer.key(Key.Key_Escape)
    assert not officer.sees("confirmNotice")
    officer.key(Key.Key_F7)
    assert officer.link.sent == [], "it is the first one again"


# ----------------------------------------------------------------------------------------------------- double presses


@pytest.mark.parametrize("at", ["idle", "serving"])
def test_a_double_press_is_one_command_even_when_the_answer_is_quick(seat: Seat, at: str) -> None:
    officer = seat(hall_at(at))
    officer.key(Key.Key_F2)
    officer.link.rows.put(msgspec.structs.replace(officer.link.rows.ticket(A001), state="finished"))
    officer.link.rows.come_to(3, A002)
    officer.link.accept()
    officer.link.frame()
    officer.key(Key.Key_F2, later_ms=150)
    assert len(officer.link.sent) == 1
    assert officer.text("currentNumber") == "A002"
    assert not officer.sees("deskNotice")


def test_presses_while_a_command_is_under_way_are_swallowed_and_said(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.key(Key.Key_F2)
    assert officer.text("nextButton") == "Đang gọi…"
    for key in (Key.Key_F2, Key.Key_F8, Key.Key_F6, Key.Key_F2):
        officer.key(key)
    officer.click("nextButton")
    assert len(officer.link.sent) == 1
    assert "Đã nhận một lần bấm" in str(officer.prop("deskNotice", "title"))
    assert not officer.sees("transferSheet")


def test_it_stays_under_way_until_the_screen_shows_it(seat: Seat) -> None:
    officer = seat(hall_at("idle"))
    officer.key(Key.Key_F2)
    officer.link.accept()
    officer.key(Key.Key_F2)
    assert len(officer.link.sent) == 1, "the screen does not show the called one yet"
    officer.link.rows.come_to(3, A001)
    officer.link.frame()
    assert officer.text("currentState") == "Đang gọi"
    officer.key(Key.Key_F3)
    assert officer.link.sent[1:] == [StartService(3, A001)]


def test_a_key_held_down_is_one_press(seat: Seat) -> None:
    officer = seat(hall_at("idle"))
    officer.click("nextButton")
    officer.click("nextButton", later_ms=50)
    officer.click("nextButton", later_ms=50)
    assert len(officer.link.sent) == 1


# --------------------------------------------------------------------------------------------------- what went wrong


def test_a_refusal_is_shown_until_the_next_success(seat: Seat) -> None:
    officer = seat(hall_at("idle"))
    officer.key(Key.Key_F2)
    officer.link.refuse()
    assert officer.prop("deskNotice", "title") == "Không có ai đang chờ quầy 3."
    assert officer.prop("deskNotice", "detail") == "Số mới sẽ hiện ra khi có người lấy số."
    officer.key(Key.Key_F2)
    assert officer.sees("deskNotice")
    officer.link.accept()
    assert not officer.sees("deskNotice")


def test_an_answer_that_never_came_is_said_honestly(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.key(Key.Key_F8)
    officer.link.lose(UNREACHED)
    assert officer.prop("deskNotice", "title") == "Chưa biết máy chủ đã nhận lệnh hay chưa"
    assert officer.text("finishButton") == "Kết thúc", "it can be pressed again"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_F10])
def test_a_stale_screen_looks_stale_and_sends_nothing(seat: Seat, key: Qt.Key) -> None:
    officer = seat(hall_at("called"))
    officer.link.go(live=False, since=NOW)
    assert officer.prop("linkBand", "since") == "08:30"
    officer.key(key)
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == "Mất kết nối: lần bấm này không được gửi đi"
    assert not officer.sees("transferSheet")
    officer.link.go(live=True)
    assert officer.link.sent == [], "nothing was kept for later"
    assert not officer.sees("deskNotice")
    assert not officer.sees("linkBand")


@pytest.mark.parametrize(
    ("at", "key", "says"),
    [
        ("called", Key.Key_F2, "A001 đang được gọi, chưa bắt đầu"),
        ("called", Key.Key_F8, "A001 đang được gọi, chưa bắt đầu"),
        ("called", Key.Key_F10, "A001 còn ở quầy"),
        ("serving", Key.Key_F3, "A001 đang được phục vụ"),
        ("idle", Key.Key_F8, "Chưa có ai ở quầy"),
        ("idle", Key.Key_F6, "Chưa có ai ở quầy"),
    ],
)
def test_what_cannot_be_done_says_why(seat: Seat, at: str, key: Qt.Key, says: str) -> None:
    officer = seat(hall_at(at))
    officer.key(key)
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == says


# ------------------------------------------------------------------------------------------------------ what is shown


def test_the_ticket_at_the_counter(seat: Seat) -> None:
    officer = seat(hall_at("called"))
    assert officer.text("currentNumber") == "A001"
    assert officer.text("currentTitle") == "Hộ tịch"
    assert officer.text("timer") == "01:00"
    officer.link.at += 65 * MINUTE
    officer.link.put(hall_row())
    assert officer.text("timer") == "1:06:00"


def test_a_service_is_timed_against_the_usual_one_where_that_is_known(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    assert officer.text("timerMeaning") == "từ khi bắt đầu"
    officer.link.put(msgspec.structs.replace(officer.link.rows.counter(3), usual_minutes=12))
    assert officer.text("timerMeaning") == "thường 12 phút"
    officer = seat(officer.link.rows, language="en")
    assert officer.text("timerMeaning") == "usually 12 min"


def test_the_ticks_come_as_the_devices_report(seat: Seat) -> None:
    officer = seat(hall_at("called"))
    assert officer.prop("tickShown", "words") == "Chưa hiện trên bảng"
    call = call_of(officer.link.rows.ticket(A001), 3, NOW - MINUTE)
    officer.link.put(msgspec.structs.replace(call, shown_at=NOW, spoken="not_spoken"))
    assert officer.prop("tickShown", "words") == "Đã hiện trên bảng"
    assert officer.prop("tickSpoken", "words") == "Loa không đọc"
    assert officer.prop("tickPrinted", "words") == "Đã in phiếu"


def test_the_last_one_is_finished_by_the_same_key(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, A001, serving=True)
    officer = seat(rows)
    assert officer.text("nextButton") == "Xong, chưa có ai chờ"
    officer.key(Key.Key_F2)
    assert officer.link.sent == [CallNext(3, finishing=A001)]


def test_a_closed_day_says_so(seat: Seat) -> None:
    rows = small_hall(counter_open=False)
    rows.put(hall_row(day="closed"))
    officer = seat(rows)
    assert officer.text("deskState") == "Chưa đến giờ làm việc"
    officer.key(Key.Key_F10)
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == "Bộ phận chưa mở ngày làm việc"


def test_a_counter_that_the_hall_does_not_have(seat: Seat) -> None:
    officer = seat(small_hall(), counter=9)
    assert officer.text("deskState") == "Bộ phận không có quầy 9"
    assert officer.sees("otherCounterButton")
