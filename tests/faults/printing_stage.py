"""A real driver and a real virtual printer with real TCP between them, and everything both of them say."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import zxingcpp
from PIL import Image

from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, PrintFact
from printer_drivers.spool import Printer
from printer_drivers.virtual.printer import Model, VirtualPrinter

PATIENCE_SECONDS_MAX = 45.0
"""Longer than a ticket may wait for a printer in trouble; a machine that is busy may stand still for a while, too."""
SHOWN_MAX = 8
"""Facts and events that a failure shows."""


class Heard:
    """Facts of the driver and events of the virtual printer, to wait for."""

    def __init__(self) -> None:
        self.facts: list[PrintFact] = []
        self.events: list[dict[str, object]] = []
        self._changed = threading.Condition()

    def fact(self, fact: PrintFact) -> None:
        with self._changed:
            self.facts.append(fact)
            self._changed.notify_all()

    def event(self, event: dict[str, object]) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait_for(self, happened: Callable[[], object]) -> None:
        with self._changed:
            assert self._changed.wait_for(happened, PATIENCE_SECONDS_MAX), (
                self.facts[-SHOWN_MAX:],
                self.events[-SHOWN_MAX:],
            )

    def hear_within(self, seconds: float, happened: Callable[[], object]) -> None:
        """Goes on as soon as it has happened, or when the time is over."""
        with self._changed:
            self._changed.wait_for(happened, seconds)

    def of(self, job_id: str) -> list[JobPrinted | JobHeld | JobFailed]:
        return [f for f in self.facts if isinstance(f, JobPrinted | JobHeld | JobFailed) and f.job_id == job_id]

    def tickets(self) -> list[Path]:
        return [Path(str(event["file"])) for event in self.events if event["event"] == "ticket"]

    def violations(self) -> list[object]:
        return [event["what"] for event in self.events if event["event"] == "violation"]


class Stage:
    """Driver, printer, and what they said."""

    def __init__(self, printer: Printer, virtual: VirtualPrinter, heard: Heard) -> None:
        self.printer = printer
        self.virtual = virtual
        self.heard = heard

    def until_ready(self) -> None:
        """The driver has heard from the printer, or knows that it does not talk."""
        self.heard.wait_for(lambda: self.printer.status.connected)


@contextmanager
def stage(out: Path, model: Model, *, start_driver: bool = True) -> Iterator[Stage]:
    heard = Heard()
    virtual = VirtualPrinter("127.0.0.1", 0, out, model, heard.event)
    virtual.start()
    printer = Printer(virtual.address, model.paper_mm, heard.fact, first_attempt=lambda: 0)
    if start_driver:
        printer.start()
    try:
        yield Stage(printer, virtual, heard)
    finally:
        printer.stop()
        virtual.stop()
    assert heard.violations() == []


def payloads_on(paper: Path) -> list[str]:
    """What a phone reads from the paper."""
    with Image.open(paper) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))]
