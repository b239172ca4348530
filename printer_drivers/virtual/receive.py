"""Where bytes arrive: a bounded buffer that fills when the mechanism stops, and a scanner that never waits.

The scanner looks at every byte as it arrives, pictures included, exactly as printers do: that is why a driver must keep
real-time sequences out of its pictures. Once the buffer is full nothing is received, and no question is heard.
"""

import threading
from collections import deque
from collections.abc import Callable

BUFFER_BYTES_DEFAULT = 4096
SEAMS_REMEMBERED_MAX = 64


class Closed(Exception):
    """The printer is being switched off for good."""


class PowerLost(Exception):
    """The printer lost its power and has it again: all it knew is gone."""


class RealTimeScanner:
    """Calls `asked` with n for each DLE EOT n among the bytes, across any split."""

    def __init__(self, asked: Callable[[int], None]) -> None:
        self._asked = asked
        self._tail = b""

    def scan(self, data: bytes) -> None:
        """Looks at bytes just received."""
        window = self._tail + data
        for index in range(len(window) - 2):
            if window[index : index + 2] == b"\x10\x04" and 1 <= window[index + 2] <= 4:
                self._asked(window[index + 2])
        self._tail = window[-2:]


class ReceiveBuffer:
    """Bytes between the wire's thread and the mechanism's. Positions count all bytes ever received.

    It remembers its seams, the positions at which a line broke: a command that spans one was torn, by no fault of the
    driver's.
    """

    def __init__(self, capacity: int, space_freed: Callable[[], None]) -> None:
        """space_freed: called on the mechanism's thread when a full buffer has room again."""
        self._capacity = capacity
        self._space_freed = space_freed
        self._bytes = bytearray()
        self._changed = threading.Condition()
        self._closed = False
        self._power_lost = False
        self._received = 0
        self._seams: deque[int] = deque(maxlen=SEAMS_REMEMBERED_MAX)

    def space(self) -> int:
        """Bytes that may be received now."""
        with self._changed:
            return 0 if self._power_lost else self._capacity - len(self._bytes)

    def append(self, data: bytes) -> None:
        """Stores bytes received; at most `space` of them. Without power they are lost."""
        with self._changed:
            if self._power_lost:
                return
            assert len(self._bytes) + len(data) <= self._capacity
            self._bytes += data
            self._received += len(data)
            self._changed.notify_all()

    def seam(self) -> None:
        """The line broke here."""
        with self._changed:
            self._seams.append(self._received)

    @property
    def position(self) -> int:
        """Bytes taken so far."""
        with self._changed:
            return self._received - len(self._bytes)

    def torn_since(self, position: int) -> bool:
        """A line broke inside what has been taken since that position."""
        with self._changed:
            return any(position <= seam <= self._received - len(self._bytes) for seam in self._seams)

    def read(self, count: int) -> bytes:
        """Exactly `count` bytes, waiting for them; they may be more than the buffer holds. Raises Closed, PowerLost."""
        taken = bytearray()
        while len(taken) < count:
            with self._changed:
                self._changed.wait_for(lambda: self._bytes or self._closed or self._power_lost)
                if self._closed:
                    raise Closed
                if self._power_lost:
                    raise PowerLost
                was_full = len(self._bytes) >= self._capacity
                piece = bytes(self._bytes[: count - len(taken)])
                del self._bytes[: len(piece)]
            taken += piece
            if was_full:
                self._space_freed()
        return bytes(taken)

    def lose_power(self) -> None:
        """All bytes are gone; whoever reads is told."""
        with self._changed:
            self._power_lost = True
            self._bytes.clear()
            self._changed.notify_all()

    def regain_power(self) -> None:
        """Receives again."""
        with self._changed:
            self._power_lost = False
        self._space_freed()

    def close(self) -> None:
        """Ends all reading."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
