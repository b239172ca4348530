"""`printer virtual | test ADDRESS | status ADDRESS`: for demonstrations and for the person who installs a printer."""

import argparse
import queue
import sys
from collections.abc import Sequence
from datetime import datetime

from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, JobTaken, PrintFact, StatusChanged
from printer_drivers.inquiry import ask_status
from printer_drivers.job import JobState
from printer_drivers.sample import sample_ticket
from printer_drivers.spool import Printer
from printer_drivers.status import PrinterStatus
from printer_drivers.transports.tcp import TcpTransport, address_of
from printer_drivers.virtual import program as virtual_program

TEST_JOB = "test"
TEST_SECONDS_MAX = 60.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status: 0 when the printer did what was asked."""
    parser = argparse.ArgumentParser(prog="printer", description="Receipt printers of a hall.")
    commands = parser.add_subparsers(dest="command", required=True)
    virtual = commands.add_parser("virtual", help="be a printer that draws each ticket as a picture")
    virtual_program.add_arguments(virtual)
    test = commands.add_parser("test", help="print a ticket with all Vietnamese letters and wait for its confirmation")
    test.add_argument("address", help="host or host:port, such as 192.168.1.50:9100")
    test.add_argument("--paper", type=int, choices=(80, 58), default=80, help="width of the roll in mm")
    status = commands.add_parser("status", help="ask a printer how it is")
    status.add_argument("address", help="host or host:port")
    options = parser.parse_args(arguments)
    if options.command == "virtual":
        return virtual_program.run(options)
    try:
        address_of(options.address)
    except ValueError as mistake:
        parser.error(str(mistake))
    if options.command == "test":
        return _test(options.address, options.paper)
    return _status(options.address)


def _test(address: str, paper_mm: int) -> int:
    facts: queue.SimpleQueue[PrintFact] = queue.SimpleQueue()
    printer = Printer(address, paper_mm, facts.put)
    printer.start()
    printer.print(TEST_JOB, sample_ticket(datetime.now().astimezone().strftime("%H:%M %d/%m/%Y")))
    try:
        while True:
            fact = facts.get(timeout=TEST_SECONDS_MAX)
            print(_told(fact), flush=True)
            if isinstance(fact, JobPrinted):
                return 0
            if isinstance(fact, JobFailed):
                return 1
    except queue.Empty:
        print(f"no outcome within {TEST_SECONDS_MAX:.0f} s", file=sys.stderr)
        return 1
    finally:
        printer.stop()


def _status(address: str) -> int:
    status = ask_status(TcpTransport(*address_of(address)))
    print(_described(status))
    return 0 if status.ready and status.answers else 1


def _told(fact: PrintFact) -> str:
    match fact:
        case JobPrinted(_, mm):
            return f"printed and cut: {mm} mm, confirmed by the printer"
        case JobTaken(job_id):
            return f"taken over: {job_id}"
        case JobHeld(_, trouble):
            return f"waiting: {trouble.value}"
        case JobFailed(_, JobState.SENT_UNCONFIRMED, _):
            return "sent; this printer does not answer, so look whether the ticket came out whole"
        case JobFailed(_, state, reason):
            return f"not confirmed: {state.value} ({reason})"
        case StatusChanged(status):
            return _described(status)


def _described(status: PrinterStatus) -> str:
    if not status.connected:
        return "no connection"
    if not status.answers:
        return "connected, no answers so far"
    trouble = status.trouble
    return f"connected, {trouble.value if trouble else 'ready'}, paper {status.paper.value}"


if __name__ == "__main__":
    sys.exit(main())
