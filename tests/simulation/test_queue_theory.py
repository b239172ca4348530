"""Simple halls against what queueing theory says of them: M/M/1 and M/M/c, through the real commands and order.

Two steps. Ticket by ticket the hall's waits are those of the recursion for first come first served (Lindley; Kiefer and
Wolfowitz for several counters). And the recursion's mean, over many more arrivals, is that of the formula (Erlang C).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import islice
from random import Random
from statistics import fmean

import pytest

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.evolve import evolve
from hall_server.domain.model import CounterPlan, Field, HallState
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words
from tests.halls import MINUTE, MORNING, document

SERVICE_MS = 5 * MINUTE
CASES = [(1, 0.5), (1, 0.8), (3, 0.7), (12, 0.9)]
"""Counters, and the share of the time in which each is busy."""
THROUGH_THE_HALL, THROUGH_THE_RECURSION = 1500, 400_000


def erlang_c_wait(counters: int, load: float) -> float:
    """Mean wait in service times: C(c, a) / (c (1 - load)), a = c load; the recursion over Erlang B is the stable
    way."""
    offered = counters * load
    blocked = 1.0
    for servers in range(1, counters + 1):
        blocked = offered * blocked / (servers + offered * blocked)
    waits = blocked / (1 - load * (1 - blocked))
    return waits / (counters * (1 - load))


def people(seed: int, counters: int, load: float) -> Iterator[tuple[int, int]]:
    """Times of arrival and of service, ms; arrivals are never at one ms."""
    rng, at = Random(seed), MORNING
    while True:
        at += 1 + round(rng.expovariate(counters * load / SERVICE_MS))
        yield at, round(rng.expovariate(1 / SERVICE_MS))


def waits_by_recursion(arrivals: Iterator[tuple[int, int]], counters: int) -> Iterator[int]:
    free_at = [0] * counters
    for at, service in arrivals:
        begins = max(at, heapq.heappop(free_at))
        heapq.heappush(free_at, begins + service)
        yield begins - at


class Queue:
    """A hall with one field that all counters serve; whoever is free calls as soon as somebody waits."""

    def __init__(self, counters: int) -> None:
        self.state = HallState()
        plans = tuple(CounterPlan(number, ("HT",)) for number in range(1, counters + 1))
        fields = (Field("HT", "A", Words("Hộ tịch")),)
        self._do(c.ConfigureHall(document(fields=fields, counters=plans, procedures=())), MORNING)
        self._do(c.OpenDay(), MORNING)
        for plan in plans:
            self._do(c.OpenCounter(plan.counter_id), MORNING)
        self._idle = [plan.counter_id for plan in plans]
        self._ends: list[tuple[int, int]] = []
        self._service: dict[str, int] = {}

    def waits(self, arrivals: Iterator[tuple[int, int]]) -> list[int]:
        for at, service in arrivals:
            self._serve_until(at)
            self._do(c.IssueTicket("HT"), at)
            self._service[next(reversed(self.state.tickets))] = service
            if self._idle:
                self._call(self._idle.pop(), None, at)
        self._serve_until(10**15)
        return [(ticket.called_at or 0) - ticket.issued_at for ticket in self.state.tickets.values()]

    def _serve_until(self, at: int) -> None:
        while self._ends and self._ends[0][0] <= at:
            ends, counter_id = heapq.heappop(self._ends)
            self._call(counter_id, self.state.counters[counter_id].ticket_id, ends)

    def _call(self, counter_id: int, finishing: str | None, at: int) -> None:
        self._do(c.CallNext(counter_id, finishing), at)
        called = self.state.counters[counter_id].ticket_id
        if called is None:
            self._idle.append(counter_id)
            return
        self._do(c.StartService(counter_id, called), at)
        heapq.heappush(self._ends, (at + self._service[called], counter_id))

    def _do(self, command: c.Command, at: int) -> None:
        decision = decide(self.state, command, at)
        assert not isinstance(decision, Refusal), decision
        for event in decision:
            evolve(self.state, event, at)


@pytest.mark.parametrize(("counters", "load"), CASES)
def test_the_hall_waits_as_the_recursion_says_ticket_by_ticket(counters: int, load: float) -> None:
    came = list(islice(people(1, counters, load), THROUGH_THE_HALL))
    assert Queue(counters).waits(iter(came)) == list(waits_by_recursion(iter(came), counters))


@pytest.mark.parametrize(("counters", "load"), CASES)
def test_the_recursion_waits_as_erlang_c_says_in_the_mean(counters: int, load: float) -> None:
    came = islice(people(2, counters, load), THROUGH_THE_RECURSION)
    mean = fmean(waits_by_recursion(came, counters)) / SERVICE_MS
    assert mean == pytest.approx(erlang_c_wait(counters, load), rel=0.05)


def test_the_formula_for_one_counter_is_the_well_known_one() -> None:
    assert erlang_c_wait(1, 0.8) == pytest.approx(0.8 / (1 - 0.8))
