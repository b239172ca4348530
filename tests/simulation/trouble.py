"""What goes wrong on a day: the process dies, the disk is full or locked, the clock jumps, a commit takes long."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Protocol

from tests.simulation.disk import Fate, Mishap
from tests.simulation.house import House

STATEMENTS_MAX = 9
"""More than a transaction has, so that its commit is met too."""
JUMPS_SECONDS = (-7200, -1200, -90, -1, 1, 90, 1200, 5400)
DAY_SECONDS = 86_400


class Scene(Protocol):
    rng: Random
    house: House
    skew_seconds: float

    def later(self, seconds: float, act: Callable[[], None]) -> None: ...


def plan_day(scene: Scene, seconds_from_now: float, day_seconds: float) -> None:
    """Some of everything at times of the day's own."""
    rng = scene.rng
    for act, times in (
        (crash, rng.choice((0, 1, 2, 4))),
        (fail_once, rng.choice((0, 0, 1, 2))),
        (fail_for_a_while, rng.choice((0, 0, 1))),
        (slow_commit, rng.choice((0, 2, 6))),
        (clock_jump, rng.choice((0, 0, 1, 2))),
    ):
        for _ in range(times):
            scene.later(seconds_from_now + rng.random() * day_seconds, lambda act=act: act(scene))  # type: ignore[misc]


def crash(scene: Scene) -> None:
    """At the next write: before, inside, or after it; or while nothing happens."""
    rng = scene.rng
    if rng.random() < 0.15:
        scene.house.die()
        return
    scene.house.fault.planned = Mishap(Fate.KILLED, rng.randrange(STATEMENTS_MAX), done=rng.random() < 0.5)


def fail_once(scene: Scene) -> None:
    """The next transaction fails at some statement; its commit may be on disk all the same."""
    rng = scene.rng
    fate = rng.choice((Fate.FULL, Fate.LOCKED, Fate.UNREADABLE))
    scene.house.fault.planned = Mishap(fate, rng.randrange(STATEMENTS_MAX), done=rng.random() < 0.3)


def fail_for_a_while(scene: Scene) -> None:
    scene.house.fault.lasting = scene.rng.choice((Fate.FULL, Fate.LOCKED, Fate.UNREADABLE))
    scene.later(scene.rng.uniform(5, 600), lambda: _lift(scene))


def _lift(scene: Scene) -> None:
    scene.house.fault.lasting = None


def slow_commit(scene: Scene) -> None:
    """The disk takes its time; commands gather behind it."""
    scene.house.writer.slow = True
    scene.later(scene.rng.uniform(0.5, 60), lambda: _let_go(scene))


def _let_go(scene: Scene) -> None:
    """The writer of the process that runs by then."""
    scene.house.writer.let_go()


def clock_jump(scene: Scene) -> None:
    """Somebody sets the machine's clock, mostly back again later."""
    rng = scene.rng
    jump = rng.choice(JUMPS_SECONDS) if rng.random() < 0.95 else DAY_SECONDS
    scene.skew_seconds += jump
    if rng.random() < 0.7:
        scene.later(rng.uniform(60, 7200), lambda: _jump_back(scene, jump))


def _jump_back(scene: Scene, jump: float) -> None:
    scene.skew_seconds -= jump
