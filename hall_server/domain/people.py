"""One live ticket per person and field, where a hall asks who somebody is.

A person is a mark: the keyed hash that a kiosk makes of an identity card with the key of the day. The number of the
card never reaches the server, and neither mark nor key stands in an event: what is here is kept beside the journal, in
tables of its own, and is gone with the key when the day closes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hall_server.domain.commands import Command, IssueTicket
from hall_server.domain.events import DayOpened, Event, TicketIssued
from hall_server.domain.model import ENDED, HallState, Ticket
from hall_server.domain.refusals import Refusal, RefusalCode, refuse

KEY_BYTES = 32


def why_not_this_person(state: HallState, command: IssueTicket) -> Refusal | None:
    """A field that asks needs a person, and one who has no live ticket there; further fields of the visit count too."""
    asking = _asking(state, command)
    if not asking:
        return None
    if command.person is None:
        return refuse(RefusalCode.PERSON_NEEDED, field=state.fields[asking[0]].name.vi)
    for ticket_id, person in state.people.marks.items():
        ticket = state.tickets[ticket_id]
        if person == command.person and ticket.state not in ENDED:
            for field_id in asking:
                if field_id in _fields_of(ticket):
                    return refuse(
                        RefusalCode.ONE_PER_PERSON, number=ticket.number, field=state.fields[field_id].name.vi
                    )
    return None


def remember(state: HallState, command: Command, events: Iterable[Event], new_key: Callable[[int], bytes]) -> None:
    """What a command that was carried out adds beside the journal: a key for a day that opened without one, and whose
    ticket it is where a field asks."""
    for event in events:
        if isinstance(event, DayOpened) and state.people.key is None:
            state.people.key = new_key(KEY_BYTES)
        elif isinstance(event, TicketIssued) and isinstance(command, IssueTicket) and _asking(state, command):
            assert command.person is not None, "without a person the field refused"
            state.people.marks[event.ticket_id] = command.person


def _asking(state: HallState, command: IssueTicket) -> list[str]:
    fields = (command.field_id, *command.next_fields)
    return [one for one in fields if one in state.fields and state.fields[one].one_per_person]


def _fields_of(ticket: Ticket) -> tuple[str, ...]:
    return ticket.field_id, *ticket.next_fields
