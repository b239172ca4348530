"""What the tables of a life must say, drawn entry by entry as the entries become durable, beside the hall.

`hall_server.storage.rebuild` proves the same from the journal alone, and costs the whole history each time: it is asked
at the end of a life. At the end of each day the tables are read once and compared with these pictures, the journal's
own rows byte by byte among them; a test holds both ways of looking against each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Table, select

from hall_server.domain.model import HallState
from hall_server.service.ports import Entry
from hall_server.storage import tables
from hall_server.storage.codec import encode_events
from hall_server.storage.drawing import Row, draw, new_drawing


class Pictures:
    """`durable` is told of every entry, in order; `broken` looks whether the tables say the same."""

    def __init__(self, hall_id: str) -> None:
        self._hall_id = hall_id
        self._drawing = new_drawing()
        self._days: dict[str, Row] = {}
        self._journal: list[Row] = []

    def durable(self, entry: Entry, state: HallState) -> None:
        """`state` has evolved by the entry."""
        events = encode_events(entry.events).decode()
        row = (self._hall_id, entry.seq, entry.at, entry.command_id, entry.actor, events, entry.digest)
        self._journal.append(row)
        draw(self._drawing, self._hall_id, entry, state, self._days)

    def broken(self, engine: Engine) -> Iterator[str]:
        """A line for each table that says something else; none when all is well."""
        with engine.connect() as connection:
            if self._rows_of(connection, tables.journal) != self._journal:
                yield "6: the table journal is not what was written"
            for table, drawn in self._drawing.items():
                if self._rows_of(connection, table) != sorted(drawn.values(), key=_key):
                    yield f"6: the table {table.name} does not say what happened"

    def _rows_of(self, connection: Connection, table: Table) -> list[Row]:
        """All rows of the hall, in the order of their key."""
        wanted = select(table).where(table.c.hall_id == self._hall_id).order_by(*table.primary_key.columns)
        return [tuple(row) for row in connection.execute(wanted)]


def _key(row: Row) -> Row:
    """Every table's key is its first two columns."""
    return row[:2]
