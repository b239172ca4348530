"""What operators watch, for Prometheus. A registry of the hall's own: nothing global, so two halls can live in one
process."""

from __future__ import annotations

import math
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from hall_server.domain.events import Event
from hall_server.domain.model import DayState, HallState
from hall_server.service.ports import Done, Entry, Envelope, Journal, Position, StorageOutage, StoredOutcome
from hall_server.web.rows import field_rows

BATCH_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
COMMIT_SECONDS = (0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)


class Metrics:
    """`commands`: by name and outcome. Fields of the hall are set when somebody looks, not at every command."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._commands = Counter("hall_commands", "Commands answered", ["command", "outcome"], registry=self.registry)
        self._command_children: dict[tuple[str, str], Counter] = {}
        self.commit_commands = Histogram(
            "hall_commit_commands", "Commands in one commit", buckets=BATCH_SIZES, registry=self.registry
        )
        self.commit_seconds = Histogram(
            "hall_commit_seconds", "From handing over a batch to its being durable", buckets=COMMIT_SECONDS,
            registry=self.registry,
        )  # fmt: skip
        self.commit_failures = Counter("hall_commit_failures", "Commits that failed", registry=self.registry)
        self.subscribers = Gauge("hall_feed_subscribers", "Open feeds", ["view"], registry=self.registry)
        self.dropped = Counter("hall_feed_dropped", "Feeds ended by the server", ["code"], registry=self.registry)
        self.frames = Counter("hall_feed_frames", "Updates handed to subscribers", ["view"], registry=self.registry)
        self._up = Gauge("hall_storage_up", "1 while commands can be made durable", registry=self.registry)
        self._seq = Gauge("hall_journal_seq", "Number of the last journal entry", registry=self.registry)
        self._day_open = Gauge("hall_day_open", "1 while numbers are given", registry=self.registry)
        self._waiting = Gauge("hall_waiting", "People waiting", ["field"], registry=self.registry)
        self._issued = Gauge("hall_issued_today", "Numbers given today", registry=self.registry)
        self._hit_rate = Gauge(
            "hall_wait_hit_rate", "Share of the told waits of the last days that were true; NaN while there are few",
            registry=self.registry,
        )  # fmt: skip

    def answered(self, command: str, outcome: str) -> None:
        """`outcome`: done, or the code of the error."""
        child = self._command_children.get((command, outcome))
        if child is None:
            child = self._command_children[command, outcome] = self._commands.labels(command, outcome)
        child.inc()

    def take(self, state: HallState, position: Position) -> None:
        """The gauges as things stand now."""
        self._up.set(1)
        self._seq.set(position.seq)
        self._day_open.set(state.day is DayState.OPEN)
        self._issued.set(state.issued)
        hit_rate = state.learned.hit_rate()
        self._hit_rate.set(math.nan if hit_rate is None else hit_rate)
        self._waiting.clear()
        for row in field_rows(state):
            self._waiting.labels(row.field_id).set(row.waiting)

    def storage_is_out(self) -> None:
        self._up.set(0)

    def page(self) -> bytes:
        """Prometheus text format 0.0.4."""
        return generate_latest(self.registry)


class MeasuredJournal:
    """A journal whose commits are counted and timed. `seconds`: a monotonic clock."""

    def __init__(self, journal: Journal, metrics: Metrics, seconds: Callable[[], float]) -> None:
        self._journal = journal
        self._metrics = metrics
        self._seconds = seconds

    @property
    def position(self) -> Position:
        return self._journal.position

    def load(self) -> HallState:
        return self._journal.load()

    def stage(self, asked: Envelope, at: int, events: tuple[Event, ...], state: HallState) -> Entry:
        return self._journal.stage(asked, at, events, state)

    def commit(self, outcomes: list[tuple[Envelope, Done]], done: Callable[[StorageOutage | None], None]) -> None:
        began = self._seconds()

        def measured(outage: StorageOutage | None) -> None:
            self._metrics.commit_seconds.observe(self._seconds() - began)
            self._metrics.commit_commands.observe(len(outcomes))
            if outage is not None:
                self._metrics.commit_failures.inc()
            done(outage)

        self._journal.commit(outcomes, measured)

    def knows(self, command_id: str) -> bool:
        return self._journal.knows(command_id)

    def outcome(self, command_id: str, done: Callable[[StoredOutcome | StorageOutage], None]) -> None:
        self._journal.outcome(command_id, done)
