"""Which call stands in the large place: each one long enough to be read, in order, and none for its own sake.

A pure machine without a clock; `now` is any monotonic time in seconds. A call holds the large place for at least
`HOLD_SECONDS` (design rule of the hall: people look up late, and read slowly) and keeps it until another one is due.
Calls that come meanwhile wait in line. Who waits there is in the list of recent calls already, so the line may be
shortened where it would make the large place late: calls that are over leave it, and when more than `LINE_MAX` wait,
those that are in the list make room, oldest first.
"""

from collections.abc import Collection
from dataclasses import dataclass

HOLD_SECONDS = 12.0
LINE_MAX = 4
"""So many calls may wait for the large place: the last of them comes to it within a minute."""


@dataclass(frozen=True, slots=True)
class BoardCall:
    """A call as the board shows it. `why`: what the hall may read where it came before others, else empty."""

    call_id: str
    ticket_id: str
    number: str
    counter: int
    why: str = ""


class NewestPlace:
    """The large place and the line in front of it."""

    def __init__(self) -> None:
        self._shown: BoardCall | None = None
        self._since = 0.0
        self._line: list[BoardCall] = []

    @property
    def shown(self) -> BoardCall | None:
        """Who stands there now."""
        return self._shown

    @property
    def line(self) -> tuple[BoardCall, ...]:
        """Who comes next, in order."""
        return tuple(self._line)

    def arrive(self, call: BoardCall) -> None:
        """A new call. A recall of a ticket that waits in line, or stands there, takes over its place."""
        for index, waiting in enumerate(self._line):
            if waiting.ticket_id == call.ticket_id:
                self._line[index] = call
                return
        self._line.append(call)

    def over(self, call_ids: Collection[str]) -> None:
        """These calls need nobody's eyes any more; one that stands in the large place stays until the next is due."""
        self._line = [call for call in self._line if call.call_id not in call_ids]

    def advance(self, now: float, in_list: Collection[str]) -> bool:
        """Let the next call in when it is due; `in_list`: ids that people can read in the list. True: it changed."""
        while len(self._line) > LINE_MAX and any(call.call_id in in_list for call in self._line):
            self._line.remove(next(call for call in self._line if call.call_id in in_list))
        if not self._line or not self._is_free(now):
            return False
        self._shown, self._since = self._line.pop(0), now
        return True

    def clear(self) -> None:
        """A new day: nobody is called."""
        self._shown = None
        self._line.clear()

    def _is_free(self, now: float) -> bool:
        if self._shown is None or now - self._since >= HOLD_SECONDS:
            return True
        return self._line[0].ticket_id == self._shown.ticket_id
