"""The expected wait beside the two classical rules, on the same people of the same made-up days.

    estimate_mae          ours: the middle of the range told at issue, against the wait until the first call
    queue_length_mae      people waiting in the field x mean turn / counters that serve it
    last_wait_mae         as long as the last one called in the field has waited
    p90_coverage          share of promises kept (the end of the range as it was told), those who gave up counted
    look_5000             one look at all of 40 fields with 5,000 waiting, against the same look with 50

A hall first lives some days to learn; only later days count. The seeds measured here were never looked at while the
method was made; `--seed` gives others.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean, median

from hall_server.domain.estimate import of_fields
from hall_server.domain.model import CounterState, HallState, Ticket
from hall_server.domain.order import counters_serving
from hall_server.domain.tempo import Tempo
from tests.bench.figures import HEADING, Figure, Target, row
from tests.bench.made_days import MINUTE_MS, MadeLife
from tests.bench.made_halls import MADE_HALLS, MadeHall, crowded_state
from tests.bench.premises import tell

TARGETS: Mapping[str, Target] = {
    "estimate_mae": Target("ratio", "at most", 0.95),
    "p90_coverage": Target("value", "at least", 0.85),
    "look_5000": Target("ratio", "at most", 1.5),
}
SEED = 20270101
LEARNING_DAYS = 4
FEW, MANY = 50, 5000
LOOKS = 200


@dataclass(frozen=True, slots=True)
class Told:
    """What each rule said to one person, in minutes; `waited`: how it was."""

    ours: float
    queue_length: float
    last_wait: float
    waited: float


@dataclass(slots=True)
class Witness:
    """Writes down what each rule says at issue, and at the first call how long it really was."""

    measuring: bool = False
    last_waits: dict[str, float] = field(default_factory=dict)
    open: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    def issued(self, state: HallState, ticket: Ticket) -> None:
        if ticket.expected is None:
            return
        field_id = ticket.field_id
        waiting = len(state.queues[field_id]) - 1
        serving = counters_serving(state, field_id)
        servers = sum(state.counters[counter_id].state is CounterState.OPEN for counter_id in serving)
        by_length = waiting * Tempo(state.learned).turn(field_id).mean / servers / MINUTE_MS
        self.open[ticket.ticket_id] = (
            ticket.expected.middle / MINUTE_MS,
            by_length,
            self.last_waits.get(field_id, 0.0),
        )

    def called(self, state: HallState, ticket: Ticket) -> None:
        waited = ((ticket.called_at or 0) - ticket.issued_at) / MINUTE_MS
        self.last_waits[ticket.field_id] = waited
        told = self.open.pop(ticket.ticket_id, None)
        if told is not None and self.measuring:
            self.told.append(Told(*told, waited))

    def night(self) -> None:
        self.last_waits.clear()
        self.open.clear()


@dataclass(frozen=True, slots=True)
class Outcome:
    told: Sequence[Told]
    kept: int
    judged: int


def measure(hall: MadeHall, seed: int, days: int) -> Outcome:
    """What was told on `days` days after the hall had learned for `LEARNING_DAYS`."""
    witness = Witness()
    life = MadeLife(hall, seed, witness.issued, witness.called)
    kept = judged = 0
    for day in range(LEARNING_DAYS + days):
        witness.measuring = day >= LEARNING_DAYS
        life.live_a_day()
        witness.night()
        if witness.measuring:
            promises = life.state.learned.promises[-1]
            kept, judged = kept + promises.kept, judged + promises.judged
    return Outcome(witness.told, kept, judged)


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    progress = tell(time.monotonic())
    outcomes: list[Outcome] = []
    for rank in range(options.halls):
        seed = options.seed + rank
        hall = MADE_HALLS[rank % len(MADE_HALLS)](Random(seed))
        outcomes.append(measure(hall, seed, options.days))
        progress(f"{hall.name} hall, about {hall.people} people a day: {_in_short(outcomes[-1])}")
    if not options.json:
        print(HEADING)
    for figure in [*figures(outcomes), _look()]:
        print(figure.line() if options.json else row(figure, TARGETS), flush=True)
    return 0


def figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    """Over everybody in all halls. The floor of ours is the better of the classical rules."""
    told = [one for outcome in outcomes for one in outcome.told]
    by_length, by_last = _mae(told, "queue_length"), _mae(told, "last_wait")
    kept, judged = (sum(getattr(outcome, name) for outcome in outcomes) for name in ("kept", "judged"))
    return [
        Figure("estimate_mae", _mae(told, "ours"), "min", min(by_length, by_last)),
        Figure("queue_length_mae", by_length, "min"),
        Figure("last_wait_mae", by_last, "min"),
        Figure("p90_coverage", kept / judged, "share"),
    ]


def _look() -> Figure:
    """Processor time of a look; the floor is that with few people."""
    few, many = crowded_state(FEW), crowded_state(MANY)
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for _ in range(LOOKS):
        for people, state in ((FEW, few), (MANY, many)):
            began = time.process_time_ns()
            of_fields(state, state.at)
            taken[people].append((time.process_time_ns() - began) / 1000)
    return Figure("look_5000", median(taken[MANY]), "us", median(taken[FEW]))


def _mae(told: Sequence[Told], rule: str) -> float:
    return fmean(abs(getattr(one, rule) - one.waited) for one in told)


def _in_short(outcome: Outcome) -> str:
    maes = ", ".join(f"{rule} {_mae(outcome.told, rule):.2f}" for rule in ("ours", "queue_length", "last_wait"))
    waited = fmean(one.waited for one in outcome.told)
    return f"mae {maes} of {waited:.1f} min; kept {outcome.kept / outcome.judged:.3f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall bench estimate", description="Expected waits beside classical rules.")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--seed", type=int, default=SEED, help="of the first hall (%(default)s)")
    parser.add_argument("--halls", type=int, default=6, help="how many, of three kinds in turn (%(default)s)")
    parser.add_argument("--days", type=int, default=10, help="measured in each, after the learning (%(default)s)")
    return parser
