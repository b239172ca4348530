"""What each audience sees of the hall: which rows belong to a view, and why a view may not exist.

Every view shows the hall, its fields, its counters, its wallboards and printers, the reprints asked for, and what staff
announce. Beyond that:

    kiosk       procedures; the key of the day for identity cards
    counter N   procedures; who may be called to it (planned fields while it is closed, helped fields too), who is at
                it, who missed its call or is on hold from it; all calls of these tickets
    display     the last `CALLS_SHOWN` calls in its zone, and every one that is still being called
    staff       procedures; everything of today

A *sight* picks tickets and calls from candidates: from all of the day when a view is drawn anew, from those an event
touched when it is kept up to date. Both ways must give the same rows; a property test holds them to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import Protocol, assert_never

from hall_link.feed import AnyView, CounterView, DisplayView, KioskView, StaffView
from hall_link.messages import Problem
from hall_link.rows import PERSON_KEY, AnyRow
from hall_server.domain.announcing import zones_of
from hall_server.domain.model import AT_COUNTER, Call, HallState, Ticket, TicketState, call_id_of
from hall_server.domain.refusals import RefusalCode, refuse
from hall_server.web import errors
from hall_server.web import rows as rows_of
from hall_server.web.moment import Moment, catalogue_rows, premises_rows

CALLS_SHOWN = 12
"""Calls on a wallboard: the newest one large, and as many before it as the largest board lists."""

_AT_OR_AWAY = AT_COUNTER | {TicketState.MISSED, TicketState.ON_HOLD}


class Sight(Protocol):
    """The tickets and calls of one view."""

    catalogue: bool
    """Whether it shows procedures."""
    identities: bool
    """Whether it is given the key for identity cards."""
    crowds_out: bool
    """Whether a new call may push out one that is shown, so that those are candidates too."""

    def everybody(self, moment: Moment) -> Iterable[Ticket]:
        """The tickets that may be in the view at all."""
        ...

    def every_call(self, moment: Moment, tickets: Iterable[str]) -> Iterable[Call]:
        """The calls that may be in the view at all, if these tickets are."""
        ...

    def pick_tickets(self, moment: Moment, candidates: Iterable[Ticket]) -> set[str]: ...

    def pick_calls(self, moment: Moment, candidates: Iterable[Call]) -> set[str]: ...


class KioskSight:
    catalogue = True
    identities = True
    crowds_out = False

    def everybody(self, moment: Moment) -> Iterable[Ticket]:
        return ()

    def every_call(self, moment: Moment, tickets: Iterable[str]) -> Iterable[Call]:
        return ()

    def pick_tickets(self, moment: Moment, candidates: Iterable[Ticket]) -> set[str]:
        return set()

    def pick_calls(self, moment: Moment, candidates: Iterable[Call]) -> set[str]:
        return set()


class CounterSight:
    catalogue = True
    identities = False
    crowds_out = False

    def __init__(self, counter_id: int) -> None:
        self._counter_id = counter_id

    def everybody(self, moment: Moment) -> Iterable[Ticket]:
        return moment.live_tickets

    def every_call(self, moment: Moment, tickets: Iterable[str]) -> Iterable[Call]:
        for ticket_id in tickets:
            for attempt in range(1, moment.tickets[ticket_id].calls + 1):
                yield moment.calls[call_id_of(ticket_id, attempt)]

    def pick_tickets(self, moment: Moment, candidates: Iterable[Ticket]) -> set[str]:
        fields = moment.sees.get(self._counter_id, frozenset())
        return {ticket.ticket_id for ticket in candidates if self._sees(ticket, fields)}

    def pick_calls(self, moment: Moment, candidates: Iterable[Call]) -> set[str]:
        fields = moment.sees.get(self._counter_id, frozenset())
        return {call.call_id for call in candidates if self._sees(moment.tickets[call.ticket_id], fields)}

    def _sees(self, ticket: Ticket, fields: frozenset[str]) -> bool:
        if ticket.state is not TicketState.WAITING:
            return ticket.counter_id == self._counter_id and ticket.state in _AT_OR_AWAY
        if ticket.for_counter is not None:
            return ticket.for_counter == self._counter_id
        return ticket.field_id in fields


class DisplaySight:
    catalogue = False
    identities = False
    crowds_out = True

    def __init__(self, zone: str) -> None:
        self._zone = zone

    def everybody(self, moment: Moment) -> Iterable[Ticket]:
        return ()

    def every_call(self, moment: Moment, tickets: Iterable[str]) -> Iterable[Call]:
        return moment.calls.values()

    def pick_tickets(self, moment: Moment, candidates: Iterable[Ticket]) -> set[str]:
        return set()

    def pick_calls(self, moment: Moment, candidates: Iterable[Call]) -> set[str]:
        here = [call for call in candidates if call.zone == self._zone]
        newest = nlargest(CALLS_SHOWN, here, key=_age)
        return {call.call_id for call in newest} | {call.call_id for call in here if _is_current(moment, call)}


def _is_current(moment: Moment, call: Call) -> bool:
    """Its ticket is still being called by it; such a one waits to be seen and heard, however many came after."""
    ticket = moment.tickets[call.ticket_id]
    return ticket.state is TicketState.CALLED and ticket.calls == call.attempt


def _age(call: Call) -> tuple[int, str]:
    """Newest largest; calls of one millisecond in a fixed order, so that every drawing picks the same."""
    return call.called_at, call.call_id


class StaffSight:
    catalogue = True
    identities = False
    crowds_out = False

    def everybody(self, moment: Moment) -> Iterable[Ticket]:
        return moment.tickets.values()

    def every_call(self, moment: Moment, tickets: Iterable[str]) -> Iterable[Call]:
        return moment.calls.values()

    def pick_tickets(self, moment: Moment, candidates: Iterable[Ticket]) -> set[str]:
        return {ticket.ticket_id for ticket in candidates}

    def pick_calls(self, moment: Moment, candidates: Iterable[Call]) -> set[str]:
        return {call.call_id for call in candidates}


def sight_of(view: AnyView) -> Sight:
    match view:
        case KioskView():
            return KioskSight()
        case CounterView():
            return CounterSight(view.counter_id)
        case DisplayView():
            return DisplaySight(view.zone)
        case StaffView():
            return StaffSight()
        case _:
            assert_never(view)


def why_no_view(state: HallState, view: AnyView) -> Problem | None:
    """A view of a counter or zone that the hall's document does not know would stay empty for ever and look alive."""
    if isinstance(view, KioskView | StaffView):
        return None
    if state.document is None:
        return errors.problem_of(refuse(RefusalCode.HALL_NOT_CONFIGURED))
    if isinstance(view, CounterView):
        known = view.counter_id in state.counters
        return None if known else errors.problem_of(refuse(RefusalCode.UNKNOWN_COUNTER, counter=view.counter_id))
    zones = zones_of(state)
    if view.zone in zones:
        return None
    return errors.problem_of(refuse(RefusalCode.UNKNOWN_ZONE, zone=view.zone, zones=", ".join(zones)))


def rows(state: HallState, view: AnyView) -> dict[str, AnyRow]:
    """The whole view drawn anew, by key: what a client that is up to date must hold."""
    moment, sight = Moment(state), sight_of(view)
    found = premises_rows(moment)
    if not sight.identities:
        found.pop(PERSON_KEY, None)
    if sight.catalogue:
        found |= catalogue_rows(state)
    tickets = sight.pick_tickets(moment, sight.everybody(moment))
    calls = sight.pick_calls(moment, sight.every_call(moment, tickets))
    drawn: list[AnyRow] = [rows_of.ticket_row(state.tickets[ticket_id]) for ticket_id in tickets]
    drawn += [rows_of.call_row(state, state.calls[call_id]) for call_id in calls]
    return found | {row.key: row for row in drawn}
