"""The desk with real keys, clicks and touches on the real QML, over a link that a test answers."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from hall_link.messages import (
    CallNext,
    CancelTicket,
    CloseCounter,
    Command,
    FinishService,
    MarkMissed,
    OpenCounter,
    Recall,
    StartService,
    TransferTicket,
)
from hall_link.problems import UNREACHED
from hall_link.rows import CounterRow
from tests.gui.counter.conftest import Officer, Seat
from tests.unit.counter.hall_rows import MINUTE, NOW, HallRows, call_of, hall_row, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
Key = Qt.Key


def hall(at: str, waiting: int = 3) -> HallRows:
    """A001 is here when `called` or `serving`; behind it `waiting` others, at least."""
    rows = small_hall(*(ticket(f"A{n:03}", n) for n in range(1, waiting + 2)), counter_open=at != "closed")
    if at in {"called", "serving"}:
        rows.come_to(3, A001, serving=at == "serving")
    return rows


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
    officer = seat(hall(at))
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
    officer = seat(hall(at))

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
    officer = seat(hall("called"))
    officer.key(Key.Key_F7)
    officer.key(Key.Key_Escape)
    assert not officer.sees("confirmNotice")
    officer.key(Key.Key_F7)
    assert officer.link.sent == [], "it is the first one again"


# ----------------------------------------------------------------------------------------------------- double presses


@pytest.mark.parametrize("at", ["idle", "serving"])
def test_a_double_press_is_one_command_even_when_the_answer_is_quick(seat: Seat, at: str) -> None:
    officer = seat(hall(at))
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
    officer = seat(hall("serving"))
    officer.key(Key.Key_F2)
    assert officer.text("nextButton") == "Đang gọi…"
    for key in (Key.Key_F2, Key.Key_F8, Key.Key_F6, Key.Key_F2):
        officer.key(key)
    officer.click("nextButton")
    assert len(officer.link.sent) == 1
    assert "Đã nhận một lần bấm" in str(officer.prop("deskNotice", "title"))
    assert not officer.sees("transferSheet")


def test_it_stays_under_way_until_the_screen_shows_it(seat: Seat) -> None:
    officer = seat(hall("idle"))
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
    officer = seat(hall("idle"))
    officer.click("nextButton")
    officer.click("nextButton", later_ms=50)
    officer.click("nextButton", later_ms=50)
    assert len(officer.link.sent) == 1


# --------------------------------------------------------------------------------------------------- what went wrong


def test_a_refusal_is_shown_until_the_next_success(seat: Seat) -> None:
    officer = seat(hall("idle"))
    officer.key(Key.Key_F2)
    officer.link.refuse()
    assert officer.prop("deskNotice", "title") == "Không có ai đang chờ quầy 3."
    assert officer.prop("deskNotice", "detail") == "Số mới sẽ hiện ra khi có người lấy số."
    officer.key(Key.Key_F2)
    assert officer.sees("deskNotice")
    officer.link.accept()
    assert not officer.sees("deskNotice")


def test_an_answer_that_never_came_is_said_honestly(seat: Seat) -> None:
    officer = seat(hall("serving"))
    officer.key(Key.Key_F8)
    officer.link.lose(UNREACHED)
    assert officer.prop("deskNotice", "title") == "Chưa biết máy chủ đã nhận lệnh hay chưa"
    assert officer.text("finishButton") == "Kết thúc", "it can be pressed again"


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F6, Key.Key_F7, Key.Key_F8, Key.Key_F10])
def test_a_stale_screen_looks_stale_and_sends_nothing(seat: Seat, key: Qt.Key) -> None:
    officer = seat(hall("called"))
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
    officer = seat(hall(at))
    officer.key(key)
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == says


# ------------------------------------------------------------------------------------------------------ what is shown


def test_the_ticket_at_the_counter(seat: Seat) -> None:
    officer = seat(hall("called"))
    assert officer.text("currentNumber") == "A001"
    assert officer.text("currentTitle") == "Hộ tịch"
    assert officer.text("timer") == "01:00"
    officer.link.at += 65 * MINUTE
    officer.link.put(hall_row())
    assert officer.text("timer") == "1:06:00"


def test_the_ticks_come_as_the_devices_report(seat: Seat) -> None:
    officer = seat(hall("called"))
    assert officer.prop("tickShown", "words") == "Chưa hiện trên bảng"
    call = call_of(officer.link.rows.ticket(A001), 3, NOW - MINUTE)
    officer.link.put(msgspec.structs.replace(call, shown_at=NOW, spoken="not_spoken"))
    assert officer.prop("tickShown", "words") == "Đã hiện trên bảng"
    assert officer.prop("tickSpoken", "words") == "Loa không đọc"
    assert officer.prop("tickPrinted", "words") == "Đã in phiếu"


def test_nobody_waits(seat: Seat) -> None:
    officer = seat(small_hall())
    assert officer.text("deskState") == "Chưa có ai chờ"
    assert officer.sees("nobodyWaits")
    officer.key(Key.Key_F2)
    assert officer.link.sent == []


def test_the_last_one_is_finished_by_the_same_key(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, A001, serving=True)
    officer = seat(rows)
    assert officer.text("nextButton") == "Xong, chưa có ai chờ"
    officer.key(Key.Key_F2)
    assert officer.link.sent == [CallNext(3, finishing=A001)]


def test_two_hundred_waiting_can_be_reached_by_hand_and_by_key(seat: Seat) -> None:
    rows = small_hall(*(ticket(f"A{n:03}", n // 4) for n in range(1, 201)))
    officer = seat(rows)
    assert officer.text("waitingSummary") == "200 người · lâu nhất 60 phút"
    assert not officer.sees("line_20261124-A200")
    pages = 0
    while officer.text("moreWaiting") != "Lên đầu danh sách":
        officer.click("moreWaiting")
        pages += 1
        assert pages < 40, "two hundred lines are some twenty-five pages"
    officer.shown.wait(lambda: officer.sees("line_20261124-A200"))
    officer.click("moreWaiting")
    officer.shown.wait(lambda: officer.sees("line_20261124-A001"))
    officer.shown.find("waitingList").forceActiveFocus()
    officer.key(Key.Key_End)
    officer.shown.wait(lambda: officer.sees("line_20261124-A200"))


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


# ------------------------------------------------------------------------------------------------------- waiting list


def open_line(officer: Officer, hand: str, ticket_id: str) -> None:
    if hand == "key":
        officer.shown.find("waitingList").forceActiveFocus()
        officer.key(Key.Key_Down)
        officer.key(Key.Key_Return)
    else:
        getattr(officer, hand)(f"line_{ticket_id}")


@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_a_waiting_ticket_is_opened_and_cancelled_with_two_presses(seat: Seat, hand: str) -> None:
    officer = seat(hall("idle"))
    open_line(officer, hand, A002)
    assert officer.sees("cancelButton")

    def cancel() -> None:
        if hand == "key":
            officer.key(Key.Key_Delete)
        else:
            getattr(officer, hand)("cancelButton")

    cancel()
    assert officer.link.sent == []
    assert officer.text("cancelButton") == "Bấm lần nữa để hủy"
    cancel()
    assert officer.link.sent == [CancelTicket(A002)]


def test_who_was_missed_is_listed_and_can_be_cancelled(seat: Seat) -> None:
    rows = hall("idle")
    rows.put(ticket("A099", 5, state="missed", called_at=NOW - 9 * MINUTE))
    officer = seat(rows)
    officer.click("line_20261124-A099")
    officer.key(Key.Key_Delete)
    officer.key(Key.Key_Delete)
    assert officer.link.sent == [CancelTicket("20261124-A099")]


# ------------------------------------------------------------------------------------------------------------ transfer


@pytest.mark.parametrize(
    ("destination", "command"),
    [
        ("transferTo_field_DD", TransferTicket(3, A001, to_field="DD")),
        ("transferTo_counter_1", TransferTicket(3, A001, to_counter=1)),
    ],
)
@pytest.mark.parametrize("hand", ["click", "touch"])
def test_a_ticket_is_sent_on_by_hand(seat: Seat, hand: str, destination: str, command: Command) -> None:
    officer = seat(hall("serving"))
    getattr(officer, hand)("transferButton")
    assert officer.sees("transferSheet")
    getattr(officer, hand)(destination)
    assert officer.link.sent == [command]
    assert not officer.sees("transferSheet")


@pytest.mark.parametrize(
    ("keys", "command"),
    [
        ([Key.Key_C], TransferTicket(3, A001, to_field="DD")),
        ([Key.Key_1], TransferTicket(3, A001, to_counter=1)),
        ([Key.Key_Right], TransferTicket(3, A001, to_field="DD")),
        ([], TransferTicket(3, A001, to_field="CT")),
    ],
)
def test_a_ticket_is_sent_on_by_keys_alone(seat: Seat, keys: list[Qt.Key], command: Command) -> None:
    officer = seat(hall("called"))
    officer.key(Key.Key_F6)
    for key in keys:
        officer.key(key)
    officer.key(Key.Key_Return)
    assert officer.link.sent == [command]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F6])
def test_the_sheet_closes_without_a_trace(seat: Seat, key: Qt.Key) -> None:
    officer = seat(hall("called"))
    officer.key(Key.Key_F6)
    officer.key(key)
    assert not officer.sees("transferSheet")
    assert officer.link.sent == []


def test_no_key_is_lost_behind_the_sheet(seat: Seat) -> None:
    officer = seat(hall("serving"))
    officer.key(Key.Key_F6)
    officer.key(Key.Key_F8)
    assert officer.link.sent == [FinishService(3, A001)]
    assert not officer.sees("transferSheet")


def test_the_sheet_goes_when_the_ticket_does(seat: Seat) -> None:
    officer = seat(hall("serving"))
    officer.key(Key.Key_F6)
    officer.link.put(CounterRow(3, "main", "open", ["HT", "CT"]))
    assert not officer.sees("transferSheet")
