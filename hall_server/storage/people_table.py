"""The only tables that say anything of a person: marks by ticket, and the key of the day that they were made with.

They are no part of the record: nothing is drawn from them, `rebuild` leaves them alone, a backup is made without them,
and with the entry that closes the day their rows are deleted in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, bindparam, select
from sqlalchemy.engine.interfaces import DBAPICursor

from hall_server.domain.commands import Command
from hall_server.domain.events import DayClosed, DayOpened, Event, TicketIssued
from hall_server.domain.model import DayState, HallState, People
from hall_server.domain.people import remember
from hall_server.storage import tables
from hall_server.storage.databases import insert_sql, put_sql

Write = tuple[str, tuple[object, ...]]


class PeopleTable:
    """One hall's. `new_key`: gives so many random bytes. What entries are staged with is taken by `take` for the
    transaction that commits them."""

    def __init__(self, engine: Engine, hall_id: str, new_key: Callable[[int], bytes]) -> None:
        self._hall_id = hall_id
        self._new_key = new_key
        self._put_key = put_sql(engine, tables.person_keys)
        self._insert_mark = insert_sql(engine, tables.people)
        self._erase = [
            str(table.delete().where(table.c.hall_id == bindparam("hall_id")).compile(dialect=engine.dialect))
            for table in (tables.people, tables.person_keys)
        ]
        self._staged: list[Write] = []

    def stage(self, command: Command, events: tuple[Event, ...], state: HallState) -> None:
        """Add to `state`, which has evolved by these events, what the command brought of people."""
        remember(state, command, events, self._new_key)
        for event in events:
            if isinstance(event, DayOpened) and state.people.key is not None:
                self._staged.append((self._put_key, (self._hall_id, state.people.key)))
            elif isinstance(event, TicketIssued) and event.ticket_id in state.people.marks:
                mark = state.people.marks[event.ticket_id]
                self._staged.append((self._insert_mark, (self._hall_id, event.ticket_id, mark)))
            elif isinstance(event, DayClosed):
                self._staged += [(sql, (self._hall_id,)) for sql in self._erase]

    def take(self) -> list[Write]:
        """What was staged since the last time; it is forgotten here."""
        staged, self._staged = self._staged, []
        return staged

    def load(self, connection: Connection, state: HallState) -> None:
        """Put back what belongs to a state that was read from the record."""
        if state.day is DayState.CLOSED:
            return
        keys, people = tables.person_keys, tables.people
        key = connection.execute(select(keys.c.key).where(keys.c.hall_id == self._hall_id)).scalar_one_or_none()
        marks = connection.execute(select(people.c.ticket_id, people.c.mark).where(people.c.hall_id == self._hall_id))
        state.people = People(key, {row.ticket_id: row.mark for row in marks})


def carry_out(cursor: DBAPICursor, writes: list[Write]) -> None:
    for sql, parameters in writes:
        cursor.execute(sql, parameters)
