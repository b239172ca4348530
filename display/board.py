"""What the wallboard shows: the rows of the feed in, one picture of plain values out.

Pure: rows, the server's time and whether the link is live come in; nothing is asked of a clock. The one thing that is
remembered is the large place (`display.newest`), because how long a call has stood there is not in any row.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from display.calendar_text import clock_text, date_text, local_time, lunar_text
from display.newest import HOLD_SECONDS, BoardCall, NewestPlace
from hall_link.rows import CallRow, FieldRow, HallRow, Words

RECENT_CALLS = 6
FIELDS_A_PAGE = 10
"""More fields than fit side by side in two rows take turns."""
PAGE_SECONDS = 12
"""How long one page of fields, or one sentence of the ticker, is to be read."""


class Phase(IntEnum):
    """What the board is about."""

    CONNECTING = 0
    CLOSED = 1
    QUIET = 2
    CALLING = 3


@dataclass(frozen=True, slots=True)
class RecentCall:
    """A line of the list. `fresh`: it stands in the large place or waits for it."""

    call_id: str
    number: str
    counter: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class FieldWait:
    """How many wait in a field. `served`: an open counter takes them; `accepting`: numbers are given."""

    field_id: str
    series: str
    name: str
    waiting: int
    served: bool
    accepting: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """What a board knows of time: the server's clock (ms since 1970 UTC), a monotonic clock in seconds, and since when
    (server's ms) nothing was heard, None while the link is live or was never there."""

    server_ms: int
    now: float
    live: bool
    stale_since_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on the board, in words and numbers; empty texts and None where there is nothing to show."""

    phase: Phase = Phase.CONNECTING
    live: bool = False
    stale_since: str = ""
    hall: str = ""
    place: str = ""
    clock: str = ""
    date: str = ""
    lunar: str = ""
    opens: str = ""
    closes: str = ""
    closing: bool = False
    hotline: str = ""
    newest: BoardCall | None = None
    recent: tuple[RecentCall, ...] = ()
    fields: tuple[FieldWait, ...] = ()
    page: int = 0
    pages: int = 1
    ticker: str = ""

    @property
    def visible_calls(self) -> frozenset[str]:
        """Ids of the calls that somebody in front of the board can read."""
        if self.phase is not Phase.CALLING:
            return frozenset()
        large = () if self.newest is None else (self.newest.call_id,)
        return frozenset((*large, *(call.call_id for call in self.recent)))


class Board:
    """Holds the large place; `ticker`: the hall's own sentences for the bottom line, in turn."""

    def __init__(self, ticker: tuple[str, ...] = (), language: str = "vi") -> None:
        self._ticker = ticker
        self._language = language
        self._newest = NewestPlace()
        self._known: set[str] = set()
        self._day: str | None = None

    def take_calls(self, hall: HallRow | None, calls: Collection[CallRow], server_ms: int) -> None:
        """The calls of the zone as they stand now: all of them, each time that any changed."""
        if hall is not None and hall.business_date != self._day:
            self._begin_day(hall.business_date)
        ordered = in_order(calls)
        latest = ordered[-1].call_id if ordered else ""
        for row in ordered:
            if row.call_id not in self._known and (row.call_id == latest or _is_news(row, server_ms)):
                self._newest.arrive(_board_call(row))
        self._newest.over({row.call_id for row in ordered if not row.current and row.call_id != latest})
        self._known = {row.call_id for row in ordered}

    def picture(
        self, hall: HallRow | None, fields: Iterable[FieldRow], calls: Collection[CallRow], moment: Moment
    ) -> Picture:
        """The board at this moment; lets the next call into the large place when it is due."""
        if hall is None:
            return Picture()
        recent = newest_first(calls)[:RECENT_CALLS]
        self._newest.advance(moment.now, {row.call_id for row in recent})
        waits = [_field_wait(row, self._language) for row in sorted(fields, key=lambda row: row.position)]
        pages = _even_pages(waits)
        page = _turn(moment.server_ms, len(pages))
        return replace(
            self._frame(hall, moment),
            phase=self._phase(hall, recent),
            newest=self._newest.shown,
            recent=tuple(self._line(row) for row in recent),
            fields=pages[page],
            page=page,
            pages=len(pages),
        )

    def _frame(self, hall: HallRow, moment: Moment) -> Picture:
        local = local_time(moment.server_ms, hall.time_zone)
        since = moment.stale_since_ms
        return Picture(
            live=moment.live,
            stale_since="" if since is None else clock_text(local_time(since, hall.time_zone)),
            hall=_in_language(hall.name, self._language),
            place=_in_language(hall.place, self._language),
            clock=clock_text(local),
            date=date_text(local.date(), self._language),
            lunar=lunar_text(local.date()) if self._language == "vi" else "",
            opens=hall.opens,
            closes=hall.closes,
            closing=hall.day == "closing",
            hotline=hall.hotline,
            ticker=self._ticker[_turn(moment.server_ms, len(self._ticker))] if self._ticker else "",
        )

    def _phase(self, hall: HallRow, recent: list[CallRow]) -> Phase:
        if hall.day == "closed":
            return Phase.CLOSED
        return Phase.CALLING if recent and self._newest.shown is not None else Phase.QUIET

    def _line(self, row: CallRow) -> RecentCall:
        large = () if self._newest.shown is None else (self._newest.shown,)
        fresh = any(call.ticket_id == row.ticket_id for call in (*large, *self._newest.line))
        return RecentCall(row.call_id, row.number, row.counter_id, fresh)

    def _begin_day(self, day: str | None) -> None:
        self._day = day
        self._newest.clear()
        self._known.clear()


def in_order(calls: Iterable[CallRow]) -> list[CallRow]:
    """Calls in the order in which they were made."""
    return sorted(calls, key=lambda row: row.called_at)


def newest_first(calls: Iterable[CallRow]) -> list[CallRow]:
    """One line a ticket, its newest call; the newest line first."""
    by_ticket = {row.ticket_id: row for row in in_order(calls)}
    return list(reversed(in_order(by_ticket.values())))


def _is_news(row: CallRow, server_ms: int) -> bool:
    """Whether a call that this board sees for the first time should still be shown large: not what it slept through."""
    return row.current and server_ms - row.called_at < HOLD_SECONDS * 1000


def _board_call(row: CallRow) -> BoardCall:
    return BoardCall(row.call_id, row.ticket_id, row.number, row.counter_id)


def _field_wait(row: FieldRow, language: str) -> FieldWait:
    name = _in_language(row.name, language)
    return FieldWait(row.field_id, row.series, name, row.waiting, bool(row.counters), row.accepting)


def _even_pages(waits: list[FieldWait]) -> list[tuple[FieldWait, ...]]:
    """As few pages as hold all fields, as equally full as can be; one empty page when there are none."""
    pages = max(1, -(-len(waits) // FIELDS_A_PAGE))
    size = max(1, -(-len(waits) // pages))
    return [tuple(waits[page * size : (page + 1) * size]) for page in range(pages)]


def _turn(server_ms: int, count: int) -> int:
    """Whose turn it is among `count` that take turns by the clock."""
    return server_ms // (PAGE_SECONDS * 1000) % max(1, count)


def _in_language(words: Words, language: str) -> str:
    return words.en or words.vi if language == "en" else words.vi
