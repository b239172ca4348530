"""What must hold after every step: the nine invariants of the rules, by what one step can have broken.

The checker keeps a state of its own, evolved entry by entry from what is durable. After each step it looks at what the
step touched: the chain, the transitions, the numbers, each call (`order_judge`), each answer (`ledger`), counters, and
that the hall's state has the same tickets. All of it at once - the domain's `violations`, the whole states, every
screen - costs time in proportion to the day, so it runs once for every so many steps as there are tickets / 8, at each
crash and at each end of a day; there the tables are drawn again from the whole journal and compared as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from hall_server.domain import events as e
from hall_server.domain.evolve import evolve
from hall_server.domain.invariants import violations
from hall_server.domain.model import HallState, PrintState, Ticket, TicketState
from hall_server.service.ports import Entry
from hall_server.storage.codec import GENESIS, digest, encode_events
from tests.simulation.ledger import Ledger
from tests.simulation.order_judge import OrderJudge

T = TicketState
_STEPS: dict[type[e.Event], set[tuple[TicketState | None, TicketState]]] = {
    e.TicketIssued: {(None, T.WAITING)},
    e.TicketCalled: {(T.WAITING, T.CALLED), (T.CALLED, T.CALLED)},
    e.ServiceStarted: {(T.CALLED, T.SERVING)},
    e.TicketFinished: {(T.SERVING, T.FINISHED)},
    e.TicketMissed: {(T.CALLED, T.MISSED)},
    e.TicketCameBack: {(T.MISSED, T.WAITING)},
    e.TicketHeld: {(T.SERVING, T.ON_HOLD)},
    e.TicketResumed: {(T.ON_HOLD, T.WAITING)},
    e.TicketTransferred: {(T.CALLED, T.WAITING), (T.SERVING, T.WAITING)},
    e.LegFinished: {(T.SERVING, T.WAITING)},
    e.TicketReleased: {(T.WAITING, T.WAITING)},
    e.StepUndone: {
        (T.SERVING, T.CALLED), (T.FINISHED, T.SERVING), (T.MISSED, T.CALLED), (T.ON_HOLD, T.SERVING),
    },
    e.TicketCancelled: {(T.WAITING, T.CANCELLED), (T.ON_HOLD, T.CANCELLED), (T.MISSED, T.CANCELLED)},
    e.TicketExpired: {(T.WAITING, T.EXPIRED), (T.ON_HOLD, T.EXPIRED), (T.MISSED, T.EXPIRED)},
}  # fmt: skip
"""The states of QUEUE_RULES, with the steps back that undo takes."""
TICKETS_A_STEP = 8


class Checker:
    """`paper`: the tickets that the simulated printers really printed. `state`: what the durable entries say."""

    def __init__(self, paper: set[str]) -> None:
        self.state = HallState()
        self.seq, self.at, self.digest = 0, 0, GENESIS
        self.order, self.ledger = OrderJudge(), Ledger()
        self._paper = paper
        self._numbers: dict[tuple[str, str], int] = {}
        self._touched: set[str] = set()
        self._steps_since_full = 0
        self._checks = 0

    @property
    def checks(self) -> int:
        return self._checks + self.order.checks + self.ledger.checks

    def durable(self, entry: Entry) -> Iterator[str]:
        """One more entry that nobody can take back (invariants 1 to 6, 8, 9)."""
        self._checks += 4
        chained = digest(self.digest, entry.seq, entry.at, entry.command_id, entry.actor, encode_events(entry.events))
        if entry.seq != self.seq + 1 or entry.digest != chained:
            yield f"6: entry {entry.seq} does not follow on {self.seq}"
        if entry.at < self.at:
            yield f"9: entry {entry.seq} is earlier than the one before"
        self.seq, self.at, self.digest = entry.seq, entry.at, entry.digest
        yield from self.ledger.durable(entry)
        for event in entry.events:
            yield from self.event(event, entry.at)

    def event(self, event: e.Event, at: int) -> Iterator[str]:
        """One event of an entry: judged by the state before it, then part of ours."""
        if isinstance(event, e.DayOpened) and event.business_date != self.state.business_date:
            if self.state.business_date is not None and event.business_date < self.state.business_date:
                yield f"9: {event.business_date} opens after {self.state.business_date}"
            self.order.new_day()
        if isinstance(event, e.TicketCalled):
            yield from self.order.judge(self.state, event, at)
        if isinstance(event, e.TicketPrinted) and event.ticket_id not in self._paper:
            yield f"8: {event.ticket_id} is said to be printed and is not"
        ticket_id = getattr(event, "ticket_id", None)
        before = self.state.tickets.get(ticket_id) if ticket_id else None
        evolve(self.state, event, at)
        if ticket_id is not None:
            after = self.state.tickets[ticket_id]
            self._touched.add(ticket_id)
            self.order.follow(event, before, after)
            yield from self._ticket(event, before, after)

    def _ticket(self, event: e.Event, before: Ticket | None, after: Ticket) -> Iterator[str]:
        if isinstance(event, e.TicketPrinted | e.TicketPrintFailed):
            return
        if (before and before.state, after.state) not in _STEPS[type(event)]:
            yield f"{type(event).__name__} took {after.ticket_id} from {before and before.state} to {after.state}"
        if isinstance(event, e.TicketIssued):
            series = (self.state.business_date or "", event.series)
            self._numbers[series] = self._numbers.get(series, 0) + 1
            if event.serial != self._numbers[series] or before is not None:
                yield f"1: {after.ticket_id} is number {event.serial}, expected {self._numbers[series]}"

    def step(self, state: HallState) -> Iterator[str]:
        """After a step: what it touched is in the hall's state as in ours, and at one counter at most."""
        self._checks += 2
        self._steps_since_full += 1
        for ticket_id in sorted(self._touched):
            ours, theirs = self.state.tickets.get(ticket_id), state.tickets.get(ticket_id)
            if ours != theirs:
                yield f"6: the journal says {ours}, the hall {theirs}"
        self._touched.clear()
        for counter in state.counters.values():
            if counter != self.state.counters.get(counter.counter_id):
                yield f"6: the journal and the hall differ about counter {counter.counter_id}"
            if counter.ticket_id and state.tickets[counter.ticket_id].counter_id != counter.counter_id:
                yield f"3: {counter.ticket_id} does not know that it is at counter {counter.counter_id}"

    @property
    def full_is_due(self) -> bool:
        return self._steps_since_full >= max(TICKETS_A_STEP, len(self.state.tickets) // TICKETS_A_STEP)

    def full(self, state: HallState) -> Iterator[str]:
        """Everything that one moment can show."""
        self._steps_since_full = 0
        self._checks += 8
        yield from violations(state)
        if state != self.state:
            yield "6: replaying the journal gives another state"
        for ticket in state.tickets.values():
            if ticket.printed is PrintState.PRINTED and ticket.ticket_id not in self._paper:
                yield f"8: {ticket.ticket_id} is said to be printed and is not"
