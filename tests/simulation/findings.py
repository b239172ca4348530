"""What a life ends with: a tally, or something that must hold and did not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation(Exception):
    """Something that must hold did not. `day`, `step`: where, counted from 0 in the life; `steps`: the last ones."""

    day: int
    step: int
    broken: tuple[str, ...]
    steps: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join((*self.steps, *self.broken))


@dataclass(slots=True)
class Tally:
    """What a life amounted to."""

    days: int = 0
    steps: int = 0
    commands: int = 0
    checks: int = 0
    crashes: int = 0
    unexplained: int = 0
    head: str = ""
