"""What an event changes, for those who keep pictures of the state (the tables, the screens) and redraw only that.

Fields and counters are few and their pictures depend on every queue, so whoever draws them draws them all; tickets and
calls are many, and here it is said which ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hall_server.domain import events as e
from hall_server.domain.model import HallState, call_id_of

_PREMISES = frozenset({e.HallConfigured, e.DayOpened, e.CounterOpened, e.CounterClosed, e.CounterFieldsChanged})


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
        call_id = getattr(event, "call_id", None)
        if call_id is not None:
            touched.calls[call_id] = None
        ticket_id = getattr(event, "ticket_id", None)
        if ticket_id is not None:
            touched.tickets[ticket_id] = None
            for attempt in range(1, state.tickets[ticket_id].calls + 1):
                touched.calls[call_id_of(ticket_id, attempt)] = None
        if type(event) in _PREMISES:
            touched.premises = True
        if isinstance(event, e.HallConfigured):  # the words of why a call was made are of the document, its hours too
            touched.calls.update(dict.fromkeys(state.calls))
