"""The one thread that writes: it owns the one connection that changes the database, and takes one job at a time.

The hall hands over a whole batch by one queue and hears back once per batch, so the two threads change places twice a
batch and not twice a command.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from hall_server.service.ports import StorageOutage
from hall_server.storage.databases import driver_transaction, is_outage

Job = Callable[[DBAPICursor], None]
Ended = Callable[[StorageOutage | None], None]

STOP_SECONDS_MAX = 10.0


class JobLine(Protocol):
    """What a journal gives its jobs to."""

    def give(self, job: Job, ended: Ended) -> None:
        """`ended` is called once, from any thread: with None once the job is durable, else with what stood in its
        way."""
        ...

    def stop(self) -> None:
        """Finish what was given, close the connection. Blocks."""
        ...


class Transactions:
    """Runs a job at a time, each in a transaction of its own, all on one connection that is made when it is needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def run(self, job: Job) -> StorageOutage | None:
        """None once the job is durable. Raises what is no outage."""
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            with driver_transaction(self._connection) as cursor:
                job(cursor)
        except Exception as error:
            self.let_go()
            if not is_outage(error):
                raise
            return StorageOutage(_reason(error))
        return None

    def let_go(self) -> None:
        """A connection that failed is not used again: nothing half-done can stay in it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()


class Writer:
    """Jobs are run in the order in which they were given, on a thread of their own.

    The line of jobs is bounded by its users: the hall has one batch under way, and fetches are bounded by its own line.
    """

    def __init__(self, engine: Engine, on_bug: Callable[[BaseException], None]) -> None:
        self._transactions = Transactions(engine)
        self._on_bug = on_bug
        self._jobs: SimpleQueue[tuple[Job, Ended] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def give(self, job: Job, ended: Ended) -> None:
        """`ended` is called on the writer's thread."""
        self._jobs.put((job, ended))

    def stop(self) -> None:
        self._jobs.put(None)
        self._thread.join(STOP_SECONDS_MAX)

    def _run(self) -> None:
        try:
            while (given := self._jobs.get()) is not None:
                job, ended = given
                ended(self._transactions.run(job))
        except BaseException as bug:
            self._on_bug(bug)
        finally:
            self._transactions.let_go()


def _reason(error: Exception) -> str:
    original = getattr(error, "orig", None) or error
    return f"{type(original).__name__}: {original}"
