"""Who comes on a day, when officers and staff are there, when the clock is asked, what goes wrong."""

from __future__ import annotations

from typing import Protocol

from hall_server.domain import commands as c
from tests.simulation import trouble
from tests.simulation.officers import officer
from tests.simulation.people import Stage, meddling, supervisor, visitor
from tests.simulation.premises import ARRIVALS_BY_HOUR, Premises, other_document

TICK_MINUTES = 20


class Planned(Stage, trouble.Scene, Protocol):
    """What a plan needs of a life."""

    premises: Premises
    day: int

    @property
    def seconds(self) -> float: ...

    def seconds_to(self, day: int, hour: int, minute: int = 0) -> float: ...

    def tick(self) -> None: ...

    def screens_come_and_go(self) -> None: ...


def plan_day(life: Planned) -> None:
    """Put the whole day `life.day` on the agenda."""
    here, rng = life.seconds, life.rng
    _people(life)
    day_ends = life.premises.local_ms(life.premises.first_date, 5) + int(life.seconds_to(life.day, 18) * 1000)
    for counter in life.premises.document.counters:
        begins = life.seconds_to(life.day, 7, 30) - here + rng.uniform(0, 600)
        life.start(officer(life, counter.counter_id, day_ends), begins)
    life.start(
        supervisor(life, lambda: meddling(life, lambda: _other_document(life)), day_ends),
        life.seconds_to(life.day, 7) - here,
    )
    for minute in range(0, 24 * 60, TICK_MINUTES):
        life.later(minute * 60.0, life.tick)
        if rng.random() < 0.3:
            life.later(minute * 60.0 + 500, life.screens_come_and_go)
    trouble.plan_day(life, life.seconds_to(life.day, 6) - here, 14 * 3600)


def _people(life: Planned) -> None:
    rng, premises = life.rng, life.premises
    people = rng.randint(*premises.scale.arrivals)
    total = sum(ARRIVALS_BY_HOUR.values())
    fields = [field.field_id for field in premises.document.fields]
    for hour, share in ARRIVALS_BY_HOUR.items():
        for _ in range(round(people * share / total)):
            at = life.seconds_to(life.day, hour) + rng.random() * 3600
            life.start(visitor(life, rng.choices(fields, premises.shares)[0]), at - life.seconds)


def _other_document(life: Planned) -> c.Command:
    return c.ConfigureHall(other_document(life.rng, life.state.document or life.premises.document))
