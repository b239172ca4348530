"""Halls that are made up, to measure estimates on: what they consist of, how many come, how long service lasts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from random import Random

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.evolve import evolve
from hall_server.domain.model import CounterPlan, Field, HallDocument, HallState, Procedure
from hall_server.domain.policies import Helping, Policies, PriorityClass
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words

PROCEDURES_PER_FIELD = 5
WORKING_MINUTES = 480


@dataclass(frozen=True, slots=True)
class Trade:
    """How long one procedure takes: median in ms, and the standard deviation of the logarithm."""

    procedure_id: str
    median_ms: float
    sigma: float


@dataclass(frozen=True, slots=True)
class MadeHall:
    """`shares`: how likely somebody comes for each field. `trades`: by field. `people`: on an average day."""

    name: str
    document: HallDocument
    shares: dict[str, float]
    trades: dict[str, tuple[Trade, ...]]
    people: int


def small_hall(random: Random) -> MadeHall:
    """Three counters, three fields, no overlap but one."""
    return _hall("small", random, {"A": 0.5, "B": 0.3, "C": 0.2}, ("A", "AB", "BC"), load=0.88)


def one_field_hall(random: Random) -> MadeHall:
    """One field is 86 % of all, as the press tells of land matters."""
    shares = {"A": 0.86, "B": 0.06, "C": 0.05, "D": 0.03}
    return _hall("one_field", random, shares, ("A", "A", "A", "AB", "AC", "BCD"), load=0.85)


def large_hall(random: Random) -> MadeHall:
    """Twelve fields, ten counters that share them."""
    fields = "ABCDEFGHIKLM"
    shares = {field_id: 1 / (rank + 1) for rank, field_id in enumerate(fields)}
    counters = ("A", "AB", "ABC", "BCD", "CDE", "DEFG", "EFGH", "GHIK", "IKLM", "AKLM")
    return _hall("large", random, shares, counters, load=0.86)


MADE_HALLS = (small_hall, one_field_hall, large_hall)


def _hall(name: str, random: Random, weights: dict[str, float], counters: tuple[str, ...], *, load: float) -> MadeHall:
    """`load`: work that comes over what the counters could do in a day."""
    whole = sum(weights.values())
    shares = {field_id: weight / whole for field_id, weight in weights.items()}
    trades = {field_id: _trades(field_id, random) for field_id in shares}
    minutes = sum(share * _mean_minutes(trades[field_id]) for field_id, share in shares.items())
    people = int(load * len(counters) * WORKING_MINUTES / (minutes + 1))
    return MadeHall(name, _document(name, tuple(shares), counters, trades), shares, trades, people)


def _trades(field_id: str, random: Random) -> tuple[Trade, ...]:
    return tuple(
        Trade(f"{field_id}.{rank}", random.uniform(3, 12) * 60_000, random.uniform(0.4, 0.7))
        for rank in range(PROCEDURES_PER_FIELD)
    )


def _mean_minutes(trades: tuple[Trade, ...]) -> float:
    return sum(trade.median_ms * (1 + trade.sigma**2 / 2) for trade in trades) / len(trades) / 60_000


def _document(
    name: str, fields: tuple[str, ...], counters: tuple[str, ...], trades: dict[str, tuple[Trade, ...]]
) -> HallDocument:
    return HallDocument(
        hall_id=name,
        name=Words(name),
        place=Words(name),
        fields=tuple(Field(field_id, field_id, Words(field_id)) for field_id in fields),
        counters=tuple(CounterPlan(rank, tuple(served)) for rank, served in enumerate(counters, 1)),
        procedures=tuple(
            Procedure(trade.procedure_id, field_id, Words(trade.procedure_id))
            for field_id in fields
            for trade in trades[field_id]
        ),
        opens=datetime.time(7, 30),
        policies=Policies(priority_classes=(PriorityClass("elderly", Words("75+"), 30, "-"),), helping=Helping()),
    )


def crowded_state(people: int) -> HallState:
    """Forty fields, twelve counters of twelve fields each, all calling, and so many people waiting."""
    fields = tuple(f"F{rank:02}" for rank in range(40))
    document = HallDocument(
        hall_id="crowded",
        name=Words("crowded"),
        place=Words("crowded"),
        fields=tuple(Field(name, _series(rank), Words(name)) for rank, name in enumerate(fields)),
        counters=tuple(
            CounterPlan(rank, tuple(fields[(3 * rank + step) % 40] for step in range(12))) for rank in range(1, 13)
        ),
    )
    state, now = HallState(), int(datetime.datetime(2026, 11, 24, 1, 0, tzinfo=datetime.UTC).timestamp() * 1000)
    asked: list[c.Command] = [c.ConfigureHall(document), c.OpenDay()]
    asked += [c.OpenCounter(rank) for rank in range(1, 13)]
    asked += [c.IssueTicket(fields[rank % 40]) for rank in range(people)]
    for command in asked:
        now += 100
        decision = decide(state, command, now)
        assert not isinstance(decision, Refusal), f"{command} was refused: {decision}"
        for event in decision:
            evolve(state, event, now)
    return state


def _series(rank: int) -> str:
    return chr(ord("A") + rank // 26) + chr(ord("A") + rank % 26)
