"""Queues of the operating system: whole jobs, nothing back."""

import os
import select
import threading
from pathlib import Path

import pytest

from printer_drivers.escpos_library import unix_spooler
from printer_drivers.facts import JobFailed, PrintFact
from printer_drivers.job import JobState
from printer_drivers.spool import Printer
from printer_drivers.transports import LineEvent, Lost, Opened
from printer_drivers.transports.memory import MemoryTransport
from printer_drivers.transports.spooler import HAND_OVER_SECONDS_MAX, JOB_BYTES_MAX, SpoolerTransport
from tests.unit.printer_drivers.tickets import ORDINARY

SECONDS_MAX = 10.0


class Desk:
    """A spooler that keeps its jobs, or has no such queue."""

    def __init__(self, *, exists: bool = True) -> None:
        self.jobs: list[bytes] = []
        self._exists = exists

    def open(self, job_name: str) -> None:
        if not self._exists:
            raise LookupError("no such queue")

    def _raw(self, msg: bytes) -> None:
        self.jobs.append(msg)

    def close(self) -> None: ...


def told(line: SpoolerTransport) -> list[LineEvent]:
    assert select.select([line.fileno()], [], [], SECONDS_MAX)[0]
    return list(line.service(readable=True, writable=False, now=0.0))


def test_each_write_is_one_job_and_the_next_waits_its_turn() -> None:
    desk = Desk()
    line = SpoolerTransport(lambda: desk)
    assert line.open(0.0) is None
    assert list(line.service(readable=False, writable=False, now=0.0)) == [Opened()]
    assert line.write(b"one") == 3
    assert line.write(b"two") == 0
    assert told(line) == []
    assert line.write(b"two") == 3
    assert told(line) == []
    assert desk.jobs == [b"one", b"two"]
    line.close()


def test_a_queue_that_does_not_exist_and_one_that_hangs_are_lost_lines() -> None:
    line = SpoolerTransport(lambda: Desk(exists=False))
    line.open(0.0)
    assert list(line.service(readable=False, writable=False, now=0.0)) == [Opened()]
    line.write(b"one")
    assert told(line) == [Lost("LookupError: no such queue")]

    hangs = threading.Event()

    class Slow(Desk):
        def open(self, job_name: str) -> None:
            hangs.wait(SECONDS_MAX)

    line = SpoolerTransport(Slow)
    line.open(0.0)
    assert list(line.service(readable=False, writable=False, now=0.0)) == [Opened()]
    line.write(b"one")
    assert [type(event) for event in line.service(readable=False, writable=False, now=HAND_OVER_SECONDS_MAX)] == [Lost]
    hangs.set()


def test_a_job_without_measure_is_refused() -> None:
    line = SpoolerTransport(Desk)
    line.open(0.0)
    assert line.write(bytes(JOB_BYTES_MAX + 1)) == 0
    line.close()


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands of CUPS that know the queue HALL and put jobs into a file."""
    jobs = tmp_path / "jobs"
    for name, script in {
        "lpstat": 'case "$1" in -e) echo HALL ;; -v) echo "device for HALL: usb://x" ;; esac',
        "lp": f"cat >> '{jobs}'",
    }.items():
        command = tmp_path / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return jobs


def test_a_ticket_through_cups_is_sent_and_never_called_printed(cups: Path) -> None:
    facts: list[PrintFact] = []
    heard = threading.Event()

    def hear(fact: PrintFact) -> None:
        facts.append(fact)
        if isinstance(fact, JobFailed):
            heard.set()

    printer = Printer("cups://HALL", 80, hear)
    printer.start()
    printer.print("a", ORDINARY)
    assert heard.wait(SECONDS_MAX)
    printer.stop()
    assert [fact for fact in facts if isinstance(fact, JobFailed)] == [
        JobFailed("a", JobState.SENT_UNCONFIRMED, "no_answer")
    ]
    data = cups.read_bytes()
    assert data.startswith(b"\x1b@\x1dP")
    assert data.count(b"\x1dVB\x00") == 1
    assert b"\x1d(H" not in data
    assert b"\x1da" not in data[:16]


def test_the_library_knows_when_cups_has_no_such_queue(cups: Path) -> None:
    with pytest.raises(Exception, match="Incorrect printer name"):
        unix_spooler("NOWHERE").open("ticket")


def test_memory_takes_everything_and_says_nothing() -> None:
    line = MemoryTransport()
    assert line.write(b"early") == 0
    line.open(0.0)
    assert list(line.service(readable=False, writable=False, now=0.0)) == [Opened()]
    assert line.write(b"abc") == 3
    assert bytes(line.taken) == b"abc"
    assert (line.deadline, line.wants_to_read, line.wants_to_write) == (None, False, False)
    line.close()
    assert line.closed
