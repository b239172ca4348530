"""The waiting list: none, a few, two hundred; opened, read whole, cancelled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hall_link.commands import CancelTicket, ReprintTicket
from tests.gui.counter.conftest import Officer, Seat
from tests.unit.counter.hall_rows import MINUTE, NOW, hall_at, printer_row, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
Key = Qt.Key


def test_nobody_waits(seat: Seat) -> None:
    officer = seat(small_hall())
    assert officer.text("deskState") == "Chưa có ai chờ"
    assert officer.sees("nobodyWaits")
    officer.key(Key.Key_F2)
    assert officer.link.sent == []


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


def open_line(officer: Officer, hand: str, ticket_id: str) -> None:
    if hand == "key":
        officer.shown.find("waitingList").forceActiveFocus()
        officer.key(Key.Key_Down)
        officer.key(Key.Key_Return)
    else:
        getattr(officer, hand)(f"line_{ticket_id}")


@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_a_waiting_ticket_is_opened_and_cancelled_with_two_presses(seat: Seat, hand: str) -> None:
    officer = seat(hall_at("idle"))
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
    rows = hall_at("idle")
    rows.put(ticket("A099", 5, state="missed", counter_id=3, missed_at=NOW - 9 * MINUTE))
    officer = seat(rows)
    officer.click("line_20261124-A099")
    officer.key(Key.Key_Delete)
    officer.key(Key.Key_Delete)
    assert officer.link.sent == [CancelTicket("20261124-A099")]


def test_a_number_without_paper_is_printed_again_at_the_kiosk_that_can(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1, printed="failed"), ticket("A002", 2))
    rows.put(printer_row(), printer_row("kiosk-2", "no_paper", label="Máy số 2"))
    officer = seat(rows)
    assert officer.text("printerLine") == "Máy số 2: hết giấy in"
    officer.click(f"line_{A001}")
    officer.click("reprintButton")
    assert officer.link.sent == [ReprintTicket(A001, "kiosk-1")]


def test_with_several_kiosks_the_officer_says_where(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1, printed="failed"))
    rows.put(printer_row(), printer_row("kiosk-2", label="Máy số 2"))
    officer = seat(rows)
    assert not officer.sees("printerLine")
    officer.click(f"line_{A001}")
    officer.click("reprintButton")
    assert officer.text("sheetQuestion") == "In lại phiếu A001 ở…"
    officer.key(Key.Key_2)
    assert officer.link.sent == [ReprintTicket(A001, "kiosk-2")]


def test_where_no_kiosk_can_print_the_officer_is_told(seat: Seat) -> None:
    officer = seat(small_hall(ticket("A001", 1, printed="failed")))
    officer.click(f"line_{A001}")
    officer.click("reprintButton")
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == "Không máy lấy số nào in được lúc này"
