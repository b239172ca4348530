"""A call keypad on a serial port: read on a thread of its own, found again after it was unplugged.

`Keypad` is all that the rest of the program knows, so another way in (a network keypad) is another class beside this.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

import serial
import structlog

from counter.keypad import KeypadFrames, KeypadPress

READ_SECONDS = 0.2
"""How long one read waits; stopping takes no longer."""
REOPEN_SECONDS = 1.0
"""How long until an unplugged or busy port is tried again."""
STOP_SECONDS_MAX = 2.0
READ_BYTES = 64

_log = structlog.get_logger("counter")


class Keypad(Protocol):
    """Something that gives presses from `start` until `stop`."""

    def start(self, on_press: Callable[[KeypadPress], None]) -> None:
        """`on_press` is called on a thread that is not the caller's."""

    def stop(self) -> None: ...


class SerialKeypad:
    """`port`: "/dev/ttyUSB0", "COM3", or any URL that pyserial knows; eight bits, no parity, one stop bit."""

    def __init__(self, port: str, baud: int) -> None:
        self._port = port
        self._baud = baud
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._missing_told = False

    def start(self, on_press: Callable[[KeypadPress], None]) -> None:
        """Begin to listen; a port that is not there yet is waited for."""
        self._thread = threading.Thread(target=self._run, args=(on_press,), name="keypad", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """No press is given after this returns."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(STOP_SECONDS_MAX)

    def _run(self, on_press: Callable[[KeypadPress], None]) -> None:
        while not self._stopping.is_set():
            try:
                with serial.serial_for_url(self._port, baudrate=self._baud, timeout=READ_SECONDS) as line:
                    self._missing_told = False
                    _log.info("keypad found", port=self._port)
                    self._listen(line, on_press)
            # A pulled plug comes as one or the other, by platform and moment
            except (serial.SerialException, OSError) as fault:
                if not self._missing_told:
                    self._missing_told = True
                    _log.warning("keypad missing", port=self._port, reason=str(fault))
                self._stopping.wait(REOPEN_SECONDS)

    def _listen(self, line: serial.Serial, on_press: Callable[[KeypadPress], None]) -> None:
        frames = KeypadFrames()
        line.reset_input_buffer()
        while not self._stopping.is_set():
            # The first byte is waited for, what came with it is taken along
            data = line.read(1)
            data += line.read(min(line.in_waiting, READ_BYTES))
            garbage = frames.garbage
            for press in frames.feed(data):
                on_press(press)
            if frames.garbage > garbage:
                _log.warning("keypad not understood", port=self._port, pieces=frames.garbage)
