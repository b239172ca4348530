"""The bar of 96 pixels: every action in it, by key and by hand, and the way to the large view and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hall_link.commands import (
    CallNext,
    CloseCounter,
    Command,
    FinishService,
    HoldTicket,
    MarkMissed,
    OpenCounter,
    PauseCounter,
    Recall,
    StartService,
    TransferTicket,
)
from tests.gui.counter.conftest import Officer, Seat
from tests.gui.counter.test_window import long_hall, texts_outside
from tests.unit.counter.hall_rows import MINUTE, NOW, hall_at

A001 = "20261124-A001"
Key = Qt.Key
SIZES = [(1366, 96), (1920, 96)]


def as_bar(officer: Officer, size: tuple[int, int] = (1366, 96)) -> Officer:
    officer.key(Key.Key_F12)
    officer.shown.wait(lambda: officer.sees("barPage"))
    officer.shown.window.resize(*size)
    officer.shown.wait(lambda: officer.shown.window.height() == size[1])
    return officer


@pytest.mark.parametrize("hand", ["key", "click", "touch"])
@pytest.mark.parametrize(
    ("at", "steps", "command"),
    [
        ("idle", [(Key.Key_F2, "nextButton")], CallNext(3)),
        ("serving", [(Key.Key_F2, "nextButton")], CallNext(3, finishing=A001)),
        ("called", [(Key.Key_F3, "startButton")], StartService(3, A001)),
        ("called", [(Key.Key_F4, "recallButton")], Recall(3, A001)),
        ("serving", [(Key.Key_F5, "holdButton"), (Key.Key_1, "option_15")], HoldTicket(3, A001, NOW + 15 * MINUTE)),
        (
            "serving",
            [(Key.Key_F6, "transferButton"), (Key.Key_C, "transferTo_field_DD"), (Key.Key_Return, "")],
            TransferTicket(3, A001, to_field="DD"),
        ),
        ("called", [(Key.Key_F7, "missedButton"), (Key.Key_F7, "missedButton")], MarkMissed(3, A001)),
        ("serving", [(Key.Key_F8, "finishButton")], FinishService(3, A001)),
        ("idle", [(Key.Key_F9, "pauseButton"), (Key.Key_3, "option_meeting")], PauseCounter(3, "meeting")),
        ("idle", [(Key.Key_F10, "closeCounterButton"), (Key.Key_F10, "closeCounterButton")], CloseCounter(3)),
        ("closed", [(Key.Key_F10, "openCounterButton")], OpenCounter(3)),
    ],
)
def test_every_action_in_the_bar(
    seat: Seat, hand: str, at: str, steps: list[tuple[Qt.Key, str]], command: Command
) -> None:
    officer = as_bar(seat(hall_at(at)))
    for key, button in steps:
        if hand == "key":
            officer.key(key)
        elif button:
            getattr(officer, hand)(button)
    assert officer.link.sent == [command]


def test_the_bar_is_before_all_others_at_the_top_edge(seat: Seat) -> None:
    officer = seat(hall_at("called"))
    officer.key(Key.Key_F12)
    window = officer.shown.window
    assert window.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.flags() & Qt.WindowType.FramelessWindowHint
    assert (window.y(), window.height()) == (0, 96)
    assert window.width() == window.screen().size().width()
    officer.key(Key.Key_F12)
    assert not window.flags() & Qt.WindowType.WindowStaysOnTopHint
    officer.shown.wait(lambda: officer.sees("deskPage"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("at", ["called", "idle", "closed", "long"])
def test_everything_is_inside_the_bar(seat: Seat, size: tuple[int, int], language: str, at: str) -> None:
    officer = as_bar(seat(long_hall() if at == "long" else hall_at(at), language=language), size)
    officer.shown.wait(lambda: texts_outside(officer) == [])
    officer.reach("largeButton")
    assert officer.sees("waitingSummary")


def test_what_cannot_be_done_is_said_in_the_bar(seat: Seat) -> None:
    officer = as_bar(seat(hall_at("called")))
    officer.key(Key.Key_F2)
    assert officer.text("deskNotice") == "A001 đang được gọi, chưa bắt đầu"
    officer.link.go(live=False, since=NOW)
    assert officer.text("waitingSummary") == "Mất kết nối"
    officer.key(Key.Key_F3)
    assert officer.link.sent == []
    assert officer.text("deskNotice") == "Mất kết nối: lần bấm này không được gửi đi"


def test_the_fields_are_chosen_in_the_large_view(seat: Seat) -> None:
    officer = as_bar(seat(hall_at("idle")))
    officer.key(Key.Key_F11)
    officer.shown.wait(lambda: officer.sees("fieldsSheet"))
