"""Writes commands into a hall's journal as the hall would, without a network and a day at a time."""

from __future__ import annotations

import threading

from hall_server.domain.commands import Command
from hall_server.domain.decide import decide
from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.refusals import Refusal
from hall_server.service.ports import Done, Envelope, StorageOutage
from hall_server.storage.journal import SqlJournal
from hall_server.web.results import result_of

COMMIT_SECONDS_MAX = 120.0
FINGERPRINT = bytes(16)
"""Nobody repeats these commands."""


class Scribe:
    """One writer of one record. `keep_outcomes`: as the server does for the newest days. `bugs`: what the journal's
    thread met."""

    def __init__(self, journal: SqlJournal, bugs: list[BaseException]) -> None:
        self.state = journal.load()
        self.keep_outcomes = False
        self._journal = journal
        self._bugs = bugs
        self._outcomes: list[tuple[Envelope, Done]] = []

    @property
    def seq(self) -> int:
        """The number of the last entry; 0 for a record without one."""
        return self._journal.position.seq

    def do(self, command: Command, actor: str, at: int) -> None:
        """Carry out what must not be refused."""
        decision = decide(self.state, command, at)
        if isinstance(decision, Refusal):
            raise AssertionError(f"{command}: {decision.message.en}")
        self._write(command, actor, at, decision)

    def try_to(self, command: Command, actor: str, at: int) -> bool:
        """Carry out what the hall may refuse, as when nobody waits; whether it did."""
        decision = decide(self.state, command, at)
        if isinstance(decision, Refusal):
            return False
        self._write(command, actor, at, decision)
        return True

    def _write(self, command: Command, actor: str, at: int, events: tuple[Event, ...]) -> None:
        for event in events:
            evolve(self.state, event, at)
        envelope = Envelope(f"{self.seq + 1:032x}", actor, command, FINGERPRINT)
        entry = self._journal.stage(envelope, at, events, self.state)
        if self.keep_outcomes:
            result = result_of(self.state, command, events)
            self._outcomes.append((envelope, Done(entry.seq, entry.mark, at, result)))

    def commit(self) -> None:
        """All that was written since the last time, in one transaction. Raises AssertionError if that does not go."""
        ended = threading.Event()
        outages: list[StorageOutage | None] = []

        def done(outage: StorageOutage | None) -> None:
            outages.append(outage)
            ended.set()

        outcomes, self._outcomes = self._outcomes, []
        self._journal.commit(outcomes, done)
        if not ended.wait(COMMIT_SECONDS_MAX) or outages != [None]:
            raise AssertionError(f"the record could not be written: {outages or self._bugs}")
