"""What the kiosk has to tell the hall: on the disk first, then sent and sent again until the hall has answered.

The order in which things are told is the order in which they happened; the link keeps it. What an earlier run of the
program could not tell any more is told first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import structlog

from hall_link import problems
from hall_link.commands import Command, IssueTicket
from hall_link.effects import Accepted, Outcome, Unreached
from kiosk.ledger import Ledger

FACT_PATIENCE_SECONDS = 24 * 3600.0
"""For as long as anybody could still want to know."""

_log = structlog.get_logger("kiosk.reports")


class Submitter(Protocol):
    """What is needed of `hall_link.qt.link.HallLink`."""

    def submit(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        *,
        patience_seconds: float = ...,
        command_id: str | None = None,
    ) -> str: ...


class Reports:
    """`keep` and `over` may be called from any thread, the rest belongs to the UI thread."""

    def __init__(self, ledger: Ledger, link: Submitter) -> None:
        self.ledger = ledger
        self._link = link

    def start(self) -> None:
        """Tell what was left untold."""
        for owed in self.ledger.owed:
            command = owed.command
            if not isinstance(command, IssueTicket):
                self.send(owed.id, command)

    def tell(self, command: Command) -> None:
        """Keep it and send it."""
        self.send(self.keep(command), command)

    def keep(self, command: Command) -> str:
        """It is told, now or after the next start; returns the id to `send` it under."""
        return self.ledger.owe(command)

    def over(self, question: str) -> None:
        """A question for a number needs no second asking; from any thread."""
        self.ledger.done(question)

    def send(self, command_id: str, command: Command) -> None:
        """Tell the hall what was kept."""
        self._link.submit(
            command,
            lambda outcome: self._answered(command_id, command, outcome),
            patience_seconds=FACT_PATIENCE_SECONDS,
            command_id=command_id,
        )

    def _answered(self, command_id: str, command: Command, outcome: Outcome) -> None:
        if isinstance(outcome, Unreached) and outcome.problem.code == problems.LINK_STOPPED.code:
            return
        self.ledger.done(command_id)
        if not isinstance(outcome, Accepted):
            _log.warning("not taken", command=type(command).__name__, code=outcome.problem.code)
