"""The program is killed at any moment: no ticket that it had taken over is lost, and none comes out twice.

At each moment that the code distinguishes, exactly; and at random ones besides.
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from printer_drivers.facts import JobPrinted, PrintFact
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.virtual.printer import Model, VirtualPrinter
from printer_drivers.virtual.tray import MemoryTray
from tests.faults.paper_judge import Judge
from tests.faults.printing_driver import content_of
from tests.faults.printing_stage import PATIENCE_SECONDS_MAX, Heard

pytestmark = pytest.mark.e2e
KILLS = 6
TICKETS_BETWEEN_KILLS = 2
MM_PER_SECOND = 700.0
"""A ticket takes a fifth of a second, so that a kill falls into the middle of some."""
SECONDS_TO_LIVE_MAX = 0.15
NEXT = "B002"
"""The ticket of the next person, after the program has come back."""
OUTCOMES = {"printed", "failed_before_send", "unknown", "sent_unconfirmed", "printed_not_cut"}


class Driver:
    """One run of the program, and the words it said."""

    def __init__(self, address: str, journal: Path, *moment: str) -> None:
        command = [sys.executable, "-m", "tests.faults.printing_driver", address, str(journal), *moment]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.said: list[tuple[str, ...]] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._changed:
                self.said.append(tuple(line.split()))
                self._changed.notify_all()

    def ask(self, job_id: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{job_id}\n")
        self.process.stdin.flush()

    def jobs(self, *words: str) -> set[str]:
        with self._changed:
            return {line[1] for line in self.said if line[0] in words}

    def hear(self, words: set[str], job_ids: set[str], seconds: float) -> bool:
        """Whether one of the words is said of each job in time."""
        with self._changed:
            return self._changed.wait_for(
                lambda: job_ids <= {line[1] for line in self.said if line[0] in words}, seconds
            )

    def wait_started(self) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: ("started",) in self.said, PATIENCE_SECONDS_MAX)

    def wait_dead(self) -> None:
        """It has killed itself."""
        assert self.process.wait(PATIENCE_SECONDS_MAX) == -signal.SIGKILL, self.said
        self._close()

    def kill(self) -> None:
        self.process.kill()
        self._close()

    def end(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self._close()

    def _close(self) -> None:
        self.process.wait(PATIENCE_SECONDS_MAX)
        self._reader.join(PATIENCE_SECONDS_MAX)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None and not stream.closed:
                stream.close()


@dataclass(frozen=True, slots=True)
class Moment:
    """taken: the program had said that the ticket is its own. ending: what the next run says of it; None: nothing, for
    nothing is owed. papers: how many whole ones lie there in the end.
    """

    name: str
    taken: bool
    ending: str | None
    papers: int


MOMENTS = (
    Moment("unwritten", taken=False, ending=None, papers=0),
    Moment("half-written", taken=False, ending=None, papers=0),
    Moment("written", taken=False, ending="printed", papers=1),
    Moment("beginning", taken=True, ending="printed", papers=1),
    Moment("half-begun", taken=True, ending="printed", papers=1),
    Moment("begun", taken=True, ending="unknown", papers=0),
    Moment("compacting", taken=True, ending="unknown", papers=0),
    Moment("compacted", taken=True, ending="unknown", papers=0),
    Moment("bytes 1", taken=True, ending="unknown", papers=0),
    Moment("bytes 20000", taken=True, ending="unknown", papers=0),
    Moment("bytes 1000000", taken=True, ending="unknown", papers=1),
    Moment("untold", taken=True, ending="unknown", papers=1),
    Moment("told", taken=True, ending="unknown", papers=1),
    Moment("settled", taken=True, ending=None, papers=1),
)


@dataclass(frozen=True, slots=True)
class Stand:
    """A printer that prints at once, and what it said and made."""

    virtual: VirtualPrinter
    tray: MemoryTray
    heard: Heard

    def copies(self, judge: Judge, job_id: str) -> int:
        whole = judge.whole(content_of(job_id))
        return sum(whole in paper.tobytes() for paper in self.tray.papers)


@pytest.fixture(scope="module")
def judge() -> Judge:
    """One for all, for it remembers what whole tickets look like."""
    return Judge(network_profile(PAPER_80))


@pytest.fixture
def stand() -> Iterator[Stand]:
    tray, heard = MemoryTray(), Heard()
    virtual = VirtualPrinter("127.0.0.1", 0, tray, Model(mm_per_second=0), heard.event)
    virtual.start()
    yield Stand(virtual, tray, heard)
    virtual.stop()
    assert heard.violations() == []


@pytest.mark.nightly  # fourteen kills; the random ones below are in every run
@pytest.mark.parametrize("moment", MOMENTS, ids=[moment.name for moment in MOMENTS])
def test_killed_at_each_moment_of_a_ticket(tmp_path: Path, stand: Stand, judge: Judge, moment: Moment) -> None:
    journal = tmp_path / "journal"
    first = Driver(stand.virtual.address, journal, moment.name)
    first.wait_started()
    first.ask("A001")
    first.wait_dead()
    assert ("A001" in first.jobs("taken")) is moment.taken
    second = Driver(stand.virtual.address, journal)
    second.wait_started()
    assert second.jobs("left") == (set() if moment.ending is None else {"A001"})
    assert second.hear(OUTCOMES, second.jobs("left"), PATIENCE_SECONDS_MAX), second.said
    second.ask(NEXT)
    assert second.hear({"printed"}, {NEXT}, PATIENCE_SECONDS_MAX), second.said
    second.end()
    assert [line for line in second.said if line[-1] == "A001" and line[0] in OUTCOMES] == (
        [] if moment.ending is None else [(moment.ending, "A001")]
    )
    assert (stand.copies(judge, "A001"), stand.copies(judge, NEXT)) == (moment.papers, 1)


@pytest.mark.parametrize("seed", [1])
def test_killed_at_random_again_and_again(tmp_path: Path, seed: int) -> None:
    chance, tray, heard = Random(seed), MemoryTray(), Heard()
    virtual = VirtualPrinter("127.0.0.1", 0, tray, Model(mm_per_second=MM_PER_SECOND), heard.event)
    virtual.start()
    journal = tmp_path / "journal"
    taken: set[str] = set()
    outcomes: set[str] = set()
    unknown: set[str] = set()
    facts: list[PrintFact] = []

    def note(driver: Driver) -> None:
        taken.update(driver.jobs("taken"))
        outcomes.update(driver.jobs(*OUTCOMES))
        unknown.update(driver.jobs("unknown"))
        facts.extend(JobPrinted(job_id, 0.0) for job_id in driver.jobs("printed"))

    try:
        for run in range(KILLS):
            driver = Driver(virtual.address, journal)
            driver.wait_started()
            asked = {f"A{run * TICKETS_BETWEEN_KILLS + index:03d}" for index in range(TICKETS_BETWEEN_KILLS)}
            for job_id in sorted(asked):
                driver.ask(job_id)
            first = {min(asked)}
            if chance.random() < 0.7:
                driver.hear(OUTCOMES | {"full"}, first, PATIENCE_SECONDS_MAX)
            driver.hear(OUTCOMES | {"full"}, asked, chance.uniform(0, SECONDS_TO_LIVE_MAX))
            driver.kill()
            note(driver)
        driver = Driver(virtual.address, journal)
        driver.wait_started()
        assert driver.hear(OUTCOMES, driver.jobs("left"), PATIENCE_SECONDS_MAX), driver.said
        driver.end()
        note(driver)
    finally:
        virtual.stop()
    assert unknown, "no kill fell into a ticket: this run has shown nothing"
    assert taken <= outcomes
    assert heard.violations() == []
    contents = {job_id: content_of(job_id) for job_id in taken}
    assert Judge(network_profile(PAPER_80)).lies(contents, facts, tray.papers) == []
