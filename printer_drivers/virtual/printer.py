"""A whole virtual printer: wire, buffer, interpreter, mechanism and paper, in two threads."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from printer_drivers.paper import paper_of
from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.interpreter import Interpreter
from printer_drivers.virtual.mechanism import Event, Mechanism
from printer_drivers.virtual.receive import BUFFER_BYTES_DEFAULT
from printer_drivers.virtual.wire import Wire

STOP_SECONDS_MAX = 3.0


class Answer(Enum):
    """The kinds of question a printer may be able to answer; clones lack some."""

    AUTOMATIC = "automatic"
    REALTIME = "realtime"
    TRANSMIT = "transmit"
    PROCESS_ID = "process-id"


@dataclass(frozen=True, slots=True)
class Model:
    """What kind of printer to be. mm_per_second: 0 prints at once."""

    paper_mm: int = 80
    mm_per_second: float = 200.0
    buffer_bytes: int = BUFFER_BYTES_DEFAULT
    answers: frozenset[Answer] = frozenset(Answer)


class VirtualPrinter:
    """Listens from the moment it is made; prints from `start` to `stop`. Events come from its own threads.

    Events: {"event": "ticket", n, file, mm}, {"event": "blank_slip", mm}, {"event": "violation", what},
    {"event": "faults", "faults": [...]}.
    """

    def __init__(self, host: str, port: int, out: Path, model: Model, report: Callable[[Event], None]) -> None:
        """out: folder for ticket-0001.png ...; made when missing. port: 0 picks a free one."""
        out.mkdir(parents=True, exist_ok=True)
        self._model = model
        self._report = report
        self._condition = Condition(self._condition_changed)
        self._wire = Wire(
            host,
            port,
            self._condition,
            buffer_bytes=model.buffer_bytes,
            answers_realtime=Answer.REALTIME in model.answers,
        )
        width = paper_of(model.paper_mm).dots
        self._mechanism = Mechanism(
            Interpreter(self._wire.buffer.read, width),
            self._condition,
            self._answer,
            report,
            width_dots=width,
            out=out,
            mm_per_second=model.mm_per_second,
        )
        self._last_status = self._condition.automatic_status()
        self._threads = [
            threading.Thread(target=self._wire.run, name="virtual printer wire", daemon=True),
            threading.Thread(target=self._mechanism.run, name="virtual printer mechanism", daemon=True),
        ]

    @property
    def address(self) -> str:
        """host:port it listens on."""
        host, port = self._wire.address
        return f"{host}:{port}"

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._wire.address[1]

    @property
    def tickets(self) -> int:
        """Papers cut off with print on them."""
        return self._mechanism.tickets

    @property
    def violations(self) -> int:
        """Times the driver sent what it must not."""
        return self._mechanism.violations

    def start(self) -> None:
        """Switches it on."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Switches it off; paper not cut is lost."""
        self._condition.stop()
        self._mechanism.stop()
        self._wire.stop()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(STOP_SECONDS_MAX)

    def set_fault(self, fault: Fault, *, after_mm: float = 0.0) -> None:
        """A fault occurs; PAPER_OUT after that much more paper."""
        self._condition.set(fault, after_mm=after_mm)

    def clear_fault(self, fault: Fault) -> None:
        """A fault is over."""
        self._condition.clear(fault)

    def drop_link(self) -> None:
        """Breaks the connection once."""
        self._wire.drop_link()

    def state(self) -> Event:
        """{"event": "state", faults, tickets, violations}."""
        return {
            "event": "state",
            "faults": self._condition.faults(),
            "tickets": self.tickets,
            "violations": self.violations,
        }

    def _answer(self, data: bytes) -> None:
        """Replies of the mechanism, as far as this model knows the question."""
        kind = Answer.PROCESS_ID if data[:1] == b"\x37" else Answer.TRANSMIT if len(data) == 1 else Answer.AUTOMATIC
        if kind in self._model.answers:
            self._wire.reply(data)

    def _condition_changed(self) -> None:
        self._wire.wake()
        status = self._condition.automatic_status()
        if status != self._last_status and self._mechanism.automatic_status:
            self._answer(status)
        self._last_status = status
        self._report({"event": "faults", "faults": self._condition.faults()})
