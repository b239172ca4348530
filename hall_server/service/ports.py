"""What a hall needs from outside, and the values that cross.

The hall decides in memory. A *batch* of commands that waited together is staged entry by entry, then committed as one
transaction; only when it is durable does anybody hear of it. If a commit fails the memory may be ahead of the disk, so
the memory is thrown away and read back from the journal: the way out of an outage is the way in at every start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from hall_server.domain.commands import Command
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.domain.touched import Touched

MARK_DIGITS = 16
"""How many hex digits of an entry's hash are shown to people and sent to clients."""


class StorageOutage(Exception):
    """The environment failed: disk full, database locked or unreadable, the hall stopping or flooded. Nothing was lost;
    the same command may be sent again after `retry_after_ms`. Returned as a value to who asked, raised inside."""

    def __init__(self, reason: str, retry_after_ms: int = 500) -> None:
        super().__init__(reason)
        self.retry_after_ms = retry_after_ms


@dataclass(frozen=True, slots=True)
class CommandIdReused:
    """A command id came again with another command: the caller's mistake, and nothing was done."""

    command_id: str


class Clock(Protocol):
    def now(self) -> int:
        """Milliseconds since 1970-01-01 UTC, never smaller than what it gave before."""
        ...

    def not_before(self, at: int) -> None:
        """From now on give no time smaller than `at`."""
        ...


class Envelope(NamedTuple):
    """A command on its way in. `fingerprint` tells a repeat of this command from another one under the same id."""

    command_id: str
    actor: str
    command: Command
    fingerprint: bytes


class Entry(NamedTuple):
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


class Done(NamedTuple):
    """The outcome of a command that was carried out. `result`: the reply's `result` as JSON, as first given."""

    seq: int
    mark: str
    at: int
    result: bytes


class Position(NamedTuple):
    """Where the journal stands: its last entry's number, mark and time."""

    seq: int
    mark: str
    at: int


@dataclass(frozen=True, slots=True)
class StoredOutcome:
    done: Done
    fingerprint: bytes


class Journal(Protocol):
    """The durable record of one hall. The hall calls one method at a time, and never `load` while a commit is under
    way."""

    def load(self) -> HallState:
        """Read the state back from the record, blocking; forget what was staged. Raises StorageOutage; AssertionError
        where the record is broken."""
        ...

    @property
    def position(self) -> Position:
        """Where the chain stands, staged entries included."""
        ...

    def stage(self, asked: Envelope, at: int, events: tuple[Event, ...], state: HallState) -> Entry:
        """Chain the next entry and draw what it changed, in memory. `state` has evolved by `events` already; what no
        event may hold is added to it here (`people`)."""
        ...

    def commit(self, outcomes: list[tuple[Envelope, Done]], done: Callable[[StorageOutage | None], None]) -> None:
        """Write all that was staged with its outcomes, durably, in one transaction; `done` is called once, from any
        thread. After a failure nothing may be staged before `load`."""
        ...

    def knows(self, command_id: str) -> bool:
        """Whether a command with this id was carried out today or the day before. Costs no I/O."""
        ...

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage], None]) -> None:
        """Fetch the stored outcome of a command that it knows; `done` is called once, from any thread."""
        ...


class Publisher(Protocol):
    def publish(self, state: HallState, position: Position, touched: Touched) -> None:
        """Tell everybody what a committed batch changed. `state` must not be kept."""
        ...

    def reset(self, state: HallState, position: Position) -> None:
        """The state was read back: whatever was sent so far may not be what stands now."""
        ...
