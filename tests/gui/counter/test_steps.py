"""Hold, back, undo, break, fields, a chosen call: by key, by mouse and by finger, over a link that a test answers."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall_link.commands import (
    CallChosen,
    ComeBack,
    Command,
    HoldTicket,
    PauseCounter,
    ResumeCounter,
    ResumeTicket,
    ServeFields,
    UndoStep,
)
from hall_link.rows import CounterRow
from tests.gui.counter.conftest import Officer, Seat
from tests.unit.counter.hall_rows import MINUTE, NOW, HallRows, call_of, hall_at, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
HELD = "20261124-A020"
MISSED = "20261124-A022"
Key = Qt.Key
HANDS = pytest.mark.parametrize("hand", ["key", "click", "touch"])


def hall_with_away() -> HallRows:
    rows = hall_at("idle")
    rows.put(
        ticket("A020", 5, state="on_hold", counter_id=3, hold_until=NOW + 12 * MINUTE),
        ticket("A022", 7, state="missed", counter_id=3, missed_at=NOW - 5 * MINUTE),
    )
    return rows


def undoable(state: str) -> HallRows:
    rows = hall_with_away()
    rows.put(msgspec.structs.replace(rows.counter(3), undo=MISSED if state == "missed" else HELD, undo_at=NOW))
    return rows


def paused() -> HallRows:
    rows = hall_at("idle")
    rows.put(CounterRow(3, "main", "paused", ["HT", "CT"], pause_reason="lunch"))
    return rows


def act(officer: Officer, hand: str, *steps: tuple[Qt.Key, str]) -> None:
    for key, button in steps:
        if hand == "key":
            officer.key(key)
        else:
            getattr(officer, hand)(button)


@HANDS
@pytest.mark.parametrize(
    ("rows", "steps", "command"),
    [
        (
            hall_at("serving"),
            [(Key.Key_F5, "holdButton"), (Key.Key_2, "option_30")],
            HoldTicket(3, A001, NOW + 30 * MINUTE),
        ),
        (hall_at("idle"), [(Key.Key_F9, "pauseButton"), (Key.Key_2, "option_lunch")], PauseCounter(3, "lunch")),
        (hall_at("idle"), [(Key.Key_F9, "pauseButton"), (Key.Key_Return, "option_rest")], PauseCounter(3, "rest")),
        (paused(), [(Key.Key_F9, "resumeButton")], ResumeCounter(3)),
        (
            hall_at("idle"),
            [(Key.Key_F11, "fieldsButton"), (Key.Key_Space, "duty_HT"), (Key.Key_Return, "saveFieldsButton")],
            ServeFields(3, ("CT",), ("HT",)),
        ),
    ],
)
def test_choices_by_key_by_mouse_and_by_finger(
    seat: Seat, hand: str, rows: HallRows, steps: list[tuple[Qt.Key, str]], command: Command
) -> None:
    officer = seat(rows)
    act(officer, hand, *steps)
    assert officer.link.sent == [command]
    assert not officer.sees("optionSheet")
    assert not officer.sees("fieldsSheet")


@pytest.mark.parametrize("hand", ["click", "touch"])
@pytest.mark.parametrize(("ticket_id", "command"), [(HELD, ResumeTicket(HELD)), (MISSED, ComeBack(MISSED))])
def test_who_was_away_is_back_by_one_touch(seat: Seat, hand: str, ticket_id: str, command: Command) -> None:
    officer = seat(hall_with_away())
    getattr(officer, hand)(f"back_{ticket_id}")
    assert officer.link.sent == [command]


def test_who_was_away_is_back_by_keys_alone(seat: Seat) -> None:
    officer = seat(hall_with_away())
    for key in (Key.Key_2, Key.Key_0):
        officer.key(key)
    officer.shown.find("waitingList").forceActiveFocus()
    officer.key(Key.Key_Return)
    officer.key(Key.Key_Insert)
    assert officer.link.sent == [ResumeTicket(HELD)]


@HANDS
def test_a_chosen_one_is_called_with_a_reason(seat: Seat, hand: str) -> None:
    officer = seat(hall_at("idle"))
    officer.click(f"line_{A002}")
    act(officer, hand, (Key.Key_Insert, "chooseButton"), (Key.Key_1, "option_frail"))
    assert officer.link.sent == [CallChosen(3, A002, "frail")]


def test_nobody_is_chosen_while_somebody_is_here(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.click(f"line_{A002}")
    officer.key(Key.Key_Insert)
    assert officer.link.sent == []
    assert officer.prop("deskNotice", "title") == "A001 còn ở quầy"


@pytest.mark.parametrize("state", ["missed", "on_hold"])
@pytest.mark.parametrize("hand", ["key", "click", "touch"])
def test_the_last_step_is_taken_back_while_the_hall_allows_it(seat: Seat, hand: str, state: str) -> None:
    officer = seat(undoable(state))
    assert officer.text("undoButton").endswith("A022" if state == "missed" else "A020")
    if hand == "key":
        officer.clock_ms[0] += 1_000
        QTest.keyClick(officer.shown.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        getattr(officer, hand)("undoButton")
    assert officer.link.sent == [UndoStep(3, MISSED if state == "missed" else HELD)]


def test_undo_goes_away_with_its_time(seat: Seat) -> None:
    officer = seat(undoable("missed"))
    officer.link.at = NOW + 61_000
    officer.link.frame()
    assert not officer.sees("undoButton")


def test_a_double_click_on_a_choice_presses_nothing_beneath_it(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.click("holdButton")
    officer.reach("option_15")
    place = officer.shown.centre("option_15")
    QTest.mouseClick(officer.shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    officer.link.rows.put(CounterRow(3, "main", "open", ["HT", "CT"]))
    officer.link.accept()
    officer.link.frame()
    QTest.mouseClick(officer.shown.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert len(officer.link.sent) == 1


@pytest.mark.parametrize("ask", [Key.Key_F5, Key.Key_F6])
def test_choices_about_what_is_no_longer_so_close(seat: Seat, ask: Qt.Key) -> None:
    officer = seat(hall_at("serving"))
    officer.key(ask)
    officer.link.put(CounterRow(3, "main", "open", ["HT", "CT"]))
    assert not officer.sees("sheetQuestion")
    officer.link.go(live=False, since=NOW)
    officer.key(ask)
    assert not officer.sees("sheetQuestion")
    assert officer.prop("deskNotice", "title") == "Mất kết nối: lần bấm này không được gửi đi"


def test_why_the_loudspeaker_was_silent(seat: Seat) -> None:
    officer = seat(hall_at("called"))
    call = call_of(officer.link.rows.ticket(A001), 3, NOW - MINUTE)
    officer.link.put(msgspec.structs.replace(call, spoken="not_spoken", not_spoken_reason="no_sound"))
    assert officer.prop("tickSpoken", "words") == "Loa không đọc: không phát được tiếng"


@HANDS
def test_a_number_is_looked_for(seat: Seat, hand: str) -> None:
    officer = seat(small_hall(*(ticket(f"A{n:03}", n // 4) for n in range(1, 201))))
    if hand == "key":
        for key in (Key.Key_1, Key.Key_9, Key.Key_7):
            officer.key(key)
    else:
        for name in ("searchButton", "pad_1", "pad_9", "pad_7"):
            getattr(officer, hand)(name)
    officer.shown.wait(lambda: officer.sees("line_20261124-A197"))
    assert officer.text("searchedText") == "Tìm số: 197"
    assert officer.prop("waitingList", "count") == 1
    officer.key(Key.Key_Escape)
    officer.shown.wait(lambda: officer.sees("waitingSummary"))
