"""Who is next: first come, first served, over all the fields that a counter serves.

A waiting ticket's *place* is a time. The next for a counter is the smallest (place, order of issue) among the queues it
may serve: those of its fields, and that of the people sent to it by name. Each queue is kept sorted, so finding the
next one costs one look at the head of each, whatever the number of people, and putting or taking one costs a binary
search.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from hall_server.domain.model import CounterState, HallState, Ticket, Waiting


def next_for(state: HallState, counter_id: int) -> Waiting | None:
    """The ticket that the counter must call now; None when nobody waits for it."""
    return min((queue[0] for queue in _served(state, counter_id)), default=None)


def ahead_of(state: HallState, ticket: Ticket) -> int:
    """How many waiting tickets will be called before this one if nothing else happens.

    Those are all with a smaller place in the queues of the counters that may call this ticket; with no such counter
    open, in the ticket's own queue.
    """
    mine = waiting_key(ticket)
    callers = callers_of(state, ticket)
    queues = {id(queue): queue for counter_id in callers for queue in _served(state, counter_id)}
    if not callers:
        own = _queue_of(state, ticket)
        queues = {id(own): own}
    return sum(bisect_left(queue, mine) for queue in queues.values())


def overtaken_by(state: HallState, counter_id: int, called: Waiting) -> int:
    """How many who wait in the queues of this counter have a smaller place than the ticket it calls."""
    return sum(bisect_left(queue, called) for queue in _served(state, counter_id))


def callers_of(state: HallState, ticket: Ticket) -> list[int]:
    """The open counters that may call the ticket, ascending."""
    if ticket.for_counter is not None:
        counter = state.counters.get(ticket.for_counter)
        return [ticket.for_counter] if counter and counter.state is CounterState.OPEN else []
    return counters_serving(state, ticket.field_id)


def counters_serving(state: HallState, field_id: str) -> list[int]:
    """The open counters that serve a field, ascending."""
    return [
        counter.counter_id
        for counter in state.counters.values()
        if counter.state is CounterState.OPEN and field_id in counter.fields
    ]


def enqueue(state: HallState, ticket: Ticket) -> None:
    insort(_queue_of(state, ticket), waiting_key(ticket))


def dequeue(state: HallState, ticket: Ticket) -> None:
    queue = _queue_of(state, ticket)
    index = bisect_left(queue, waiting_key(ticket))
    if index == len(queue) or queue[index].ticket_id != ticket.ticket_id:
        raise AssertionError(f"{ticket.ticket_id} is not in the queue it should wait in")
    del queue[index]


def waiting_key(ticket: Ticket) -> Waiting:
    return Waiting(ticket.place, ticket.order, ticket.ticket_id)


def _queue_of(state: HallState, ticket: Ticket) -> list[Waiting]:
    if ticket.for_counter is not None:
        return state.named.setdefault(ticket.for_counter, [])
    return state.queues.setdefault(ticket.field_id, [])


def _served(state: HallState, counter_id: int) -> Iterator[list[Waiting]]:
    """The queues, none empty, that a counter may serve."""
    named = state.named.get(counter_id)
    if named:
        yield named
    for field_id in state.counters[counter_id].fields:
        queue = state.queues.get(field_id)
        if queue:
            yield queue
