"""The newest business day of the journal, for readers: on a connection of their own, beside the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState
from hall_server.service.ports import Entry, StorageOutage
from hall_server.storage import tables
from hall_server.storage.databases import is_outage
from hall_server.storage.replay import documents_before, read_entries

T = TypeVar("T")


class SqlRecord:
    """Implements `service.record.DayRecord`. Reads one consistent picture: SQLite's WAL keeps writers out of it."""

    def __init__(self, engine: Engine, hall_id: str) -> None:
        self._engine = engine
        self._hall_id = hall_id

    def read_day(self, reader: Callable[[HallState, Iterable[Entry]], T]) -> T:
        try:
            with self._engine.connect() as connection:
                first_seq = self._first_seq(connection)
                state = HallState()
                for event, at in documents_before(connection, self._hall_id, first_seq):
                    evolve(state, event, at)
                return reader(state, read_entries(connection, self._hall_id, first_seq))
        except (DBAPIError, OSError) as error:
            if not is_outage(error):
                raise
            raise StorageOutage(str(error)) from error

    def _first_seq(self, connection: Connection) -> int:
        """Where the newest business day began; 1 before the first day."""
        days = tables.days
        newest = connection.execute(
            select(days.c.first_seq).where(days.c.hall_id == self._hall_id).order_by(days.c.first_seq.desc()).limit(1)
        ).scalar_one_or_none()
        return 1 if newest is None else int(newest)
