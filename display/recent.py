"""Which calls stand in the list: the newest on top, and each one long enough to be found there.

A pure machine without a clock; `now` is any monotonic time in seconds. A new call comes in at once while there is room
or the lowest line was there for `HOLD_SECONDS`; when many counters call at the same moment, those for whom there is no
line yet wait their turn, so that nobody's number flits by. Who waits and is over by then (the person came, or was
missed) leaves the line. The server's view ends at its newest dozen; what stands or waits here is remembered.
"""

from collections.abc import Collection
from dataclasses import dataclass

from display.newest import HOLD_SECONDS, BoardCall

LONG_AGO = float("-inf")
LINES_MAX = 10
"""More lines than any page has; a page with fewer may grow."""
WAITING_MAX = 200
"""So many calls may wait for a line; those that came first give way. More than any hall has counters."""


@dataclass(frozen=True, slots=True)
class _Line:
    call: BoardCall
    since: float


class RecentList:
    """The lines of the list, at most `lines` of them."""

    def __init__(self, lines: int) -> None:
        self._lines_max = lines
        self._lines: list[_Line] = []
        self._waiting: list[BoardCall] = []

    @property
    def calls(self) -> tuple[BoardCall, ...]:
        """The newest line first."""
        return tuple(line.call for line in self._lines[: self._lines_max])

    @property
    def waiting(self) -> tuple[BoardCall, ...]:
        """Who has no line yet, the next one first."""
        return tuple(self._waiting)

    def resize(self, lines: int) -> None:
        """The page has room for so many lines from now on."""
        self._lines_max = lines

    def fill(self, calls: Collection[BoardCall]) -> None:
        """Calls of before this board looked, oldest first: they fill the list, and any new call may push them out."""
        for call in calls:
            self._put(call, LONG_AGO)

    def arrive(self, call: BoardCall) -> None:
        """A new call; a recall takes the place in line of the ticket's earlier call."""
        for index, waiting in enumerate(self._waiting):
            if waiting.ticket_id == call.ticket_id:
                self._waiting[index] = call
                return
        self._waiting.append(call)
        del self._waiting[:-WAITING_MAX]

    def over(self, call_ids: Collection[str]) -> None:
        """These calls need nobody's eyes any more."""
        self._waiting = [call for call in self._waiting if call.call_id not in call_ids]

    def advance(self, now: float) -> None:
        """Let in whoever can be let in."""
        while self._waiting and self._has_place(self._waiting[0], now):
            self._put(self._waiting.pop(0), now)

    def clear(self) -> None:
        """A new day: nobody is called."""
        self._lines.clear()
        self._waiting.clear()

    def _has_place(self, call: BoardCall, now: float) -> bool:
        standing = [line for line in self._lines if line.call.ticket_id != call.ticket_id]
        standing = standing[: self._lines_max]
        return len(standing) < self._lines_max or self._is_read(standing[-1], now)

    def _put(self, call: BoardCall, since: float) -> None:
        others = [line for line in self._lines if line.call.ticket_id != call.ticket_id]
        self._lines = [_Line(call, since), *others][:LINES_MAX]

    @staticmethod
    def _is_read(line: _Line, now: float) -> bool:
        return now - line.since >= HOLD_SECONDS
