"""A number: which one, at which place, and why somebody gets none."""

from __future__ import annotations

import datetime

from hall_server.domain import estimate, places
from hall_server.domain.calendar import local_time
from hall_server.domain.commands import IssueTicket
from hall_server.domain.events import TicketIssued
from hall_server.domain.guards import Decision
from hall_server.domain.learned import Expected
from hall_server.domain.model import (
    FORECAST_MS,
    DayState,
    HallDocument,
    HallState,
    PlaceReason,
    Waiting,
    ticket_id_of,
)
from hall_server.domain.people import why_not_this_person
from hall_server.domain.places import Place
from hall_server.domain.refusals import Refusal, RefusalCode, refuse


def issue(state: HallState, command: IssueTicket, now: int) -> Decision:
    """The next number of the field's series, at the place that the policies give at this time."""
    field = state.fields.get(command.field_id)
    if field is None:
        return refuse(RefusalCode.UNKNOWN_FIELD, field=command.field_id)
    refusal = _why_no_number(state, command, now) or _why_not_so(state, command)
    if refusal is not None:
        return refusal
    assert state.business_date is not None, "a day that is open has a date"
    assert state.document is not None, "a day that is open has a document"
    place = _place(state.document, command, state.business_date, now)
    serial = state.next_serials.get(field.series, 1)
    rank = state.issued + 1
    ticket_id = ticket_id_of(state.business_date, field.series, serial)
    return (
        TicketIssued(
            ticket_id=ticket_id,
            series=field.series,
            serial=serial,
            field_id=field.field_id,
            procedure_id=command.procedure_id,
            place=place.at,
            order=rank,
            place_reason=place.reason,
            priority_class=command.priority_class,
            appointment_at=command.appointment_at,
            next_fields=command.next_fields,
            expected=_expected(state, field.field_id, place, Waiting(place.at, rank, 0, ticket_id), now),
        ),
    )


def _expected(state: HallState, field_id: str, place: Place, key: Waiting, now: int) -> Expected | None:
    """The wait to tell. Walk-ins of one field within a moment of each other are told the same: an estimate costs many
    times what a number costs, and a crowd at four kiosks must not wait for it."""
    forecast = state.forecasts.get(field_id)
    if place.reason is PlaceReason.ARRIVAL and forecast is not None and now - forecast.at < FORECAST_MS:
        return forecast.expected
    return estimate.of_newcomer(state, field_id, key, now)


def _place(document: HallDocument, command: IssueTicket, business_date: str, now: int) -> Place:
    policies = document.policies
    if command.appointment_at is not None:
        assert policies.appointments is not None, "a hall without appointments refuses them"
        return places.of_appointment(now, command.appointment_at, policies.appointments)
    if command.priority_class is not None:
        priority = policies.priority(command.priority_class)
        assert priority is not None, "an unknown class was refused"
        return places.of_priority(now, priority, datetime.date.fromisoformat(business_date))
    return places.of_walk_in(now)


def _why_no_number(state: HallState, command: IssueTicket, now: int) -> Refusal | None:
    """What stands against any number of this field now."""
    if state.day is DayState.CLOSED:
        return refuse(RefusalCode.DAY_CLOSED)
    if state.day is DayState.CLOSING:
        return refuse(RefusalCode.LAST_NUMBER_GIVEN)
    if state.day is DayState.BREAK:
        assert state.document is not None, "a day that is open has a document"
        until = local_time(state.document, state.reopens_at or now)
        return refuse(RefusalCode.BREAK, until=f"{until:%H:%M}")
    field = state.fields[command.field_id]
    if command.field_id in state.stops:
        return refuse(RefusalCode.FIELD_STOPPED, field=field.name.vi)
    return None


def _why_not_so(state: HallState, command: IssueTicket) -> Refusal | None:
    """What is wrong with what was asked."""
    name = state.fields[command.field_id].name.vi
    if command.procedure_id is not None:
        procedure = state.procedures.get(command.procedure_id)
        if procedure is None or procedure.field_id != command.field_id:
            return refuse(RefusalCode.UNKNOWN_PROCEDURE, field=name, procedure=command.procedure_id)
    if command.priority_class is not None and command.appointment_at is not None:
        return refuse(RefusalCode.PRIORITY_AND_APPOINTMENT)
    assert state.document is not None, "a day that is open has a document"
    if command.appointment_at is not None and state.document.policies.appointments is None:
        return refuse(RefusalCode.NO_APPOINTMENTS)
    if command.priority_class is not None and state.document.policies.priority(command.priority_class) is None:
        return refuse(RefusalCode.UNKNOWN_PRIORITY, priority=command.priority_class)
    for field_id in command.next_fields:
        if field_id not in state.fields:
            return refuse(RefusalCode.UNKNOWN_FIELD, field=field_id)
    return why_not_this_person(state, command)
