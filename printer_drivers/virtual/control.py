"""Faults at run time: one JSON object a line in, one a line out.

    {"do": "set", "fault": "paper_out", "after_mm": 40}     after_mm only with paper_out
    {"do": "clear", "fault": "paper_out"}
    {"do": "drop_link"}                                     with "after_bytes": once so many more have come
    {"do": "pace", "bytes_per_second": 960}                 null: as fast as it comes
    {"do": "power_cycle"}
    {"do": "state"}

The answer to each is the state afterwards, or {"event": "error", "what": ...}.
"""

import json
import socketserver
import threading
from typing import IO

from printer_drivers.virtual.condition import Fault
from printer_drivers.virtual.mechanism import Event
from printer_drivers.virtual.printer import VirtualPrinter

LINE_BYTES_MAX = 4096


def obey(line: str, printer: VirtualPrinter) -> Event:
    """Does what one line asks; never raises for what the line says."""
    try:
        order = json.loads(line)
        match order:
            case {"do": "set", "fault": str(name), "after_mm": int() | float() as after_mm}:
                printer.set_fault(Fault(name), after_mm=after_mm)
            case {"do": "set", "fault": str(name)}:
                printer.set_fault(Fault(name))
            case {"do": "clear", "fault": str(name)}:
                printer.clear_fault(Fault(name))
            case {"do": "drop_link", "after_bytes": int() as after_bytes} if after_bytes >= 0:
                printer.drop_link(after_bytes=after_bytes)
            case {"do": "drop_link"}:
                printer.drop_link()
            case {"do": "pace", "bytes_per_second": None}:
                printer.set_pace(None)
            case {"do": "pace", "bytes_per_second": int() | float() as pace} if pace > 0:
                printer.set_pace(pace)
            case {"do": "power_cycle"}:
                printer.power_cycle()
            case {"do": "state"}:
                pass
            case _:
                return {"event": "error", "what": f"not understood: {line.strip()}"}
    except ValueError as problem:
        return {"event": "error", "what": str(problem)}
    return printer.state()


def serve_lines(lines: IO[str], printer: VirtualPrinter, answer: "Answerer") -> None:
    """Obeys each line until the stream ends."""
    while line := lines.readline(LINE_BYTES_MAX):
        if line.strip():
            answer(obey(line, printer))


class Answerer:
    """Writes events as JSON lines, whole lines only, from any thread."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def __call__(self, event: Event) -> None:
        """One line."""
        with self._lock:
            self._stream.write(json.dumps(event, ensure_ascii=False) + "\n")
            self._stream.flush()


class ControlServer(socketserver.ThreadingTCPServer):
    """The same lines over TCP, for programs that did not start the printer. Only ever bound to this machine."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int, printer: VirtualPrinter) -> None:
        self.printer = printer
        super().__init__(("127.0.0.1", port), _ControlHandler)


class _ControlHandler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """Lines from one visitor."""
        assert isinstance(self.server, ControlServer)
        while line := self.rfile.readline(LINE_BYTES_MAX):
            if line.strip():
                event = obey(line.decode("utf-8", errors="replace"), self.server.printer)
                self.wfile.write(json.dumps(event, ensure_ascii=False).encode("utf-8") + b"\n")
