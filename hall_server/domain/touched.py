"""What an event changes, for those who keep pictures of the state (the tables, the screens) and redraw only that.

Fields and counters are few and their pictures depend on every queue, so whoever draws them draws them all; tickets and
calls are many, and here it is said which ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hall_server.domain import events as e
from hall_server.domain.model import HallState, call_id_of

_PREMISES = (e.HallConfigured, e.DayOpened, e.CounterOpened, e.CounterClosed)
_CALL_FACTS = (e.CallShown, e.CallSpoken, e.CallNotSpoken)


@dataclass(slots=True)
class Touched:
    """`tickets`, `calls`: their ids, in the order in which they were first touched. `premises`: which tickets a screen
    may see at all may have changed."""

    tickets: dict[str, None] = field(default_factory=dict)
    calls: dict[str, None] = field(default_factory=dict)
    premises: bool = False


def touch(touched: Touched, state: HallState, events: Iterable[e.Event]) -> None:
    """Add what `events` changed; `state` has evolved by them already."""
    for event in events:
        if isinstance(event, _CALL_FACTS):
            touched.calls[event.call_id] = None
        elif isinstance(event, _PREMISES):
            touched.premises = True
        elif not isinstance(event, e.IssuingStopped | e.DayClosed | e.FieldStopped | e.FieldResumed):
            touched.tickets[event.ticket_id] = None
            for attempt in range(1, state.tickets[event.ticket_id].calls + 1):
                touched.calls[call_id_of(event.ticket_id, attempt)] = None
