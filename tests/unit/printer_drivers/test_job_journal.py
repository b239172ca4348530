"""The journal survives whatever stops the program, at any byte."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from printer_drivers.document import ticket_document
from printer_drivers.job import JobState
from printer_drivers.job_journal import COMPACT_LINES_MIN, OPEN_JOBS_MAX, JobJournal
from tests.unit.printer_drivers.tickets import BILINGUAL, ORDINARY

Open = Callable[[], JobJournal]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk" / "printing.journal"


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of steps is tested here, not the disk."""
    monkeypatch.setattr("printer_drivers.synced_lines.os.fsync", lambda _: None)


@pytest.fixture
def open_journal(file: Path) -> Iterator[Open]:
    opened: list[JobJournal] = []

    def open_one() -> JobJournal:
        opened.append(JobJournal(file))
        return opened[-1]

    yield open_one
    for journal in opened:
        journal.close()


def states(journal: JobJournal) -> dict[str, int | None]:
    return {job.job_id: job.attempt for job in journal.open_jobs}


def test_what_was_not_settled_is_open_after_a_restart(file: Path, open_journal: Open) -> None:
    journal = open_journal()
    for job_id, content in (("a", ORDINARY), ("b", BILINGUAL), ("c", ORDINARY)):
        journal.queued(job_id, content, at=1000.5)
    journal.begun("a", 7)
    journal.begun("b", 8)
    journal.settled("a", JobState.CONFIRMED)
    again = open_journal()
    assert states(again) == {"b": 8, "c": None}
    assert again.last_attempt == 8
    [b, _] = again.open_jobs
    assert b.queued_at == 1000.5
    assert ticket_document(b.content) == ticket_document(BILINGUAL)


def test_the_file_may_end_at_any_byte(file: Path, open_journal: Open) -> None:
    journal = open_journal()
    journal.queued("a", ORDINARY, at=1.0)
    journal.begun("a", 1)
    journal.settled("a", JobState.UNKNOWN)
    journal.queued("b", ORDINARY, at=2.0)
    journal.close()
    whole = file.read_bytes()
    ends = [0, *(at + 1 for at, byte in enumerate(whole) if byte == 0x0A)]
    expected = [{}, {"a": None}, {"a": 1}, {}, {"b": None}]
    for length in range(len(whole) + 1):
        file.write_bytes(whole[:length])
        torn = open_journal()
        steps = sum(end <= length for end in ends) - 1
        assert states(torn) == expected[steps]
        torn.queued("next", ORDINARY, at=3.0)
        torn.close()
        assert "next" in states(open_journal()), "what follows a torn line is not spoiled by it"
        assert torn.damaged_lines == 0


def test_a_damaged_line_costs_only_itself(file: Path, open_journal: Open) -> None:
    journal = open_journal()
    journal.queued("a", ORDINARY, at=1.0)
    journal.close()
    file.write_bytes(b"\xff\x00 not a step\n" + file.read_bytes() + b'{"step":"danced"}\n')
    again = open_journal()
    assert states(again) == {"a": None}
    assert again.damaged_lines == 2


def test_history_is_dropped_and_the_count_of_attempts_kept(file: Path, open_journal: Open) -> None:
    journal = open_journal()
    journal.queued("waits", ORDINARY, at=1.0)
    for number in range(COMPACT_LINES_MIN):
        journal.begun("gone", number)
    lines = file.read_bytes().splitlines()
    assert len(lines) < COMPACT_LINES_MIN
    again = open_journal()
    assert states(again) == {"waits": None}
    assert again.last_attempt == COMPACT_LINES_MIN - 1
    assert not list(file.parent.glob("*.part"))


def test_open_tickets_are_bounded(file: Path, open_journal: Open) -> None:
    journal = open_journal()
    for number in range(OPEN_JOBS_MAX + 1):
        journal.queued(str(number), ORDINARY, at=1.0)
    assert len(journal.open_jobs) == OPEN_JOBS_MAX
    assert not journal.holds("0")


def test_a_disk_that_takes_nothing_is_an_error_and_changes_nothing(
    file: Path, open_journal: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_journal()

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("printer_drivers.synced_lines.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        journal.queued("a", ORDINARY, at=1.0)
    assert not journal.holds("a")
