"""The tables, each keyed by `hall_id` first, so that one database may hold a city of halls.

`journal` is the record; `outcomes` answers repeated commands; `snapshots` shortens a start; the others are drawn from
the journal and can be drawn again from it, byte for byte (`rebuild`). None of them holds a name, a phone number or an
identity of a person; `people` and `person_keys` hold what may be told from one of today's identity cards, and are
erased when the day closes (`people_table`). Times are integers, ms UTC. Their history is in `migrations/`.

Every page that a commit changes is written and waited for, so a table has its key and no other index, and the two that
grow with every command, `journal` and `outcomes`, grow at their ends.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("command_id", String(64), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("events", Text, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("command_id", String(64), nullable=False),
    Column("mark", String(16), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("fingerprint", LargeBinary(16), nullable=False),
    Column("result", Text, nullable=False),
    sqlite_with_rowid=False,
)

days = Table(
    "days",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("business_date", String(10), primary_key=True),
    Column("first_seq", BigInteger, nullable=False),
    Column("opened_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("issued", Integer, nullable=False),
    sqlite_with_rowid=False,
)

documents = Table(
    "documents",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
    sqlite_with_rowid=False,
)

tickets = Table(
    "tickets",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("ticket_id", String(24), primary_key=True),
    Column("business_date", String(10), nullable=False),
    Column("series", String(2), nullable=False),
    Column("serial", Integer, nullable=False),
    Column("field_id", String(40), nullable=False),
    Column("procedure_id", String(40)),
    Column("state", String(10), nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("issue_order", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("place_reason", String(12), nullable=False),
    Column("priority_class", String(40)),
    Column("appointment_at", BigInteger),
    Column("leg", Integer, nullable=False),
    Column("for_counter", Integer),
    Column("counter_id", Integer),
    Column("calls", Integer, nullable=False),
    Column("called_at", BigInteger),
    Column("started_at", BigInteger),
    Column("missed_at", BigInteger),
    Column("hold_until", BigInteger),
    Column("ended_at", BigInteger),
    Column("printed", String(8), nullable=False),
    Column("print_problem", String(200), nullable=False),
    sqlite_with_rowid=False,
)

calls = Table(
    "calls",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("call_id", String(30), primary_key=True),
    Column("ticket_id", String(24), nullable=False),
    Column("field_id", String(40), nullable=False),
    Column("counter_id", Integer, nullable=False),
    Column("zone", String(40), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("called_at", BigInteger, nullable=False),
    Column("reason", String(20), nullable=False),
    Column("overtook", Integer, nullable=False),
    Column("note", String(200), nullable=False),
    Column("shown_at", BigInteger),
    Column("spoken", String(10), nullable=False),
    Column("spoken_at", BigInteger),
    Column("not_spoken_reason", String(200), nullable=False),
    sqlite_with_rowid=False,
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("domain", LargeBinary(32), nullable=False),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

people = Table(
    "people",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("ticket_id", String(24), primary_key=True),
    Column("mark", String(32), nullable=False),
    sqlite_with_rowid=False,
)

person_keys = Table(
    "person_keys",
    metadata,
    Column("hall_id", String(40), primary_key=True),
    Column("key", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)

DRAWN = (days, documents, tickets, calls)
"""The tables that `rebuild` empties and draws again."""
