"""The drawn tables from the journal alone: to mend them, or to prove that they say what the journal says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, Table, select

from hall_server.domain.evolve import evolve
from hall_server.domain.invariants import violations
from hall_server.domain.model import HallState
from hall_server.storage import tables
from hall_server.storage.databases import put_sql
from hall_server.storage.drawing import Row, draw, new_drawing
from hall_server.storage.replay import read_entries
from hall_server.storage.snapshots import read_snapshot

ROWS_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`entries`: how many were read, their chain intact. `differing`: tables that do not say what the journal says."""

    entries: int
    differing: tuple[str, ...]
    violations: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.differing and not self.violations


def rebuild(engine: Engine, hall_id: str) -> Verdict:
    """Empty the drawn tables of a hall and draw them again, in one transaction. The hall's server must not be running.

    Raises AssertionError, and changes nothing, if the journal itself is broken.
    """
    with engine.begin() as connection:
        return draw_again(engine, connection, hall_id)


def check(engine: Engine, hall_id: str) -> Verdict:
    """As `rebuild`, but everything is left as it was."""
    with engine.connect() as connection, connection.begin() as transaction:
        verdict = draw_again(engine, connection, hall_id)
        transaction.rollback()
        return verdict


def draw_again(engine: Engine, connection: Connection, hall_id: str) -> Verdict:
    """As `rebuild`, inside a transaction that the caller has begun. The picture of the state goes: the next is soon."""
    before = {table: fingerprint(connection, table, hall_id) for table in tables.DRAWN}
    put = {table: put_sql(engine, table) for table in tables.DRAWN}
    for table in tables.DRAWN:
        connection.execute(table.delete().where(table.c.hall_id == hall_id))
    picture = read_snapshot(connection, hall_id)
    connection.execute(tables.snapshots.delete().where(tables.snapshots.c.hall_id == hall_id))
    state, drawing, entries = HallState(), new_drawing(), 0
    differing: list[str] = []
    days: dict[str, Row] = {}
    for entry in read_entries(connection, hall_id):
        for event in entry.events:
            evolve(state, event, entry.at)
        draw(drawing, hall_id, entry, state, days)
        entries += 1
        if picture is not None and picture.seq == entry.seq and picture.state != state:
            differing.append(tables.snapshots.name)
        if entries % ROWS_AT_ONCE == 0:
            _put(connection, put, drawing)
            drawing = new_drawing()
    _put(connection, put, drawing)
    after = {table: fingerprint(connection, table, hall_id) for table in tables.DRAWN}
    differing += [table.name for table in tables.DRAWN if before[table] != after[table]]
    return Verdict(entries, tuple(differing), tuple(violations(state)))


def _put(connection: Connection, put: dict[Table, str], drawing: dict[Table, dict[str, Row]]) -> None:
    for table, rows in drawing.items():
        if rows:
            connection.exec_driver_sql(put[table], list(rows.values()))


def fingerprint(connection: Connection, table: Table, hall_id: str) -> str:
    """A hash over every row of a hall in a table, in the order of its key: equal only if the tables are, byte for
    byte."""
    seen = hashlib.sha256()
    rows = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(
        select(table).where(table.c.hall_id == hall_id).order_by(*table.primary_key.columns)
    )
    for row in rows:
        seen.update(repr(tuple(row)).encode())
    return seen.hexdigest()
