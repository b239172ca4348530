"""A line that leads nowhere: it keeps the last bytes it took, for tests and for a kiosk shown without a printer."""

import socket
from collections.abc import Iterator

from printer_drivers.transports import LineEvent, Lost, Opened

KEPT_BYTES_MAX = 1 << 20


class MemoryTransport:
    """See `Transport`. Takes everything, never answers, never breaks."""

    def __init__(self) -> None:
        self.taken = bytearray()
        """The last KEPT_BYTES_MAX bytes."""
        self._ends: tuple[socket.socket, socket.socket] | None = None
        self._told_open = False

    @property
    def closed(self) -> bool:
        """Not open."""
        return self._ends is None

    @property
    def deadline(self) -> float | None:
        """At once, to say that it is open."""
        return None if self._ends is None or self._told_open else 0.0

    @property
    def wants_to_read(self) -> bool:
        """Nothing ever comes."""
        return False

    @property
    def wants_to_write(self) -> bool:
        """It is never full."""
        return False

    def fileno(self) -> int:
        """A descriptor at which nothing happens."""
        assert self._ends is not None
        return self._ends[0].fileno()

    def open(self, now: float) -> Lost | None:
        """Always works."""
        self._ends, self._told_open = socket.socketpair(), False
        return None

    def service(self, *, readable: bool, writable: bool, now: float) -> Iterator[LineEvent]:
        """Says that it is open, once."""
        if self._ends is not None and not self._told_open:
            self._told_open = True
            yield Opened()

    def write(self, data: bytes) -> int:
        """All of it."""
        if self._ends is None:
            return 0
        self.taken += data
        del self.taken[: max(0, len(self.taken) - KEPT_BYTES_MAX)]
        return len(data)

    def close(self) -> None:
        """Closes."""
        ends, self._ends = self._ends, None
        for end in ends or ():
            end.close()
