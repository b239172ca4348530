"""Who is next: the smallest place among those a counter may serve.

A waiting ticket's *place* is a time, made once and for a reason (`places`). The next for a counter is the smallest key
(place, rank, turn) among the heads of its queues: those of its fields, and that of the people sent to it by name. A
field that it only *helps* is looked at when nobody waits in its own, or when somebody there has waited too long.

Each queue is kept sorted, so finding the next one costs one look at the head of each, whatever the number of people;
putting, taking and counting who was overtaken cost a binary search each.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hall_server.domain.model import Arrival, CallReason, Counter, CounterState, HallState, PlaceReason, Ticket, Waiting
from hall_server.domain.policies import MINUTE_MS

_REASONS = {
    PlaceReason.ARRIVAL: CallReason.FIRST_COME,
    PlaceReason.REJOINED: CallReason.FIRST_COME,
    PlaceReason.PRIORITY: CallReason.PRIORITY,
    PlaceReason.APPOINTMENT: CallReason.APPOINTMENT,
    PlaceReason.RETURNED: CallReason.RETURNED,
    PlaceReason.CAME_BACK: CallReason.RETURNED,
}


class Next(NamedTuple):
    """Who is next for a counter, why, and how many who came earlier wait on in the fields it serves."""

    waiting: Waiting
    reason: CallReason
    overtook: int


def next_for(state: HallState, counter_id: int, now: int, joining: Ticket | None = None) -> Next | None:
    """The ticket that the counter must call at `now` (ms); None when nobody waits for it.

    `joining`: who will wait in the same moment, as it will be then: a visit whose next field may be this counter's too.
    """
    counter = state.counters[counter_id]
    own_heads = [*_heads(own_queues(state, counter))]
    if joining is not None and joining.field_id in counter.fields:
        own_heads.append(waiting_key(joining))
    own = min(own_heads, default=None)
    helped = [*_helped(state, counter, now, joining, idle=own is None)]
    best = min((own, *helped) if own is not None else helped, default=None)
    if best is None:
        return None
    called = state.tickets[best.ticket_id] if joining is None or best.ticket_id != joining.ticket_id else joining
    reason = reason_of(called)
    if best != own and reason is CallReason.FIRST_COME:
        reason = CallReason.HELPING
    overtook = overtaken_by(state, counter, called)
    if joining is not None and joining.order < called.order and joining.field_id in {*counter.fields, called.field_id}:
        overtook += 1
    return Next(best, reason, overtook)


def _helped(state: HallState, counter: Counter, now: int, joining: Ticket | None, *, idle: bool) -> Iterator[Waiting]:
    """The first of each field that the counter helps now: of all where it is idle, else of those where somebody, not
    necessarily the first, took a number longer ago than the limit. Who has credit must not hide who has waited."""
    limit = _helping_limit_ms(state)
    for field_id in counter.helps:
        queue, came = state.queues.get(field_id), state.arrivals.get(field_id)
        heads = [queue[0]] if queue else []
        since = [came[0].issued_at] if came else []
        if joining is not None and joining.field_id == field_id:
            heads.append(waiting_key(joining))
            since.append(joining.issued_at)
        if heads and (idle or now - min(since) > limit):
            yield min(heads)


def reason_of(ticket: Ticket) -> CallReason:
    """What a ticket's place says to those who wait."""
    return _REASONS[ticket.place_reason]


def overtaken_by(state: HallState, counter: Counter, called: Ticket) -> int:
    """How many who wait in the counter's own fields, in the called ticket's, or for this counter by name, took their
    number before the called ticket."""
    field_ids = {*counter.fields, called.field_id}
    came = _arrival(called)
    fields = sum(bisect_left(state.arrivals.get(field_id, ()), came) for field_id in field_ids)
    named = state.named.get(counter.counter_id, ())
    return fields + sum(state.tickets[waiting.ticket_id].order < called.order for waiting in named)


def ahead_of(state: HallState, ticket: Ticket, callers: Sequence[int] | None = None) -> int:
    """How many waiting tickets will be called before this one if nothing else happens. `callers`: who may call it, if
    that was asked already.

    Those are all with a smaller key in the own queues of these counters; if there is none, in the ticket's own queue.
    """
    mine = waiting_key(ticket)
    callers = callers_of(state, ticket) if callers is None else callers
    if not callers:
        return bisect_left(_queue_of(state, ticket), mine)
    counters = [state.counters[counter_id] for counter_id in callers]
    field_ids = {field_id for counter in counters for field_id in counter.fields}
    queues = [state.queues.get(field_id, ()) for field_id in field_ids]
    queues += [state.named.get(counter_id, ()) for counter_id in callers]
    return sum(bisect_left(queue, mine) for queue in queues if queue)


def callers_of(state: HallState, ticket: Ticket) -> list[int]:
    """The open counters that may call the ticket as one of their own, ascending."""
    if ticket.for_counter is not None:
        counter = state.counters.get(ticket.for_counter)
        return [ticket.for_counter] if counter and counter.state is not CounterState.CLOSED else []
    return counters_serving(state, ticket.field_id)


def counters_serving(state: HallState, field_id: str) -> list[int]:
    """The counters that are not closed and serve a field as their own, ascending."""
    closed = CounterState.CLOSED  # looked up once: in Python 3.11 a member of an enum is dearer than the comparison
    return [
        counter.counter_id
        for counter in state.counters.values()
        if field_id in counter.fields and counter.state is not closed
    ]


def behind(state: HallState, ticket: Ticket, others: int) -> Waiting:
    """Whom a ticket that comes back stands behind: the last of the next `others` of its field. Itself, where that would
    be better than its own place, or where nobody waits."""
    queue = state.queues.get(ticket.field_id, [])
    mine = waiting_key(ticket)
    if not queue or others == 0:
        return mine
    return max(mine, queue[min(others, len(queue)) - 1])


def enqueue(state: HallState, ticket: Ticket) -> None:
    insort(_queue_of(state, ticket), waiting_key(ticket))
    if ticket.for_counter is None:
        insort(state.arrivals.setdefault(ticket.field_id, []), _arrival(ticket))


def dequeue(state: HallState, ticket: Ticket) -> None:
    _take(_queue_of(state, ticket), waiting_key(ticket))
    if ticket.for_counter is None:
        _take(state.arrivals[ticket.field_id], _arrival(ticket))


def waiting_key(ticket: Ticket) -> Waiting:
    return Waiting(ticket.place, ticket.rank, ticket.turn, ticket.ticket_id)


def own_queues(state: HallState, counter: Counter) -> Iterator[list[Waiting]]:
    """The queues, none empty, that a counter serves first."""
    named = state.named.get(counter.counter_id)
    if named:
        yield named
    for field_id in counter.fields:
        queue = state.queues.get(field_id)
        if queue:
            yield queue


def _heads(queues: Iterable[list[Waiting]]) -> Iterator[Waiting]:
    return (queue[0] for queue in queues)


def _helping_limit_ms(state: HallState) -> int:
    assert state.document is not None, "a hall with counters has a document"
    return state.document.policies.helping.limit_minutes * MINUTE_MS


def _queue_of(state: HallState, ticket: Ticket) -> list[Waiting]:
    if ticket.for_counter is not None:
        return state.named.setdefault(ticket.for_counter, [])
    return state.queues.setdefault(ticket.field_id, [])


def _arrival(ticket: Ticket) -> Arrival:
    return Arrival(ticket.order, ticket.issued_at)


def _take(queue: list[Any], item: Any) -> None:
    index = bisect_left(queue, item)
    if index == len(queue) or queue[index] != item:
        raise AssertionError(f"{item} is not in the queue it should wait in")
    del queue[index]
