"""One look at the hall's state, for all views together: each row is built and encoded once, however many show it.

A `Moment` lives no longer than the call that made it, because the state goes on changing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property

import msgspec
from msgspec import Raw

from hall_link.rows import AnyRow
from hall_server.domain.model import ENDED, Call, CounterState, HallState, Ticket
from hall_server.web import rows

_ENCODER = msgspec.json.Encoder()


def encoded(row: AnyRow) -> Raw:
    return Raw(_ENCODER.encode(row))


class Moment:
    """Rows of `state` by id, encoded on first demand."""

    def __init__(self, state: HallState) -> None:
        self.state = state
        self._tickets: dict[str, Raw] = {}
        self._calls: dict[str, Raw] = {}

    def ticket(self, ticket_id: str) -> Raw:
        raw = self._tickets.get(ticket_id)
        if raw is None:
            raw = self._tickets[ticket_id] = encoded(rows.ticket_row(self.state.tickets[ticket_id]))
        return raw

    def call(self, call_id: str) -> Raw:
        raw = self._calls.get(call_id)
        if raw is None:
            raw = self._calls[call_id] = encoded(rows.call_row(self.state, self.state.calls[call_id]))
        return raw

    @cached_property
    def served(self) -> Mapping[int, Sequence[str]]:
        """What each counter serves: its fields while open, else those of the document."""
        document = self.state.document
        plans = {plan.counter_id: plan.fields for plan in document.counters} if document else {}
        return {
            counter.counter_id: counter.fields
            if counter.state is not CounterState.CLOSED
            else plans.get(counter.counter_id, counter.fields)
            for counter in self.state.counters.values()
        }

    @cached_property
    def sees(self) -> Mapping[int, frozenset[str]]:
        """The fields whose waiting people a counter sees: what it serves and what it helps."""
        return {
            counter.counter_id: frozenset((*self.served[counter.counter_id], *counter.helps))
            for counter in self.state.counters.values()
        }

    @cached_property
    def live_tickets(self) -> Sequence[Ticket]:
        """Those that have not ended, so that a view of few tickets need not look at the whole day's."""
        return [ticket for ticket in self.state.tickets.values() if ticket.state not in ENDED]

    @property
    def tickets(self) -> Mapping[str, Ticket]:
        return self.state.tickets

    @property
    def calls(self) -> Mapping[str, Call]:
        return self.state.calls


class Premises:
    """The rows that every view shows, from the hall's own to those of its devices, and those of the catalogue. They
    are few and depend on every queue, so they are all looked at after each batch; only what changed is encoded.

    `catalogue`: the rows of procedures and priority classes, encoded once for each document and day.
    """

    def __init__(self) -> None:
        self.rows: dict[str, Raw] = {}
        self.catalogue: dict[str, Raw] = {}
        self._known: dict[str, AnyRow] = {}
        self._document: object = None
        self._date: str | None = None

    def look(self, moment: Moment) -> dict[str, None]:
        """Take over how things stand at `moment`; returns the keys that changed or went, catalogue included."""
        now = premises_rows(moment)
        changed = {key: None for key in self._known if key not in now}
        for key in changed:
            del self.rows[key]
        for key, row in now.items():
            if self._known.get(key) != row:
                self.rows[key] = encoded(row)
                changed[key] = None
        self._known = now
        document, date = moment.state.document, moment.state.business_date
        if document is not self._document or date != self._date:
            self._document, self._date = document, date
            changed.update(self._look_at_catalogue(moment))
        return changed

    def _look_at_catalogue(self, moment: Moment) -> dict[str, None]:
        before = self.catalogue
        self.catalogue = {key: encoded(row) for key, row in catalogue_rows(moment.state).items()}
        keys = {**before, **self.catalogue}
        return {key: None for key in keys if before.get(key) != self.catalogue.get(key)}


def premises_rows(moment: Moment) -> dict[str, AnyRow]:
    """Hall, fields, counters, announcements, boards, printers, reprints, the key that kiosks alone are shown, by key;
    nothing while there is no document."""
    state = moment.state
    if state.document is None:
        return {}
    served = moment.served
    usual = rows.usual_services(state)
    counters = [
        rows.counter_row(one, served[one.counter_id], usual.get(one.counter_id)) for one in state.counters.values()
    ]
    said = map(rows.announcement_row, state.announcements.values())
    boards = map(rows.board_row, state.boards.values())
    printers = map(rows.printer_row, state.printers.values())
    reprints = [rows.reprint_row(state, reprint) for reprint in state.reprints.values()]
    found: list[AnyRow] = [rows.hall_row(state, state.document), *rows.field_rows(state), *counters, *said, *boards]
    found += [*printers, *reprints, *rows.person_key_rows(state)]
    return {row.key: row for row in found}


def catalogue_rows(state: HallState) -> dict[str, AnyRow]:
    """Procedures, and the classes of priority that count today: none is offered that would give nothing."""
    found: list[AnyRow] = [rows.procedure_row(procedure) for procedure in state.procedures.values()]
    if state.document is not None and state.business_date is not None:
        today = datetime.date.fromisoformat(state.business_date)
        classes = state.document.policies.priority_classes
        found += [rows.priority_row(one) for one in classes if one.since is None or one.since <= today]
    return {row.key: row for row in found}
