"""How long somebody will wait, as a range: the middle, and what nine of ten do not exceed.

The queue is played forward. Whoever waits is taken in the order of the calls, a few at a time where a queue is long,
and their work is poured onto the counters that may call them: always onto those that will be free first. What the
counters have now comes before: the rest of a service that has lasted for so long, the rest of a pause. Counters whose
officer was slower than usual today take longer for the same work. Where the next counter of the field is then free, the
newcomer is called. Counters that serve several fields are thereby shared as the calls will share them, which no formula
on one queue's length can do.

The spread comes from the variance of that work, from the race of the counters for the newcomer, and from how wrong the
hall has been lately (`learned.median`, `learned.tail`).

A look costs time in proportion to counters, not to people: the queues are cut into `PORTIONS_MAX` portions in all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from operator import attrgetter
from typing import NamedTuple

from hall_server.domain.learned import LOG_SCALE, Expected
from hall_server.domain.model import Counter, CounterState, DayState, HallState, Ticket, TicketState, Waiting
from hall_server.domain.order import own_queues, waiting_key
from hall_server.domain.tempo import Tempo, Turn, left_of, slowness

PORTIONS_MAX = 24
"""So many people in all are played one by one, more in so many parts; finer ones cost time and foretell no better."""
PORTIONS_A_QUEUE_MIN = 2
DOUBT = 0.15
"""Relative error of the calculated middle itself, before the hall has measured its own."""
LATE_DEVIATIONS = 1.2816
"""Standard deviations from the middle of a normal distribution to its ninth decile."""
SIGMA_MAX = 1.0


_free = attrgetter("free")


@dataclass(slots=True)
class _Desk:
    """A counter as the play goes on. `free`: in how many ms it will be free, on average; `variance` of that."""

    counter: Counter
    free: float
    slowness: float
    variance: float = 0.0


class _Portion(NamedTuple):
    """People of one queue next to one another, who will take `work` ms at a counter of usual speed. `at`: the place in
    the order of the middle one."""

    at: Waiting
    desks: Sequence[_Desk]
    work: float
    variance: float


def of_fields(state: HallState, now: int) -> Mapping[str, Expected]:
    """For each field the wait of somebody who takes a number at `now`; without those that nobody foretells: no numbers
    are given, or no counter calls."""
    if state.day is not DayState.OPEN:
        return {}
    play = _Play(state, now)
    play.serve(None)
    return {
        field_id: expected
        for field_id in state.fields
        if field_id not in state.stops and (expected := play.wait(field_id, None)) is not None
    }


def of_newcomer(state: HallState, field_id: str, key: Waiting, now: int) -> Expected | None:
    """The wait of a number about to be given in a field at this place in the order; None where no counter calls."""
    play = _Play(state, now)
    play.serve(key)
    return play.wait(field_id, None)


def of_ticket(state: HallState, ticket: Ticket, now: int) -> Expected | None:
    """How much longer a waiting ticket waits; None for one that does not, and where no counter calls."""
    if ticket.state is not TicketState.WAITING:
        return None
    play = _Play(state, now)
    play.serve(waiting_key(ticket))
    return play.wait(ticket.field_id, ticket.for_counter)


class _Play:
    """The hall from `now` on, if nobody else came."""

    def __init__(self, state: HallState, now: int) -> None:
        self._state = state
        self._now = now
        self._tempo = Tempo(state.learned)
        self._desks = [
            self._desk(counter) for counter in state.counters.values() if counter.state is not CounterState.CLOSED
        ]
        self._by_field: dict[str, list[_Desk]] = {}
        for desk in self._desks:
            idle = bool(desk.counter.helps) and not any(own_queues(state, desk.counter))
            for field_id in (*desk.counter.fields, *(desk.counter.helps if idle else ())):
                self._by_field.setdefault(field_id, []).append(desk)

    def serve(self, before: Waiting | None) -> None:
        """Everybody who stands before this place in the order, or everybody."""
        for portion in sorted(self._portions(before), key=lambda portion: portion.at):
            _pour(portion)

    def wait(self, field_id: str, for_counter: int | None) -> Expected | None:
        """When the first of the field's counters, or that one counter, is free for one more."""
        desks = self._callers(field_id, for_counter)
        if not any(desk.counter.state is CounterState.OPEN for desk in desks):
            return None
        turn = self._tempo.turn(field_id)
        mean, race_variance = _race(desks, turn)
        if mean <= 0:
            return Expected(0, 0)
        pooled = sum(desk.variance for desk in desks) / len(desks) ** 2
        relative = (pooled + race_variance) / mean**2 + DOUBT**2
        sigma = min(SIGMA_MAX, sqrt(log(1 + relative)))
        learned = self._state.learned
        middle = mean * exp(learned.median / LOG_SCALE - sigma**2 / 2)
        late = middle * exp(LATE_DEVIATIONS * sigma * learned.tail / LOG_SCALE)
        return Expected(round(middle), round(late))

    def _callers(self, field_id: str, for_counter: int | None) -> Sequence[_Desk]:
        if for_counter is not None:
            return [desk for desk in self._desks if desk.counter.counter_id == for_counter]
        return self._by_field.get(field_id, ())

    def _desk(self, counter: Counter) -> _Desk:
        slow = slowness(self._state.today.paces.get(counter.counter_id, (0, 0)))
        return _Desk(counter, self._busy_for(counter, slow), slow)

    def _busy_for(self, counter: Counter, slow: float) -> float:
        state, now = self._state, self._now
        if counter.state is CounterState.PAUSED:
            if state.day is DayState.BREAK and state.reopens_at is not None:
                return max(0, state.reopens_at - now)
            return left_of(self._tempo.pause, now - state.today.paused_at.get(counter.counter_id, now))
        if counter.ticket_id is None:
            return 0.0
        ticket = state.tickets[counter.ticket_id]
        if ticket.started_at is not None:
            elapsed = round((now - ticket.started_at) / slow)
            return slow * self._tempo.service_left(ticket.field_id, ticket.procedure_id, elapsed)
        return self._tempo.turn_left(ticket.field_id, ticket.procedure_id, now - (ticket.called_at or now))

    def _portions(self, before: Waiting | None) -> Iterator[_Portion]:
        queues: list[tuple[Sequence[_Desk], Sequence[Waiting]]]
        queues = [(self._by_field.get(field_id, ()), queue) for field_id, queue in self._state.queues.items()]
        queues += [(self._callers("", counter_id), queue) for counter_id, queue in self._state.named.items()]
        lines = [
            (desks, queue, len(queue) if before is None else bisect_left(queue, before))
            for desks, queue in queues
            if desks and queue
        ]
        most = max(PORTIONS_A_QUEUE_MIN, PORTIONS_MAX // max(1, len(lines)))
        for desks, queue, people in lines:
            yield from self._cut(queue, people, -(-people // most), desks)

    def _cut(self, queue: Sequence[Waiting], people: int, size: int, desks: Sequence[_Desk]) -> Iterator[_Portion]:
        for start in range(0, people, max(1, size)):
            some = min(size, people - start)
            middle = queue[start + some // 2]
            turn = self._turn_of(middle.ticket_id, alone=size == 1)
            yield _Portion(middle, desks, some * turn.mean, some * turn.variance)

    def _turn_of(self, ticket_id: str, *, alone: bool) -> Turn:
        ticket = self._state.tickets[ticket_id]
        return self._tempo.turn(ticket.field_id, ticket.procedure_id if alone else None)


def _pour(portion: _Portion) -> None:
    """The work onto its desks, like water: those that are free first fill up to the level of the next."""
    desks = sorted(portion.desks, key=_free)
    left, rate, level, filled = portion.work, 0.0, desks[0].free, 0
    for desk in desks:
        step = (desk.free - level) * rate
        if left <= step:
            break
        left -= step
        level = desk.free
        rate += 1 / desk.slowness
        filled += 1
    level += left / rate
    variance_each = portion.variance / portion.work
    for desk in desks[:filled]:
        desk.variance += (level - desk.free) * desk.slowness * variance_each
        desk.free = level


def _race(desks: Iterable[_Desk], turn: Turn) -> tuple[float, float]:
    """Mean and variance of the time until the first of these desks is free.

    Each desk's last person leaves at an uncertain time: an exponential of the mean rest of a turn, which ends on
    average when the desk is free. The minimum over the desks is found piece by piece, from one start to the next.
    """
    rest = turn.mean / 2 + turn.variance / (2 * turn.mean)
    racers = []
    for desk in desks:
        rest_here = min(desk.free, rest * desk.slowness)
        if rest_here <= 0:
            return 0.0, 0.0
        racers.append((desk.free - rest_here, rest_here))
    racers.sort()
    mean = racers[0][0]
    surviving, rate, square = 1.0, 0.0, 0.0
    for index, (start, rest_here) in enumerate(racers):
        rate += 1 / rest_here
        until = racers[index + 1][0] - start if index + 1 < len(racers) else None
        fades = 0.0 if until is None else exp(-rate * until)
        mean += surviving * (1 - fades) / rate
        square = max(square, (surviving / rate) ** 2)
        surviving *= fades
    return mean, square
