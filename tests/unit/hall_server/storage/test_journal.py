"""The journal in a real SQLite file: what was acknowledged is there after anything, the chain shows every change."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from sqlalchemy import Engine

from hall_server.domain import commands as c
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.service import hall as hall_module
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope, StorageOutage
from hall_server.storage import databases
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import check
from hall_server.storage.schema import upgrade
from tests.halls import DAY, document
from tests.unit.hall_server.service.fakes import Listener, ToldClock

HALL = "hai-chau"


def ask(command_id: str, command: c.Command) -> Envelope:
    return Envelope(command_id, "test", command, repr(command).encode()[:16])


def newest(state: HallState, command: c.Command, events: tuple[Event, ...]) -> bytes:
    return b'"%s"' % (next(reversed(state.tickets), "").encode())


class Station:
    """A hall on a SQLite file that can be left and entered again, as after a crash."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clock = ToldClock()
        self.bugs: SimpleQueue[BaseException] = SimpleQueue()
        self.journals: list[SqlJournal] = []
        self.engine: Engine = open_engine(sqlite_url(file))
        upgrade(self.engine)

    def enter(self) -> Hall:
        self.journal = SqlJournal(self.engine, HALL, self.bugs.put)
        self.journals.append(self.journal)
        self.listener = Listener()
        self.hall = Hall(self.journal, self.clock, self.listener, newest)
        self.hall.open()
        return self.hall

    async def begin(self) -> Hall:
        hall = self.enter()
        begin: tuple[c.Command, ...] = (c.ConfigureHall(document()), c.OpenDay(), c.OpenCounter(1))
        for number, command in enumerate(begin):
            assert isinstance(await hall.execute(ask(f"begin-{number}", command)), Done)
        return hall

    def leave(self) -> None:
        for journal in self.journals:
            journal.close()
        assert self.bugs.empty()


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(tmp_path / "hall.db")
    yield made
    made.leave()


@pytest.fixture
async def hall(station: Station) -> Hall:
    return await station.begin()


async def issue(hall: Hall, command_id: str, field: str = "HT") -> object:
    return await hall.execute(ask(command_id, c.IssueTicket(field)))


async def test_everything_is_there_after_a_restart(station: Station, hall: Hall) -> None:
    await asyncio.gather(*(issue(hall, f"issue-{n:03}") for n in range(10)))
    first = await issue(hall, "tap-0001")
    before = await hall.read(lambda state, position: (repr(state), position))
    again = station.enter()
    assert await again.read(lambda state, position: (repr(state), position)) == before
    assert await issue(again, "tap-0001") == first
    assert await again.read(lambda state, _: state.issued) == 11


async def test_a_new_day_starts_from_the_document_then_in_force(station: Station, hall: Hall) -> None:
    await issue(hall, "tap-0001")
    await hall.execute(ask("close-01", c.CloseDay()))
    await hall.execute(ask("config-2", c.ConfigureHall(document(hotline="1022"))))
    station.clock.time += DAY
    await hall.execute(ask("open-002", c.OpenDay()))
    await issue(hall, "tap-0002", "CT")
    before = await hall.read(lambda state, position: (repr(state), position))
    again = station.enter()
    assert await again.read(lambda state, position: (repr(state), position)) == before
    assert await again.read(lambda state, _: state.document and state.document.hotline) == "1022"


async def test_old_outcomes_are_forgotten_after_two_business_days(station: Station, hall: Hall) -> None:
    await issue(hall, "day-1-tap")
    for day in (2, 3):
        await hall.execute(ask(f"close-0{day}", c.CloseDay()))
        station.clock.time += DAY
        await hall.execute(ask(f"open-00{day}", c.OpenDay()))
        await issue(hall, f"day-{day}-tap")
    station.enter()
    assert [station.journal.knows(f"day-{day}-tap") for day in (1, 2, 3)] == [False, True, True]


async def test_a_command_of_three_days_ago_comes_again_without_harm(station: Station, hall: Hall) -> None:
    """A device that was switched off over two business days repeats what it never heard an answer to."""
    await issue(hall, "day-1-tap")
    for day in (2, 3):
        await hall.execute(ask(f"close-0{day}", c.CloseDay()))
        station.clock.time += DAY
        await hall.execute(ask(f"open-00{day}", c.OpenDay()))
    assert [station.journal.knows(name) for name in ("day-1-tap", "open-002", "open-003")] == [False, True, True]
    assert isinstance(await asyncio.wait_for(issue(hall, "day-1-tap"), 5), Done)
    assert not hall.failed.done()


async def test_what_is_forgotten_while_it_is_fetched_is_asked_again(station: Station, hall: Hall) -> None:
    await issue(hall, "tap-0001")
    with sqlite3.connect(station.file) as raw:
        raw.execute("DELETE FROM outcomes WHERE command_id = 'tap-0001'")
    assert isinstance(await asyncio.wait_for(issue(hall, "tap-0001"), 5), StorageOutage)
    assert not hall.failed.done()


async def test_a_changed_entry_is_noticed(station: Station, hall: Hall) -> None:
    await issue(hall, "tap-0001")
    with sqlite3.connect(station.file) as raw:
        raw.execute("UPDATE journal SET events = replace(events, 'A001', 'A002') WHERE seq = 4")
    with pytest.raises(AssertionError, match="entry 4 was changed"):
        station.enter()


async def test_a_missing_entry_is_noticed(station: Station, hall: Hall) -> None:
    for n in range(3):
        await issue(hall, f"issue-{n:03}")
    with sqlite3.connect(station.file) as raw:
        raw.execute("DELETE FROM journal WHERE seq = 5")
    with pytest.raises(AssertionError, match="entry 5 is missing"):
        station.enter()


async def test_a_locked_database_is_an_outage_that_heals(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall_module, "PAUSE_SECONDS_MIN", 0.0)
    monkeypatch.setattr(databases, "_PRAGMAS", (*databases._PRAGMAS, "PRAGMA busy_timeout=1"))
    hall = await station.begin()
    locker = sqlite3.connect(station.file, isolation_level=None)
    locker.execute("BEGIN IMMEDIATE")
    answer = await issue(hall, "tap-0001")
    assert isinstance(answer, StorageOutage)
    assert "locked" in str(answer)
    locker.execute("ROLLBACK")
    locker.close()
    await asyncio.wait_for(station.listener.was_reset.wait(), 5)
    assert isinstance(await issue(hall, "tap-0001"), Done)
    assert await hall.read(lambda state, _: [t.number for t in state.tickets.values()]) == ["A001"]


async def test_a_full_disk_is_an_outage_that_heals(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hall_module, "PAUSE_SECONDS_MIN", 0.0)
    full = threading.Event()
    pragmas = databases._PRAGMAS
    monkeypatch.setattr(databases, "_PRAGMAS", pragmas)
    hall = await station.begin()
    station.journal.close()
    monkeypatch.setattr(databases, "_PRAGMAS", (*pragmas, "PRAGMA max_page_count=1"))
    hall = station.enter()
    answers, n = [], 0
    while not full.is_set():
        n += 1
        answers.append(await issue(hall, f"issue-{n:04}"))
        if isinstance(answers[-1], StorageOutage):
            full.set()
    assert "full" in str(answers[-1])
    given = [answer for answer in answers if isinstance(answer, Done)]
    monkeypatch.setattr(databases, "_PRAGMAS", pragmas)
    await asyncio.wait_for(station.listener.was_reset.wait(), 5)
    assert await hall.read(lambda state, _: state.issued) == len(given)
    assert isinstance(await issue(hall, f"issue-{n:04}"), Done)
    assert check(station.engine, HALL).sound


async def test_a_disk_that_cannot_be_read_keeps_the_hall_waiting(station: Station, tmp_path: Path) -> None:
    hall = await station.begin()
    await issue(hall, "tap-0001")
    station.journal.close()
    station.engine = open_engine(sqlite_url(tmp_path / "gone" / "hall.db"))
    with pytest.raises(StorageOutage):
        station.enter()


async def test_our_own_mistakes_are_no_outage(station: Station, hall: Hall) -> None:
    await issue(hall, "tap-0001")
    with sqlite3.connect(station.file) as raw:
        raw.execute("DROP TABLE calls")
    waiting = asyncio.ensure_future(hall.execute(ask("press-01", c.CallNext(1))))
    bug = await asyncio.to_thread(station.bugs.get, timeout=5)
    assert "no such table" in str(bug)
    waiting.cancel()
