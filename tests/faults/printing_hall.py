"""A driver, a printer with a tray, and people who want their tickets: the stage of the tests of truth."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from printer_drivers import backoff, job, line_doubt, paper_answers, session
from printer_drivers.document import TicketContent
from printer_drivers.facts import JobFailed, JobPrinted
from printer_drivers.job import JobState
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.spool import Printer
from printer_drivers.virtual.printer import Answer, Model, VirtualPrinter
from printer_drivers.virtual.tray import MemoryTray
from tests.faults.paper_judge import Judge, safe_to_print_again
from tests.faults.printing_stage import Heard
from tests.unit.printer_drivers.tickets import ORDINARY

LINES = ("tcp", "pty")
ANSWERS = {
    "ids": frozenset(Answer),
    "transmit": frozenset(Answer) - {Answer.PROCESS_ID},
    "none": frozenset({Answer.AUTOMATIC, Answer.REALTIME}),
}
FAST = replace(network_profile(PAPER_80), mm_per_second=1e6)
PROFILES = {
    "ids": FAST,
    "transmit": replace(FAST, process_ids=False),
    "none": replace(FAST, process_ids=False, transmit_status=False),
}
BUFFER_BYTES = 1024
ATTEMPTS_MAX = 6
CONFIRM_SECONDS = 0.6
"""How long an answer is waited for at first; twice as long with each attempt, for the machine may be busy."""
LATE_SECONDS_MAX = 1.0
"""How long a late answer is waited for."""


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The virtual printer prints at once, so that nothing has to be waited for as long as in a hall."""
    monkeypatch.setattr(session, "GREETING_SECONDS_MAX", 0.4)
    monkeypatch.setattr(session, "ASK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(line_doubt, "UNPROVEN_SECONDS", 5.0)
    monkeypatch.setattr(job, "CONFIRM_SECONDS_MAX", CONFIRM_SECONDS)
    monkeypatch.setattr(job, "CUT_SECONDS", 0.3)
    monkeypatch.setattr(job, "HOLD_SECONDS_MAX", 2.0)
    monkeypatch.setattr(paper_answers, "QUIET_SECONDS", 0.6)
    monkeypatch.setattr(backoff, "REOPEN_SECONDS_MIN", 0.01)


@dataclass
class Hall:
    """A driver, a printer with a tray, and every ticket asked for."""

    printer: Printer
    virtual: VirtualPrinter
    heard: Heard
    tray: MemoryTray
    chance: Random
    contents: dict[str, TicketContent]

    def ask(self, job_id: str, number: str, mark: str | None = None) -> None:
        self.contents[job_id] = replace(ORDINARY, number=number, qr_payload=f"ticket {number}", reprint_mark=mark)
        self.printer.print(job_id, self.contents[job_id])

    def printed(self, job_id: str) -> bool:
        return any(isinstance(fact, JobPrinted) for fact in self.heard.of(job_id))

    def any_printed(self, job_ids: Iterable[str]) -> bool:
        """One of them was, perhaps by a late answer."""
        return any(map(self.printed, job_ids))

    def settled(self, job_id: str) -> bool:
        return any(isinstance(fact, JobPrinted | JobFailed) for fact in self.heard.of(job_id))

    def print_until_sure(self, number: str) -> None:
        """What staff do: print it; print it again as it was where that is said to be safe, else with a mark."""
        for attempt in range(ATTEMPTS_MAX):
            job.CONFIRM_SECONDS_MAX = CONFIRM_SECONDS * 2**attempt
            before = [job_id for job_id, content in self.contents.items() if content.number == number]
            again = not all(safe_to_print_again(self.heard.facts, job_id) for job_id in before)
            job_id = f"{number} again {attempt}"
            self.ask(job_id, number, "BẢN IN LẠI" if again else None)
            self.heard.wait_for(partial(self.settled, job_id))
            if self.heard.of(job_id)[-1] == JobFailed(job_id, JobState.SENT_UNCONFIRMED, "no_answer"):
                return
            tried = (*before, job_id)
            if not safe_to_print_again(self.heard.facts, job_id):
                self.heard.hear_within(LATE_SECONDS_MAX, partial(self.any_printed, tried))
            if self.any_printed(tried):
                return
        raise AssertionError(f"{number} was never printed: {self.heard.facts[-8:]}")


@contextmanager
def hall(line: str, answers: str, folder: Path, seed: int) -> Iterator[Hall]:
    heard, tray, profile = Heard(), MemoryTray(), PROFILES[answers]
    model = Model(mm_per_second=0, buffer_bytes=BUFFER_BYTES, answers=ANSWERS[answers], seed=seed)
    device = folder / "printer" if line == "pty" else None
    virtual = VirtualPrinter("127.0.0.1", 0, tray, model, heard.event, device=device)
    virtual.start()
    # The pseudo terminal delivers at once whatever its speed: the profile must not take it for a slow line.
    fast = replace(profile, line_bytes_per_second=1e6)
    printer = Printer(virtual.address, 80, heard.fact, profile=fast, first_attempt=lambda: seed * 1000)
    printer.start()
    made = Hall(printer, virtual, heard, tray, Random(seed), {})
    try:
        heard.wait_for(lambda: printer.status.connected)
        yield made
    finally:
        printer.stop()
        virtual.stop()
    assert heard.violations() == [], heard.violations()
    lies = Judge(fast).lies(made.contents, heard.facts, tray.papers)
    assert lies == [], lies
