"""The bytes on their way to a printer: those that belong to no ticket first, then those of one ticket.

Keeps the two apart, because what the line has taken of a ticket decides whether it may be printed again.
"""


class Outgoing:
    """Bounded by its use: one preamble and one ticket."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._of_no_ticket = 0

    def __bool__(self) -> bool:
        return bool(self._bytes)

    @property
    def holds_ticket(self) -> bool:
        """Bytes of a ticket wait to be sent."""
        return len(self._bytes) > self._of_no_ticket

    def peek(self) -> bytes:
        """What the line should take next."""
        return bytes(self._bytes)

    def say(self, data: bytes) -> None:
        """Adds bytes of no ticket; never in the middle of a ticket."""
        assert not self.holds_ticket
        self._bytes += data
        self._of_no_ticket = len(self._bytes)

    def add_ticket(self, data: bytes) -> None:
        """Adds one attempt at one ticket."""
        assert not self.holds_ticket
        self._bytes += data

    def taken(self, count: int) -> int:
        """The line took `count` bytes; returns how many of them were the ticket's."""
        del self._bytes[:count]
        of_no_ticket = min(count, self._of_no_ticket)
        self._of_no_ticket -= of_no_ticket
        return count - of_no_ticket

    def clear(self) -> None:
        """The line is gone, and all this with it."""
        self._bytes.clear()
        self._of_no_ticket = 0
