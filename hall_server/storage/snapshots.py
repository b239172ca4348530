"""A picture of a hall's state, taken now and then, so that a start reads it and the few entries since, not a whole day.

It decides nothing: the journal is the record, and a picture is only believed where it must equal what the journal would
say. That is so if the very same domain made it (`domain_mark`: another version's rules might have led elsewhere), and
if the journal's chain stands, at its entry, where it stood then. Any other is passed over and the day is read from its
beginning; `check` compares it with the journal as it compares the tables.

A hall has one picture, in portions of rows: they are coded one by one, so that the hall's own thread need not wait long
for its turn.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import NamedTuple

import msgspec
import structlog
from sqlalchemy import Connection, select

from hall_server.domain.model import Call, HallState, People, Ticket
from hall_server.storage import tables
from hall_server.storage.rows_writer import Row

PORTION = 500
"""Tickets or calls that are coded at once, about a millisecond's work."""
COMPRESSION = 1
"""The quickest of zlib's: a tenth of the bytes for a tenth of the time that the best would take."""

_encoder = msgspec.msgpack.Encoder()
_head = msgspec.msgpack.Decoder(HallState)
_portion = msgspec.msgpack.Decoder(tuple[list[Ticket], list[Call]])

log = structlog.get_logger("snapshots")


class Snapshot(NamedTuple):
    """The state after entry `seq`, whose digest is `digest`."""

    seq: int
    digest: bytes
    state: HallState


@cache
def domain_mark() -> bytes:
    """A hash of the source of `hall_server.domain`: whatever changes there may change what a journal leads to."""
    mark = hashlib.sha256()
    sources = [file for file in files("hall_server.domain").iterdir() if file.name.endswith(".py")]
    for file in sorted(sources, key=lambda file: file.name):
        mark.update(file.name.encode() + b"\0" + file.read_bytes())
    return mark.digest()


def rows_of(hall_id: str, snapshot: Snapshot) -> list[Row]:
    """The rows of table `snapshots`, in which the hall has no others."""
    seq, digest, state = snapshot
    return [
        (hall_id, part, seq, digest, domain_mark(), zlib.compress(body, COMPRESSION))
        for part, body in enumerate(_coded(state))
    ]


def _coded(state: HallState) -> Iterator[bytes]:
    """What is known of people is erased every evening; a picture outlives it, and so is taken without."""
    yield _encoder.encode(replace(state, tickets={}, calls={}, people=People()))
    tickets, calls = iter(state.tickets.values()), iter(state.calls.values())
    while any(portion := (list(islice(tickets, PORTION)), list(islice(calls, PORTION)))):
        yield _encoder.encode(portion)


def read_snapshot(connection: Connection, hall_id: str) -> Snapshot | None:
    """The hall's picture, if it has one that can be believed."""
    c, entries = tables.snapshots.c, tables.journal.c
    rows = connection.execute(
        select(c.seq, c.digest, c.domain, c.body, entries.digest.label("chained"))
        .join(tables.journal, (entries.hall_id == c.hall_id) & (entries.seq == c.seq))
        .where(c.hall_id == hall_id)
        .order_by(c.part)
    ).all()
    if not rows:
        return None
    if any(row.domain != domain_mark() or row.chained != row.digest for row in rows):
        log.info("snapshot_passed_over", why="of other rules or another journal", seq=rows[0].seq)
        return None
    try:
        return Snapshot(rows[0].seq, rows[0].digest, _decoded([zlib.decompress(row.body) for row in rows]))
    except (zlib.error, msgspec.MsgspecError) as error:
        log.warning("snapshot_passed_over", why=str(error), seq=rows[0].seq)
        return None


def _decoded(bodies: list[bytes]) -> HallState:
    state = _head.decode(bodies[0])
    for body in bodies[1:]:
        tickets, calls = _portion.decode(body)
        state.tickets.update((ticket.ticket_id, ticket) for ticket in tickets)
        state.calls.update((call.call_id, call) for call in calls)
    return state
