"""Looking at the tables beside the hall finds exactly what drawing them again from the journal finds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.rebuild import check
from hall_server.storage.replay import read_entries
from tests.simulation.pictures import Pictures
from tests.unit.hall_server.storage.test_rebuild import HALL, Bench

CHANGES = (
    "UPDATE tickets SET state = 'expired' WHERE ticket_id LIKE '%A001'",
    "UPDATE calls SET overtook = overtook + 1 WHERE call_id = (SELECT min(call_id) FROM calls)",
    "DELETE FROM calls",
    "DELETE FROM days",
    "UPDATE documents SET at = at + 1",
    "UPDATE journal SET actor = 'somebody else' WHERE seq = 3",
    "DELETE FROM journal WHERE seq = 2",
)


def pictures_of(engine: Engine) -> Pictures:
    pictures, state = Pictures(HALL), HallState()
    with engine.connect() as connection:
        for entry in read_entries(connection, HALL):
            for event in entry.events:
                evolve(state, event, entry.at)
            pictures.durable(entry, state)
    return pictures


def found_by_drawing_again(engine: Engine) -> bool:
    try:
        return not check(engine, HALL).sound
    except AssertionError:
        return True


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), changes=st.lists(st.sampled_from(CHANGES), max_size=2))
def test_both_ways_of_looking_agree(tmp_path: Path, data: st.DataObject, changes: list[str]) -> None:
    file = tmp_path / "hall.db"
    file.unlink(missing_ok=True)
    Bench().fill(file, data)
    engine = open_engine(sqlite_url(file))
    pictures = pictures_of(engine)
    assert list(pictures.broken(engine)) == []
    with sqlite3.connect(file) as raw:
        changed = sum(raw.execute(change).rowcount for change in changes)
    assert bool(list(pictures.broken(engine))) == found_by_drawing_again(engine)
    assert bool(list(pictures.broken(engine))) == bool(changed), "every change is one of these tables"
