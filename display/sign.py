"""What the sign over one counter shows: the rows of the feed in, one picture of plain values out.

Pure. The only thing remembered is who was called last, because a zone's view ends at its newest calls while the person
may still be at the counter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from display.board import Moment, in_order
from display.calendar_text import clock_text, local_time
from hall_link.rows import CallRow, CounterRow, HallRow


class SignPhase(IntEnum):
    """What the sign is about."""

    CONNECTING = 0
    NOT_HERE = 1
    """The hall has no such counter in this zone: whoever installs must look at the settings."""
    CLOSED = 2
    FREE = 3
    CALLING = 4
    SERVING = 5


@dataclass(frozen=True, slots=True)
class SignPicture:
    """Everything on the sign. `call_id`: of the call that stands there, "" for none."""

    phase: SignPhase = SignPhase.CONNECTING
    live: bool = False
    stale_since: str = ""
    clock: str = ""
    number: str = ""
    call_id: str = ""


class Sign:
    """The sign of one counter in one zone."""

    def __init__(self, counter: int, zone: str) -> None:
        self._counter = counter
        self._zone = zone
        self._last: CallRow | None = None

    def picture(
        self, hall: HallRow | None, counters: Iterable[CounterRow], calls: Iterable[CallRow], moment: Moment
    ) -> SignPicture:
        """The sign at this moment."""
        if hall is None:
            return SignPicture()
        here = in_order(row for row in calls if row.counter_id == self._counter)
        self._last = here[-1] if here else self._last
        counter = next((row for row in counters if row.counter_id == self._counter), None)
        phase = self._phase(hall, counter)
        somebody = phase in (SignPhase.CALLING, SignPhase.SERVING)
        since = moment.stale_since_ms
        return SignPicture(
            phase=phase,
            live=moment.live,
            stale_since="" if since is None else clock_text(local_time(since, hall.time_zone)),
            clock=clock_text(local_time(moment.server_ms, hall.time_zone)),
            number=self._last.number if somebody and self._last is not None else "",
            call_id=self._last.call_id if somebody and self._last is not None else "",
        )

    def _phase(self, hall: HallRow, counter: CounterRow | None) -> SignPhase:
        if counter is None or counter.zone != self._zone:
            return SignPhase.NOT_HERE
        if hall.day == "closed" or counter.state == "closed":
            return SignPhase.CLOSED
        if counter.ticket_id is None or self._last is None or self._last.ticket_id != counter.ticket_id:
            return SignPhase.FREE
        return SignPhase.CALLING if self._last.current else SignPhase.SERVING
