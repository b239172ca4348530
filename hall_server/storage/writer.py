"""Who writes: one job at a time, in the order in which they were given, here or on a thread of its own.

A commit of one number on a quick disk takes a tenth of a millisecond, and changing to another thread and back takes as
long again, for both want the interpreter. So a job is done where it is given as long as the disk is quick; while it is
not, a thread of its own waits for it, and the screens go on hearing the server's beat.
"""

from __future__ import annotations

import math
import threading
import time
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
QUICK_SECONDS_MAX = 0.010
"""A job that takes longer where it was given is the last there for a while: the disk is not quick."""
PATIENCE_SECONDS = 10.0
"""How long the thread does all work after that."""


class JobLine(Protocol):
    """What a journal gives its jobs to."""

    def give(self, job: Job, ended: Ended, *, long: bool = False) -> None:
        """`ended` is called once, from any thread, perhaps before `give` returns: with None once the job is durable,
        else with what stood in its way. `long`: it is too much work to be done while others wait."""
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
    """Jobs where they are given while the disk is quick, else on the thread, and never two at once or out of order.

    `give` is called by one thread, and by whoever hears that a job ended. `seconds`: a monotonic clock.
    """

    def __init__(
        self, engine: Engine, on_bug: Callable[[BaseException], None], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._here = Transactions(engine)
        self._thread = WriterThread(engine, on_bug)
        self._on_bug = on_bug
        self._seconds = seconds
        self._patient_until = -math.inf
        self._handed_over = 0
        self._counting = threading.Lock()

    def give(self, job: Job, ended: Ended, *, long: bool = False) -> None:
        """`ended` is called on this thread or on the writer's."""
        if not self._is_for_thread(long=long):
            self._do_here(job, ended)
        else:
            self._thread.give(job, lambda outage: self._ended_there(ended, outage))

    def _is_for_thread(self, *, long: bool) -> bool:
        """Counts one that is. While the thread has one, all go there: else they would overtake it."""
        with self._counting:
            handed_over = bool(long or self._handed_over or self._seconds() < self._patient_until)
            self._handed_over += handed_over
        return handed_over

    def _do_here(self, job: Job, ended: Ended) -> None:
        began = self._seconds()
        try:
            outage = self._here.run(job)
        except BaseException as bug:
            self._on_bug(bug)
            return
        now = self._seconds()
        if now - began > QUICK_SECONDS_MAX:
            self._patient_until = now + PATIENCE_SECONDS
        ended(outage)

    def _ended_there(self, ended: Ended, outage: StorageOutage | None) -> None:
        ended(outage)
        with self._counting:
            self._handed_over -= 1

    def stop(self) -> None:
        self._thread.stop()
        self._here.let_go()


class WriterThread:
    """Jobs are run in the order in which they were given, on a thread of their own.

    The line of jobs is bounded by its users: the hall has one batch under way, and fetches are bounded by its own line.
    """

    def __init__(self, engine: Engine, on_bug: Callable[[BaseException], None]) -> None:
        self._transactions = Transactions(engine)
        self._on_bug = on_bug
        self._jobs: SimpleQueue[tuple[Job, Ended] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def give(self, job: Job, ended: Ended, *, long: bool = False) -> None:
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
