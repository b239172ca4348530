"""Reading the journal: entries in order with their chain checked, and what must be known before a day's first entry."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from hall_server.domain.events import Event, HallConfigured
from hall_server.domain.model import HallDocument
from hall_server.service.ports import Entry
from hall_server.storage import tables
from hall_server.storage.codec import GENESIS, decode_events, digest

FETCH_ROWS = 2000


def read_entries(connection: Connection, hall_id: str, first_seq: int = 1) -> Iterator[Entry]:
    """All entries from `first_seq` on. Raises AssertionError at the first that is missing, changed or unreadable."""
    table = tables.journal
    before = _digest_before(connection, hall_id, first_seq)
    expected = first_seq
    rows = connection.execution_options(yield_per=FETCH_ROWS).execute(
        select(table.c.seq, table.c.at, table.c.command_id, table.c.actor, table.c.events, table.c.digest)
        .where(table.c.hall_id == hall_id, table.c.seq >= first_seq)
        .order_by(table.c.seq)
    )
    for seq, at, command_id, actor, events, stored in rows:
        if seq != expected:
            raise AssertionError(f"journal entry {expected} is missing")
        if digest(before, seq, at, command_id, actor, events.encode()) != stored:
            raise AssertionError(f"journal entry {seq} was changed after it was written")
        yield Entry(seq, at, command_id, actor, decode_events(events), stored)
        before, expected = stored, seq + 1


def documents_before(connection: Connection, hall_id: str, seq: int) -> Iterator[tuple[Event, int]]:
    """The document in force just before entry `seq`, as the event that brought it, with its time; nothing if there is
    none."""
    table = tables.documents
    row = connection.execute(
        select(table.c.at, table.c.document)
        .where(table.c.hall_id == hall_id, table.c.seq < seq)
        .order_by(table.c.seq.desc())
        .limit(1)
    ).one_or_none()
    if row is not None:
        yield HallConfigured(msgspec.json.decode(row.document, type=HallDocument)), row.at


def _digest_before(connection: Connection, hall_id: str, first_seq: int) -> bytes:
    if first_seq == 1:
        return GENESIS
    table = tables.journal
    stored = connection.execute(
        select(table.c.digest).where(table.c.hall_id == hall_id, table.c.seq == first_seq - 1)
    ).scalar_one_or_none()
    if stored is None:
        raise AssertionError(f"journal entry {first_seq - 1} is missing")
    return bytes(stored)
