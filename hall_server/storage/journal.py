"""The journal in a database: entries, outcomes and drawn tables of one batch in ONE transaction, and the way back.

At start the newest picture of today is read and the entries since are evolved again; where there is none, all of
today's, from the document that was in force when the day opened. So what a restart costs is bounded, however long the
day and the history are. The chain is checked over all that is read.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import structlog
from sqlalchemy import Connection, Delete, Engine, Select, bindparam, func, select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError

from hall_server.domain.copying import copy_of
from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState
from hall_server.service.ports import MARK_DIGITS, Done, Entry, Envelope, Position, StorageOutage, StoredOutcome
from hall_server.storage import tables
from hall_server.storage.codec import GENESIS, digest, encode_events
from hall_server.storage.databases import insert_sql, is_outage, put_sql
from hall_server.storage.drawing import Row, draw, new_drawing
from hall_server.storage.people_table import PeopleTable, carry_out
from hall_server.storage.replay import documents_before, read_entries
from hall_server.storage.rows_writer import RowsWriter
from hall_server.storage.snapshots import Snapshot, read_snapshot, rows_of
from hall_server.storage.writer import JobLine, Writer

SNAPSHOT_ENTRIES = 5000
"""A picture of the state is taken when so many entries came since the last; they take a fifth of a second to evolve."""
OUTCOME_DAYS = 2
"""A repeated command is recognised for this many business days, the present one included."""

log = structlog.get_logger("journal")


class SqlJournal:
    """The journal of one hall. `on_bug` hears, on another thread, of an error that is no outage: the process must
    stop."""

    def __init__(
        self,
        engine: Engine,
        hall_id: str,
        on_bug: Callable[[BaseException], None],
        new_writer: Callable[[Engine, Callable[[BaseException], None]], JobLine] = Writer,
        snapshot_entries: int = SNAPSHOT_ENTRIES,
        new_key: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._engine = engine
        self._hall_id = hall_id
        self._writer = new_writer(engine, on_bug)
        inserted = {table: insert_sql(engine, table) for table in (tables.journal, tables.outcomes, tables.snapshots)}
        put = {table: put_sql(engine, table) for table in tables.DRAWN}
        self._writers = {table: RowsWriter(sql, len(table.columns)) for table, sql in (inserted | put).items()}
        self._outcome_sql = str(_outcome_of().compile(dialect=engine.dialect))
        self._forget_sql = _with_values(_old_outcomes(hall_id), engine)
        self._kept_sql = _with_values(_kept_outcomes(hall_id), engine)
        self._seq, self._at, self._digest = 0, 0, GENESIS
        self._people = PeopleTable(engine, hall_id, new_key)
        self._staged: list[Row] = []
        self._drawing = new_drawing()
        self._days: dict[str, Row] = {}
        self._known: dict[str, int] = {}
        self._snapshot_entries = snapshot_entries
        self._pictured = 0
        self._newest = HallState()
        no_picture = tables.snapshots.delete().where(tables.snapshots.c.hall_id == hall_id)
        self._no_picture_sql = _with_values(no_picture, engine)

    @property
    def position(self) -> Position:
        return Position(self._seq, self._digest.hex()[:MARK_DIGITS], self._at)

    def knows(self, command_id: str) -> bool:
        return command_id in self._known

    def stage(self, asked: Envelope, at: int, events: tuple[Event, ...], state: HallState) -> Entry:
        body = encode_events(events)
        self._seq += 1
        self._at = at
        self._digest = digest(self._digest, self._seq, at, asked.command_id, asked.actor, body)
        entry = Entry(self._seq, at, asked.command_id, asked.actor, events, self._digest)
        self._staged.append((self._hall_id, entry.seq, at, asked.command_id, asked.actor, body.decode(), self._digest))
        draw(self._drawing, self._hall_id, entry, state, self._days)
        self._newest = state
        self._people.stage(asked.command, events, state)
        return entry

    def commit(self, outcomes: list[tuple[Envelope, Done]], done: Callable[[StorageOutage | None], None]) -> None:
        writes = [
            (tables.journal, self._staged),
            (tables.outcomes, self._rows(outcomes)),
            *((table, list(rows.values())) for table, rows in self._drawing.items()),
        ]
        day_opened = bool(self._drawing[tables.days])
        picture = self._picture_if_due()
        kept: list[tuple[str, int]] = []
        self._staged, self._drawing = [], new_drawing()
        of_people = self._people.take()

        def write(cursor: DBAPICursor) -> None:
            for table, rows in writes:
                self._writers[table].write(cursor, rows)
            carry_out(cursor, of_people)
            if day_opened:
                cursor.execute(self._forget_sql)
                cursor.execute(self._kept_sql)
                kept.extend(cursor.fetchall())

        def ended(outage: StorageOutage | None) -> None:
            if outage is None and day_opened:
                self._known = dict(kept)
            elif outage is None:
                self._known.update((asked.command_id, outcome.seq) for asked, outcome in outcomes)
            done(outage)
            if outage is None and picture is not None:
                self._keep(picture)

        self._writer.give(write, ended)

    def _picture_if_due(self) -> Snapshot | None:
        if self._seq - self._pictured < self._snapshot_entries:
            return None
        self._pictured = self._seq
        return Snapshot(self._seq, self._digest, copy_of(self._newest))

    def _keep(self, picture: Snapshot) -> None:
        """One that cannot be kept is missed at the next start alone, and soon there is another."""

        def write(cursor: DBAPICursor) -> None:
            rows = rows_of(self._hall_id, picture)
            cursor.execute(self._no_picture_sql)
            self._writers[tables.snapshots].write(cursor, rows)

        def ended(outage: StorageOutage | None) -> None:
            if outage is not None:
                log.warning("snapshot_not_kept", reason=str(outage), seq=picture.seq)

        self._writer.give(write, ended, long=True)

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage], None]) -> None:
        found: list[StoredOutcome] = []
        seq_of_it = self._known[command_id]

        def fetch(cursor: DBAPICursor) -> None:
            cursor.execute(self._outcome_sql, (self._hall_id, seq_of_it))
            row = cursor.fetchone()
            if row is not None:
                seq, mark, at, fingerprint, result = row
                found.append(StoredOutcome(Done(seq, mark, at, result.encode()), fingerprint))

        def fetched(outage: StorageOutage | None) -> None:
            """Nothing found: a day opened meanwhile and it was forgotten; asked again, it is not known any more."""
            done(outage or (found[0] if found else StorageOutage("forgotten while it was fetched")))

        self._writer.give(fetch, fetched)

    def load(self) -> HallState:
        self._staged, self._drawing = [], new_drawing()
        self._people.take()
        try:
            with self._engine.connect() as connection:
                return self._replay(connection)
        except (DBAPIError, OSError) as error:
            if not is_outage(error):
                raise
            raise StorageOutage(str(error)) from error

    def close(self) -> None:
        """Finish what was given and let the database go. Blocks."""
        self._writer.stop()

    def _replay(self, connection: Connection) -> HallState:
        first_seq = self._first_seq_of_day(connection)
        snapshot = read_snapshot(connection, self._hall_id)
        if snapshot is not None and snapshot.seq >= first_seq:
            state = snapshot.state
            self._seq, self._at, self._digest = snapshot.seq, state.at, snapshot.digest
        else:
            state = HallState()
            for event, at in documents_before(connection, self._hall_id, first_seq):
                evolve(state, event, at)
            self._seq, self._at, self._digest = first_seq - 1, 0, GENESIS
        self._pictured = self._seq
        for entry in read_entries(connection, self._hall_id, self._seq + 1):
            for event in entry.events:
                evolve(state, event, entry.at)
            self._seq, self._at, self._digest = entry.seq, entry.at, entry.digest
        c = tables.outcomes.c
        known = connection.execute(select(c.command_id, c.seq).where(c.hall_id == self._hall_id))
        self._known = dict(map(tuple, known))
        self._people.load(connection, state)
        return state

    def _first_seq_of_day(self, connection: Connection) -> int:
        """Where the newest business day began; 1 before the first day."""
        table = tables.days
        newest = connection.execute(
            select(table).where(table.c.hall_id == self._hall_id).order_by(table.c.first_seq.desc()).limit(1)
        ).one_or_none()
        self._days = {} if newest is None else {newest.business_date: tuple(newest)}
        return 1 if newest is None else int(newest.first_seq)

    def _rows(self, outcomes: list[tuple[Envelope, Done]]) -> list[Row]:
        return [
            (self._hall_id, done.seq, asked.command_id, done.mark, done.at, asked.fingerprint, done.result.decode())
            for asked, done in outcomes
        ]


def _with_values(statement: Delete | Select[Any], engine: Engine) -> str:
    """As the driver takes it, without parameters."""
    return str(statement.compile(dialect=engine.dialect, compile_kwargs={"literal_binds": True}))


def _outcome_of() -> Select[Any]:
    """Parameters: hall, entry."""
    c = tables.outcomes.c
    wanted = (c.hall_id == bindparam("hall_id"), c.seq == bindparam("seq"))
    return select(c.seq, c.mark, c.at, c.fingerprint, c.result).where(*wanted)


def _kept_outcomes(hall_id: str) -> Select[Any]:
    """The ids of all commands that are still recognised, and the entries that they became."""
    c = tables.outcomes.c
    return select(c.command_id, c.seq).where(c.hall_id == hall_id)


def _old_outcomes(hall_id: str) -> Delete:
    """Those of days from which a repeated command is no longer recognised; run where a day opens or closes."""
    days, outcomes = tables.days.c, tables.outcomes
    newest_first = select(days.first_seq).where(days.hall_id == hall_id).order_by(days.first_seq.desc())
    kept = newest_first.limit(OUTCOME_DAYS).subquery()
    oldest = select(func.min(kept.c.first_seq)).scalar_subquery()
    return outcomes.delete().where(outcomes.c.hall_id == hall_id, outcomes.c.seq < oldest)
