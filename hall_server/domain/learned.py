"""What a hall has learned of its own pace, small enough to be handed from one business day to the next.

Times of service are close to log-normal: most are short, a few very long. So a `Sketch` keeps count, sum and sum of
squares of their logarithms. An outlier weighs little there, the two numbers of a log-normal follow directly, and since
all three are integers, what an undone step had taught is taken out again to the last bit.

Few data are no data: a procedure's sketch is *shrunk* to its field's, that to the hall's, that to a default, each as
if `SHRINK_SAMPLES` people had been seen there.

Everything here is a value. The state holds the newest `Learned`; the event that opens a day carries it over the night,
because a restart reads the newest day alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log, sqrt
from typing import NamedTuple

from hall_server.domain.replacing import replace

SAMPLE_MS_MIN = 5_000
SAMPLE_MS_MAX = 10_800_000
"""A counter held for three hours was forgotten, not serving: nothing is learned from it."""
SAMPLES_CARRIED_MAX = 400
"""A sketch is carried into the next day as if it had seen so many at most: what is new counts against any history."""
PROCEDURES_CARRIED_MAX = 200
FIELDS_CARRIED_MAX = 100
PROMISE_DAYS_MAX = 10
"""Business days over which the hit rate is told, today included."""
PROMISES_MIN = 20
"""Fewer promises than that have no hit rate."""
SHRINK_SAMPLES = 10
LOG_SCALE = 1000
"""Logarithms of seconds are kept in thousandths."""


class Spread(NamedTuple):
    """A time as a log-normal: mean and standard deviation of its logarithm (of ms)."""

    mu: float
    sigma: float

    @property
    def mean(self) -> float:
        """In ms."""
        return exp(self.mu + self.sigma**2 / 2)

    @property
    def variance(self) -> float:
        """In ms squared."""
        return self.mean**2 * (exp(self.sigma**2) - 1)


DEFAULT_SERVICE = Spread(log(7 * 60_000), 0.7)
"""Before anything was learned: half of the services end within 7 minutes."""
DEFAULT_APPROACH = Spread(log(40_000), 0.7)
"""From a counter's being free to the person's sitting down at it: half within 40 seconds."""
DEFAULT_PAUSE = Spread(log(12 * 60_000), 0.7)


@dataclass(frozen=True, slots=True)
class Sketch:
    """`count` samples; `total`, `squares`: of their logarithms in thousandths."""

    count: int = 0
    total: int = 0
    squares: int = 0

    def plus(self, sample: int) -> Sketch:
        """With one more; see `sample_of`."""
        return Sketch(self.count + 1, self.total + sample, self.squares + sample * sample)

    def minus(self, sample: int) -> Sketch:
        """Without one that was added before."""
        return Sketch(self.count - 1, self.total - sample, self.squares - sample * sample)

    def shrunk(self, towards: Spread) -> Spread:
        """What is to be believed: these samples, and `SHRINK_SAMPLES` that are spread like `towards`."""
        weight = self.count + SHRINK_SAMPLES
        offset = log(1000.0)
        prior = (towards.mu - offset) * LOG_SCALE
        prior_square = prior**2 + (towards.sigma * LOG_SCALE) ** 2
        mean = (self.total + SHRINK_SAMPLES * prior) / weight
        variance = (self.squares + SHRINK_SAMPLES * prior_square) / weight - mean**2
        return Spread(mean / LOG_SCALE + offset, sqrt(max(variance, 1.0)) / LOG_SCALE)

    def carried(self) -> Sketch:
        """As the next day begins with it."""
        if self.count <= SAMPLES_CARRIED_MAX:
            return self
        kept = SAMPLES_CARRIED_MAX
        return Sketch(kept, self.total * kept // self.count, self.squares * kept // self.count)


def sample_of(duration_ms: int) -> int | None:
    """What a sketch keeps of a duration; None where it is not credible."""
    if duration_ms > SAMPLE_MS_MAX:
        return None
    return round(LOG_SCALE * log(max(duration_ms, SAMPLE_MS_MIN) / 1000))


@dataclass(frozen=True, slots=True)
class DayOfPromises:
    """How many people were told a range on a day and have been called or given up since, and how many of them were
    called within it."""

    business_date: str
    kept: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True)
class Learned:
    """`services`, `fields`: how long service lasts, by procedure and by field; `hall`: over all. `approach`: from a
    counter's being free until the next person sits at it or is given up; `missed`, `came`: how often each.

    `median`, `tail`: how estimates turned out, in thousandths: the logarithm by which the middle was too low, and the
    factor on the distance from the middle to the ninth decile. Both follow what happens (see `learning`).
    """

    services: Mapping[str, Sketch] = field(default_factory=dict)
    fields: Mapping[str, Sketch] = field(default_factory=dict)
    hall: Sketch = Sketch()
    approach: Sketch = Sketch()
    pauses: Sketch = Sketch()
    came: int = 0
    missed: int = 0
    median: int = 0
    tail: int = 1000
    promises: tuple[DayOfPromises, ...] = ()

    def carried(self, business_date: str) -> Learned:
        """What the day of `business_date` begins with: bounded in size and in weight."""
        people = self.came + self.missed
        heavy = max(people, SAMPLES_CARRIED_MAX)
        return replace(
            self,
            services=_most_seen(self.services, PROCEDURES_CARRIED_MAX),
            fields=_most_seen(self.fields, FIELDS_CARRIED_MAX),
            hall=self.hall.carried(),
            approach=self.approach.carried(),
            pauses=self.pauses.carried(),
            came=self.came * SAMPLES_CARRIED_MAX // heavy,
            missed=self.missed * SAMPLES_CARRIED_MAX // heavy,
            promises=(*self.promises, DayOfPromises(business_date))[-PROMISE_DAYS_MAX:],
        )

    def hit_rate(self) -> float | None:
        """The share of promises that were kept over the last days, in whole hundredths; None where there were few."""
        judged = sum(day.judged for day in self.promises)
        if judged < PROMISES_MIN:
            return None
        return round(sum(day.kept for day in self.promises) / judged, 2)


def _most_seen(sketches: Mapping[str, Sketch], most: int) -> dict[str, Sketch]:
    ranked = sorted(sketches.items(), key=lambda item: (-item[1].count, item[0]))
    return {key: sketch.carried() for key, sketch in sorted(ranked[:most])}


class Lesson(NamedTuple):
    """What one step at a counter taught, so that taking it back unlearns it. `procedure_id`, `field_id`: whose service
    it was; with no field, it was somebody's way to the counter, and `came` says whether they came."""

    sample: int | None
    field_id: str | None = None
    procedure_id: str | None = None
    came: bool = True
    pace: int = 0
    """By how much the service was slower than usual, as a logarithm in thousandths."""


@dataclass(slots=True)
class Today:
    """What must be remembered of a day to learn from it, by counter. `free_since`: when it last let somebody go;
    `turn_began`: since when its present person costs it time; `paused_at`; `paces`: how many services it ended and the
    sum of their `Lesson.pace`, which tells a quick officer from a slow one; `last`: what its last step taught."""

    free_since: dict[int, int] = field(default_factory=dict)
    turn_began: dict[int, int] = field(default_factory=dict)
    paused_at: dict[int, int] = field(default_factory=dict)
    paces: dict[int, tuple[int, int]] = field(default_factory=dict)
    last: dict[int, Lesson] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expected:
    """A wait in ms: half of the people wait no longer than `middle`, nine of ten no longer than `late`."""

    middle: int
    late: int
