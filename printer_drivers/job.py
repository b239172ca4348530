"""The fate of one ticket, from the bytes sent, the replies heard and the time.

    queued ──► sending ──► confirmed             the printer said that it printed and cut all of it
                  │──────► printed_not_cut       on paper, but the blade did not come
                  │──────► sent_unconfirmed      the printer never answers such questions: nobody knows
                  └──────► unknown               it should have answered and did not: nobody knows
    queued ──► failed_before_send                not one byte left: safe to print again

After a refill a printer resumes by itself, so a ticket in trouble is waited for and never sent twice. `unknown` and
`printed_not_cut` may still become `confirmed`, by a late answer with the id of this very attempt.
Pure: each function takes the state and what happened, and returns the next state. Times are seconds of one clock.
"""

from dataclasses import dataclass, replace
from enum import Enum

from printer_drivers.status import Trouble

SEND_STALL_SECONDS_MAX = 20.0
"""Without trouble reported, a printer that takes no byte for so long is gone."""
CONFIRM_SECONDS_MAX = 8.0
"""Beyond the time that the mechanism needs."""
HOLD_SECONDS_MAX = 900.0
"""How long a ticket inside a printer in trouble is waited for."""
CUT_SECONDS = 1.0


class JobState(Enum):
    """Where a ticket stands; see the module for the meaning."""

    QUEUED = "queued"
    SENDING = "sending"
    CONFIRMED = "confirmed"
    PRINTED_NOT_CUT = "printed_not_cut"
    FAILED_BEFORE_SEND = "failed_before_send"
    UNKNOWN = "unknown"
    SENT_UNCONFIRMED = "sent_unconfirmed"

    @property
    def settled(self) -> bool:
        """Nothing more is waited for."""
        return self not in (JobState.QUEUED, JobState.SENDING)


@dataclass(frozen=True, slots=True)
class Job:
    """One attempt at one ticket.

    printed_id, cut_id: process ids of this attempt, asked before and after the cut.
    bytes_total, bytes_taken: of this attempt; taken means accepted by the line.
    print_seconds: what the line and the mechanism need at least.
    confirm_seconds: how long an answer is waited for beyond that; 0 where none can come.
    deadline: when patience ends; None while queued. hold_until: when it ends however often trouble comes and goes.
    """

    printed_id: str
    cut_id: str
    bytes_total: int
    print_seconds: float
    confirm_seconds: float = CONFIRM_SECONDS_MAX
    state: JobState = JobState.QUEUED
    bytes_taken: int = 0
    body_printed: bool = False
    trouble: Trouble | None = None
    deadline: float | None = None
    hold_until: float | None = None
    reason: str = ""

    @property
    def sent(self) -> bool:
        """The line has taken the last byte."""
        return self.bytes_taken >= self.bytes_total


def begin(job: Job, now: float) -> Job:
    """The first bytes are offered to the line."""
    assert job.state is JobState.QUEUED
    return replace(job, state=JobState.SENDING, deadline=now + SEND_STALL_SECONDS_MAX)


def taken(job: Job, count: int, now: float) -> Job:
    """The line took `count` more bytes: patience starts anew."""
    if job.state is not JobState.SENDING:
        return job
    job = replace(job, bytes_taken=min(job.bytes_total, job.bytes_taken + count))
    return _patience(job, now)


def troubled(job: Job, trouble: Trouble | None, now: float) -> Job:
    """The printer reports trouble, or that it is over."""
    if job.state is not JobState.SENDING or trouble is job.trouble:
        return job
    hold_until = now + HOLD_SECONDS_MAX if job.hold_until is None else job.hold_until
    job = replace(job, trouble=trouble, hold_until=hold_until)
    if trouble is Trouble.CUTTER_ERROR and job.body_printed:
        return replace(job, state=JobState.PRINTED_NOT_CUT, reason=trouble.value)
    return _patience(job, now)


def answered(job: Job, identity: str, now: float) -> Job:
    """A process id came back. Ids of other attempts are somebody else's and change nothing."""
    if identity == job.cut_id and job.sent and job.state is not JobState.FAILED_BEFORE_SEND:
        return replace(job, state=JobState.CONFIRMED, body_printed=True, reason="")
    if identity == job.printed_id and job.state is JobState.SENDING:
        job = replace(job, body_printed=True)
        if job.trouble is Trouble.CUTTER_ERROR:
            return replace(job, state=JobState.PRINTED_NOT_CUT, reason=job.trouble.value)
        return _patience(job, now)
    return job


def paper_answered(job: Job, *, expects_ids: bool) -> Job:
    """GS r, asked after the cut, was answered as often as it was asked: the only evidence where process ids are
    unknown to the printer.
    """
    if job.state is JobState.SENDING and job.sent and not expects_ids:
        return replace(job, state=JobState.CONFIRMED, reason="")
    return job


def lost(job: Job) -> Job:
    """The line broke."""
    if job.state is not JobState.SENDING:
        return job
    if job.bytes_taken == 0:
        return replace(job, state=JobState.QUEUED, deadline=None, hold_until=None, trouble=None)
    return replace(job, state=JobState.UNKNOWN, reason=Trouble.NO_LINK.value)


def expired(job: Job, now: float, *, expects_answer: bool) -> Job:
    """Time passed; settles the job when its patience is over.

    expects_answer: this printer is known to answer such questions, so its silence means something.
    """
    if job.state is not JobState.SENDING or job.deadline is None or now < job.deadline:
        return job
    if job.bytes_taken == 0:
        return replace(job, state=JobState.FAILED_BEFORE_SEND, reason=_why(job))
    if job.body_printed:
        return replace(job, state=JobState.PRINTED_NOT_CUT, reason=_why(job))
    if job.sent and not expects_answer and job.trouble is None:
        return replace(job, state=JobState.SENT_UNCONFIRMED, reason="no_answer")
    return replace(job, state=JobState.UNKNOWN, reason=_why(job))


def refused(job: Job, reason: str) -> Job:
    """Not one byte may be sent."""
    assert job.bytes_taken == 0
    return replace(job, state=JobState.FAILED_BEFORE_SEND, reason=reason)


def _patience(job: Job, now: float) -> Job:
    if job.trouble is not None:
        return replace(job, deadline=job.hold_until)
    seconds = job.print_seconds + CUT_SECONDS + job.confirm_seconds if job.sent else SEND_STALL_SECONDS_MAX
    return replace(job, deadline=now + seconds)


def _why(job: Job) -> str:
    return job.trouble.value if job.trouble else "no_answer"
