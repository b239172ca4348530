"""Tells the hall how this kiosk's printer is, until the hall's own row says the same.

The row is compared with the printer again and again, not event with event: so a new day, a server that was restored,
a report that was lost or came late all mend themselves, and nothing is told twice that the hall knows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import structlog

from hall_link.commands import Command, ReportPrinter
from hall_link.effects import Accepted, Outcome, Unreached
from hall_link.mirror import Mirror
from hall_link.rows import PrinterCondition, PrinterRow

PATIENCE_SECONDS = 60.0

_log = structlog.get_logger("kiosk.printer")


class Link(Protocol):
    """What is needed of the link."""

    @property
    def live(self) -> bool: ...
    @property
    def mirror(self) -> Mirror: ...

    def now_ms(self) -> int: ...
    def submit(self, command: Command, done: Callable[[Outcome], None], *, patience_seconds: float = ...) -> str: ...


class Said(NamedTuple):
    """How a printer is, in the words of the report."""

    condition: PrinterCondition
    label: str
    paper_low: bool
    metres_left: int | None


class PrinterReport:
    """`seen`: how the printer is now."""

    def __init__(self, kiosk_id: str, link: Link, seen: Callable[[], Said]) -> None:
        self._kiosk_id = kiosk_id
        self._link = link
        self._seen = seen
        self._under_way = False
        self._answered: tuple[Said, PrinterRow | None] | None = None

    def look(self) -> None:
        """The printer, its paper, the link or the hall's rows changed."""
        if not self._link.live or self._under_way:
            return
        row = self._link.mirror.get(f"printer/{self._kiosk_id}")
        known = row if isinstance(row, PrinterRow) else None
        said = self._seen()
        if known is not None and _said_in(known) == said:
            self._answered = None
            return
        # What was answered and not shown yet, or not taken, is not said again before something changes
        if self._answered == (said, known):
            return
        self._under_way = True
        command = ReportPrinter(self._kiosk_id, said.condition, self._link.now_ms(), *said[1:])
        self._link.submit(command, lambda outcome: self._told(said, known, outcome), patience_seconds=PATIENCE_SECONDS)

    def _told(self, said: Said, known: PrinterRow | None, outcome: Outcome) -> None:
        self._under_way = False
        self._answered = None if isinstance(outcome, Unreached) else (said, known)
        if not isinstance(outcome, Accepted):
            _log.warning("printer not reported", code=outcome.problem.code)
        self.look()


def _said_in(row: PrinterRow) -> Said:
    return Said(row.condition, row.label, row.paper_low, row.metres_left)
