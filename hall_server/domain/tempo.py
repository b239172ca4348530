"""How long a person keeps a counter: from what the hall has learned, for whoever is next and for whoever sits there."""

from __future__ import annotations

from math import erf, exp, log, sqrt
from typing import NamedTuple

from hall_server.domain.learned import (
    DEFAULT_APPROACH,
    DEFAULT_PAUSE,
    DEFAULT_SERVICE,
    LOG_SCALE,
    SHRINK_SAMPLES,
    Learned,
    Spread,
)

MISSED_SHARE = 0.05
"""Of those who are called, before anything was learned."""
SLOWNESS_LOG_MAX = 0.7
"""An officer counts as twice as slow or quick as usual at most."""


class Turn(NamedTuple):
    """One person's use of a counter, the way to it and missed calls counted in. `mean` in ms, `variance` in ms
    squared."""

    mean: float
    variance: float


class Tempo:
    """The hall's pace at one moment; each answer is worked out once."""

    def __init__(self, learned: Learned) -> None:
        self._learned = learned
        self._hall = learned.hall.shrunk(DEFAULT_SERVICE)
        self._services: dict[tuple[str, str | None], Spread] = {}
        self._turns: dict[Spread, Turn] = {}
        self.approach = learned.approach.shrunk(DEFAULT_APPROACH)
        self.pause = learned.pauses.shrunk(DEFAULT_PAUSE)
        self._approach_turn = Turn(self.approach.mean, self.approach.variance)
        called = learned.came + learned.missed + SHRINK_SAMPLES
        self.missed_share = (learned.missed + SHRINK_SAMPLES * MISSED_SHARE) / called

    def service(self, field_id: str, procedure_id: str | None = None) -> Spread:
        """How long service lasts: the procedure's times, leaning on the field's, these on the hall's, these on a
        default."""
        spread = self._services.get((field_id, procedure_id))
        if spread is None:
            spread = self._services[field_id, procedure_id] = self._believed(field_id, procedure_id)
        return spread

    def _believed(self, field_id: str, procedure_id: str | None) -> Spread:
        if procedure_id is None:
            sketch = self._learned.fields.get(field_id)
            return self._hall if sketch is None else sketch.shrunk(self._hall)
        sketch = self._learned.services.get(procedure_id)
        field = self.service(field_id)
        return field if sketch is None else sketch.shrunk(field)

    def usual_service(self, field_id: str, procedure_id: str | None) -> int | None:
        """Half of these services end within so many ms; None while the field has had too few to say so."""
        sketch = self._learned.fields.get(field_id)
        if sketch is None or sketch.count < SHRINK_SAMPLES:
            return None
        return round(exp(self.service(field_id, procedure_id).mu))

    def turn(self, field_id: str, procedure_id: str | None = None) -> Turn:
        """What the next person of this business will take."""
        service = self.service(field_id, procedure_id)
        turn = self._turns.get(service)
        if turn is None:
            turn = self._turns[service] = self._turn(service)
        return turn

    def _turn(self, service: Spread) -> Turn:
        comes, lasts = 1 - self.missed_share, service.mean
        mean = comes * lasts
        square = lasts**2 * exp(service.sigma**2)
        return Turn(self._approach_turn.mean + mean, self._approach_turn.variance + comes * square - mean**2)

    def service_left(self, field_id: str, procedure_id: str | None, elapsed: int) -> float:
        """How much longer somebody will be served after `elapsed` ms."""
        return left_of(self.service(field_id, procedure_id), elapsed)

    def turn_left(self, field_id: str, procedure_id: str | None, elapsed: int) -> float:
        """How much longer somebody who was called `elapsed` ms ago will keep the counter."""
        service = self.service(field_id, procedure_id)
        return left_of(self.approach, elapsed) + (1 - self.missed_share) * service.mean


def left_of(spread: Spread, elapsed: int) -> float:
    """The expected rest of a log-normal time of which `elapsed` ms are over."""
    if elapsed <= 0:
        return spread.mean
    distance = (log(elapsed) - spread.mu) / spread.sigma
    still_here = _above(distance)
    if still_here < RARE:
        return elapsed / 2
    return max(0.0, spread.mean * _above(distance - spread.sigma) / still_here - elapsed)


RARE = 1e-4
"""Beyond, the formula is noise: who was there for so long will be for half as long again."""


def slowness(paces: tuple[int, int]) -> float:
    """The factor on usual times at a counter, from its services of today; 1 while it had few."""
    count, total = paces
    slower = total / (count + SHRINK_SAMPLES) / LOG_SCALE
    return exp(max(-SLOWNESS_LOG_MAX, min(SLOWNESS_LOG_MAX, slower)))


def _above(distance: float) -> float:
    """The share of a normal distribution beyond so many standard deviations."""
    return (1 - erf(distance / sqrt(2))) / 2
