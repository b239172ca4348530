"""The line to a queue of the operating system, by python-escpos: CUPS on Unix, the print spooler of Windows.

A spooler takes whole jobs and tells nothing back: a ticket handed over is "sent, unconfirmed" for ever. Handing over
may take long, so it is done on a thread of its own; each `write` is one job, and the next is taken when the system has
the last.
"""

import queue
import socket
import threading
from collections.abc import Callable, Iterator

from printer_drivers.escpos_library import EscposSpooler
from printer_drivers.transports import LineEvent, Lost, Opened

JOB_NAME = "ticket"
JOB_BYTES_MAX = 1 << 20
HAND_OVER_SECONDS_MAX = 30.0


class SpoolerTransport:
    """See `Transport`. `write` takes all or nothing."""

    def __init__(self, make: Callable[[], EscposSpooler]) -> None:
        """make: the spooler; called on the worker's thread, once for each job."""
        self._make = make
        self._worker: _Worker | None = None
        self._told_open = False
        self._busy_until: float | None = None
        self._now = 0.0

    @property
    def closed(self) -> bool:
        """Not open."""
        return self._worker is None

    @property
    def deadline(self) -> float | None:
        """At once to say that it is open; then when the system has taken too long."""
        if self._worker is None:
            return None
        return self._busy_until if self._told_open else 0.0

    @property
    def wants_to_read(self) -> bool:
        """The worker tells when a job is handed over."""
        return True

    @property
    def wants_to_write(self) -> bool:
        """Never: the worker tells by being readable."""
        return False

    def fileno(self) -> int:
        """Readable when the worker has something to tell."""
        assert self._worker is not None
        return self._worker.told.fileno()

    def open(self, now: float) -> Lost | None:
        """Whether the queue exists shows with the first job."""
        assert self._worker is None
        self._worker = _Worker(self._make)
        self._told_open, self._busy_until = False, None
        return None

    def service(self, *, readable: bool, writable: bool, now: float) -> Iterator[LineEvent]:
        """Tells of jobs refused."""
        self._now = now
        if self._worker is None:
            return
        if not self._told_open:
            self._told_open = True
            yield Opened()
        problem: str | None = None
        if readable:
            self._worker.told.recv(1)
            self._busy_until = None
            problem = self._worker.outcomes.get_nowait()
        elif self._busy_until is not None and now >= self._busy_until:
            problem = "the spooler took too long"
        if problem is not None:
            self.close()
            yield Lost(problem)

    def write(self, data: bytes) -> int:
        """The whole job, or nothing while the system is still at the last. Longer than JOB_BYTES_MAX is refused."""
        if not data or self._worker is None or self._busy_until is not None or len(data) > JOB_BYTES_MAX:
            return 0
        self._busy_until = self._now + HAND_OVER_SECONDS_MAX
        self._worker.jobs.put(data)
        return len(data)

    def close(self) -> None:
        """Lets the worker end after what it is at."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.jobs.put(None)
            worker.told.close()


class _Worker:
    """A thread that hands jobs over, one after another, until it is given None."""

    def __init__(self, make: Callable[[], EscposSpooler]) -> None:
        self.jobs: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.outcomes: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.told, self._tell = socket.socketpair()
        self._make = make
        threading.Thread(target=self._run, name="print spooler", daemon=True).start()

    def _run(self) -> None:
        with self._tell:
            while (data := self.jobs.get()) is not None:
                self.outcomes.put(self._hand_over(data))
                try:
                    self._tell.send(b"\0")
                except OSError:
                    return  # nobody waits any more

    def _hand_over(self, data: bytes) -> str | None:
        """None when the system has the job; otherwise why not. The library raises whatever its systems raise."""
        try:
            spooler = self._make()
            spooler.open(JOB_NAME)
            spooler._raw(data)  # noqa: SLF001
            spooler.close()
        except Exception as problem:
            return f"{type(problem).__name__}: {problem}"
        return None
