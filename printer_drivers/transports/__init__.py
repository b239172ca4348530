"""Lines to a printer: each carries bytes both ways without ever blocking its owner, and says when it breaks.

A line is owned by one thread, which waits on its descriptor and then calls `service`. It never retries by itself and
never buffers what it could not hand to the system: `write` says how much was taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Opened:
    """Bytes can flow."""


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes from the printer."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Lost:
    """The line is closed; `reason` in the system's words. It may be opened again."""

    reason: str


LineEvent = Opened | Received | Lost


class Transport(Protocol):
    """One line. Times are seconds of the owner's clock."""

    @property
    def closed(self) -> bool:
        """Neither open nor opening."""
        ...

    @property
    def deadline(self) -> float | None:
        """When `service` must be called although the descriptor is silent."""
        ...

    @property
    def wants_to_read(self) -> bool:
        """Wake the owner when the descriptor becomes readable."""
        ...

    @property
    def wants_to_write(self) -> bool:
        """Wake the owner when the descriptor becomes writable."""
        ...

    def fileno(self) -> int:
        """The descriptor to wait on; only while not `closed`."""
        ...

    def open(self, now: float) -> Lost | None:
        """Begins to open; `Opened` or `Lost` follows from `service`, or `Lost` is returned at once."""
        ...

    def service(self, *, readable: bool, writable: bool, now: float) -> Iterator[LineEvent]:
        """What happened on the line."""
        ...

    def write(self, data: bytes) -> int:
        """Bytes taken; 0 when the line is full or gone (then `service` says so), and when there is nothing to write."""
        ...

    def close(self) -> None:
        """Ends the line; no event follows."""
        ...
