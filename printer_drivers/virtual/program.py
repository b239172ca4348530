"""`printer virtual`: the virtual printer as a process that tells what happens as JSON lines on its output.

The first line is {"event": "listening", "port": N or null, "address": "...", "control_port": M or null}. SIGTERM and
SIGINT stop it. Exit status 0; 3 when the driver ever sent what it must not.
"""

import argparse
import signal
import sys
import threading
from pathlib import Path

from printer_drivers.virtual.control import Answerer, ControlServer, serve_lines
from printer_drivers.virtual.mechanism import Event
from printer_drivers.virtual.printer import Answer, Model, VirtualPrinter
from printer_drivers.virtual.receive import BUFFER_BYTES_DEFAULT

EXIT_AFTER_VIOLATIONS = 3
EXIT_CANNOT_LISTEN = 2
BITS_PER_BYTE = 10
"""On a serial line: eight, and the bits around them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `printer virtual`."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=9100, help="port to listen on; 0 picks a free one")
    parser.add_argument("--device", type=Path, help="be a serial printer; a link of this name leads to its device")
    parser.add_argument("--baud", type=float, help="let the line be as slow as a serial one of so many baud")
    parser.add_argument("--out", type=Path, required=True, help="folder for ticket-0001.png ...")
    parser.add_argument("--paper", type=int, choices=(80, 58), default=80, help="width of the roll in mm")
    parser.add_argument("--speed", type=float, default=200.0, help="mm of paper a second; 0 prints at once")
    parser.add_argument("--buffer", type=int, default=BUFFER_BYTES_DEFAULT, help="bytes of the receive buffer")
    parser.add_argument("--control-port", type=int, help="also take control lines on this port; 0 picks a free one")
    parser.add_argument(
        "--answers",
        nargs="*",
        type=Answer,
        choices=list(Answer),
        default=list(Answer),
        help="questions this model answers: automatic realtime transmit process-id identity (default: all)",
    )


def run(options: argparse.Namespace) -> int:
    """Prints until a signal comes; returns the exit status."""
    say = Answerer(sys.stdout)
    pace = options.baud / BITS_PER_BYTE if options.baud else None
    model = Model(options.paper, options.speed, options.buffer, frozenset(options.answers), pace)
    violations = threading.Event()

    def report(event: Event) -> None:
        if event["event"] == "violation":
            violations.set()
        say(event)

    try:
        printer = VirtualPrinter(options.host, options.port, options.out, model, report, device=options.device)
        control = None if options.control_port is None else ControlServer(options.control_port, printer)
    except OSError as problem:
        print(f"cannot listen: {problem}", file=sys.stderr)
        return EXIT_CANNOT_LISTEN
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    printer.start()
    control_port = control and control.server_address[1]
    say({"event": "listening", "port": printer.port, "address": printer.address, "control_port": control_port})
    if control is not None:
        threading.Thread(target=control.serve_forever, name="control port", daemon=True).start()
    threading.Thread(target=serve_lines, args=(sys.stdin, printer, say), name="control lines", daemon=True).start()
    stop.wait()
    if control is not None:
        control.shutdown()
        control.server_close()
    printer.stop()
    return EXIT_AFTER_VIOLATIONS if violations.is_set() else 0
