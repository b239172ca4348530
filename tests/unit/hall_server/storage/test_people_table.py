"""What is known of people is there after a restart, beside the record, and gone with the day."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from hall_server.domain import commands as c
from hall_server.domain.refusals import Refusal
from hall_server.service.ports import Done, Envelope, StorageOutage
from hall_server.storage.backup import backup
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.rebuild import rebuild
from hall_server.storage.schema import upgrade
from hall_server.storage.snapshots import Snapshot, rows_of
from tests.halls import Rehearsal, document

HALL = "hai-chau"
ANN = "a" * 32
KEY = bytes(range(32))


class Office:
    """A hall whose certification asks, written to a real file, one entry after another."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.engine = open_engine(sqlite_url(file))
        upgrade(self.engine)
        self.journal = SqlJournal(self.engine, HALL, print, new_key=lambda size: KEY[:size])
        self.hall = Rehearsal(self.journal.load())

    def do(self, command: c.Command) -> None:
        decision = self.hall.ask(command)
        assert not isinstance(decision, Refusal), decision
        asked = Envelope(f"c{self.journal.position.seq}", "test", command, b"f")
        entry = self.journal.stage(asked, self.hall.now, decision, self.hall.state)
        outages: list[StorageOutage | None] = []
        self.journal.commit([(asked, Done(entry.seq, entry.mark, self.hall.now, b"{}"))], outages.append)

    def again(self) -> Office:
        """As a start finds it."""
        self.journal.close()
        return Office(self.file)

    def rows(self, file: Path | None = None) -> tuple[list[tuple[str, str]], list[bytes]]:
        with sqlite3.connect(file or self.file) as raw:
            marks = raw.execute("SELECT ticket_id, mark FROM people").fetchall()
            return marks, [key for (key,) in raw.execute("SELECT key FROM person_keys")]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "hall.db")
    fields = tuple(replace(field, one_per_person=field.field_id == "CT") for field in document().fields)
    office.do(c.ConfigureHall(document(fields=fields)))
    office.do(c.OpenDay())
    office.do(c.IssueTicket("CT", person=ANN))
    office.do(c.IssueTicket("HT", person=ANN))
    return office


def test_after_a_restart_a_person_still_has_one_ticket(office: Office) -> None:
    office = office.again()
    assert (office.hall.state.people.key, office.hall.state.people.marks) == (KEY, {"20261124-B001": ANN})
    assert office.hall.refused(c.IssueTicket("CT", person=ANN)) == "one_per_person"
    office.journal.close()


def test_with_the_day_goes_what_was_known_and_no_byte_of_it_stays(office: Office) -> None:
    office.do(c.CloseDay())
    office = office.again()
    assert office.rows() == ([], [])
    assert office.hall.state.people.key is None
    office.journal.close()
    with sqlite3.connect(office.file) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    left = office.file.read_bytes()
    assert ANN.encode() not in left
    assert KEY not in left


def test_a_picture_of_the_state_is_taken_without_them(office: Office) -> None:
    rows = rows_of(HALL, Snapshot(1, b"", office.hall.state))
    office.journal.close()
    bodies = b"".join(zlib.decompress(body) for *_, body in rows)
    assert b"20261124-B001" in bodies
    assert ANN.encode() not in bodies
    assert KEY not in bodies


def test_a_rebuild_draws_nobody_and_forgets_nobody(office: Office) -> None:
    office.journal.close()
    before = office.rows()
    assert rebuild(office.engine, HALL).sound
    assert office.rows() == before != ([], [])


def test_a_backup_knows_nobody(office: Office, tmp_path: Path) -> None:
    office.journal.close()
    copy = tmp_path / "copy.db"
    backup(office.engine, copy)
    assert office.rows(copy) == ([], [])
    assert ANN.encode() not in copy.read_bytes()
    assert KEY not in copy.read_bytes()
