"""A journal in memory that can be told to fail, a clock that is told the time, a publisher that listens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState
from hall_server.domain.touched import Touched
from hall_server.service.ports import Done, Entry, Envelope, Position, StorageOutage, StoredOutcome
from hall_server.storage.codec import GENESIS, digest, encode_events
from tests.halls import MORNING

T = TypeVar("T")


class ToldClock:
    def __init__(self) -> None:
        self.time = MORNING

    def now(self) -> int:
        return self.time

    def not_before(self, at: int) -> None:
        self.time = max(self.time, at)


@dataclass
class Listener:
    """What was published, as sequence numbers, and whether the state was read back."""

    published: list[int] = field(default_factory=list)
    was_reset: asyncio.Event = field(default_factory=asyncio.Event)

    def publish(self, state: HallState, position: Position, touched: Touched) -> None:
        self.published.append(position.seq)

    def reset(self, state: HallState, position: Position) -> None:
        self.was_reset.set()


class MemoryJournal:
    """Keeps what was committed. `failures`: what the next commits meet. `held`: commits that wait for `let_go`;
    `holding`: there are some."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.stored: dict[str, StoredOutcome] = {}
        self.failures: list[StorageOutage] = []
        self.load_failures: list[StorageOutage] = []
        self.hold = False
        self.held: list[Callable[[], None]] = []
        self.holding = asyncio.Event()
        self.batches: list[int] = []
        self._staged: list[Entry] = []

    @property
    def position(self) -> Position:
        last = (self.entries + self._staged)[-1:]
        return Position(last[0].seq, last[0].mark, last[0].at) if last else Position(0, GENESIS.hex()[:16], 0)

    def load(self) -> HallState:
        if self.load_failures:
            raise self.load_failures.pop(0)
        self._staged = []
        state = HallState()
        for entry in self.entries:
            for event in entry.events:
                evolve(state, event, entry.at)
        return state

    def read_day(self, reader: Callable[[HallState, Iterable[Entry]], T]) -> T:
        if self.load_failures:
            raise self.load_failures.pop(0)
        return reader(HallState(), list(self.entries))

    def stage(self, asked: Envelope, at: int, events: tuple[Event, ...], state: HallState) -> Entry:
        before = (self.entries + self._staged)[-1:]
        seq = len(self.entries) + len(self._staged) + 1
        chained = digest(
            before[0].digest if before else GENESIS, seq, at, asked.command_id, asked.actor, encode_events(events)
        )
        entry = Entry(seq, at, asked.command_id, asked.actor, events, chained)
        self._staged.append(entry)
        return entry

    def commit(self, outcomes: list[tuple[Envelope, Done]], done: Callable[[StorageOutage | None], None]) -> None:
        def carry_out() -> None:
            if self.failures:
                done(self.failures.pop(0))
                return
            self.batches.append(len(self._staged))
            self.entries += self._staged
            self._staged = []
            for asked, outcome in outcomes:
                self.stored[asked.command_id] = StoredOutcome(outcome, asked.fingerprint)
            done(None)

        if self.hold:
            self.held.append(carry_out)
            self.holding.set()
        else:
            carry_out()

    def let_go(self) -> None:
        self.hold = False
        held, self.held = self.held, []
        for carry_out in held:
            carry_out()

    def knows(self, command_id: str) -> bool:
        return command_id in self.stored

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage], None]) -> None:
        done(self.stored[command_id])
