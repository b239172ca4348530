"""A keypad on a real pseudo terminal: plugged, pulled, plugged again, noisy."""

from __future__ import annotations

import os
import queue
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter import serial_keypad
from counter.keypad import KeypadPress
from counter.serial_keypad import SerialKeypad

PRESS_SECONDS_MAX = 5.0


class Plug:
    """The far end of a serial line whose near end is `port`."""

    def __init__(self, port: Path) -> None:
        self._port = port
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        port.symlink_to(os.ttyname(self._slave))

    def send(self, data: bytes) -> None:
        os.write(self._master, data)

    def pull(self) -> None:
        self._port.unlink()
        os.close(self._master)
        os.close(self._slave)


class Desk:
    """Takes the presses."""

    def __init__(self) -> None:
        self.presses: queue.Queue[KeypadPress] = queue.Queue()

    def hears(self, plug: Plug, data: bytes) -> KeypadPress:
        """Sends until heard: what is sent before the port was opened is lost, as on a real line."""
        for _ in range(50):
            plug.send(data)
            try:
                return self.presses.get(timeout=PRESS_SECONDS_MAX / 50)
            except queue.Empty:
                continue
        raise AssertionError("the keypad was not heard")

    def forget(self) -> None:
        """What was sent more than once, because nobody listened yet, does not count."""
        while not self.presses.empty():
            self.presses.get_nowait()


@pytest.fixture
def port(tmp_path: Path) -> Path:
    return tmp_path / "keypad"


@pytest.fixture
def desk(port: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(serial_keypad, "REOPEN_SECONDS", 0.02)
    made = Desk()
    keypad = SerialKeypad(str(port), 9600)
    keypad.start(made.presses.put)
    yield made
    keypad.stop()


def test_a_press_is_heard(port: Path, desk: Desk) -> None:
    plug = Plug(port)
    assert desk.hears(plug, b"3N\r") == KeypadPress(3, "next")
    plug.pull()


def test_noise_does_not_end_it(port: Path, desk: Desk) -> None:
    plug = Plug(port)
    desk.hears(plug, b"3N\r")
    plug.send(bytes(range(256)) * 8 + b"\r")
    desk.forget()
    assert desk.hears(plug, b"3R\r") == KeypadPress(3, "recall")
    plug.pull()


def test_pulled_and_plugged_again(port: Path, desk: Desk) -> None:
    first = Plug(port)
    desk.hears(first, b"3N\r")
    first.pull()
    second = Plug(port)
    desk.forget()
    assert desk.hears(second, b"3M\r") == KeypadPress(3, "missed")
    second.pull()


def test_it_stops_while_the_port_is_missing(tmp_path: Path) -> None:
    keypad = SerialKeypad(str(tmp_path / "nothing"), 9600)
    keypad.start(Desk().presses.put)
    keypad.stop()
    assert keypad._thread is not None
    assert not keypad._thread.is_alive()
