"""Whether each call was right, judged without the queues: every waiting ticket is looked at, and the rules are written
out again from their text (QUEUE_RULES: who is next; invariants 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hall_server.domain.events import Event, TicketCalled
from hall_server.domain.model import CallReason, Counter, HallState, PlaceReason, Ticket, TicketState
from hall_server.domain.policies import MINUTE_MS

_OWN_REASON = {PlaceReason.APPOINTMENT, PlaceReason.CAME_BACK, PlaceReason.REJOINED}
"""Places that are later than the number's time for a reason that is on the ticket's own record."""


class OrderJudge:
    """Follows who waits and who left a counter unfinished; `unexplained` counts overtakings without a reason."""

    def __init__(self) -> None:
        self.unexplained = 0
        self.checks = 0
        self._waiting: dict[str, None] = {}
        self._interrupted: set[str] = set()

    def new_day(self) -> None:
        self._waiting.clear()
        self._interrupted.clear()

    def follow(self, event: Event, before: Ticket | None, after: Ticket) -> None:
        """An event that changed a ticket."""
        if after.state is TicketState.WAITING:
            self._waiting[after.ticket_id] = None
            if before is not None and before.state is not TicketState.WAITING:
                self._interrupted.add(after.ticket_id)
        else:
            self._waiting.pop(after.ticket_id, None)

    def judge(self, state: HallState, call: TicketCalled, now: int) -> Iterator[str]:
        """`state` as it was before the call."""
        ticket, counter = state.tickets[call.ticket_id], state.counters[call.counter_id]
        self.checks += 2
        if ticket.state is TicketState.CALLED:
            yield from _recalled(state, call, ticket)
            return
        waiting = [state.tickets[ticket_id] for ticket_id in self._waiting]
        if call.reason is not CallReason.MANUAL:
            expected = _next_by_hand(state, counter, waiting, now)
            if expected is None or expected.ticket_id != ticket.ticket_id:
                first = expected.ticket_id if expected else "nobody"
                yield f"4: counter {counter.counter_id} called {ticket.ticket_id}, next was {first}"
        elif not call.note:
            yield f"4: {ticket.ticket_id} was called out of order without a reason"
        yield from self._overtakings(counter, call, ticket, waiting)

    def _overtakings(
        self, counter: Counter, call: TicketCalled, ticket: Ticket, waiting: Iterable[Ticket]
    ) -> Iterator[str]:
        earlier = [one for one in waiting if one.order < ticket.order]
        here = {*counter.fields, ticket.field_id}
        overtaken = [one for one in earlier if _in(one, counter, here)]
        if len(overtaken) != call.overtook:
            yield f"5: {ticket.ticket_id} overtook {len(overtaken)}, the record says {call.overtook}"
        if call.reason is not CallReason.FIRST_COME:
            return
        for one in overtaken:
            explained = one.place_reason in _OWN_REASON or one.ticket_id in self._interrupted
            if _in(one, counter, set(counter.fields)) and not explained:
                self.unexplained += 1
                yield f"5: {ticket.ticket_id} was called before {one.ticket_id}, and nothing says why"


def _recalled(state: HallState, call: TicketCalled, ticket: Ticket) -> Iterator[str]:
    before = state.calls[ticket.call_id or ""]
    if (before.counter_id, before.reason, before.overtook) != (call.counter_id, call.reason, call.overtook):
        yield f"4: {ticket.ticket_id} was called again, and as something else"


def _in(ticket: Ticket, counter: Counter, fields: set[str]) -> bool:
    if ticket.for_counter is not None:
        return ticket.for_counter == counter.counter_id
    return ticket.field_id in fields


def _next_by_hand(state: HallState, counter: Counter, waiting: list[Ticket], now: int) -> Ticket | None:
    own = min((one for one in waiting if _in(one, counter, set(counter.fields))), key=_key, default=None)
    found = [] if own is None else [own]
    assert state.document is not None, "nobody calls in a hall without a document"
    limit = state.document.policies.helping.limit_minutes * MINUTE_MS
    for field_id in counter.helps:
        there = [one for one in waiting if one.for_counter is None and one.field_id == field_id]
        if there and (own is None or now - min(one.issued_at for one in there) > limit):
            found.append(min(there, key=_key))
    return min(found, key=_key, default=None)


def _key(ticket: Ticket) -> tuple[int, int, int]:
    return ticket.place, ticket.rank, ticket.turn
