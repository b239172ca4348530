"""What would the order be under another document? Looked at before it takes effect; nothing is changed.

A place is written when a number is issued and stays as it is: a new policy moves nobody who already waits. What it can
change at once is whom a counter takes next (helping limits, the fields of counters still closed), and what those get
who come after it. Both are shown, under the document in force and under the other; a document that would be refused is
refused here in the same words, with all its places.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hall_server.domain import order, places, premises
from hall_server.domain.calendar import business_date
from hall_server.domain.commands import ConfigureHall
from hall_server.domain.copying import copy_of
from hall_server.domain.evolve import evolve
from hall_server.domain.model import (
    Field,
    HallDocument,
    HallState,
    PlaceReason,
    Ticket,
    TicketState,
)
from hall_server.domain.places import Place
from hall_server.domain.refusals import Refusal

Kind = Literal["walk_in", "priority", "appointment"]

NEXT_SHOWN_MAX = 10
"""How far ahead each counter's next ones are looked at, as if it called alone."""


@dataclass(frozen=True, slots=True)
class CounterNext:
    """The numbers that a counter would call, in order; empty under a document that has no such counter."""

    counter_id: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A waiting ticket that would have another number of people ahead of it."""

    number: str
    before: int
    after: int


class Standing(NamedTuple):
    """Where somebody would stand who took a number now: place (ms), what it is made from, people ahead."""

    place: int
    reason: PlaceReason
    ahead: int


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who takes a number now in a field: as a walk-in, in a priority class, or (`appointment`) with a slot
    that begins now. None under a document that does not have the field, the class, or appointments."""

    field_id: str
    kind: Kind
    class_id: str | None
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True, slots=True)
class Preview:
    """`moved`: those whose rank changes at once; `newcomers`: only those for whom something differs."""

    counters: tuple[CounterNext, ...]
    moved: tuple[Moved, ...]
    newcomers: tuple[Newcomer, ...]


def preview(state: HallState, document: HallDocument, now: int) -> Preview | Refusal:
    """The order as it is and as it would be with `document` in force from `now` (ms)."""
    decision = premises.configure(state, ConfigureHall(document), now)
    if isinstance(decision, Refusal):
        return decision
    before, after = copy_of(state), copy_of(state)
    for event in decision:
        evolve(after, event, now)
    counters = sorted({*before.counters, *after.counters})
    return Preview(
        tuple(CounterNext(one, _upcoming(before, one, now), _upcoming(after, one, now)) for one in counters),
        tuple(_moved(before, after)),
        tuple(_newcomers(before, after, now)),
    )


def _upcoming(state: HallState, counter_id: int, now: int) -> tuple[str, ...]:
    if counter_id not in state.counters:
        return ()
    state = copy_of(state)
    numbers: list[str] = []
    while len(numbers) < NEXT_SHOWN_MAX and (found := order.next_for(state, counter_id, now)) is not None:
        ticket = state.tickets[found.waiting.ticket_id]
        order.dequeue(state, ticket)
        numbers.append(ticket.number)
    return tuple(numbers)


def _moved(before: HallState, after: HallState) -> list[Moved]:
    found = []
    for ticket in before.tickets.values():
        if ticket.state is TicketState.WAITING:
            ahead = order.ahead_of(before, ticket), order.ahead_of(after, ticket)
            if ahead[0] != ahead[1]:
                found.append(Moved(ticket.number, *ahead))
    return found


def _newcomers(before: HallState, after: HallState, now: int) -> list[Newcomer]:
    fields = dict.fromkeys((*before.fields, *after.fields))
    kinds: list[tuple[Kind, str | None]] = [("walk_in", None), ("appointment", None)]
    kinds += [("priority", class_id) for class_id in dict.fromkeys((*_classes(before), *_classes(after)))]
    found = [
        Newcomer(
            field_id, kind, class_id, *(_standing(state, field_id, kind, class_id, now) for state in (before, after))
        )
        for field_id in fields
        for kind, class_id in kinds
    ]
    return [one for one in found if one.before != one.after]


def _classes(state: HallState) -> list[str]:
    return [one.class_id for one in state.document.policies.priority_classes] if state.document else []


def _standing(state: HallState, field_id: str, kind: Kind, class_id: str | None, now: int) -> Standing | None:
    document, field = state.document, state.fields.get(field_id)
    if document is None or field is None:
        return None
    place = _place(document, kind, class_id, now)
    if place is None:
        return None
    return Standing(place.at, place.reason, order.ahead_of(state, _ticket(state, field, place, now)))


def _place(document: HallDocument, kind: Kind, class_id: str | None, now: int) -> Place | None:
    if kind == "walk_in":
        return places.of_walk_in(now)
    if kind == "appointment":
        policy = document.policies.appointments
        return None if policy is None else places.of_appointment(now, now, policy)
    priority = document.policies.priority(class_id or "")
    if priority is None:
        return None
    return places.of_priority(now, priority, datetime.date.fromisoformat(business_date(document, now)))


def _ticket(state: HallState, field: Field, place: Place, now: int) -> Ticket:
    """The ticket that would be issued."""
    rank = state.issued + 1
    return Ticket(
        ticket_id="",
        series=field.series,
        serial=state.next_serials.get(field.series, 1),
        field_id=field.field_id,
        procedure_id=None,
        state=TicketState.WAITING,
        issued_at=now,
        place=place.at,
        order=rank,
        rank=rank,
        place_reason=place.reason,
    )
