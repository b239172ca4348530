"""The four real-time questions, and one status from their four answers.

The first answer says offline, only the others say why: so nothing is known until all have come.
"""

from collections import deque

from printer_drivers import commands
from printer_drivers.status import PrinterStatus, with_realtime


class Questions:
    """At most one round is open; asking again forgets the round before."""

    def __init__(self) -> None:
        self._open: deque[int] = deque()
        self._status = PrinterStatus()

    def ask(self, status: PrinterStatus) -> bytes:
        """The bytes that ask, for a printer whose last known state is `status`."""
        self._open = deque(range(1, len(commands.REALTIME_STATUS) + 1))
        self._status = status
        return b"".join(commands.REALTIME_STATUS)

    def answered(self, value: int) -> PrinterStatus | None:
        """The status when `value` was the last answer missing; None before that, and for an answer to nothing."""
        if not self._open:
            return None
        self._status = with_realtime(self._status, self._open.popleft(), value)
        return None if self._open else self._status
