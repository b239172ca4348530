"""A picture of the state is the state, and one that cannot be believed is passed over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from hall_server.domain import commands as c
from hall_server.domain.model import HallState
from hall_server.service.ports import StorageOutage
from hall_server.storage import snapshots
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import check, rebuild
from hall_server.storage.schema import upgrade
from hall_server.storage.snapshots import read_snapshot
from hall_server.storage.writer import Ended, Job, Transactions
from tests.halls import DAY, document
from tests.random_commands import a_command
from tests.unit.hall_server.storage.test_rebuild import HALL, Bench

EVERY = 5
"""Entries from one picture to the next."""


class AtOnce:
    """Jobs on the caller's thread. `ahead`: what the next ones meet."""

    ahead: ClassVar[list[StorageOutage | None]] = []

    def __init__(self, engine: Engine, on_bug: Callable[[BaseException], None]) -> None:
        self._transactions = Transactions(engine)

    def give(self, job: Job, ended: Ended, *, long: bool = False) -> None:
        outage = self.ahead.pop(0) if self.ahead else None
        ended(outage or self._transactions.run(job))

    def stop(self) -> None:
        self._transactions.let_go()


class Archive:
    """A record whose pictures are taken often, on a real file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.engine = open_engine(sqlite_url(file))
        upgrade(self.engine)
        self.hall = Bench()
        self.journal = self.opened()
        self.journal.load()

    def opened(self) -> SqlJournal:
        return SqlJournal(self.engine, HALL, self._bug, AtOnce, snapshot_entries=EVERY)

    def _bug(self, bug: BaseException) -> None:
        raise bug

    def write(self, *commands: c.Command) -> None:
        self.hall.write(self.journal, list(commands))

    def begin(self) -> None:
        self.write(c.ConfigureHall(document()), c.OpenDay(), c.OpenCounter(1), c.OpenCounter(2))
        for _ in range(4):
            self.write(c.IssueTicket("HT"), c.IssueTicket("CT"), c.CallNext(1))

    def pictured(self) -> int | None:
        """Up to which entry."""
        with self.engine.connect() as connection:
            picture = read_snapshot(connection, HALL)
        return None if picture is None else picture.seq

    def read_back(self) -> HallState:
        """As the next start would; its position is that of the journal."""
        journal = self.opened()
        state = journal.load()
        assert journal.position == self.journal.position
        journal.close()
        return state

    def change(self, sql: str) -> None:
        with sqlite3.connect(self.file) as raw:
            raw.execute(sql)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    made = Archive(tmp_path / "hall.db")
    yield made
    made.journal.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_start_from_a_picture_leads_to_the_state_that_was(tmp_path: Path, data: st.DataObject) -> None:
    (tmp_path / "hall.db").unlink(missing_ok=True)
    archive = Archive(tmp_path / "hall.db")
    archive.begin()
    for _ in range(data.draw(st.integers(1, 8))):
        archive.hall.now += data.draw(st.sampled_from((1, 1000, DAY)))
        archive.write(*(data.draw(st.composite(a_command)(archive.hall.state)) for _ in range(6)))
    assert archive.pictured() is not None
    assert archive.read_back() == archive.hall.state
    assert check(archive.engine, HALL).sound
    archive.journal.close()


def test_a_picture_is_in_portions_and_whole(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "PORTION", 2)
    archive.begin()
    with archive.engine.connect() as connection:
        parts = connection.exec_driver_sql("SELECT count(*) FROM snapshots").scalar_one()
    assert parts >= 4
    assert archive.read_back() == archive.hall.state


def test_only_the_entries_since_are_read(archive: Archive) -> None:
    archive.begin()
    archive.change("UPDATE journal SET events = '[]' WHERE seq < (SELECT max(seq) FROM snapshots)")
    assert archive.read_back() == archive.hall.state
    archive.change("DELETE FROM snapshots")
    with pytest.raises(AssertionError, match="was changed after it was written"):
        archive.read_back()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE snapshots SET domain = zeroblob(32)",
        "UPDATE snapshots SET digest = zeroblob(32)",
        "UPDATE snapshots SET seq = 999",
        "UPDATE snapshots SET body = zeroblob(10) WHERE part = 0",
        "UPDATE snapshots SET body = (SELECT body FROM snapshots WHERE part = 0) WHERE part = 1",
        "DELETE FROM snapshots WHERE part = 0",
        "DELETE FROM snapshots",
    ],
)
def test_a_picture_that_cannot_be_believed_is_passed_over(archive: Archive, change: str) -> None:
    archive.begin()
    archive.change(change)
    assert archive.pictured() is None
    assert archive.read_back() == archive.hall.state


def test_a_picture_of_a_day_that_is_over_is_passed_over(archive: Archive) -> None:
    archive.begin()
    archive.write(c.CloseDay(force=True))
    archive.hall.now += DAY
    before = archive.pictured()
    archive.write(c.OpenDay())
    assert archive.pictured() == before
    assert archive.read_back() == archive.hall.state


def test_a_picture_that_says_something_else_is_found_and_goes(archive: Archive) -> None:
    archive.begin()
    archive.hall.state.turns += 1
    archive.write(*(c.IssueTicket("DD") for _ in range(EVERY)))
    assert check(archive.engine, HALL).differing == ("snapshots",)
    assert rebuild(archive.engine, HALL).differing == ("snapshots",)
    assert archive.pictured() is None
    assert check(archive.engine, HALL).sound


def test_a_picture_that_could_not_be_kept_is_no_outage(archive: Archive) -> None:
    archive.begin()
    before = archive.pictured()
    AtOnce.ahead[:] = [None, StorageOutage("disk full")]
    archive.write(*[c.IssueTicket("HT")] * EVERY)
    assert AtOnce.ahead == []
    assert archive.pictured() == before
    assert archive.read_back() == archive.hall.state
    archive.write(*[c.IssueTicket("HT")] * EVERY)
    assert archive.pictured() != before
