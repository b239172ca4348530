"""What the wallboard shows: the rows of the feed in, one picture of plain values out.

Pure: rows, the server's time and whether the link is live come in; nothing is asked of a clock. What is remembered are
the large place (`display.newest`) and the list (`display.recent`): how long a call has stood there is in no row.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from display.bottom_line import NOTHING, BottomLine, Reader, bottom_lines
from display.calendar_text import clock_text, date_text, local_time, lunar_text
from display.layout import Layout
from display.newest import HOLD_SECONDS, BoardCall, NewestPlace
from display.recent import RecentList
from hall_link.rows import AnnouncementRow, CallRow, FieldRow, HallRow, Words

PAGE_SECONDS = 12
"""How long one page of fields, or one sentence of the ticker, is to be read."""
IDLE_SECONDS = 90
"""When nobody was called for so long, the hall's pictures may take the large place until the next call."""


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
    """How many wait in a field. `served`: an open counter takes them; `accepting`: numbers are given. `low`,
    `high`: minutes, -1 where nothing is foretold. `following`: who is called there next, "" if not known."""

    field_id: str
    series: str
    name: str
    waiting: int
    served: bool
    accepting: bool
    low: int
    high: int
    following: str


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
    """Everything on the board, in words and numbers; empty texts and None where there is nothing to show. `idle`:
    nobody needs the large place now."""

    phase: Phase = Phase.CONNECTING
    live: bool = False
    idle: bool = False
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
    bottom: BottomLine = NOTHING

    @property
    def visible_calls(self) -> frozenset[str]:
        """Ids of the calls that somebody in front of the board can read."""
        if self.phase is not Phase.CALLING:
            return frozenset()
        large = () if self.newest is None else (self.newest.call_id,)
        return frozenset((*large, *(call.call_id for call in self.recent)))


class Board:
    """Holds the large place and the list; `ticker`: the hall's own sentences for the bottom line, in turn; `zone`:
    where it hangs."""

    def __init__(self, ticker: tuple[str, ...] = (), language: str = "vi", zone: str = "main") -> None:
        self._ticker = ticker
        self._language = language
        self._reader = Reader(zone, language, Layout().sentence_letters)
        self._newest = NewestPlace()
        self._list = RecentList(Layout().lines)
        self._fields_a_page = Layout().fields_a_page
        self._known: set[str] = set()
        self._day: str | None = None
        self._last_call_ms = 0

    def set_layout(self, layout: Layout) -> None:
        """The page holds so many calls and fields from now on."""
        self._list.resize(layout.lines)
        self._fields_a_page = layout.fields_a_page
        self._reader = replace(self._reader, letters=layout.sentence_letters)

    def take_calls(self, hall: HallRow | None, calls: Collection[CallRow], server_ms: int) -> None:
        """The calls of the zone as they stand now: all of them, each time that any changed."""
        if hall is not None and hall.business_date != self._day:
            self._begin_day(hall.business_date)
        ordered = in_order(calls)
        latest = ordered[-1].call_id if ordered else ""
        for row in ordered:
            if row.call_id not in self._known:
                self._take_call(row, server_ms, is_latest=row.call_id == latest)
        over = {row.call_id for row in ordered if not row.current}
        self._list.over(over)
        self._newest.over(over - {latest})
        self._known = {row.call_id for row in ordered}
        self._last_call_ms = ordered[-1].called_at if ordered else 0

    def picture(
        self,
        hall: HallRow | None,
        fields: Iterable[FieldRow],
        moment: Moment,
        announcements: Iterable[AnnouncementRow] = (),
    ) -> Picture:
        """The board at this moment; lets the next calls into the large place and the list when they are due."""
        if hall is None:
            return Picture()
        self._list.advance(moment.now)
        recent = self._list.calls
        self._newest.advance(moment.now, {call.call_id for call in recent})
        in_order = sorted(fields, key=lambda row: row.position)
        waits = [_field_wait(row, self._language) for row in in_order]
        pages = _even_pages(waits, self._fields_a_page)
        page = _turn(moment.server_ms, len(pages))
        phase = self._phase(hall)
        return replace(
            self._frame(hall, moment),
            phase=phase,
            idle=self._is_idle(phase, moment),
            newest=self._newest.shown,
            recent=tuple(self._line(call) for call in recent),
            fields=pages[page],
            page=page,
            pages=len(pages),
            bottom=self._bottom(in_order, announcements, moment.server_ms),
        )

    def _bottom(
        self, fields: Iterable[FieldRow], announcements: Iterable[AnnouncementRow], server_ms: int
    ) -> BottomLine:
        why = "" if self._newest.shown is None else self._newest.shown.why
        lines = bottom_lines(self._ticker, why, announcements, fields, self._reader, server_ms)
        return lines[_turn(server_ms, len(lines))]

    def _take_call(self, row: CallRow, server_ms: int, *, is_latest: bool) -> None:
        why = "" if row.why is None else _in_language(row.why, self._language)
        call = BoardCall(row.call_id, row.ticket_id, row.number, row.counter_id, why)
        is_news = _is_news(row, server_ms)
        if is_news:
            self._list.arrive(call)
        else:
            self._list.fill([call])
        if is_news or is_latest:
            self._newest.arrive(call)

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
        )

    def _phase(self, hall: HallRow) -> Phase:
        if hall.day == "closed":
            return Phase.CLOSED
        return Phase.QUIET if self._newest.shown is None else Phase.CALLING

    def _is_idle(self, phase: Phase, moment: Moment) -> bool:
        """Pictures never cover words about a lost connection, nor a call that may still be looked for."""
        if not moment.live or phase is Phase.CONNECTING:
            return False
        since_last = moment.server_ms - self._last_call_ms
        waiting = self._newest.line or self._list.waiting
        return phase is not Phase.CALLING or (since_last >= IDLE_SECONDS * 1000 and not waiting)

    def _line(self, call: BoardCall) -> RecentCall:
        large = () if self._newest.shown is None else (self._newest.shown,)
        fresh = any(other.ticket_id == call.ticket_id for other in (*large, *self._newest.line))
        return RecentCall(call.call_id, call.number, call.counter, fresh)

    def _begin_day(self, day: str | None) -> None:
        self._day = day
        self._newest.clear()
        self._list.clear()
        self._known.clear()


def in_order(calls: Iterable[CallRow]) -> list[CallRow]:
    """Calls in the order in which they were made."""
    return sorted(calls, key=lambda row: row.called_at)


def _is_news(row: CallRow, server_ms: int) -> bool:
    """Whether a call that this board sees for the first time should still be shown large: not what it slept through."""
    return row.current and server_ms - row.called_at < HOLD_SECONDS * 1000


def _field_wait(row: FieldRow, language: str) -> FieldWait:
    name = _in_language(row.name, language)
    low, high = (-1, -1) if row.wait is None else (row.wait.low, row.wait.high)
    following = row.next_numbers[0] if row.next_numbers else ""
    served, accepting = bool(row.counters), row.accepting
    return FieldWait(row.field_id, row.series, name, row.waiting, served, accepting, low, high, following)


def _even_pages(waits: list[FieldWait], a_page: int) -> list[tuple[FieldWait, ...]]:
    """As few pages as hold all fields, as equally full as can be; one empty page when there are none."""
    pages = max(1, -(-len(waits) // a_page))
    size = max(1, -(-len(waits) // pages))
    return [tuple(waits[page * size : (page + 1) * size]) for page in range(pages)]


def _turn(server_ms: int, count: int) -> int:
    """Whose turn it is among `count` that take turns by the clock."""
    return server_ms // (PAGE_SECONDS * 1000) % max(1, count)


def _in_language(words: Words, language: str) -> str:
    return words.en or words.vi if language == "en" else words.vi
