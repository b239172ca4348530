"""One hall at work: commands one at a time in one total order - that order is fairness - and told only when durable.

Whoever waits in line is decided together and committed together (a batch). One batch is under way at a time, so between
two batches the state in memory is exactly what is on disk; questions (`read`) wait for that moment and stand in the
same line.

    ask ─► line ─► decide, evolve, stage (memory) ─► commit (journal) ─► replies, publish ─► next batch

If a commit fails, memory may be ahead of the disk. It is thrown away and read back, everyone in the batch hears of an
outage, and the same command may be sent again. A bug (an exception here) ends the hall: `failed` is set, the process
must stop.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

import structlog

from hall_server.domain.commands import Command
from hall_server.domain.decide import decide
from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.invariants import violations
from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal
from hall_server.domain.touched import touch
from hall_server.service.line import Answer, Asked, Batch, Question, Tell, answer_again, told
from hall_server.service.ports import (
    Clock,
    CommandIdReused,
    Done,
    Envelope,
    Journal,
    Position,
    Publisher,
    StorageOutage,
    StoredOutcome,
)

LINE_MAX = 10_000
"""Commands and questions in the line; whoever comes beyond is told to come back."""
BATCH_COMMANDS_MAX = 256
PAUSE_SECONDS_MIN = 0.25
PAUSE_SECONDS_MAX = 5.0
"""How long the hall waits after a failed commit before it reads back and tries again; doubled for each failure in a
row."""

T = TypeVar("T")
ResultOf = Callable[[HallState, Command, tuple[Event, ...]], bytes]

log = structlog.get_logger("hall")


class Hall:
    """All methods belong to the loop's thread. `result_of` makes a reply's `result` from the state after a command."""

    def __init__(self, journal: Journal, clock: Clock, publisher: Publisher, result_of: ResultOf) -> None:
        self._journal = journal
        self._clock = clock
        self._publisher = publisher
        self._result_of = result_of
        self._state = HallState()
        self._line: deque[Asked | Question] = deque()
        self._pending: dict[str, Asked] = {}
        self._under_way: Batch | None = None
        self._outage: StorageOutage | None = None
        self._recovery: asyncio.Task[None] | None = None
        self._failures_in_a_row = 0
        self._stopping = False
        self._turn_is_planned = False
        self._loop = asyncio.get_running_loop()
        self._thread = threading.get_ident()
        self.failed: asyncio.Future[None] = self._loop.create_future()
        """Carries the exception when a bug has ended the hall."""

    def open(self) -> None:
        """Read the state from the journal, check what must hold, and be ready. Blocks. Raises StorageOutage,
        AssertionError."""
        self._take(self._journal.load())

    async def execute(self, envelope: Envelope) -> Answer:
        """As `ask`, for whoever can wait."""
        answer: asyncio.Future[Answer] = self._loop.create_future()
        self.ask(envelope, told(answer))
        return await answer

    def ask(self, envelope: Envelope, tell: Tell) -> None:
        """Carry a command out, once for each command id, however often it is asked.

        A refusal changes nothing and is not kept: the same id asked again is decided anew.
        """
        known = self._pending.get(envelope.command_id)
        if known is not None:
            if known.envelope.fingerprint == envelope.fingerprint:
                known.tells.append(tell)
            else:
                tell(CommandIdReused(envelope.command_id))
            return
        if self._journal.knows(envelope.command_id):
            self._repeat(envelope, tell)
            return
        outage = self._why_not_now()
        if outage is not None:
            tell(outage)
            return
        asked = self._pending[envelope.command_id] = Asked(envelope, [tell])
        self._line.append(asked)
        self._plan_turn()

    async def read(self, reader: Callable[[HallState, Position], T]) -> T:
        """Run `reader` on the committed state, in its turn. It must not keep the state. Raises StorageOutage."""
        outage = self._why_not_now()
        if outage is not None:
            raise outage
        question = Question(reader, self._loop.create_future())
        self._line.append(question)
        self._plan_turn()
        answer: T = await question.future
        return answer

    async def stop(self) -> None:
        """Take nothing more, finish what is in line."""
        self._stopping = True
        if self._recovery is not None:
            self._recovery.cancel()
            self._recovery = None
            self._refuse_line(StorageOutage("stopping"))
        waiting: list[asyncio.Future[Any]] = [item.future for item in self._line if isinstance(item, Question)]
        for asked in self._pending.values():
            waiting.append(self._loop.create_future())
            asked.tells.append(told(waiting[-1]))
        await asyncio.gather(*waiting, return_exceptions=True)

    # ------------------------------------------------------------------------------------------------ the line

    def _why_not_now(self) -> StorageOutage | None:
        if self._outage is not None:
            return self._outage
        if self._stopping:
            return StorageOutage("stopping", retry_after_ms=1000)
        if len(self._line) >= LINE_MAX:
            return StorageOutage("too many commands in line", retry_after_ms=1000)
        return None

    def _plan_turn(self) -> None:
        """At the end of this turn of the loop, so that commands arriving together are committed together."""
        if self._line and not self._turn_is_planned and self._under_way is None:
            self._turn_is_planned = True
            self._loop.call_soon(self._turn)

    def _turn(self) -> None:
        self._turn_is_planned = False
        if self._under_way is not None or self._outage is not None:
            return
        try:
            batch = self._decide_batch()
            if batch.outcomes:
                self._under_way = batch
                self._journal.commit(batch.outcomes, self._commit_ended)
                return
            self._answer(batch)
        except Exception as bug:
            self.end(bug)
            return
        self._plan_turn()

    def _decide_batch(self) -> Batch:
        batch = Batch()
        while self._line and len(batch.outcomes) < BATCH_COMMANDS_MAX:
            item = self._line[0]
            if isinstance(item, Question):
                if batch.outcomes:
                    break
                self._line.popleft()
                item.ask(self._state, self._journal.position)
                continue
            self._line.popleft()
            batch.answers.append((item, self._carry_out(item.envelope, batch)))
        return batch

    def _carry_out(self, asked: Envelope, batch: Batch) -> Answer:
        now = self._clock.now()
        decision = decide(self._state, asked.command, now)
        if isinstance(decision, Refusal):
            return decision
        if not decision:
            position = self._journal.position
            return Done(position.seq, position.mark, position.at, self._result_of(self._state, asked.command, ()))
        for event in decision:
            evolve(self._state, event, now)
        entry = self._journal.stage(asked, now, decision, self._state)
        touch(batch.touched, self._state, decision)
        done = Done(entry.seq, entry.mark, now, self._result_of(self._state, asked.command, decision))
        batch.outcomes.append((asked, done))
        return done

    # ----------------------------------------------------------------------------------------------- the commit

    def _commit_ended(self, outage: StorageOutage | None) -> None:
        """On whatever thread it was: a quick one may have ended before `commit` came back."""
        if threading.get_ident() == self._thread:
            self._committed(outage)
        else:
            self._loop.call_soon_threadsafe(self._committed, outage)

    def _committed(self, outage: StorageOutage | None) -> None:
        batch = self._under_way
        assert batch is not None, "a commit ended that had not begun"
        if outage is not None:
            self._under_way = None
            self._fall_out(batch, outage)
            return
        self._failures_in_a_row = 0
        try:
            self._answer(batch)  # who hears may ask again at once; the next turn is after all have heard
            self._publisher.publish(self._state, self._journal.position, batch.touched)
        except Exception as bug:
            self.end(bug)
            return
        finally:
            self._under_way = None
        self._plan_turn()

    def _answer(self, batch: Batch) -> None:
        for asked, answer in batch.answers:
            del self._pending[asked.envelope.command_id]
            asked.settle(answer)

    def _repeat(self, envelope: Envelope, tell: Tell) -> None:
        """Tell the outcome that was stored when the command was carried out."""

        def fetched(stored: StoredOutcome | StorageOutage) -> None:
            self._loop.call_soon_threadsafe(tell, answer_again(envelope, stored))

        self._journal.outcome(envelope.command_id, fetched)

    # ---------------------------------------------------------------------------------------------- the outage

    def _fall_out(self, batch: Batch, outage: StorageOutage) -> None:
        """Nobody heard of the batch. Memory may be ahead of the disk: from here on it is not believed."""
        pause_seconds = min(PAUSE_SECONDS_MAX, PAUSE_SECONDS_MIN * 2**self._failures_in_a_row)
        self._failures_in_a_row += 1
        self._outage = StorageOutage(str(outage), retry_after_ms=int(pause_seconds * 1000))
        log.warning("storage_outage", reason=str(outage), commands=len(batch.answers), pause_seconds=pause_seconds)
        batch.answers = [(asked, self._outage) for asked, _ in batch.answers]
        self._answer(batch)
        self._refuse_line(self._outage)
        self._recovery = self._loop.create_task(self._recover(pause_seconds))

    def _refuse_line(self, outage: StorageOutage) -> None:
        line, self._line = self._line, deque()
        for item in line:
            if isinstance(item, Asked):
                del self._pending[item.envelope.command_id]
                item.settle(outage)
            elif not item.future.done():
                item.future.set_exception(outage)

    async def _recover(self, pause_seconds: float) -> None:
        while True:
            await asyncio.sleep(pause_seconds)
            try:
                self._take(await asyncio.to_thread(self._journal.load))
            except StorageOutage as outage:
                pause_seconds = min(PAUSE_SECONDS_MAX, pause_seconds * 2)
                log.warning("storage_still_out", reason=str(outage), pause_seconds=pause_seconds)
                continue
            except Exception as bug:
                self.end(bug)
                return
            break
        self._outage = None
        self._recovery = None
        self._publisher.reset(self._state, self._journal.position)
        log.info("storage_read_back", seq=self._journal.position.seq)

    def _take(self, state: HallState) -> None:
        broken = violations(state)
        if broken:
            raise AssertionError("; ".join(broken[:10]))
        self._state = state
        self._clock.not_before(self._journal.position.at)

    def end(self, bug: BaseException) -> None:
        """A bug, here or in the journal: keep the evidence, answer nobody wrongly, let the process be restarted."""
        log.error("bug", exc_info=bug)
        self._outage = StorageOutage("bug", retry_after_ms=2000)
        self._refuse_line(self._outage)
        for asked in self._pending.values():
            asked.settle(self._outage)
        self._pending.clear()
        if not self.failed.done():
            self.failed.set_exception(bug)
