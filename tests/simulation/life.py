"""The days of one hall, step by step, from one number.

The agenda holds what will happen, by time; a step takes the first of it (now and then a few that fall together), lets
the hall come to rest, and has everything checked. The same seed gives the same steps, the same journal, the same
digest.
"""

from __future__ import annotations

import asyncio
import datetime
import heapq
from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random

from hall_server.domain import commands as c
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal
from hall_server.service.hall import Hall
from hall_server.service.ports import Done, Envelope
from hall_server.service.timers import give_what_is_due
from tests.simulation.checker import Checker
from tests.simulation.day_plan import plan_day
from tests.simulation.findings import Tally, Violation
from tests.simulation.house import House
from tests.simulation.people import Answer, Heard, Say, Script, name_of
from tests.simulation.pictures import Pictures
from tests.simulation.post import Letter, envelope
from tests.simulation.premises import Scale, draw_premises
from tests.simulation.still_loop import StillLoop

DAYS_A_LIFE = 5
TOGETHER_SECONDS = 1.0
STEPS_SHOWN = 25
COMMAND_SHOWN = 160
"""Letters of a command; a whole document would hide the rest."""


class Life:
    """`seed` decides everything. `run` raises Violation at the first step after which something does not hold."""

    def __init__(self, seed: str, scale: Scale, days: int, folder: Path) -> None:
        self.rng = Random(seed)
        self.premises = draw_premises(self.rng, scale)
        self.paper: set[str] = set()
        self.skew_seconds = 0.0
        self.tally = Tally()
        self.checker = Checker(self.paper)
        self._pictures = Pictures(self.premises.document.hall_id)
        self.day = 0
        self._days = days
        self._loop = StillLoop()
        self._begin_ms = self.premises.local_ms(self.premises.first_date, 5)
        self._agenda: list[tuple[float, int, str, Callable[[], None]]] = []
        self._numbers = count()
        self._letters: dict[Letter, None] = {}
        self._shown: deque[str] = deque(maxlen=STEPS_SHOWN)
        self._broken: list[str] = []
        self.house = House(folder, self.premises.document.hall_id, self._machine_ns)

    # ------------------------------------------------------------------------------------------ what scripts may see

    @property
    def state(self) -> HallState:
        return self.house.state

    @property
    def hall(self) -> Hall:
        return self.house.hall

    @property
    def now(self) -> int:
        return self.house.clock.now()

    def _machine_ns(self) -> int:
        return self._begin_ms * 1_000_000 + int((self._loop.seconds + self.skew_seconds) * 1_000_000_000)

    def between(self, low: float, high: float) -> float:
        return self.rng.uniform(low, high)

    def later(self, seconds: float, act: Callable[[], None], what: str = "") -> None:
        """`seconds` from now, as a step of its own."""
        name = what or getattr(act, "__qualname__", "")
        heapq.heappush(self._agenda, (self._loop.seconds + seconds, next(self._numbers), name, act))

    def start(self, script: Script, after: float = 0.0) -> None:
        self.later(after, lambda: self._go_on(script, None), name_of(script))

    def _go_on(self, script: Script, answer: Answer) -> None:
        try:
            wish = script.send(answer)
        except StopIteration:
            return
        if isinstance(wish, Say):
            self._post(script, wish)
        else:
            self.later(wish, lambda: self._go_on(script, None), name_of(script))

    # -------------------------------------------------------------------------------------------------- the post

    def _post(self, script: Script, wish: Say) -> None:
        asked = envelope(f"c{next(self._numbers)}", name_of(script), wish.command)

        def answered(answer: Done | Refusal | None) -> None:
            self._letters.pop(letter, None)
            self._shown.append(f"    {asked.command_id} {repr(wish.command)[:COMMAND_SHOWN]} -> {_shortly(answer)}")
            self._go_on(script, Heard(self._events_of(asked, answer)) if isinstance(answer, Done) else answer)

        letter = Letter(self, asked, answered, self._loop)
        self._letters[letter] = None
        self._deliver(letter)
        if wish.again is not None:
            twin = Letter(self, asked, lambda _: self._letters.pop(twin, None), self._loop)
            self._letters[twin] = None
            self.later(wish.again, lambda: self._deliver(twin), "pressed again")
        if wish.vanishes:
            self.later(0.0, letter.vanish, "vanished")

    def _deliver(self, letter: Letter) -> None:
        """At once, or so late that others come before it."""
        if self.rng.random() < 0.1:
            self.later(self.rng.uniform(0, 3), letter.send, "delivered late")
        else:
            letter.send()

    def heard(self, asked: Envelope, done: Done) -> None:
        self.tally.commands += 1
        self._take_in()
        self._broken += self.checker.ledger.heard(asked.command_id, done, self.checker.seq)

    def _events_of(self, asked: Envelope, done: Done) -> tuple[Event, ...]:
        entry = self.checker.ledger.entry_of(asked.command_id)
        return entry.events if entry is not None and entry.seq == done.seq else ()

    # -------------------------------------------------------------------------------------------------- the steps

    def run(self, stop_at: tuple[int, int] | None = None) -> Tally:
        """All days; or up to `stop_at`, a day and a step. Raises Violation."""
        try:
            self._begin()
            for day in range(self._days):
                self.day = day
                plan_day(self)
                for step in self._steps_of_day():
                    if stop_at == (self.day, step):
                        return self._end()
                self._end_of_day()
            return self._end()
        finally:
            self._cancel_all()
            self.house.leave()
            self._loop.close()

    def _begin(self) -> None:
        self._do(self.house.start)
        self.start(_configure(self))

    def _steps_of_day(self) -> Iterator[int]:
        ends = self.seconds_to(self.day + 1, 5)
        step = 0
        while self._agenda and self._agenda[0][0] < ends:
            self._step(step)
            yield step
            step += 1
        self._loop.advance(ends)

    def _step(self, step: int) -> None:
        at, _, what, act = heapq.heappop(self._agenda)
        self._loop.advance(at)
        acts = [(what, act)]
        while self.rng.random() < 0.12 and self._agenda and self._agenda[0][0] < at + TOGETHER_SECONDS:
            _, _, what, act = heapq.heappop(self._agenda)
            acts.append((what, act))
        self.tally.steps += 1
        names = " + ".join(what for what, _ in acts)
        self._shown.append(f"  day {self.day} step {step} at {at:.1f} s: {names}")
        self._act_and_check(step, [act for _, act in acts])

    def _act_and_check(self, step: int, acts: list[Callable[[], None]], *, everything: bool = False) -> None:
        try:
            for act in acts:
                self._do(act)
            if self.house.writer.dead:
                self._restart()
            self._check(everything)
        except AssertionError as error:
            self._broken.append(str(error) or repr(error))
        self._broken += [f"a bug ended the hall: {bug!r}" for bug in self.house.bugs]
        if self.hall.failed.done():
            self._broken.append(f"a bug ended the hall: {self.hall.failed.exception()!r}")
        self._raise_what_is_broken(step)

    def _raise_what_is_broken(self, step: int) -> None:
        if self._broken:
            raise Violation(self.day, step, tuple(self._broken), tuple(self._shown))

    def _do(self, act: Callable[[], None]) -> None:
        self._loop.call_soon(act)
        self._loop.settle()

    def _restart(self) -> None:
        self.tally.crashes += 1
        self.house.die()
        self._shown.append("    the process died and starts again")
        cut_off = [letter for letter in self._letters if letter.task is not None]
        self._cancel_all()
        self._do(self.house.start)
        for letter in cut_off:
            letter.try_again()
        self._loop.settle()
        self._take_in()
        self._check_all()

    # -------------------------------------------------------------------------------------------------- checking

    def _cancel_all(self) -> None:
        """Whatever was under way in the process that ends, and whoever waited for it."""
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.settle()

    def _take_in(self) -> None:
        for entry in self.house.fresh:
            self._broken += self.checker.durable(entry)
            self._pictures.durable(entry, self.checker.state)
        self.house.fresh.clear()

    def _check(self, everything: bool) -> None:
        self._take_in()
        if not self.house.at_rest:
            return
        self._broken += self.checker.step(self.state)
        if everything or self.checker.full_is_due:
            self._check_all(everything)

    def _check_all(self, everything: bool = True) -> None:
        """`everything`: all screens, else one of them."""
        if not self.house.at_rest:
            return
        self._broken += self.checker.full(self.state)
        self._loop.create_task(self.house.screens_take())
        self._loop.settle()
        present = self.house.present
        looked_at = present if everything else present[self.tally.steps % max(1, len(present)) :][:1]
        self.tally.checks += len(looked_at)
        self._broken += self.house.wrong_screens(looked_at, self.checker.seq)

    def _end_of_day(self) -> None:
        """The last one also ends with the tables drawn again from the whole journal by the program's own hand."""
        self.tally.days += 1
        self._act_and_check(-1, [], everything=True)
        self.tally.checks += 2
        self._broken += self._pictures.broken(self.house.engine)
        if self.tally.days == self._days:
            self._broken += self.house.verdict(self.checker.seq)
        self._raise_what_is_broken(-1)

    def _end(self) -> Tally:
        self.tally.checks += self.checker.checks
        self.tally.unexplained = self.checker.order.unexplained
        self.tally.head = self.checker.digest.hex()
        return self.tally

    # -------------------------------------------------------------------------------------------------- the clock

    def seconds_to(self, day: int, hour: int, minute: int = 0) -> float:
        """From the life's beginning to a local time of its day."""
        date = self.premises.first_date + datetime.timedelta(days=day)
        return (self.premises.local_ms(date, hour, minute) - self._begin_ms) / 1000

    @property
    def seconds(self) -> float:
        """Since the life's beginning, whatever the machine's clock says."""
        return self._loop.seconds

    def screens_come_and_go(self) -> None:
        """Some lose their connection; some time later all are back."""
        for screen in list(self.house.present):
            if self.rng.random() < 0.2:
                self.house.screen_goes(screen)
        self.later(self.rng.uniform(1, 1200), self.house.screens_come, "screens come")

    def tick(self) -> None:
        if self.house.at_rest:
            self._loop.create_task(give_what_is_due(self.hall, self.house.clock, lambda: f"t{next(self._numbers)}"))


def _configure(life: Life) -> Script:
    yield Say(c.ConfigureHall(life.premises.document))
    life.later(0.0, life.house.screens_come, "screens come")


def _shortly(answer: Done | Refusal | None) -> str:
    if isinstance(answer, Done):
        return f"entry {answer.seq}"
    return answer.code.value if isinstance(answer, Refusal) else "no answer"
