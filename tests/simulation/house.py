"""The process of the hall's server in a simulation: it starts on the database, dies, and starts again.

The real hall, journal, feed and clock, without sockets and threads. `fresh` holds the entries that became durable since
they were last taken; after every reading back they come from the database itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import select

from hall_link.feed import AnyView, CounterView, DisplayView, KioskView, StaffView
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.service.clock import SystemClock
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Entry, Envelope, Position, StorageOutage, StoredOutcome
from hall_server.storage import tables
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import check
from hall_server.storage.replay import read_entries
from hall_server.storage.schema import upgrade
from hall_server.web import views
from hall_server.web.feed import Feed
from hall_server.web.metrics import Metrics
from hall_server.web.results import result_of
from tests.simulation.disk import DrivenWriter, Fault, open_faulty_engine
from tests.unit.hall_server.web.screens import Screen

VIEWS: tuple[AnyView, ...] = (StaffView(), KioskView(), CounterView(1), DisplayView("main"))
"""One screen of each kind."""


class WatchedJournal:
    """A journal that tells which entries became durable."""

    def __init__(self, journal: SqlJournal, read_back: Callable[[], None], durable: Callable[[Entry], None]) -> None:
        self._journal = journal
        self._read_back = read_back
        self._durable = durable
        self._staged: list[Entry] = []

    @property
    def position(self) -> Position:
        return self._journal.position

    def load(self) -> HallState:
        self._staged = []
        state = self._journal.load()
        self._read_back()
        return state

    def stage(self, asked: Envelope, at: int, events: tuple[Event, ...], state: HallState) -> Entry:
        entry = self._journal.stage(asked, at, events, state)
        self._staged.append(entry)
        return entry

    def commit(self, outcomes: list[tuple[Envelope, Done]], done: Callable[[StorageOutage | None], None]) -> None:
        staged, self._staged = self._staged, []

        def ended(outage: StorageOutage | None) -> None:
            if outage is None:
                for entry in staged:
                    self._durable(entry)
            done(outage)

        self._journal.commit(outcomes, ended)

    def knows(self, command_id: str) -> bool:
        return self._journal.knows(command_id)

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage], None]) -> None:
        self._journal.outcome(command_id, done)


SNAPSHOT_ENTRIES = 100
"""Pictures of the state are taken more often than in a real hall, so that starts from them are tried too."""


class House:
    """`machine_ns`: the machine's clock, which may jump. All methods run inside the loop."""

    def __init__(self, folder: Path, hall_id: str, machine_ns: Callable[[], int]) -> None:
        self.fault = Fault()
        self._file = folder / "hall.db"
        self.engine = open_faulty_engine(self._file, self.fault)
        upgrade(self.engine)
        self.fresh: list[Entry] = []
        self.starts = 0
        self.screens: list[Screen] = []
        self._hall_id = hall_id
        self._machine_ns = machine_ns
        self._last, self._last_digest = 0, b""

    def start(self) -> None:
        """Read the journal and serve. Raises what a start may raise."""
        self.starts += 1
        self.bugs: list[BaseException] = []
        self.clock = SystemClock(self._machine_ns)
        self.feed = Feed(self.clock, Metrics())
        self.present: list[Screen] = []
        self._journal = SqlJournal(self.engine, self._hall_id, self.bugs.append, self._new_writer, SNAPSHOT_ENTRIES)
        watched = WatchedJournal(self._journal, self._read_back, self._durable)
        self.hall = Hall(watched, self.clock, self.feed, result_of)
        self.hall.open()

    def _new_writer(self, engine: object, on_bug: Callable[[BaseException], None]) -> DrivenWriter:
        self.writer = DrivenWriter(self.engine, on_bug)
        return self.writer

    def _durable(self, entry: Entry) -> None:
        self.fresh.append(entry)
        self._last, self._last_digest = entry.seq, entry.digest

    def _read_back(self) -> None:
        """What is on disk begins with what was durable before, and may hold more."""
        table = tables.journal
        with self.engine.connect() as connection:
            stored = connection.execute(select(table.c.digest).where(table.c.seq == self._last)).scalar_one_or_none()
            if self._last and stored != self._last_digest:
                raise AssertionError(f"2: entry {self._last} was durable and is gone")
            for entry in list(read_entries(connection, self._hall_id, self._last + 1)):
                self._durable(entry)

    @property
    def state(self) -> HallState:
        return self.hall._state

    @property
    def at_rest(self) -> bool:
        """Whether memory is exactly what is on disk."""
        return self.hall._under_way is None and self.hall._outage is None and not self.writer.dead

    def die(self) -> None:
        """The process is gone, at once."""
        if not self.writer.dead:
            self.writer.die()
        if self.hall._recovery is not None:
            self.hall._recovery.cancel()

    def screens_come(self) -> None:
        """All views come, or come back with what they hold, where the document has such a view."""
        if not self.at_rest:
            return
        self.screens = self.screens or [Screen(self.feed, view) for view in VIEWS]
        for screen in self.screens:
            if screen not in self.present:
                screen.feed = self.feed
                if screen.come(self.state, self.hall._journal.position) is None:
                    self.present.append(screen)

    def screen_goes(self, screen: Screen) -> None:
        """Its connection is lost, perhaps with frames on the way."""
        screen.go()
        self.present.remove(screen)

    async def screens_take(self) -> None:
        """After a beat each takes what waits for it; those that are told to go are gone."""
        self.feed.beat()
        for screen in list(self.present):
            if screen.subscriber.ending is not None:
                self.screen_goes(screen)
            await screen.take_if_any()

    def wrong_screens(self, screens: list[Screen], seq: int) -> Iterator[str]:
        """Of those that took what there is up to entry `seq`, the ones that show something else."""
        for screen in screens:
            if screen.mirror.seq != seq or screen.mirror.rows != views.rows(self.state, screen.view):
                yield f"7: a screen with {screen.view} does not show what is"

    def verdict(self, entries: int) -> Iterator[str]:
        """The tables against the whole journal of so many entries, its chain checked from the first."""
        verdict = check(open_faulty_engine(self._file, Fault()), self._hall_id)
        if not verdict.sound or verdict.entries != entries:
            yield f"6: the tables and the journal differ: {verdict}"

    def leave(self) -> None:
        self.die()
        self.engine.dispose()
