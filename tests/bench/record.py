"""Makes a hall's past: days of numbers taken, called and served, by the real domain into the real storage.

Seeded, so two makings ask the same. Every command goes through `decide`, `evolve` and the journal; a day is one
transaction. What people did is told of every day; what devices report (printed, shown, spoken) and the outcomes of
commands, which a server keeps for the newest days only, are told of today.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from hall_server.domain import commands as c
from hall_server.domain.calendar import business_date, local_time
from hall_server.domain.model import DayState, HallDocument
from hall_server.storage.databases import open_engine, sqlite_url
from hall_server.storage.journal import SqlJournal
from hall_server.storage.replay import read_entries
from hall_server.storage.schema import upgrade
from hall_server.storage.tables import days
from tests.bench.scribe import Scribe

TICKETS_A_DAY = 2000
BACKLOG = 40
"""People who wait before the first call; about as many wait all day."""
SHARE_MISSED = 0.04
SHARE_TRANSFERRED = 0.03
DAY_MS = 86_400_000
OPENING_MS = 7 * 3_600_000
"""From midnight to the first number of a past day."""
WORKING_MS = 9 * 3_600_000

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """Tickets in all the days before today, and today."""

    history: int
    today: int


def make_record(database: Path, document: HallDocument, size: Size, now: int, seed: int, progress: Progress) -> None:
    """Bring the record in `database` to `size`, with the day of `now` (ms UTC) as today.

    An empty record gets everything; one that was made on an earlier day only gets a new today.
    """
    gc.disable()  # a million short-lived tuples, and no cycles
    try:
        with _scribe(database, document.hall_id) as scribe:
            people = _People(scribe, document, Random(seed))
            if scribe.seq == 0:
                _make_past(people, document, size.history, now, progress)
            if scribe.state.business_date != business_date(document, now):
                midnight = _midnight(document, now)
                people.work(midnight, now - midnight, size.today, keep_open=True)
                progress(f"{size.today} tickets today")
    finally:
        gc.enable()


def check_last_day(database: Path, hall_id: str) -> int:
    """Read the entries of the newest day with their chain. Returns how many; raises AssertionError if it is broken."""
    engine = open_engine(sqlite_url(database))
    with engine.connect() as connection:
        return sum(1 for _ in read_entries(connection, hall_id, _newest_first_seq(connection, hall_id)))


def _newest_first_seq(connection: Connection, hall_id: str) -> int:
    newest = days.select().where(days.c.hall_id == hall_id).order_by(days.c.first_seq.desc()).limit(1)
    return int(connection.execute(newest).one().first_seq)


@contextmanager
def _scribe(database: Path, hall_id: str) -> Iterator[Scribe]:
    engine = open_engine(sqlite_url(database))
    upgrade(engine)
    bugs: list[BaseException] = []
    journal = SqlJournal(engine, hall_id, bugs.append)
    try:
        yield Scribe(journal, bugs)
    finally:
        journal.close()
        engine.dispose()


def _make_past(people: _People, document: HallDocument, tickets: int, now: int, progress: Progress) -> None:
    past = [min(TICKETS_A_DAY, tickets - first) for first in range(0, tickets, TICKETS_A_DAY)]
    midnight = _midnight(document, now)
    people.configure(midnight - (len(past) + 1) * DAY_MS)
    for index, count in enumerate(past):
        people.work(midnight - (len(past) - index) * DAY_MS + OPENING_MS, WORKING_MS, count, keep_open=False)
        progress(f"day {index + 1} of {len(past)}")


def _midnight(document: HallDocument, now: int) -> int:
    here = local_time(document, now)
    start = datetime.datetime.combine(here.date(), datetime.time(), ZoneInfo(document.time_zone))
    return int(start.timestamp() * 1000)


class _People:
    """Who comes to the hall and who works there. `keep_open`: the day is today, with facts and outcomes."""

    def __init__(self, scribe: Scribe, document: HallDocument, dice: Random) -> None:
        self._scribe = scribe
        self._document = document
        self._dice = dice
        self._serving = {
            field.field_id: [plan.counter_id for plan in document.counters if field.field_id in plan.fields]
            for field in document.fields
        }
        self._fields = list(self._serving)

    def configure(self, at: int) -> None:
        self._scribe.do(c.ConfigureHall(self._document), "start", at)
        self._scribe.commit()

    def work(self, begins_at: int, lasts_ms: int, tickets: int, *, keep_open: bool) -> None:
        """One day: `tickets` come evenly over its time, and most are served."""
        scribe = self._scribe
        if scribe.state.day is not DayState.CLOSED:
            scribe.do(c.CloseDay(force=True), "clock", begins_at)
            scribe.commit()
        scribe.keep_outcomes = keep_open
        scribe.do(c.OpenDay(), "clock", begins_at)
        for plan in self._document.counters:
            scribe.do(c.OpenCounter(plan.counter_id), f"counter-{plan.counter_id}", begins_at)
        for index in range(tickets):
            at = begins_at + lasts_ms * index // tickets
            field_id = self._dice.choice(self._fields)
            self._take_number(field_id, at, facts=keep_open)
            if index >= BACKLOG:
                self._serve(self._dice.choice(self._serving[field_id]), at, facts=keep_open)
        if not keep_open:
            scribe.do(c.CloseDay(force=True), "clock", begins_at + lasts_ms)
        scribe.commit()

    def _take_number(self, field_id: str, at: int, *, facts: bool) -> None:
        self._scribe.do(c.IssueTicket(field_id), "kiosk-1", at)
        if facts:
            self._scribe.do(c.ReportPrinted(next(reversed(self._scribe.state.tickets))), "kiosk-1", at)

    def _serve(self, counter_id: int, at: int, *, facts: bool) -> None:
        """The officer ends with the person at the counter and sees the next one."""
        scribe, actor, dice = self._scribe, f"counter-{counter_id}", self._dice.random()
        finishing = scribe.state.counters[counter_id].ticket_id
        if finishing is not None and dice < SHARE_TRANSFERRED:
            target = self._dice.choice(self._fields)
            scribe.do(c.TransferTicket(counter_id, finishing, to_field=target), actor, at)
            finishing = None
        if not scribe.try_to(c.CallNext(counter_id, finishing), actor, at):
            return
        called = scribe.state.counters[counter_id].ticket_id
        if called is None:
            return
        if facts:
            call_id = scribe.state.tickets[called].call_id or ""
            scribe.do(c.ReportShown(call_id), "display-1", at)
            scribe.do(c.ReportSpoken(call_id, spoken=True), "display-1", at)
        if dice > 1 - SHARE_MISSED:
            scribe.do(c.MarkMissed(counter_id, called), actor, at)
        else:
            scribe.do(c.StartService(counter_id, called), actor, at)
