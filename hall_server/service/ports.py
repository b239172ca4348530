"""What a hall needs from outside, and the values that cross.

The hall decides in memory. A *batch* of commands that waited together is staged entry by entry, then committed as one
transaction; only when it is durable does anybody hear of it. If a commit fails the memory may be ahead of the disk, so
the memory is thrown away and read back from the journal: the way out of an outage is the way in at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hall_server.domain.commands import Command
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.domain.touched import Touched

MARK_DIGITS = 16
"""How many hex digits of an entry's hash are shown to people and sent to clients."""


class StorageOutage(Exception):
    """The environment failed: disk full, database locked or unreadable. Nothing was lost; it may be tried again
    later."""


class Clock(Protocol):
    def now(self) -> int:
        """Milliseconds since 1970-01-01 UTC, never smaller than what it gave before."""
        ...


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command on its way in. `fingerprint` tells a repeat of this command from another one under the same id."""

    command_id: str
    actor: str
    command: Command
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry: what one command did. `seq` is gapless from 1; `digest` chains it to the entry before."""

    seq: int
    at: int
    command_id: str
    actor: str
    events: tuple[Event, ...]
    digest: bytes

    @property
    def mark(self) -> str:
        return self.digest.hex()[:MARK_DIGITS]


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome of a command that was carried out. `result`: the reply's `result` as JSON, as first given."""

    seq: int
    mark: str
    at: int
    result: bytes


@dataclass(slots=True)
class Batch:
    """Entries to be committed together, with the outcome of each; `touched` says which pictures change."""

    entries: list[Entry] = field(default_factory=list)
    outcomes: list[tuple[Envelope, Done]] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)


@dataclass(frozen=True, slots=True)
class Position:
    """Where the journal stands: its last entry's number, mark and time."""

    seq: int
    mark: str
    at: int


@dataclass(frozen=True, slots=True)
class StoredOutcome:
    done: Done
    fingerprint: bytes


class Journal(Protocol):
    """The durable record of one hall. `load` and `stage` are called by the hall's thread, one at a time."""

    def load(self) -> HallState:
        """Read the state back from the journal, blocking. Raises StorageOutage; AssertionError where the journal is
        broken."""
        ...

    @property
    def position(self) -> Position:
        """Where the chain stands, staged entries included."""
        ...

    def stage(self, at: int, command_id: str, actor: str, events: tuple[Event, ...]) -> Entry:
        """Chain the next entry, in memory."""
        ...

    def commit(self, batch: Batch, state: HallState, done: Callable[[StorageOutage | None], None]) -> None:
        """Write the batch durably, in one transaction; `done` is called once, from any thread. `state` is read before
        this returns. After a failure nothing more is staged until `load`."""
        ...

    def knows(self, command_id: str) -> bool:
        """Whether a command with this id was carried out recently (today at least). Costs no I/O."""
        ...

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage | None], None]) -> None:
        """Fetch the stored outcome of a known command; `done` is called once, from any thread."""
        ...


class Publisher(Protocol):
    def publish(self, state: HallState, position: Position, touched: Touched) -> None:
        """Tell everybody what a committed batch changed. `state` must not be kept."""
        ...

    def reset(self, state: HallState, position: Position) -> None:
        """The state was read back: whatever was sent so far may not be what stands now."""
        ...


Entries = Sequence[Entry]
