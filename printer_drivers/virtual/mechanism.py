"""The thread that prints: takes operations, moves paper at its speed, stops where it must, answers when it has done.

Nothing is answered before its turn: a process id goes back only when everything before it is on paper.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from printer_drivers.qr import qr_modules
from printer_drivers.virtual.condition import Condition
from printer_drivers.virtual.interpreter import Interpreter, Violation
from printer_drivers.virtual.operations import (
    AutomaticStatus,
    Code,
    Cut,
    FeedLines,
    FeedUnits,
    Identify,
    Initialise,
    Justify,
    MotionUnits,
    Operation,
    Position,
    Raster,
    TransmitStatus,
)
from printer_drivers.virtual.receive import Closed
from printer_drivers.virtual.strip import DOTS_PER_INCH, DOTS_PER_MM, Strip

LINE_DOTS = 30
UNITS_PER_INCH_DEFAULT = 406
"""As on printers whose unit is half a dot: a driver that forgets to set its units shows."""
PACE_SECONDS = 0.01
"""Paper is moved in steps of about this long."""

Event = dict[str, object]


class Mechanism:
    """Runs until its interpreter is closed."""

    def __init__(
        self,
        interpreter: Interpreter,
        condition: Condition,
        reply: Callable[[bytes], None],
        report: Callable[[Event], None],
        *,
        width_dots: int,
        out: Path,
        mm_per_second: float,
    ) -> None:
        """mm_per_second: 0 prints at once."""
        self._interpreter = interpreter
        self._condition = condition
        self._reply = reply
        self._report = report
        self._width = width_dots
        self._out = out
        self._mm_per_second = mm_per_second
        self._strip = Strip(width_dots)
        self._owed_seconds = 0.0
        self._off = threading.Event()
        self._side = 0
        self._left = 0
        self._units = (DOTS_PER_INCH, UNITS_PER_INCH_DEFAULT)
        self.automatic_status = False
        self.tickets = 0
        self.violations = 0

    def run(self) -> None:
        """The thread's body."""
        try:
            while True:
                self._step()
        except Closed:
            return

    def stop(self) -> None:
        """Ends a pause; the interpreter must be closed as well."""
        self._off.set()

    def _step(self) -> None:
        try:
            operation = self._interpreter.next()
            self._wait_for_paper()
            if operation is not None:
                self._do(operation)
        except Violation as violation:
            self.violations += 1
            self._report({"event": "violation", "what": str(violation)})

    def _do(self, operation: Operation) -> None:
        match operation:
            case Raster() | Code() | FeedUnits() | FeedLines() | Cut():
                self._move(operation)
            case Initialise():
                self._side, self._left = 0, 0
                self._units = (DOTS_PER_INCH, UNITS_PER_INCH_DEFAULT)
                self.automatic_status = False
            case Justify(side):
                self._side = side
            case MotionUnits(across, along):
                self._units = (across or DOTS_PER_INCH, along or UNITS_PER_INCH_DEFAULT)
            case Position(units):
                self._left = units * DOTS_PER_INCH // self._units[0]
            case AutomaticStatus(mask):
                self.automatic_status = mask != 0
                if self.automatic_status:
                    self._reply(self._condition.automatic_status())
            case TransmitStatus():
                self._reply(bytes((self._condition.transmitted_status(),)))
            case Identify(identity):
                self._reply(b"\x37\x22" + identity + b"\x00")

    def _move(self, operation: Raster | Code | FeedUnits | FeedLines | Cut) -> None:
        match operation:
            case Raster(_, rows):
                self._print(rows)
            case Code(payload, module_dots):
                self._print(_code_rows(payload, module_dots))
            case FeedUnits(units):
                self._feed(units * DOTS_PER_INCH // self._units[1])
            case FeedLines(lines):
                self._feed(lines * LINE_DOTS)
            case Cut():
                self._cut()

    def _print(self, rows: tuple[bytes, ...]) -> None:
        free = self._width - len(rows[0]) * 8
        left = self._left or (0, free // 2, free)[self._side]
        self._left = 0
        for row in rows:
            self._wait_for_paper()
            self._strip.add_row(row, left)
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
            file = self._out / f"ticket-{self.tickets:04d}.png"
            self._strip.save(file)
            self._report({"event": "ticket", "n": self.tickets, "file": str(file), "mm": self._strip.mm})
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
