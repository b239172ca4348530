"""One view as all its subscribers hold it: the rows, where they stand, and what changed lately.

Everybody on a channel stands at the same `position`, so a frame is encoded once and the same bytes go to all. Rows are
whole, so what a returning client missed is only a set of keys: the history keeps no frames, just the keys of each
update, and a resume sends the present row of each once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
from msgspec import Raw

from hall_link.feed import AnyView, Beat, Frame, Resume
from hall_link.rows import PERSON_KEY
from hall_server.domain.touched import Touched
from hall_server.service.ports import Position
from hall_server.web.moment import Moment, Premises
from hall_server.web.views import sight_of

UPDATES_KEPT_MAX = 1000
"""Updates that a returning client may have missed and still resume; a quarter of an hour at one a second."""
KEYS_KEPT_MAX = 20_000
"""Keys that all kept updates of a channel may name together; bounds memory where updates are large."""

_ENCODER = msgspec.json.Encoder()


class _Snapshot(Frame, frozen=True, tag="snapshot"):
    """`hall_link.messages.Snapshot` with rows that are encoded already."""

    seq: int
    mark: str
    at: int
    rows: list[Raw]


class _Updates(Frame, frozen=True, tag="updates"):
    """`hall_link.messages.Updates` with rows that are encoded already."""

    after: int
    seq: int
    mark: str
    at: int
    rows: list[Raw]
    gone: list[str]


class _Kept(NamedTuple):
    """One update of the past: where it began, and the keys it put or dropped."""

    after: int
    mark: str
    keys: tuple[str, ...]


class Channel:
    """A view kept up to date. Not told to anybody here: `flush` gives the frame that the feed hands out."""

    def __init__(self, view: AnyView, moment: Moment, premises: Premises, position: Position) -> None:
        self.view = view
        self.position = position
        """Where the subscribers stand."""
        self._latest = position
        """Where the rows stand; ahead of the subscribers until the next flush."""
        self._rows: dict[str, Raw] = {}
        self._tickets: set[str] = set()
        self._calls: set[str] = set()
        self._changed: dict[str, None] = {}
        self._kept: deque[_Kept] = deque()
        self._keys_kept = 0
        self._snapshot: bytes | None = None
        self._sight = sight_of(view)
        self._take_premises(premises, [*premises.rows, *premises.catalogue])
        self._draw_all(moment)
        self._changed.clear()

    # ------------------------------------------------------------------------------------------- keeping up to date

    def follow(
        self,
        moment: Moment,
        premises: Premises,
        changed_premises: Iterable[str],
        touched: Touched,
        position: Position,
    ) -> None:
        """A batch was committed: redraw what it touched."""
        self._latest = position
        self._take_premises(premises, changed_premises)
        if touched.premises:
            self._keep_only_members(moment)
        self._redraw_tickets(moment, touched.tickets)
        if touched.calls:
            self._redraw_calls(moment, touched.calls)

    def draw_anew(
        self, moment: Moment, premises: Premises, changed_premises: Iterable[str], position: Position
    ) -> None:
        """The state was read back: look at every row."""
        self._latest = position
        self._take_premises(premises, changed_premises)
        self._draw_all(moment)

    def _take_premises(self, premises: Premises, keys: Iterable[str]) -> None:
        for key in keys:
            raw = premises.rows.get(key) if key != PERSON_KEY or self._sight.identities else None
            if raw is None and self._sight.catalogue:
                raw = premises.catalogue.get(key)
            self._put(key, raw)

    def _draw_all(self, moment: Moment) -> None:
        self._keep_only_members(moment)
        for ticket_id in self._tickets:
            self._put(f"ticket/{ticket_id}", moment.ticket(ticket_id))
        for call_id in self._calls:
            self._put(f"call/{call_id}", moment.call(call_id))

    def _keep_only_members(self, moment: Moment) -> None:
        """Who belongs to the view may have changed for all: drop and add, but draw only what is new."""
        tickets = self._sight.pick_tickets(moment, self._sight.everybody(moment))
        calls = self._sight.pick_calls(moment, self._sight.every_call(moment, tickets))
        self._become(moment, tickets, calls)

    def _become(self, moment: Moment, tickets: set[str], calls: set[str]) -> None:
        for ticket_id in self._tickets - tickets:
            self._put(f"ticket/{ticket_id}", None)
        for ticket_id in tickets - self._tickets:
            self._put(f"ticket/{ticket_id}", moment.ticket(ticket_id))
        for call_id in self._calls - calls:
            self._put(f"call/{call_id}", None)
        for call_id in calls - self._calls:
            self._put(f"call/{call_id}", moment.call(call_id))
        self._tickets, self._calls = tickets, calls

    def _redraw_tickets(self, moment: Moment, touched: Mapping[str, None]) -> None:
        candidates = [moment.tickets[ticket_id] for ticket_id in touched if ticket_id in moment.tickets]
        seen = self._sight.pick_tickets(moment, candidates)
        for ticket_id in touched:
            if ticket_id in seen:
                self._tickets.add(ticket_id)
                self._put(f"ticket/{ticket_id}", moment.ticket(ticket_id))
            elif ticket_id in self._tickets:
                self._tickets.discard(ticket_id)
                self._put(f"ticket/{ticket_id}", None)

    def _redraw_calls(self, moment: Moment, touched: Mapping[str, None]) -> None:
        candidates = {**dict.fromkeys(self._calls), **touched} if self._sight.crowds_out else touched
        seen = self._sight.pick_calls(moment, [moment.calls[id_] for id_ in candidates if id_ in moment.calls])
        for call_id in candidates:
            if call_id in seen:
                self._calls.add(call_id)
                self._put(f"call/{call_id}", moment.call(call_id))
            elif call_id in self._calls:
                self._calls.discard(call_id)
                self._put(f"call/{call_id}", None)

    def _put(self, key: str, raw: Raw | None) -> None:
        """The row under `key` is now `raw`; None: it is not in the view."""
        if raw is None:
            if self._rows.pop(key, None) is not None:
                self._changed[key] = None
        elif self._rows.get(key) != raw:
            self._rows[key] = raw
            self._changed[key] = None

    # --------------------------------------------------------------------------------------------------- the frames

    @property
    def behind(self) -> bool:
        """Whether the journal went on without changing a row, so that subscribers stand at an older number."""
        return self._latest.seq != self.position.seq

    def flush(self) -> bytes | None:
        """What changed since the last flush as one frame for every subscriber; None when nothing did."""
        return self.advance() if self._changed else None

    def advance(self) -> bytes:
        """As `flush`, and with no row changed a frame that only moves the subscribers on to the latest number."""
        before, self.position = self.position, self._latest
        keys, self._changed = tuple(self._changed), {}
        self._snapshot = None
        if self.position.seq < before.seq:
            self._forget()
            return self.snapshot()
        self._keep(_Kept(before.seq, before.mark, keys))
        return self._updates(before.seq, keys)

    def snapshot(self) -> bytes:
        """Everything as subscribers hold it; encoded once while nothing changes."""
        assert not self._changed, "a snapshot between change and flush"
        if self._snapshot is None:
            stands = self.position
            self._snapshot = _ENCODER.encode(_Snapshot(stands.seq, stands.mark, stands.at, list(self._rows.values())))
        return self._snapshot

    def since(self, resume: Resume) -> bytes | None:
        """What a client that stands at `resume` missed, as one frame; None when that is not known any more."""
        keys: dict[str, None] = {}
        if (resume.seq, resume.mark) != (self.position.seq, self.position.mark):
            found = False
            for kept in self._kept:
                found = found or (kept.after, kept.mark) == (resume.seq, resume.mark)
                if found:
                    keys.update(dict.fromkeys(kept.keys))
            if not found:
                return None
        return self._updates(resume.seq, keys)

    def beat(self, at: int) -> bytes:
        return _ENCODER.encode(Beat(self.position.seq, at))

    def _updates(self, after: int, keys: Iterable[str]) -> bytes:
        put = [self._rows[key] for key in keys if key in self._rows]
        gone = [key for key in keys if key not in self._rows]
        stands = self.position
        return _ENCODER.encode(_Updates(after, stands.seq, stands.mark, stands.at, put, gone))

    def _keep(self, kept: _Kept) -> None:
        self._kept.append(kept)
        self._keys_kept += len(kept.keys)
        while self._kept and (len(self._kept) > UPDATES_KEPT_MAX or self._keys_kept > KEYS_KEPT_MAX):
            self._keys_kept -= len(self._kept.popleft().keys)

    def _forget(self) -> None:
        self._kept.clear()
        self._keys_kept = 0
