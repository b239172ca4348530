"""The newest day as readers get it: whole, from its first entry, beside a writer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from queue import SimpleQueue

import pytest
from sqlalchemy import Engine

from hall_server.domain import commands as c
from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState
from hall_server.domain.story import Happening, tell
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Entry, Envelope, StorageOutage
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.record import SqlRecord
from hall_server.storage.schema import upgrade
from tests.halls import DAY, document
from tests.unit.hall_server.service.fakes import Listener, ToldClock

HALL = "hai-chau"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(sqlite_url(tmp_path / "hall.db"))
    upgrade(engine)
    return engine


def played(state: HallState, entries: Iterable[Entry]) -> HallState:
    for entry in entries:
        for event in entry.events:
            evolve(state, event, entry.at)
    return state


async def test_the_newest_day_is_read_with_the_document_of_its_beginning(engine: Engine) -> None:
    bugs: SimpleQueue[BaseException] = SimpleQueue()
    journal, clock = SqlJournal(engine, HALL, bugs.put), ToldClock()
    hall = Hall(journal, clock, Listener(), lambda *_: b"{}")
    hall.open()
    asked = iter(range(100))

    async def do(*commands: c.Command) -> None:
        for command in commands:
            answer = await hall.execute(Envelope(f"command-{next(asked)}", "counter-1", command, b""))
            assert isinstance(answer, Done), answer

    await do(c.ConfigureHall(document()), c.OpenDay(), c.IssueTicket("HT"), c.CloseDay())
    clock.time += DAY
    await do(c.OpenDay(), c.OpenCounter(1), c.IssueTicket("HT"), c.CallNext(1))
    record = SqlRecord(engine, HALL)
    assert record.read_day(played) == await hall.read(lambda state, _: state)
    story = record.read_day(
        lambda state, entries: tell(state, (Happening(one.at, one.actor, one.events) for one in entries), "A001")
    )
    assert story is not None
    assert story.ticket.ticket_id == "20261125-A001"
    assert [(chapter.kind, chapter.actor) for chapter in story.chapters] == [
        ("issued", "counter-1"),
        ("called", "counter-1"),
    ]
    await hall.stop()
    journal.close()
    assert bugs.empty()


def test_a_hall_without_a_day_has_nothing_to_tell_and_a_lost_file_is_an_outage(engine: Engine, tmp_path: Path) -> None:
    assert SqlRecord(engine, HALL).read_day(played) == HallState()
    elsewhere = open_engine(sqlite_url(tmp_path / "no" / "such" / "hall.db"))
    with pytest.raises(StorageOutage):
        SqlRecord(elsewhere, HALL).read_day(played)
