"""A whole virtual printer: wire, buffer, interpreter, mechanism and paper, in two threads."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random

from printer_drivers.paper import paper_of
from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.mechanism import Event, Mechanism
from printer_drivers.virtual.ports import NetworkPort, Port, SerialPort
from printer_drivers.virtual.receive import BUFFER_BYTES_DEFAULT
from printer_drivers.virtual.tray import FolderTray, Tray
from printer_drivers.virtual.wire import Wire

STOP_SECONDS_MAX = 3.0


class Answer(Enum):
    """The kinds of question a printer may be able to answer; clones lack some."""

    AUTOMATIC = "automatic"
    REALTIME = "realtime"
    TRANSMIT = "transmit"
    PROCESS_ID = "process-id"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Model:
    """What kind of printer to be. mm_per_second: 0 prints at once. line_bytes_per_second: None for a fast line.

    seed: of the garbage it may be told to answer.
    """

    paper_mm: int = 80
    mm_per_second: float = 200.0
    buffer_bytes: int = BUFFER_BYTES_DEFAULT
    answers: frozenset[Answer] = frozenset(Answer)
    line_bytes_per_second: float | None = None
    seed: int = 0


class VirtualPrinter:
    """Listens from the moment it is made; prints from `start` to `stop`. Events come from its own threads.

    Events: {"event": "ticket", n, file, mm}, {"event": "blank_slip", mm}, {"event": "violation", what},
    {"event": "torn", what} for a command that a break of the line cut off, {"event": "faults", "faults": [...]}.
    """

    def __init__(
        self,
        host: str,
        port: int,
        out: Path | Tray,
        model: Model,
        report: Callable[[Event], None],
        *,
        device: Path | None = None,
    ) -> None:
        """out: folder for ticket-0001.png ... or another tray. port: 0 picks a free one.

        device: be a serial printer found there instead of a network printer.
        """
        self._model = model
        self._report = report
        self._condition = Condition(self._condition_changed)
        self._port: Port = NetworkPort(host, port) if device is None else SerialPort(device)
        self._wire = Wire(
            self._port,
            self._condition,
            Random(model.seed),
            buffer_bytes=model.buffer_bytes,
            answers_realtime=Answer.REALTIME in model.answers,
        )
        self._wire.set_pace(model.line_bytes_per_second)
        self._mechanism = Mechanism(
            self._wire.buffer,
            self._condition,
            self._answer,
            report,
            width_dots=paper_of(model.paper_mm).dots,
            tray=FolderTray(out) if isinstance(out, Path) else out,
            mm_per_second=model.mm_per_second,
        )
        self._last_status = self._condition.automatic_status()
        self._threads = [
            threading.Thread(target=self._wire.run, name="virtual printer wire", daemon=True),
            threading.Thread(target=self._mechanism.run, name="virtual printer mechanism", daemon=True),
        ]

    @property
    def address(self) -> str:
        """What a driver is told: host:port or serial://path."""
        return self._port.address

    @property
    def port(self) -> int | None:
        """The network port it listens on; None for a serial printer."""
        return self._port.host_and_port[1] if isinstance(self._port, NetworkPort) else None

    @property
    def tickets(self) -> int:
        """Papers cut off with print on them."""
        return self._mechanism.tickets

    @property
    def violations(self) -> int:
        """Times the driver sent what it must not."""
        return self._mechanism.violations

    @property
    def mm_moved(self) -> float:
        """Paper moved since it was made."""
        return self._mechanism.mm_moved

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

    def drop_link(self, *, after_bytes: int = 0) -> None:
        """Breaks the connection once, perhaps only when so many more bytes have been received."""
        self._wire.drop_link(after_bytes=after_bytes)

    def set_pace(self, bytes_per_second: float | None) -> None:
        """Makes the line slow, or fast again with None."""
        self._wire.set_pace(bytes_per_second)

    def power_cycle(self) -> None:
        """Off and on: the connection breaks, what was buffered is gone, the paper stays where it was."""
        # In this order both are told before new bytes come: a mechanism that waits for paper, one that waits for bytes.
        self._condition.lose_power()
        self._wire.lose_power()

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
        kinds = {b"\x37": Answer.PROCESS_ID, b"_": Answer.IDENTITY}
        kind = kinds.get(data[:1], Answer.TRANSMIT if len(data) == 1 else Answer.AUTOMATIC)
        if kind in self._model.answers:
            self._wire.reply(data)

    def _condition_changed(self) -> None:
        self._wire.wake()
        status = self._condition.automatic_status()
        if status != self._last_status and self._mechanism.automatic_status:
            self._answer(status)
        self._last_status = status
        self._report({"event": "faults", "faults": self._condition.faults()})
