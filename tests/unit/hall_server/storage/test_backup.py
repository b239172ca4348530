"""A copy made while the hall is at work is whole, and never takes another file's place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hall_server.storage.backup import backup
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.rebuild import check
from tests.unit.hall_server.storage.test_rebuild import HALL, Bench


@pytest.fixture
def file(tmp_path: Path) -> Path:
    Bench().fill(tmp_path / "hall.db")
    return tmp_path / "hall.db"


def test_a_copy_made_during_a_write_holds_what_was_committed(file: Path, tmp_path: Path) -> None:
    writing = sqlite3.connect(file, isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("DELETE FROM tickets")
    backup(open_engine(sqlite_url(file)), tmp_path / "copy.db")
    writing.execute("ROLLBACK")
    writing.close()
    verdict = check(open_engine(sqlite_url(tmp_path / "copy.db")), HALL)
    assert verdict.sound
    assert verdict.entries == 8
    assert not (tmp_path / "copy.db.part").exists()


def test_a_file_that_is_there_stays(file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(FileExistsError):
        backup(open_engine(sqlite_url(file)), tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_an_error(file: Path, tmp_path: Path) -> None:
    with pytest.raises((OSError, sqlite3.OperationalError)):
        backup(open_engine(sqlite_url(file)), tmp_path / "nowhere" / "copy.db")
