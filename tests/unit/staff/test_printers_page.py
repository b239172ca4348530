"""The kiosks' printers in the terminal: named, in words, with their paper; and what of them needs a hand."""

from __future__ import annotations

from typing import get_args

import pytest

from hall_link.rows import PrinterCondition, PrinterRow, TicketRow
from staff.printers_page import CONDITIONS, problem_in_words
from staff.status_page import status_page
from tests.halls import HOUR, MORNING
from tests.unit.staff.test_pages import HALL, standing


def row(condition: PrinterCondition = "ready", *, low: bool = False, metres_left: int | None = 31) -> PrinterRow:
    return PrinterRow("kiosk-1", "Máy số 1, cửa chính", condition, low, metres_left, since=MORNING - HOUR)


def test_a_printer_that_does_well_is_listed_and_no_warning() -> None:
    page = status_page(standing(HALL, row(), feeds={"kiosk": 1, "display": 1}), "en")
    assert "PRINTERS" in page
    assert "  Máy số 1, cửa chính  ready  since 07:00  about 31 m of paper left" in page
    assert page[-1] == "  nothing"


@pytest.mark.parametrize(
    ("printer", "vi", "en"),
    [
        (row("no_paper", metres_left=0), "máy in hết giấy từ 07:00", "printer out of paper since 07:00"),
        (row("offline"), "máy in mất kết nối từ 07:00", "printer does not answer since 07:00"),
        (row(metres_left=4), "sắp hết giấy (còn khoảng 4 m), xin để sẵn cuộn mới", "paper ends soon (about 4 m left)"),
        (row(low=True, metres_left=None), "sắp hết giấy, xin để sẵn cuộn mới", "paper ends soon, have a new roll"),
    ],
)
def test_what_needs_a_hand_is_among_the_warnings(printer: PrinterRow, vi: str, en: str) -> None:
    assert f"  ! Máy số 1, cửa chính: {vi}" in "\n".join(status_page(standing(HALL, printer), "vi"))
    assert f"  ! Máy số 1, cửa chính: {en}" in "\n".join(status_page(standing(HALL, printer), "en"))


def test_every_condition_has_words() -> None:
    assert set(CONDITIONS) == set(get_args(PrinterCondition))


def test_why_a_ticket_did_not_come_out_is_said_in_words() -> None:
    ticket = TicketRow("t", "A001", "HT", None, "waiting", MORNING, 0, 1, printed="failed", print_problem="unknown: x")
    assert "A001: phiếu chưa in được (không biết đã ra hay chưa)" in "\n".join(
        status_page(standing(HALL, ticket), "vi")
    )
    assert problem_in_words("burnt") == ("burnt", "burnt"), "a word of another version is passed on"
