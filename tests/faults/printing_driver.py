"""A program that prints, to be killed at any moment: job ids on its input, what it knows of them on its output.

python -m tests.faults.printing_driver ADDRESS JOURNAL [MOMENT]

MOMENT: when it kills itself, see `sudden_death`.
"""

import sys
import threading
from dataclasses import replace
from pathlib import Path

from printer_drivers.document import TicketContent
from printer_drivers.facts import JobFailed, JobPrinted, JobTaken, PrintFact
from printer_drivers.job_journal import JobJournal
from printer_drivers.spool import Printer, PrintQueueFullError
from tests.faults.sudden_death import arrange, say_and_die
from tests.unit.printer_drivers.tickets import ORDINARY


def content_of(job_id: str) -> TicketContent:
    """The ticket of that number."""
    return replace(ORDINARY, number=job_id, qr_payload=f"ticket {job_id}")


def main(address: str, journal: Path, moment: str = "") -> None:
    """Prints what it is told to until its input ends."""
    lock = threading.Lock()
    if moment:
        arrange(moment)

    def says(*words: str) -> None:
        with lock:
            print(*words, flush=True)

    say = say_and_die(moment, says)

    def heard(fact: PrintFact) -> None:
        match fact:
            case JobTaken(job_id):
                say("taken", job_id)
            case JobPrinted(job_id, _):
                say("printed", job_id)
            case JobFailed(job_id, state, _):
                say(state.value, job_id)
            case _:
                pass

    printer = Printer(address, 80, heard, journal=JobJournal(journal))
    for job in printer.open_at_start:
        say("left", job.job_id)
    printer.start()
    say("started")
    for line in sys.stdin:
        try:
            printer.print(line.strip(), content_of(line.strip()))
        except PrintQueueFullError:
            say("full", line.strip())
    printer.stop()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
