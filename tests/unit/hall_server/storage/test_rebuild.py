"""The tables say what the journal says, and can be drawn again from it alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hall_server.domain import commands as c
from hall_server.domain.refusals import Refusal
from hall_server.service.ports import Done, Envelope
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import check, rebuild
from hall_server.storage.schema import upgrade
from tests.halls import DAY, Rehearsal, document
from tests.random_commands import a_command

HALL = "hai-chau"


class Bench(Rehearsal):
    """A rehearsal whose every step is written to a real file, in batches."""

    def write(self, journal: SqlJournal, commands: list[c.Command]) -> None:
        outcomes = []
        for number, command in enumerate(commands):
            decision = self.ask(command)
            if isinstance(decision, Refusal) or not decision:
                continue
            asked = Envelope(f"{journal.position.seq}-{number}", "test", command, b"f")
            entry = journal.stage(asked, self.now, decision, self.state)
            outcomes.append((asked, Done(entry.seq, entry.mark, self.now, b"{}")))
        if outcomes:
            failures: list[object] = []
            journal.commit(outcomes, failures.append)

    def fill(self, file: Path, data: st.DataObject | None = None) -> None:
        engine = open_engine(sqlite_url(file))
        upgrade(engine)
        bugs: list[BaseException] = []
        journal = SqlJournal(engine, HALL, bugs.append)
        journal.load()
        self.write(journal, [c.ConfigureHall(document()), c.OpenDay(), c.OpenCounter(1), c.OpenCounter(2)])
        self.write(journal, [c.IssueTicket("HT"), c.IssueTicket("CT"), c.CallNext(1), c.CallNext(2)])
        if data is not None:
            for _ in range(data.draw(st.integers(1, 8))):
                self.now += data.draw(st.sampled_from((1, 1000, DAY)))
                self.write(journal, [data.draw(st.composite(a_command)(self.state)) for _ in range(6)])
        journal.close()
        assert bugs == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_random_days_the_tables_say_what_the_journal_says(tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "hall.db"
    file.unlink(missing_ok=True)
    Bench().fill(file, data)
    verdict = check(open_engine(sqlite_url(file)), HALL)
    assert verdict.sound, verdict
    assert verdict.entries > 0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    Bench().fill(tmp_path / "hall.db")
    return tmp_path / "hall.db"


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE tickets SET state = 'finished' WHERE ticket_id LIKE '%A001'", "tickets"),
        ("DELETE FROM calls", "calls"),
        ("UPDATE days SET issued = 7", "days"),
        ("INSERT INTO documents VALUES ('hai-chau', 99, 1, '{}')", "documents"),
    ],
)
def test_a_table_that_says_something_else_is_found_and_mended(file: Path, change: str, table: str) -> None:
    engine = open_engine(sqlite_url(file))
    with sqlite3.connect(file) as raw:
        raw.execute(change)
    assert check(engine, HALL).differing == (table,)
    assert check(engine, HALL).differing == (table,), "a check changes nothing"
    assert rebuild(engine, HALL).differing == (table,)
    assert check(engine, HALL).sound


def test_a_broken_journal_is_not_drawn_from(file: Path) -> None:
    engine = open_engine(sqlite_url(file))
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE journal SET actor = 'somebody else' WHERE seq = 2")
        tickets = raw.execute("SELECT count(*) FROM tickets").fetchone()
    with pytest.raises(AssertionError, match="entry 2 was changed"):
        rebuild(engine, HALL)
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT count(*) FROM tickets").fetchone() == tickets
