"""Presses of a call keypad reach the desk that they are meant for, on the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from counter.desk import Press
from counter.keypad import KEYS, KeypadPress
from counter.outside import OutsidePresses, meant
from counter.press_commands import Target
from hall_link.commands import CallNext, Command, HoldTicket, OpenCounter, PauseCounter
from tests.gui.counter.conftest import Officer, Seat
from tests.unit.counter.hall_rows import MINUTE, NOW, hall_at

A001 = "20261124-A001"


class HandKeypad:
    """A keypad that the test presses, on another thread as a real one does."""

    def __init__(self) -> None:
        self.stopped = False

    def start(self, on_press: Callable[[KeypadPress], None]) -> None:
        self._on_press = on_press

    def stop(self) -> None:
        self.stopped = True

    def press(self, press: KeypadPress) -> None:
        thread = threading.Thread(target=self._on_press, args=(press,))
        thread.start()
        thread.join()


@pytest.fixture
def keypad() -> HandKeypad:
    return HandKeypad()


@pytest.fixture
def listen(keypad: HandKeypad) -> Iterator[Callable[[Officer], OutsidePresses]]:
    made: list[OutsidePresses] = []

    def start(officer: Officer) -> OutsidePresses:
        made.append(OutsidePresses(officer.presenter.desk_presenter, keypad, None))
        return made[0]

    yield start
    for outside in made:
        outside.stop()
    assert keypad.stopped


@pytest.mark.parametrize(
    ("at", "letter", "command"),
    [
        ("idle", "N", CallNext(3)),
        ("serving", "N", CallNext(3, finishing=A001)),
        ("serving", "H", HoldTicket(3, A001, NOW + 15 * MINUTE)),
        ("idle", "B", PauseCounter(3, "rest")),
        ("closed", "O", OpenCounter(3)),
    ],
)
def test_a_key_does_what_the_desk_does(
    seat: Seat,
    keypad: HandKeypad,
    listen: Callable[[Officer], OutsidePresses],
    at: str,
    letter: str,
    command: Command,
) -> None:
    officer = seat(hall_at(at))
    listen(officer)
    keypad.press(KeypadPress(3, KEYS[letter]))
    assert officer.link.sent == [], "not on the keypad's thread"
    officer.shown.wait(lambda: officer.link.sent == [command])


def test_the_keypad_of_another_counter_does_nothing_here(
    seat: Seat, keypad: HandKeypad, listen: Callable[[Officer], OutsidePresses]
) -> None:
    officer = seat(hall_at("idle"))
    listen(officer)
    keypad.press(KeypadPress(1, "next"))
    keypad.press(KeypadPress(3, "next"))
    officer.shown.wait(lambda: officer.link.sent == [CallNext(3)])


def test_a_double_press_on_the_keypad_calls_one(
    seat: Seat, keypad: HandKeypad, listen: Callable[[Officer], OutsidePresses]
) -> None:
    officer = seat(hall_at("idle"))
    listen(officer)
    for _ in range(5):
        keypad.press(KeypadPress(3, "next"))
    officer.shown.wait(lambda: officer.sees("deskNotice"))
    assert officer.link.sent == [CallNext(3)]


def test_one_key_for_both_ways_of_break_and_door() -> None:
    assert meant("break", "idle") == (Press.PAUSE, Target(reason="rest"))
    assert meant("break", "paused") == (Press.RESUME, Target())
    assert meant("door", "closed") == (Press.OPEN, Target())
    assert meant("door", "idle") == (Press.CLOSE, Target())
