"""Days of a made-up hall, lived through the real domain: people come, officers call, serve, rest and differ.

Everything follows from the seed. Nothing here knows of the estimates: they are read off the tickets by whoever
measures, through `on_issue` and `on_call`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from random import Random

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.model import HallState, Ticket, TicketState
from hall_server.domain.refusals import Refusal
from tests.bench.made_halls import MadeHall

MINUTE_MS = 60_000
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
FIRST_DAY = datetime.datetime(2026, 11, 24, 7, 30, tzinfo=VIETNAM)
HOURS_OF_ARRIVAL = ((0, 60, 1.3), (60, 180, 1.5), (180, 270, 0.8), (270, 330, 0.4), (330, 450, 1.2), (450, 540, 0.6))
"""From minute, to minute after opening, and how many come compared with the day's average."""
LAST_NUMBER_MINUTE = 540
CLOSING_MINUTE = 720
LUNCH_MINUTE = 240
IDLE_LOOK_MS = 20_000
"""How often an officer whom nobody waits for looks again."""

PRIORITY_SHARE = 0.06
MISSED_SHARE = 0.05
COMES_BACK_SHARE = 0.5
GIVES_UP_SHARE = 0.02
HOLD_SHARE = 0.02
PAUSES_A_DAY = 1.5
OFFICER_SIGMA = 0.2
FORGOTTEN_SHARE = 0.003
"""Services whose end was pressed an hour late."""

Hear = Callable[[HallState, Ticket], None]


class MadeLife:
    """A hall and its days one after another. `on_issue`, `on_call`: told of each new ticket and each first call."""

    def __init__(self, hall: MadeHall, seed: int, on_issue: Hear, on_call: Hear) -> None:
        self.state = HallState()
        self._hall = hall
        self._random = Random(seed)
        self._on_issue, self._on_call = on_issue, on_call
        self._now = 0
        self._agenda: list[tuple[int, int, Callable[[], object]]] = []
        self._rank = count()
        self._speeds: dict[int, float] = {}
        self._rests: dict[int, list[tuple[int, float]]] = {}
        self._days = 0

    def live_a_day(self) -> None:
        """From opening to the last person, closing included."""
        opening = FIRST_DAY + datetime.timedelta(days=self._days)
        self._days += 1
        self._now = int(opening.timestamp() * 1000)
        closing = self._now + CLOSING_MINUTE * MINUTE_MS
        if self.state.document is None:
            self._do(c.ConfigureHall(self._hall.document))
        self._do(c.OpenDay())
        self._plan_people()
        for counter in self._hall.document.counters:
            self._plan_officer(counter.counter_id)
        while self._agenda and self._agenda[0][0] <= closing:
            self._now, _, act = heappop(self._agenda)
            act()
        self._agenda.clear()
        self._now = closing
        self._do(c.CloseDay(force=True))

    # ------------------------------------------------------------------------------------------------- the people

    def _plan_people(self) -> None:
        people = self._hall.people * self._random.lognormvariate(0, 0.1)
        average = people / LAST_NUMBER_MINUTE
        busyness = sum((end - begin) * rate for begin, end, rate in HOURS_OF_ARRIVAL) / LAST_NUMBER_MINUTE
        for begin, end, rate in HOURS_OF_ARRIVAL:
            minute = float(begin)
            while (minute := minute + self._random.expovariate(average * rate / busyness)) < end:
                self._after(minute * MINUTE_MS, self._arrive)

    def _arrive(self) -> None:
        random, hall = self._random, self._hall
        field_id = random.choices(list(hall.shares), list(hall.shares.values()))[0]
        trade = random.choice(hall.trades[field_id])
        priority = "elderly" if random.random() < PRIORITY_SHARE else None
        self._do(c.IssueTicket(field_id, trade.procedure_id, priority_class=priority))
        ticket = next(reversed(self.state.tickets.values()))
        self._on_issue(self.state, ticket)
        if random.random() < GIVES_UP_SHARE:
            self._after(random.uniform(20, 90) * MINUTE_MS, lambda: self._give_up(ticket.ticket_id))

    def _give_up(self, ticket_id: str) -> None:
        if self.state.tickets[ticket_id].state is TicketState.WAITING:
            self._do(c.CancelTicket(ticket_id, "went home"))

    # ----------------------------------------------------------------------------------------------- the officers

    def _plan_officer(self, counter_id: int) -> None:
        random = self._random
        self._speeds[counter_id] = random.lognormvariate(0, OFFICER_SIGMA)
        self._after(random.uniform(0, 8) * MINUTE_MS, lambda: self._begin_work(counter_id))
        rests = [(LUNCH_MINUTE + random.uniform(0, 60), random.uniform(35, 55))]
        rests += [(random.uniform(40, 500), random.uniform(4, 15)) for _ in range(int(PAUSES_A_DAY + random.random()))]
        self._rests[counter_id] = [(self._now + int(at * MINUTE_MS), minutes) for at, minutes in sorted(rests)]

    def _begin_work(self, counter_id: int) -> None:
        self._do(c.OpenCounter(counter_id))
        self._next(counter_id)

    def _next(self, counter_id: int) -> None:
        rests = self._rests[counter_id]
        if rests and rests[0][0] <= self._now:
            _, minutes = rests.pop(0)
            self._do(c.PauseCounter(counter_id, "rest"))
            self._after(minutes * MINUTE_MS, lambda: self._back_from_rest(counter_id))
            return
        if isinstance(self._ask(c.CallNext(counter_id)), Refusal):
            self._after(IDLE_LOOK_MS, lambda: self._next(counter_id))
            return
        ticket_id = self.state.counters[counter_id].ticket_id
        assert ticket_id is not None, "somebody was called"
        ticket = self.state.tickets[ticket_id]
        if ticket.calls == 1:
            self._on_call(self.state, ticket)
        if self._random.random() < MISSED_SHARE:
            self._after(self._random.uniform(1, 3) * MINUTE_MS, lambda: self._miss(counter_id, ticket_id))
        else:
            self._after(self._random.uniform(10_000, 60_000), lambda: self._serve(counter_id, ticket_id))

    def _back_from_rest(self, counter_id: int) -> None:
        self._do(c.ResumeCounter(counter_id))
        self._next(counter_id)

    def _miss(self, counter_id: int, ticket_id: str) -> None:
        self._do(c.MarkMissed(counter_id, ticket_id))
        if self._random.random() < COMES_BACK_SHARE:
            self._after(self._random.uniform(2, 30) * MINUTE_MS, lambda: self._come_back(ticket_id))
        self._next(counter_id)

    def _come_back(self, ticket_id: str) -> None:
        self._ask(c.ComeBack(ticket_id))

    def _serve(self, counter_id: int, ticket_id: str) -> None:
        random = self._random
        self._do(c.StartService(counter_id, ticket_id))
        ticket = self.state.tickets[ticket_id]
        trade = next(one for one in self._hall.trades[ticket.field_id] if one.procedure_id == ticket.procedure_id)
        lasts = trade.median_ms * random.lognormvariate(0, trade.sigma) * self._speeds[counter_id]
        if random.random() < FORGOTTEN_SHARE:
            lasts += 60 * MINUTE_MS
        fetches = random.random() < HOLD_SHARE
        self._after(lasts, lambda: self._end(counter_id, ticket_id, fetches=fetches))

    def _end(self, counter_id: int, ticket_id: str, *, fetches: bool) -> None:
        if fetches:
            self._do(c.HoldTicket(counter_id, ticket_id, self._now + 60 * MINUTE_MS))
            self._after(self._random.uniform(10, 60) * MINUTE_MS, lambda: self._ask(c.ResumeTicket(ticket_id)))
        else:
            self._do(c.FinishService(counter_id, ticket_id))
        self._after(self._random.lognormvariate(0, 0.8) * 15_000, lambda: self._next(counter_id))

    # ------------------------------------------------------------------------------------------------ the machine

    def _after(self, delay_ms: float, act: Callable[[], object]) -> None:
        heappush(self._agenda, (self._now + int(delay_ms), next(self._rank), act))

    def _ask(self, command: c.Command) -> tuple[Event, ...] | Refusal:
        decision = decide(self.state, command, self._now)
        if not isinstance(decision, Refusal):
            for event in decision:
                evolve(self.state, event, self._now)
        return decision

    def _do(self, command: c.Command) -> None:
        decision = self._ask(command)
        assert not isinstance(decision, Refusal), f"{command} was refused: {decision}"
