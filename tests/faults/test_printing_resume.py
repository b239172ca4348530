"""What the run before left in the journal: printed when it was only queued, told of when it had begun."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from printer_drivers.facts import JobFailed, JobPrinted, JobTaken
from printer_drivers.job import JobState
from printer_drivers.job_journal import JobJournal
from printer_drivers.session import QUEUED_SECONDS_MAX
from printer_drivers.spool import Printer
from printer_drivers.virtual.printer import Model, VirtualPrinter
from printer_drivers.virtual.tray import MemoryTray
from tests.faults.printing_stage import Heard
from tests.unit.printer_drivers.tickets import ORDINARY


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def virtual(heard: Heard) -> Iterator[VirtualPrinter]:
    made = VirtualPrinter("127.0.0.1", 0, MemoryTray(), Model(mm_per_second=0), heard.event)
    made.start()
    yield made
    made.stop()
    assert heard.violations() == []


def left_behind(file: Path) -> JobJournal:
    """A run that ended with one ticket begun, one queued just now, and one queued for too long."""
    journal = JobJournal(file)
    now = time.time()
    journal.queued("begun", ORDINARY, at=now)
    journal.begun("begun", 41)
    journal.queued("queued", ORDINARY, at=now)
    journal.queued("too late", ORDINARY, at=now - QUEUED_SECONDS_MAX - 1)
    journal.close()
    return JobJournal(file)


def test_each_ticket_left_behind_is_told_of(tmp_path: Path, virtual: VirtualPrinter, heard: Heard) -> None:
    file = tmp_path / "journal"
    printer = Printer(virtual.address, 80, heard.fact, journal=left_behind(file))
    assert {job.job_id: job.attempt for job in printer.open_at_start} == {"begun": 41, "queued": None, "too late": None}
    with pytest.raises(ValueError, match="already"):
        printer.print("queued", ORDINARY)
    printer.start()
    heard.wait_for(lambda: all(heard.of(job_id) for job_id in ("begun", "queued", "too late")))
    printer.stop()
    assert heard.of("begun") == [JobFailed("begun", JobState.UNKNOWN, "interrupted")]
    assert [type(fact) for fact in heard.of("queued")] == [JobPrinted]
    [too_late] = heard.of("too late")
    assert isinstance(too_late, JobFailed)
    assert too_late.state is JobState.FAILED_BEFORE_SEND
    again = JobJournal(file)
    assert again.open_jobs == ()
    assert again.last_attempt is not None
    assert again.last_attempt > 41
    again.close()


def test_a_ticket_is_taken_over_before_it_is_printed(tmp_path: Path, virtual: VirtualPrinter, heard: Heard) -> None:
    printer = Printer(virtual.address, 80, heard.fact, journal=JobJournal(tmp_path / "journal"))
    printer.start()
    printer.print("a", ORDINARY)
    heard.wait_for(lambda: heard.of("a"))
    printer.stop()
    told = [fact for fact in heard.facts if isinstance(fact, JobTaken | JobPrinted)]
    assert [type(fact) for fact in told] == [JobTaken, JobPrinted]


@pytest.mark.parametrize("step", ["queued", "begun"])
def test_what_cannot_be_written_down_is_not_sent(
    tmp_path: Path, virtual: VirtualPrinter, heard: Heard, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left")

    journal = JobJournal(tmp_path / "journal")
    monkeypatch.setattr(journal, step, full)
    printer = Printer(virtual.address, 80, heard.fact, journal=journal)
    printer.start()
    printer.print("a", ORDINARY)
    heard.wait_for(lambda: heard.of("a"))
    printer.stop()
    assert heard.of("a") == [JobFailed("a", JobState.FAILED_BEFORE_SEND, "journal")]
    assert virtual.tickets == 0
