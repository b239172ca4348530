"""What is particular to one database: how a connection is made safe, how a row is put in the place of another.

SQLite is the embedded default: WAL, and `synchronous=FULL`, because with NORMAL an acknowledged ticket can be lost when
the power fails. Nothing outside this module knows which database it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

LOCK_WAIT_MS = 2000
"""How long a writer waits for another process to let go of the database before it is an outage."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={LOCK_WAIT_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is erased is overwritten, not only let go
)


def sqlite_url(file: Path) -> str:
    return f"sqlite:///{file}"


def open_engine(url: str) -> Engine:
    """An engine whose connections keep what was acknowledged. Each connection belongs to whoever made it; none is
    pooled."""
    engine = create_engine(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # the driver begins no transactions by itself; `_begin_sqlite` does
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def insert_sql(engine: Engine, table: Table) -> str:
    """`INSERT` with one positional parameter for each column."""
    return str(table.insert().compile(dialect=engine.dialect, column_keys=table.c.keys()))


def put_sql(engine: Engine, table: Table) -> str:
    """`INSERT`, or replace the row with the same key; one positional parameter for each column."""
    insert = sqlite.insert(table) if engine.dialect.name == "sqlite" else _postgresql_insert(table)
    keys = [column.name for column in table.primary_key.columns]
    rest = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in keys}
    statement = insert.on_conflict_do_update(index_elements=keys, set_=rest)
    return str(statement.compile(dialect=engine.dialect, column_keys=table.c.keys()))


def _postgresql_insert(table: Table) -> postgresql.Insert:
    """Its import is a twentieth of a start, and most halls have no use for it."""
    from sqlalchemy.dialects.postgresql import insert

    return insert(table)


@contextmanager
def driver_transaction(connection: Connection) -> Iterator[DBAPICursor]:
    """A transaction on the driver's own connection: for a batch of one command SQLAlchemy's way there costs as much as
    the database's work. Raises what SQLAlchemy would raise; after that the connection must be thrown away."""
    driver = connection.dialect.loaded_dbapi
    own = connection.connection
    cursor = own.cursor()
    try:
        if connection.dialect.name == "sqlite":
            cursor.execute("BEGIN")
        yield cursor
        own.commit()
    except driver.Error as error:
        raise DBAPIError.instance(None, None, error, driver.Error, dialect=connection.dialect) from error
    finally:
        cursor.close()


_SQLITE_OUTAGES = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)


def is_outage(error: Exception) -> bool:
    """Whether the environment failed (full, locked, unreadable, gone), and not our own code."""
    if isinstance(error, DBAPIError):
        if isinstance(error.orig, sqlite3.Error):
            return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _SQLITE_OUTAGES
        return isinstance(error, OperationalError) or error.connection_invalidated
    return isinstance(error, OSError)


def copy_online(engine: Engine, target: Path, without: Iterable[Table]) -> None:
    """A consistent copy of a database that is in use, while it is in use, with nothing in the tables `without`. SQLite
    only; PostgreSQL has `pg_dump`, which can leave out tables."""
    with engine.connect() as connection:
        source: Any = connection.connection.driver_connection
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
            copy.execute("PRAGMA secure_delete=ON").close()
            for table in without:
                copy.execute(str(table.delete().compile(dialect=engine.dialect)))
            copy.commit()
            broken = [row[0] for row in copy.execute("PRAGMA integrity_check") if row[0] != "ok"]
            copy.execute("PRAGMA journal_mode=DELETE").close()
        finally:
            copy.close()
    if broken:
        raise AssertionError(f"the copy is broken: {broken[0]}")
