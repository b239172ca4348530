"""Jobs are done where they are given while the disk is quick, and always in the order in which they were given."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine.interfaces import DBAPICursor

from hall_server.service.ports import StorageOutage
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.writer import PATIENCE_SECONDS, QUICK_SECONDS_MAX, Writer

PATIENCE = 5.0


class Desk:
    """A writer, its clock, and on which thread each job was done."""

    def __init__(self, file: Path) -> None:
        self.seconds = 0.0
        self.bugs: list[BaseException] = []
        self.here = threading.get_ident()
        self.done_here: list[bool] = []
        self.order: list[int] = []
        self.writer = Writer(open_engine(sqlite_url(file)), self.bugs.append, lambda: self.seconds)
        self.give()

    def give(self, takes: float = 0.0, *, long: bool = False, gate: threading.Event | None = None) -> threading.Event:
        """A job that takes so long by the clock, and waits for its gate."""
        number, ended = len(self.order), threading.Event()

        def job(cursor: DBAPICursor) -> None:
            if gate is not None:
                assert gate.wait(PATIENCE)
            self.seconds += takes
            self.done_here.append(threading.get_ident() == self.here)
            cursor.execute("CREATE TABLE IF NOT EXISTS jobs (number INTEGER)")
            cursor.execute("INSERT INTO jobs VALUES (?)", (number,))

        def told(outage: StorageOutage | None) -> None:
            assert outage is None
            self.order.append(number)
            ended.set()

        self.writer.give(job, told, long=long)
        return ended


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "hall.db")
    yield made
    made.writer.stop()
    assert made.bugs == []


def test_a_quick_job_is_over_when_it_was_given(desk: Desk) -> None:
    assert desk.give().is_set()
    assert desk.done_here == [True, True]


def test_after_a_slow_one_the_thread_works_for_a_while(desk: Desk) -> None:
    desk.give(takes=QUICK_SECONDS_MAX * 2)
    assert desk.give().wait(PATIENCE)
    desk.seconds += PATIENCE_SECONDS - 1
    assert desk.give().wait(PATIENCE)
    assert desk.done_here == [True, True, False, False]
    desk.writer.stop()
    desk.seconds += 1
    assert desk.give().is_set()
    assert desk.done_here[-1]


def test_a_long_job_is_no_work_for_here_and_nothing_overtakes_it(desk: Desk) -> None:
    gate = threading.Event()
    desk.give(long=True, gate=gate)
    behind = desk.give()
    assert not behind.is_set()
    gate.set()
    assert behind.wait(PATIENCE)
    assert desk.done_here == [True, False, False]


def test_our_own_mistake_is_told_and_nobody_is_answered(desk: Desk) -> None:
    def mistake(cursor: DBAPICursor) -> None:
        cursor.execute("INSERT INTO nowhere VALUES (1)")

    answers: list[object] = []
    desk.writer.give(mistake, answers.append)
    assert answers == []
    assert [type(bug).__name__ for bug in desk.bugs] == ["OperationalError"]
    desk.bugs.clear()
