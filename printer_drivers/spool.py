"""The thread that owns one printer. A program prints through `Printer` and learns by facts what became of it.

The thread waits on the line and on its inbox, feeds the pure `Session`, and does what that says. Only this thread
touches the line, the journal, the fonts and the library, none of which can be shared.

With a journal nothing is forgotten when the program dies: a ticket taken over is on disk (JobTaken says so), and so is
the beginning of an attempt before its first byte leaves. At the next start what was only queued is printed, unless its
person has left by then; what was begun is reported as unknown and never printed again by itself.
"""

import contextlib
import queue
import secrets
import selectors
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from printer_drivers.attempts import ATTEMPTS_BEFORE_REPEAT
from printer_drivers.backoff import Backoff
from printer_drivers.clocks import CLOCKS, Clocks
from printer_drivers.document import TicketContent
from printer_drivers.encoder import EncodedTicket
from printer_drivers.facts import JobFailed, JobPrinted, JobTaken, PrintFact
from printer_drivers.job import JobState
from printer_drivers.job_journal import JobJournal, OpenJob
from printer_drivers.orders import Order
from printer_drivers.paper import paper_of
from printer_drivers.profile import PrinterProfile, network_profile
from printer_drivers.rendering import render
from printer_drivers.sample import sample_ticket
from printer_drivers.session import Session
from printer_drivers.stationery import PLAIN, Stationery
from printer_drivers.status import PrinterStatus
from printer_drivers.transports import LineEvent, Lost, Opened, Received
from printer_drivers.transports.address import Place, place_of

JOBS_OPEN_MAX = 8
"""Tickets not yet settled: more than that and people have long stopped looking at this printer."""
STOP_SECONDS_MAX = 3.0
IDLE_SECONDS_MAX = 60.0


class PrintQueueFullError(Exception):
    """JOBS_OPEN_MAX tickets are waiting: this one was not taken, and no fact will follow."""


def first_attempt_by_chance() -> int:
    """Where to start counting attempts, so that a restarted program does not repeat process ids."""
    return secrets.randbelow(ATTEMPTS_BEFORE_REPEAT)


def profile_for(place: Place, profile: PrinterProfile) -> PrinterProfile:
    """The profile as far as the line to the printer lets it be true."""
    if place.bytes_per_second is not None and profile.line_bytes_per_second is None:
        profile = replace(profile, line_bytes_per_second=place.bytes_per_second)
    return profile if place.two_way else profile.silent()


@dataclass(frozen=True, slots=True)
class _Asked:
    job_id: str
    content: TicketContent | EncodedTicket
    at: float


class Printer:
    """One printer. All methods may be called from any thread; `on_fact` is called on the printer's own."""

    def __init__(
        self,
        address: str,
        paper_mm: int,
        on_fact: Callable[[PrintFact], None],
        *,
        profile: PrinterProfile | None = None,
        stationery: Stationery = PLAIN,
        journal: JobJournal | None = None,
        clocks: Clocks = CLOCKS,
        first_attempt: Callable[[], int] = first_attempt_by_chance,
    ) -> None:
        """address: see `transports.address`. paper_mm: 80 or 58. ValueError when either is wrong.

        profile: what commissioning found, which then decides the paper; the default suits an Epson-like printer.
        stationery: what all tickets of the hall look like.
        journal: handed over, and closed by `stop`; its count of attempts goes on.
        """
        place = place_of(address)
        self._profile = profile_for(place, profile or network_profile(paper_of(paper_mm)))
        self._stationery = stationery
        self._line = place.make_line()
        self._on_fact = on_fact
        self._clock, self._wall_clock = clocks
        self._journal = journal
        self._open_at_start = journal.open_jobs if journal is not None else ()
        counted = journal.last_attempt if journal is not None else None
        self._session = Session(self._profile, first_attempt() if counted is None else counted)
        self._status = self._session.status
        self._inbox: queue.SimpleQueue[_Asked] = queue.SimpleQueue()
        self._open_jobs = {job.job_id for job in self._open_at_start}
        self._open_jobs_lock = threading.Lock()
        self._stopping = threading.Event()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._wake_out.setblocking(False)
        self._thread = threading.Thread(target=self._run, name=f"printer {address}", daemon=True)

    def start(self) -> None:
        """Opens the line and keeps it open. Called once."""
        self._thread.start()

    def print(self, job_id: str, content: TicketContent) -> None:
        """Prints one ticket after those before it; JobPrinted, JobHeld or JobFailed will tell.

        Raises PrintQueueFullError when JOBS_OPEN_MAX tickets are open, ValueError when `job_id` is one of them, and
        RuntimeError after `stop`.
        """
        self._ask(job_id, content)

    def print_encoded(self, job_id: str, ticket: EncodedTicket) -> None:
        """As `print`, for a ticket encoded by the caller, such as one for trying a printer. Never in the journal."""
        self._ask(job_id, ticket)

    def _ask(self, job_id: str, content: TicketContent | EncodedTicket) -> None:
        with self._open_jobs_lock:
            if self._stopping.is_set():
                raise RuntimeError("the printer has been stopped")
            if job_id in self._open_jobs:
                raise ValueError(f"job {job_id} is already being printed")
            if len(self._open_jobs) >= JOBS_OPEN_MAX:
                raise PrintQueueFullError(f"{JOBS_OPEN_MAX} tickets are waiting for this printer")
            self._open_jobs.add(job_id)
            self._inbox.put(_Asked(job_id, content, self._clock()))
        self._wake()

    @property
    def status(self) -> PrinterStatus:
        """Last known state."""
        return self._status

    @property
    def open_at_start(self) -> tuple[OpenJob, ...]:
        """What the run before this one left: each will be told of by a fact after `start`."""
        return self._open_at_start

    def stop(self) -> None:
        """Ends the thread; open tickets are reported first, as far as anything is known of them. Again is nothing."""
        with self._open_jobs_lock:
            if self._stopping.is_set():
                return
            self._stopping.set()
        if self._thread.ident is not None:
            self._wake()
            self._thread.join(STOP_SECONDS_MAX)
        self._wake_in.close()
        self._wake_out.close()

    # --- on the printer's thread

    def _run(self) -> None:
        self._report()
        render(sample_ticket(""), self._profile, self._stationery)  # loads fonts and library while nobody waits
        self._resume()
        backoff = Backoff()
        reopen_at = self._clock()
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake_out, selectors.EVENT_READ)
            while not self._stopping.is_set():
                if self._line.closed and self._clock() >= reopen_at:
                    opened = self._line.open(self._clock())
                    reopen_at = self._happened(opened, backoff, reopen_at) if opened else reopen_at
                for event in self._wait(selector, reopen_at):
                    reopen_at = self._happened(event, backoff, reopen_at)
                self._take_inbox()
                reopen_at = self._advance(backoff, reopen_at)
                self._report()
        self._session.stop()
        self._line.close()
        self._report()
        while not self._inbox.empty():
            self._settle(JobFailed(self._inbox.get().job_id, JobState.FAILED_BEFORE_SEND, "stopped"))
        if self._journal is not None:
            self._journal.close()

    def _wait(self, selector: selectors.BaseSelector, reopen_at: float) -> list[LineEvent]:
        """Waits until something happens or is due, at most IDLE_SECONDS_MAX."""
        watched: int | None = None
        if not self._line.closed:
            read = selectors.EVENT_READ if self._line.wants_to_read else 0
            events = read | (selectors.EVENT_WRITE if self._line.wants_to_write else 0)
            if events:
                watched = self._line.fileno()
                selector.register(watched, events)
        due = [self._line.deadline, self._session.next_deadline(), reopen_at if self._line.closed else None]
        soonest = min((time for time in due if time is not None), default=None)
        patience = IDLE_SECONDS_MAX if soonest is None else min(IDLE_SECONDS_MAX, max(0.0, soonest - self._clock()))
        ready = {key.fd: events for key, events in selector.select(patience)}
        if watched is not None:
            selector.unregister(watched)
        if self._wake_out.fileno() in ready:
            self._wake_out.recv(4096)
        mask = ready.get(watched, 0) if watched is not None else 0
        return list(
            self._line.service(
                readable=bool(mask & selectors.EVENT_READ),
                writable=bool(mask & selectors.EVENT_WRITE),
                now=self._clock(),
            )
        )

    def _happened(self, event: LineEvent, backoff: Backoff, reopen_at: float) -> float:
        """Tells the session; returns when to open the line again."""
        match event:
            case Opened():
                backoff.succeeded()
                self._session.connected(self._clock())
            case Received(data):
                self._session.received(data, self._clock())
            case Lost():
                self._session.lost(self._clock())
                return self._clock() + backoff.next_pause()
        return reopen_at

    def _resume(self) -> None:
        """Takes up what the run before this one left."""
        for job in self._open_at_start:
            if job.attempt is not None:
                self._session.interrupted(job.job_id, job.attempt)
            else:
                waited = max(0.0, self._wall_clock() - job.queued_at)
                self._submit(_Asked(job.job_id, job.content, self._clock() - waited))
        self._report()

    def _take_inbox(self) -> None:
        while not self._inbox.empty():
            asked = self._inbox.get()
            if self._journal is not None and isinstance(asked.content, TicketContent):
                try:
                    self._journal.queued(asked.job_id, asked.content, self._wall_clock())
                except OSError:
                    self._settle(JobFailed(asked.job_id, JobState.FAILED_BEFORE_SEND, "journal"))
                    continue
                self._on_fact(JobTaken(asked.job_id))
            self._submit(asked)

    def _submit(self, asked: _Asked) -> None:
        try:
            given = asked.content
            ticket = given if isinstance(given, EncodedTicket) else render(given, self._profile, self._stationery)
        except (ValueError, OSError):
            self._settle(JobFailed(asked.job_id, JobState.FAILED_BEFORE_SEND, "not_drawable"))
            return
        self._session.submit(Order(asked.job_id, ticket.body, ticket.mm, asked.at))

    def _advance(self, backoff: Backoff, reopen_at: float) -> float:
        """Lets the session go on as long as the line takes what it has to say."""
        while True:
            self._session.tick(self._clock())
            if self._session.line_must_reset:
                self._line.close()
                return self._happened(Lost("a ticket was given up"), backoff, reopen_at)
            self._note_begun()
            count = self._line.write(self._session.to_send)
            if not count:
                return reopen_at
            self._session.taken(count, self._clock())

    def _note_begun(self) -> None:
        for begun in self._session.take_begun():
            if self._journal is None:
                continue
            try:
                self._journal.begun(begun.job_id, begun.attempt)
            except OSError:
                self._session.refuse(begun.job_id, "journal")

    def _report(self) -> None:
        self._status = self._session.status
        for fact in self._session.take_facts():
            self._settle(fact)

    def _settle(self, fact: PrintFact) -> None:
        if isinstance(fact, JobPrinted | JobFailed):
            with self._open_jobs_lock:
                self._open_jobs.discard(fact.job_id)
        self._on_fact(fact)
        if isinstance(fact, JobPrinted | JobFailed) and self._journal is not None and self._journal.holds(fact.job_id):
            # A disk that fails here only means that the ticket is told of once more after the next start.
            with contextlib.suppress(OSError):
                self._journal.settled(fact.job_id, JobState.CONFIRMED if isinstance(fact, JobPrinted) else fact.state)

    def _wake(self) -> None:
        try:
            self._wake_in.send(b"\0")
        except BlockingIOError:
            return  # enough calls are waiting to wake it
