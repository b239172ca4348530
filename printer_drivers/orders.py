"""What a session is given and what it notes: tickets to print, and attempts that begin."""

from dataclasses import dataclass


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
