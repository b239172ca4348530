"""The order: what it costs to decide who is next, with few and with many waiting.

    decide_call_next_N     one decision of "next" at a counter that serves 12 of 40 fields, N waiting in all / the same
                           with 50
    call_and_return_N      the call carried out (decide and evolve) and the person sent back to wait / the same with 50

Nothing but the domain, in one process, without disk or network. The sizes take turns in short rounds, so that whatever
else the machine does meets all of them; the collector of garbage runs between rounds and not inside; medians.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Mapping, Sequence
from random import Random
from statistics import median

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.evolve import evolve
from hall_server.domain.model import CounterPlan, Field, HallDocument, HallState
from hall_server.domain.order import enqueue
from hall_server.domain.policies import Policies, PriorityClass
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words
from tests.bench.figures import HEADING, Figure, Target, row
from tests.halls import MINUTE, MORNING

WAITING = (50, 500, 5000)
FIELDS, SERVED, COUNTER = 40, 12, 1
ROUNDS, TIMES = 60, 200
SEED = 20261124
TARGETS: Mapping[str, Target] = {
    f"{what}_{waiting}": Target("ratio", "at most", 1.5)
    for what in ("decide_call_next", "call_and_return")
    for waiting in WAITING[1:]
}


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    halls = {waiting: hall_with(waiting) for waiting in WAITING}
    if not options.json:
        print(HEADING)
    for name, work in (("decide_call_next", _decide), ("call_and_return", _call_and_return)):
        taken = microseconds(halls, work, options.rounds)
        for waiting in WAITING:
            figure = Figure(f"{name}_{waiting}", taken[waiting], "us", taken[WAITING[0]])
            print(figure.line() if options.json else row(figure, TARGETS), flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall bench order", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help="of each size (%(default)s)")
    return parser


def hall_with(waiting: int) -> HallState:
    """A hall in which so many wait, spread over all fields; each seventh has priority."""
    rng, state, now = Random(SEED), HallState(), MORNING
    _carry_out(state, c.ConfigureHall(_document()), now)
    _carry_out(state, c.OpenDay(), now)
    _carry_out(state, c.OpenCounter(COUNTER), now)
    for number in range(waiting):
        now += rng.randint(1, 5000)
        credit = "elderly" if number % 7 == 0 else None
        _carry_out(state, c.IssueTicket(f"F{number % FIELDS}", priority_class=credit), now)
    return state


def _document() -> HallDocument:
    fields = tuple(
        Field(f"F{index}", f"{'ABCDE'[index // 10]}{'GHKLMNPQRS'[index % 10]}", Words(f"Lĩnh vực {index}"))
        for index in range(FIELDS)
    )
    names = tuple(field.field_id for field in fields)
    return HallDocument(
        hall_id="bench",
        name=Words("Trung tâm Phục vụ hành chính công"),
        place=Words("Phường Hải Châu"),
        fields=fields,
        counters=(CounterPlan(COUNTER, names[:SERVED]), CounterPlan(2, names[SERVED:])),
        policies=Policies(
            priority_classes=(PriorityClass("elderly", Words("Người từ 75 tuổi"), 30, "Luật Người cao tuổi"),)
        ),
    )


def _carry_out(state: HallState, command: c.Command, now: int) -> None:
    decision = decide(state, command, now)
    assert not isinstance(decision, Refusal), decision
    for event in decision:
        evolve(state, event, now)


def microseconds(
    halls: Mapping[int, HallState], work: Callable[[HallState, int], None], rounds: int
) -> dict[int, float]:
    """The median over all rounds of the mean time of `TIMES` runs of `work`, for each hall."""
    taken: dict[int, list[float]] = {waiting: [] for waiting in halls}
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        for turn in range(rounds):
            sizes = list(halls)
            for waiting in sizes if turn % 2 else reversed(sizes):
                began = time.perf_counter_ns()
                work(halls[waiting], TIMES)
                taken[waiting].append((time.perf_counter_ns() - began) / 1000 / TIMES)
                gc.collect()
    finally:
        gc.enable()
        gc.unfreeze()
    return {waiting: median(times) for waiting, times in taken.items()}


def _decide(state: HallState, times: int) -> None:
    command, now = c.CallNext(COUNTER), MORNING + 600 * MINUTE
    for _ in range(times):
        decide(state, command, now)


def _call_and_return(state: HallState, times: int) -> None:
    """The same person again and again: what changes is put back as it was, and that is part of the figure."""
    command, now = c.CallNext(COUNTER), MORNING + 600 * MINUTE
    counter = state.counters[COUNTER]
    for _ in range(times):
        decision = decide(state, command, now)
        assert not isinstance(decision, Refusal), decision
        (called,) = decision
        ticket_id = getattr(called, "ticket_id", "")
        before = state.tickets[ticket_id]
        evolve(state, called, now)
        state.tickets[ticket_id], state.counters[COUNTER] = before, counter
        enqueue(state, before)
