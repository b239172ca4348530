"""`hall simulate --seed N --days D`: simulated hall days, checked after every step; see the package for how.

The days are put together from lives of a few days each, so that several processes share the work and any day is soon
reached again: a failure prints the command that plays it once more and shows its last steps.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog

from tests.simulation.findings import Tally, Violation
from tests.simulation.life import DAYS_A_LIFE, Life
from tests.simulation.premises import LARGE, SMALL, Scale

LARGE_EACH = 20
"""Of a mix each twentieth life is of a large hall: its days cost as much as twenty small ones."""
SHARED_MEMORY = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Job:
    """One life of a simulation; its seed is made of the simulation's and the life's number."""

    seed: int
    life: int
    days: int
    sizes: str

    @property
    def scale(self) -> Scale:
        large = self.sizes == "large" or (self.sizes == "mix" and self.life % LARGE_EACH == LARGE_EACH - 1)
        return LARGE if large else SMALL


@dataclass(frozen=True, slots=True)
class Ended:
    """How a life went: its tally, or what was found, in words."""

    job: Job
    tally: Tally
    found: tuple[str, ...] = ()
    unexplained: int = 0
    at: tuple[int, int] = (0, 0)


def jobs_of(seed: int, days: int, sizes: str) -> Iterator[Job]:
    for life, begin in enumerate(range(0, days, DAYS_A_LIFE)):
        yield Job(seed, life, min(DAYS_A_LIFE, days - begin), sizes)


def live(job: Job, stop_at: tuple[int, int] | None = None) -> Ended:
    """Run a life from its beginning. What it finds is returned, never raised."""
    place = str(SHARED_MEMORY) if os.access(SHARED_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hall-life-", dir=place) as folder, _quiet():
        life = Life(f"{job.seed}/{job.life}", job.scale, job.days, Path(folder))
        try:
            return Ended(job, life.run(stop_at))
        except Violation as found:
            words = (*found.steps, *found.broken) if stop_at else found.broken
            return Ended(job, life.tally, words, life.checker.order.unexplained, (found.day, found.step))


@contextmanager
def _quiet() -> Iterator[None]:
    """The hall's log lines would hide what is looked for."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)


def simulate(jobs: Sequence[Job], workers: int, tell: Callable[[Ended, int], None]) -> list[Ended]:
    """All lives, in order, whoever was first; `tell` hears of each and of how many days are done."""
    ended: list[Ended] = []
    days = 0
    with ProcessPoolExecutor(max_workers=workers) as pool:
        for one in pool.map(live, jobs):
            ended.append(one)
            days += one.job.days
            tell(one, days)
    return ended


def summary(seed: int, ended: Sequence[Ended]) -> dict[str, int]:
    """What the simulation's last line says."""
    return {
        "days": sum(one.job.days if not one.found else one.tally.days for one in ended),
        "commands": sum(one.tally.commands for one in ended),
        "checks": sum(one.tally.checks for one in ended),
        "violations": sum(bool(one.found) for one in ended),
        "unexplained_overtakings": sum(one.tally.unexplained + one.unexplained for one in ended),
        "crashes": sum(one.tally.crashes for one in ended),
        "seed": seed,
    }


def heads(ended: Sequence[Ended]) -> str:
    """One digest over the journals of all lives."""
    return hashlib.sha256("".join(one.tally.head for one in ended).encode()).hexdigest()


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    sizes = "small" if options.small else "large" if options.large else "mix"
    if options.day is not None:
        return _replay(options, sizes)
    began = time.monotonic()

    def tell(one: Ended, days: int) -> None:
        sys.stderr.write(f"\r{time.monotonic() - began:7.1f} s  day {days} of {options.days}")
        if one.found:
            day = one.job.life * DAYS_A_LIFE + one.at[0]
            sys.stderr.write("\n" + "\n".join(one.found) + "\n")
            again = f"--seed {options.seed} --days {options.days} --{sizes} --day {day} --step {one.at[1]}"
            sys.stderr.write(f"./hall simulate {again}\n")
        sys.stderr.flush()

    ended = simulate(list(jobs_of(options.seed, options.days, sizes)), options.jobs, tell)
    sys.stderr.write(f"\njournals {heads(ended)}\n")
    result = summary(options.seed, ended)
    if options.json:
        print(json.dumps(result))
    else:
        print("\n".join(f"{name:24} {value}" for name, value in result.items()))
    return 1 if result["violations"] else 0


def _replay(options: argparse.Namespace, sizes: str) -> int:
    """The life of one day again, up to a step of it."""
    life, day = divmod(options.day, DAYS_A_LIFE)
    job = next(job for job in jobs_of(options.seed, max(options.days, options.day + 1), sizes) if job.life == life)
    ended = live(job, (day, options.step))
    print("\n".join(ended.found) or f"nothing is broken up to day {options.day}, step {options.step}")
    return 1 if ended.found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hall simulate", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=1, help="decides everything (%(default)s)")
    parser.add_argument("--days", type=int, default=200, help="of simulated halls (%(default)s)")
    parser.add_argument("--json", action="store_true", help="one JSON object at the end")
    sizes = parser.add_mutually_exclusive_group()
    for size in ("small", "large", "mix"):
        sizes.add_argument(f"--{size}", action="store_true", help=f"{size} halls")
    parser.add_argument("--day", type=int, help="play this day again and show its last steps")
    parser.add_argument("--step", type=int, default=-2, help="with --day: stop after this step")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (%(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
