"""The thread that prints: takes operations, moves paper at its speed, stops where it must, answers when it has done.

Nothing is answered before its turn: a process id goes back only when everything before it is on paper.
"""

import threading
import time
from collections.abc import Callable, Iterable

from printer_drivers.qr import qr_modules
from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.interpreter import Interpreter, Violation
from printer_drivers.virtual.line import Line
from printer_drivers.virtual.operations import (
    AutomaticStatus,
    Code,
    Cut,
    FeedLines,
    FeedUnits,
    Identify,
    Initialise,
    Introduce,
    Operation,
    Raster,
    TransmitStatus,
)
from printer_drivers.virtual.receive import Closed, PowerLost, ReceiveBuffer
from printer_drivers.virtual.setting import Setting
from printer_drivers.virtual.strip import DOTS_PER_MM, Strip
from printer_drivers.virtual.tray import Tray

PACE_SECONDS = 0.01
"""Paper is moved in steps of about this long."""
NAMES = {65: b"1.0", 66: b"Xep Hang", 67: b"virtual printer"}
"""Firmware, maker, model."""

Event = dict[str, object]


class Mechanism:
    """Runs until its buffer is closed."""

    def __init__(
        self,
        buffer: ReceiveBuffer,
        condition: Condition,
        reply: Callable[[bytes], None],
        report: Callable[[Event], None],
        *,
        width_dots: int,
        tray: Tray,
        mm_per_second: float,
    ) -> None:
        """mm_per_second: 0 prints at once."""
        self._buffer = buffer
        self._interpreter = Interpreter(buffer.read, width_dots)
        self._condition = condition
        self._reply = reply
        self._report = report
        self._width = width_dots
        self._tray = tray
        self._mm_per_second = mm_per_second
        self._strip = Strip(width_dots)
        self._setting = Setting(Line(width_dots))
        self._owed_seconds = 0.0
        self._off = threading.Event()
        self._last_identity = b"0000"
        self.automatic_status = False
        self.tickets = 0
        self.violations = 0
        self.mm_moved = 0.0

    def run(self) -> None:
        """The thread's body."""
        while True:
            try:
                self._step()
            except Closed:
                return
            except PowerLost:
                self._wake_up()

    def stop(self) -> None:
        """Ends a pause; the buffer must be closed as well."""
        self._off.set()

    def _wake_up(self) -> None:
        """Power is back: the paper is where it was, the rest is forgotten."""
        self._interpreter.reset()
        self._setting = Setting(Line(self._width))
        self.automatic_status = False
        self._condition.regain_power()
        self._buffer.regain_power()

    def _step(self) -> None:
        position = self._buffer.position
        try:
            operation = self._interpreter.next()
            self._wait_for_paper()
            if operation is not None:
                self._do(operation)
        except Violation as violation:
            if self._buffer.torn_since(position):
                self._report({"event": "torn", "what": str(violation)})
                return
            self.violations += 1
            self._report({"event": "violation", "what": str(violation)})

    def _do(self, operation: Operation) -> None:
        match operation:
            case Raster() | Code() | FeedUnits() | FeedLines() | Cut():
                self._move(operation)
            case Initialise():
                self._setting = Setting(Line(self._width))
                self.automatic_status = False
            case AutomaticStatus(mask):
                self.automatic_status = mask != 0
                if self.automatic_status:
                    self._reply(self._condition.automatic_status())
            case TransmitStatus():
                self._reply(bytes((self._condition.transmitted_status(),)))
            case Identify(identity):
                stale = self._condition.has(Fault.STALE_IDS)
                self._reply(b"\x37\x22" + (self._last_identity if stale else identity) + b"\x00")
                self._last_identity = identity
            case Introduce(question):
                self._reply(b"_" + NAMES[question] + b"\x00")
            case _:
                self._setting.obey(operation)

    def _move(self, operation: Raster | Code | FeedUnits | FeedLines | Cut) -> None:
        match operation:
            case Raster(_, rows):
                self._print_alone(rows)
            case Code(payload, module_dots):
                self._print_alone(_code_rows(payload, module_dots))
            case FeedUnits(units):
                self._end_line(self._setting.rows_along(units))
            case FeedLines(lines):
                self._end_line(self._setting.spacing)
                self._feed((lines - 1) * self._setting.spacing)
            case Cut():
                self._end_line(0)
                self._cut()

    def _print_alone(self, rows: tuple[bytes, ...]) -> None:
        """A picture that fills the line from edge to edge."""
        setting = self._setting
        if setting.line:
            raise Violation("a raster in the middle of a line")
        width = len(rows[0]) * 8
        setting.line.add([int.from_bytes(row, "big") for row in rows], width)
        self._print(setting.take_line())

    def _end_line(self, dots: int) -> None:
        """The line goes to paper; the paper moves at least by its height."""
        rows = self._setting.take_line()
        self._print(rows)
        self._feed(dots - len(rows))

    def _print(self, rows: Iterable[bytes]) -> None:
        for row in rows:
            self._wait_for_paper()
            self._strip.add_row(row, 0)
            self._moved_one_row()

    def _feed(self, dots: int) -> None:
        for _ in range(dots):
            self._wait_for_paper()
            self._strip.add_white_row()
            self._moved_one_row()

    def _moved_one_row(self) -> None:
        if self._strip.too_long:
            self._strip.clear()
            raise Violation("paper runs on without a cut")
        self.mm_moved += 1 / DOTS_PER_MM
        self._condition.paper_moved(1)
        if self._mm_per_second <= 0:
            return
        self._owed_seconds += 1 / DOTS_PER_MM / self._mm_per_second
        if self._owed_seconds >= PACE_SECONDS:
            started = time.monotonic()
            if self._off.wait(self._owed_seconds):
                raise Closed
            self._owed_seconds -= time.monotonic() - started

    def _cut(self) -> None:
        if not self._condition.blade_moves():
            raise Closed
        if self._strip.blank:
            self._report({"event": "blank_slip", "mm": self._strip.mm})
        else:
            self.tickets += 1
            file = self._tray.take(self.tickets, self._strip)
            self._report({"event": "ticket", "n": self.tickets, "file": file, "mm": self._strip.mm})
        self._strip.clear()

    def _wait_for_paper(self) -> None:
        if not self._condition.wait_until_paper_moves():
            raise Closed


def _code_rows(payload: bytes, module_dots: int) -> tuple[bytes, ...]:
    """The symbol a printer would draw, padded to whole bytes."""
    rows: list[bytes] = []
    for modules in qr_modules(payload.decode("utf-8")).rows:
        bits = "".join(("1" if black else "0") * module_dots for black in modules)
        row = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
        rows += [row] * module_dots
    return tuple(rows)
