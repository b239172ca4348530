"""A ticket's way to paper: its bytes, its drawing, and what the software adds to the printer's own time.

    ticket_bytes_80mm              bytes of an ordinary 80 mm ticket; floor: the same picture as one big raster
    ticket_bytes_80mm_richest      the same in both languages, large print, with a logo
    render_encode, _p95            content to bytes, warm, every ticket another
    render_encode_richest, _p95    the same of the richest ticket
    software_share_tcp             touch to cut, beyond the same bytes sent by a bare loop to the same paced printer
    software_share_usb_paced       the same by a device file, at the pace of full-speed USB
    software_share_serial_115200   the same by a serial line

The printer is the virtual one in a process of its own, MM_PER_SECOND fast. Lines run at their real pace. The floor of a
share is the bare loop: line, mechanism, and the virtual printer's own work.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import select
import socket
import subprocess
import sys
import tempfile
import time
import tty
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median

from printer_drivers.document import TicketContent
from printer_drivers.encoder import closing
from printer_drivers.facts import JobFailed, JobPrinted, PrintFact, StatusChanged
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.rendering import render
from printer_drivers.spool import Printer
from tests.bench.figures import HEADING, Figure, Target, percentile, row
from tests.unit.printer_drivers.tickets import ORDINARY, VARIANTS, Variant

TARGETS: Mapping[str, Target] = {
    "ticket_bytes_80mm": Target("ratio", "at most", 0.45),
    "ticket_bytes_80mm_richest": Target("ratio", "at most", 0.45),
    "render_encode": Target("value", "at most", 30.0),
    "render_encode_richest": Target("value", "at most", 30.0),
    "software_share_tcp": Target("value", "at most", 60.0),
    "software_share_usb_paced": Target("value", "at most", 60.0),
}
PROFILE = network_profile(PAPER_80)
MM_PER_SECOND = 150.0
USB_BYTES_PER_SECOND = 800_000.0
"""What bulk transfers over full-speed USB bring to a printer."""
SERIAL_BAUD = 115_200
RENDERINGS = 100
ANSWER_SECONDS_MAX = 30.0
CUT_ID = "benc"


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of line: its figure, and how driver and virtual printer are told of it."""

    figure: str
    scheme: str
    baud: float | None = None


LINES = (
    Line("software_share_tcp", "tcp"),
    Line("software_share_usb_paced", "usb", USB_BYTES_PER_SECOND * 10),
    Line("software_share_serial_115200", "serial", SERIAL_BAUD),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="hall bench printing", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--tickets", type=int, default=5, metavar="N", help="on each line (%(default)s)")
    options = parser.parse_args(arguments)
    if not options.json:
        print(HEADING)

    def say(figure: Figure) -> None:
        print(figure.line() if options.json else row(figure, TARGETS), flush=True)

    measure_rendering("", Variant("ordinary", ORDINARY), say)
    measure_rendering("_richest", VARIANTS[-1], say)
    for line in LINES:
        measure_share(line, options.tickets, say)
    return 0


def measure_rendering(which: str, variant: Variant, say: Callable[[Figure], None]) -> None:
    """Bytes and milliseconds of one kind of ticket; `which` is the end of the figures' names."""
    ticket = render(variant.content, PROFILE, variant.stationery)
    data = ticket.body + closing("0000", CUT_ID, PROFILE)
    say(Figure(f"ticket_bytes_80mm{which}", len(data), "bytes", float(round(ticket.mm * 8) * PAPER_80.dots // 8)))
    taken = []
    for number in range(RENDERINGS):
        content = _another(number, variant.content)
        started = time.perf_counter()
        render(content, PROFILE, variant.stationery)
        taken.append((time.perf_counter() - started) * 1000)
    say(Figure(f"render_encode{which}", median(taken), "ms"))
    say(Figure(f"render_encode{which}_p95", percentile(taken, 95), "ms"))


def measure_share(line: Line, tickets: int, say: Callable[[Figure], None]) -> None:
    """What the driver adds on one kind of line."""
    with _virtual_printer(line) as place:
        address = f"{line.scheme}://{place}" + (f"?baud={SERIAL_BAUD}" if line.scheme == "serial" else "")
        ours = median(_through_driver(address, tickets))
        bare = median(_through_bare_loop(line, place, tickets))
    say(Figure(line.figure, (ours - bare) * 1000, "ms", bare * 1000))


def _another(number: int, content: TicketContent = ORDINARY) -> TicketContent:
    """The ticket of the next person."""
    facts = ((content.facts[0][0], str(number % 60)), *content.facts[1:])
    made = replace(content, number=f"C{number % 1000:03d}", facts=facts, qr_payload=f"http://192.168.1.20/t/{number}")
    return made if made.second is None else replace(made, second=_another(number, made.second))


@contextmanager
def _virtual_printer(line: Line) -> Iterator[str]:
    """host:port or the path of its device."""
    with tempfile.TemporaryDirectory() as folder:
        device = f"{folder}/printer"
        command = [sys.executable, "-m", "printer_drivers", "virtual", "--out", folder, "--speed", str(MM_PER_SECOND)]
        command += ["--port", "0"] if line.scheme == "tcp" else ["--device", device]
        command += ["--baud", str(line.baud)] if line.baud is not None else []
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            listening = json.loads(process.stdout.readline())
            yield listening["address"] if line.scheme == "tcp" else device
        finally:
            process.terminate()
            process.communicate()


def _through_driver(address: str, tickets: int) -> list[float]:
    """Seconds from the wish to the confirmed cut, for each ticket."""
    facts: queue.SimpleQueue[PrintFact] = queue.SimpleQueue()
    printer = Printer(address, 80, facts.put, profile=PROFILE)
    printer.start()
    taken = []
    try:
        while not (isinstance(fact := facts.get(timeout=ANSWER_SECONDS_MAX), StatusChanged) and fact.status.ready):
            pass
        for number in range(tickets + 1):
            started = time.perf_counter()
            printer.print(str(number), _another(number))
            while not isinstance(fact := facts.get(timeout=ANSWER_SECONDS_MAX), JobPrinted):
                assert not isinstance(fact, JobFailed), fact
            taken.append(time.perf_counter() - started)
    finally:
        printer.stop()
    return taken[1:]


def _through_bare_loop(line: Line, place: str, tickets: int) -> list[float]:
    """The same bytes from memory into the line, and the answer awaited: nothing of the driver in it."""
    taken = []
    with _bare_line(line, place) as descriptor:
        for number in range(tickets + 1):
            data = render(_another(number), PROFILE).body + closing("0000", CUT_ID, PROFILE)
            started = time.perf_counter()
            _exchange(descriptor, data)
            taken.append(time.perf_counter() - started)
    return taken[1:]


@contextmanager
def _bare_line(line: Line, place: str) -> Iterator[int]:
    if line.scheme == "tcp":
        host, _, port = place.partition(":")
        with socket.create_connection((host, int(port))) as stream:
            stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            stream.setblocking(False)
            yield stream.fileno()
        return
    descriptor = os.open(place, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        tty.setraw(descriptor)
        yield descriptor
    finally:
        os.close(descriptor)


def _exchange(descriptor: int, data: bytes) -> None:
    """Writes all of it and reads until the answer to the cut."""
    heard, wanted, until = b"", b"\x37\x22" + CUT_ID.encode() + b"\x00", time.perf_counter() + ANSWER_SECONDS_MAX
    while wanted not in heard:
        assert time.perf_counter() < until, "the virtual printer does not answer"
        readable, writable, _ = select.select([descriptor], [descriptor] if data else [], [], ANSWER_SECONDS_MAX)
        if readable:
            heard += os.read(descriptor, 4096)
        if writable:
            data = data[os.write(descriptor, data[:4096]) :]
