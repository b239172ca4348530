"""The made past: as many tickets as asked for, sound by the storage's own proof, the same for the same seed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.rebuild import check
from tests.bench.record import DAY_MS, Size, check_last_day, make_record
from tests.halls import MORNING, document

HALL = "hai-chau"


def make(file: Path, size: Size, now: int = MORNING) -> None:
    make_record(file, document(), size, now, 7, lambda _: None)


def tickets_by_day(file: Path) -> dict[str, int]:
    with sqlite3.connect(file) as record:
        return dict(record.execute("SELECT business_date, count(*) FROM tickets GROUP BY 1 ORDER BY 1"))


def test_it_holds_what_was_asked_for_and_proves_sound(tmp_path: Path) -> None:
    file = tmp_path / "hall.db"
    make(file, Size(history=120, today=60))
    assert tickets_by_day(file) == {"2026-11-23": 120, "2026-11-24": 60}
    assert check(open_engine(sqlite_url(file)), HALL).sound
    assert check_last_day(file, HALL) > 60


def test_the_same_seed_makes_the_same_marks(tmp_path: Path) -> None:
    marks = []
    for name in ("one.db", "two.db"):
        make(tmp_path / name, Size(60, 60))
        with sqlite3.connect(tmp_path / name) as record:
            marks.append(record.execute("SELECT digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone())
    assert marks[0] == marks[1]


def test_a_kept_record_gets_a_new_today_and_no_second_past(tmp_path: Path) -> None:
    file = tmp_path / "hall.db"
    make(file, Size(60, 50))
    make(file, Size(60, 50))
    make(file, Size(60, 50), MORNING + DAY_MS)
    assert tickets_by_day(file) == {"2026-11-23": 60, "2026-11-24": 50, "2026-11-25": 50}
    assert check(open_engine(sqlite_url(file)), HALL).sound


def test_a_changed_entry_of_the_last_day_is_found(tmp_path: Path) -> None:
    file = tmp_path / "hall.db"
    make(file, Size(0, 50))
    with sqlite3.connect(file) as record:
        record.execute("UPDATE journal SET actor = 'somebody' WHERE seq = 40")
    with pytest.raises(AssertionError, match="entry 40 was changed"):
        check_last_day(file, HALL)
