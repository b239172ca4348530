"""What a printer reports to the program that owns it: facts, in the order they became true."""

from dataclasses import dataclass

from printer_drivers.job import JobState
from printer_drivers.status import PrinterStatus, Trouble


@dataclass(frozen=True, slots=True)
class JobPrinted:
    """The whole ticket is on paper and cut; `mm` of paper. May come late, after JobHeld or JobFailed."""

    job_id: str
    mm: float


@dataclass(frozen=True, slots=True)
class JobTaken:
    """The ticket is in the printer's journal: from now on it survives the end of the program. Only with a journal."""

    job_id: str


@dataclass(frozen=True, slots=True)
class JobHeld:
    """The ticket waits for the printer: show the number on the screen. It is not lost; another fact follows."""

    job_id: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class JobFailed:
    """Nothing more is waited for. `state` says what is known: only FAILED_BEFORE_SEND is safe to print again.

    reason: a `Trouble` value, "no_answer", "not_drawable", "journal" (the disk does not take it), "stopped" or
    "interrupted" (an earlier run of the program died inside it).
    """

    job_id: str
    state: JobState
    reason: str


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """The printer's state is now this."""

    status: PrinterStatus


PrintFact = JobTaken | JobPrinted | JobHeld | JobFailed | StatusChanged
"""`StatusChanged` comes first, at start, with the line not yet connected."""
