"""A database that fails when it is told to, at any statement, and a process that can die there.

The real engine and the real SQLite, with one connection class between: it counts the statements that write and meets
the *mishap* that was planned. A killed process leaves what SQLite leaves: everything that was committed, nothing of the
rest. `synchronous` is off: processes die here, machines do not, and a day costs no waiting for the disk.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

from hall_server.service.ports import StorageOutage
from hall_server.storage.writer import Ended, Job, Transactions

_PRAGMAS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", "PRAGMA busy_timeout=0")


class Killed(BaseException):
    """The process ends here; nothing after this line happens."""


class Fate(Enum):
    """What happens at the planned place."""

    KILLED = "killed"
    FULL = sqlite3.SQLITE_FULL
    LOCKED = sqlite3.SQLITE_BUSY
    UNREADABLE = sqlite3.SQLITE_IOERR


@dataclass(frozen=True, slots=True)
class Mishap:
    """`statement`: which one of the next transaction, from 0; one beyond its last is the commit. `done`: the commit is
    on disk and nobody hears of it."""

    fate: Fate
    statement: int
    done: bool = False


class Fault:
    """What is planned, shared by all connections of a database. `lasting`: every transaction fails until it is
    lifted."""

    def __init__(self) -> None:
        self.planned: Mishap | None = None
        self.lasting: Fate | None = None
        self.met = 0
        self._statements = 0

    def begin(self) -> None:
        self._statements = 0

    def at_statement(self) -> None:
        if self.lasting is not None:
            self._strike(self.lasting)
        if self.planned is not None and self._statements == self.planned.statement:
            self._strike(self.planned.fate)
        self._statements += 1

    def at_commit(self, really_commit: Callable[[], None]) -> None:
        if self.lasting is not None:
            self._strike(self.lasting)
        mishap = self.planned
        if mishap is None:
            really_commit()
            return
        if mishap.done:
            really_commit()
        self._strike(mishap.fate)

    def _strike(self, fate: Fate) -> None:
        self.planned = None
        self.met += 1
        if fate is Fate.KILLED:
            raise Killed
        error = sqlite3.OperationalError(f"database or disk is {fate.name.lower()}")
        error.sqlite_errorcode = fate.value
        raise error


_WRITES = ("INSERT", "DELETE", "UPDATE")


class _Cursor(sqlite3.Cursor):
    fault: Fault

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        if sql.startswith(_WRITES):
            self.fault.at_statement()
        elif sql.startswith("BEGIN"):
            self.fault.begin()
        super().execute(sql, parameters)
        return self


class _Connection(sqlite3.Connection):
    fault: Fault

    def cursor(self, factory: Any = None) -> Any:
        made = super().cursor(_Cursor)
        made.fault = self.fault
        return made

    def commit(self) -> None:
        if self.in_transaction:
            self.fault.at_commit(super().commit)


def open_faulty_engine(file: Path, fault: Fault) -> Engine:
    """As `open_engine`, with what `fault` plans in the way."""

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(file, factory=_Connection, isolation_level=None, check_same_thread=False)
        connection.fault = fault
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


class DrivenWriter:
    """The writer without its thread: a job is run when the simulation lets it. `slow`: jobs wait for `let_go`."""

    def __init__(self, engine: Engine, on_bug: Callable[[BaseException], None]) -> None:
        self._transactions = Transactions(engine)
        self._on_bug = on_bug
        self._waiting: deque[tuple[Job, Ended]] = deque()
        self.slow = False
        self.dead = False

    def give(self, job: Job, ended: Ended, *, long: bool = False) -> None:
        self._waiting.append((job, ended))
        if not self.slow:
            self.let_go()

    def let_go(self) -> None:
        self.slow = False
        while self._waiting and not self.dead:
            job, ended = self._waiting.popleft()
            outcome: StorageOutage | None
            try:
                outcome = self._transactions.run(job)
            except Killed:
                self.die()
            except Exception as bug:
                self._on_bug(bug)
            else:
                ended(outcome)

    @property
    def waits(self) -> bool:
        return bool(self._waiting)

    def die(self) -> None:
        """The process was killed: what it had not committed is gone."""
        self.dead = True
        self._waiting.clear()
        self._transactions.let_go()

    def stop(self) -> None:
        self.let_go()
        self._transactions.let_go()
