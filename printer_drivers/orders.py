"""What a session is given and what it notes: tickets to print, and attempts that begin."""

from dataclasses import dataclass

from printer_drivers import job
from printer_drivers.attempts import AttemptIds
from printer_drivers.job import Job
from printer_drivers.profile import PrinterProfile


@dataclass(frozen=True, slots=True)
class Order:
    """A ticket to print: its bytes up to the closing, its length of paper, and when it was asked for."""

    job_id: str
    body: bytes
    mm: float
    asked_at: float


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt whose bytes may leave as soon as its owner has noted it."""

    job_id: str
    attempt: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """An order and the fate of the attempt at it."""

    order: Order
    job: Job


def attempt_at(ids: AttemptIds, bytes_total: int, mm: float, profile: PrinterProfile) -> Job:
    """An attempt not yet begun, with the patience that this printer and its line deserve."""
    return Job(
        ids.printed,
        ids.cut,
        bytes_total,
        print_seconds=mm / profile.mm_per_second + profile.line_seconds(bytes_total),
        confirm_seconds=job.CONFIRM_SECONDS_MAX if profile.confirms else 0.0,
    )
