"""Which tickets are on their way to paper, on disk, so that a program that dies at any moment neither loses nor repeats
one.

One JSON line for each step, synced before the step is taken:

    {"step": "queued", "job": "...", "at": 1764..., "content": {...}}     taken over from the program
    {"step": "begun", "job": "...", "attempt": 4711}                      its first byte may leave from now on
    {"step": "settled", "job": "...", "state": "confirmed"}               nothing more is owed
    {"step": "attempts", "attempt": 4711}                                 head of the file: numbers used before it

What was queued and never begun can be printed; what was begun may be on paper or not, and is never printed again by
itself. How the file outlives the end of the program at any byte is in `synced_lines`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from printer_drivers.document import TicketContent
from printer_drivers.job import JobState
from printer_drivers.synced_lines import SyncedLines

COMPACT_LINES_MIN = 512
"""A file shorter than this is left as it is."""
OPEN_JOBS_MAX = 64
"""More open tickets than any printer may have: the oldest are forgotten before the file grows without bound."""


@dataclass(frozen=True, slots=True)
class OpenJob:
    """A ticket that was not settled when the journal was opened.

    attempt: the last one begun; None: not one byte has left. queued_at: seconds of the wall clock.
    """

    job_id: str
    content: TicketContent
    queued_at: float
    attempt: int | None = None


class Queued(msgspec.Struct, tag_field="step", tag="queued"):
    """A line of the file."""

    job: str
    at: float
    content: TicketContent


class Begun(msgspec.Struct, tag_field="step", tag="begun"):
    """A line of the file."""

    job: str
    attempt: int


class Settled(msgspec.Struct, tag_field="step", tag="settled"):
    """A line of the file."""

    job: str
    state: JobState


class Attempts(msgspec.Struct, tag_field="step", tag="attempts"):
    """A line of the file."""

    attempt: int


Step = Queued | Begun | Settled | Attempts


class JobJournal:
    """Used by one thread of one process. Methods raise OSError when the disk does not take what is to be kept."""

    def __init__(self, file: Path) -> None:
        """Opens the file, made when missing."""
        self._open: dict[str, OpenJob] = {}
        self.last_attempt: int | None = None
        """The highest attempt ever begun: the next ones go on from there."""
        self.damaged_lines = 0
        """Lines that could not be read, the torn last one aside."""
        self._lines = SyncedLines(file)
        self._read()

    @property
    def open_jobs(self) -> tuple[OpenJob, ...]:
        """Tickets that are not settled, oldest first."""
        return tuple(self._open.values())

    def holds(self, job_id: str) -> bool:
        """The ticket is not settled."""
        return job_id in self._open

    def queued(self, job_id: str, content: TicketContent, at: float) -> None:
        """The ticket is taken over; `at` in seconds of the wall clock."""
        self._note(Queued(job_id, at, content))

    def begun(self, job_id: str, attempt: int) -> None:
        """Bytes of this attempt may leave once this returns."""
        self._note(Begun(job_id, attempt))

    def settled(self, job_id: str, state: JobState) -> None:
        """Nothing more is owed, and the program has been told."""
        self._note(Settled(job_id, state))

    def close(self) -> None:
        """Closes the file."""
        self._lines.close()

    def _note(self, step: Step) -> None:
        self._lines.append(msgspec.json.encode(step))
        self._apply(step)
        self._compact()

    def _read(self) -> None:
        for line in self._lines.read():
            try:
                step = _DECODER.decode(line)
            except msgspec.MsgspecError:
                self.damaged_lines += 1
                continue
            self._apply(step)
        self._compact()

    def _apply(self, step: Step) -> None:
        match step:
            case Queued(job, at, content):
                self._open[job] = OpenJob(job, content, at)
                while len(self._open) > OPEN_JOBS_MAX:
                    del self._open[next(iter(self._open))]
            case Begun(job, attempt):
                if job in self._open:
                    self._open[job] = replace(self._open[job], attempt=attempt)
                self.last_attempt = attempt
            case Settled(job, _):
                self._open.pop(job, None)
            case Attempts(attempt):
                self.last_attempt = attempt

    def _compact(self) -> None:
        """Leaves out history when most of the file is that."""
        if self._lines.count <= COMPACT_LINES_MIN:
            return
        steps = [step for job in self._open.values() for step in _steps_of(job)]
        if self.last_attempt is not None:
            steps.insert(0, Attempts(self.last_attempt))
        self._lines.replace([msgspec.json.encode(step) for step in steps])


def _steps_of(job: OpenJob) -> Iterable[Step]:
    yield Queued(job.job_id, job.queued_at, job.content)
    if job.attempt is not None:
        yield Begun(job.job_id, job.attempt)


_DECODER = msgspec.json.Decoder(Step)
