"""What the reply to a command says beyond "done": the ticket that was issued or called, as it stood then."""

from __future__ import annotations

import msgspec

from hall_link.messages import AnnouncedResult, CalledResult, IssuedResult, NoResult
from hall_server.domain.commands import Announce, CallChosen, CallNext, Command, IssueTicket
from hall_server.domain.events import AnnouncementMade, Event, TicketCalled, TicketIssued
from hall_server.domain.model import HallState
from hall_server.domain.order import ahead_of, callers_of
from hall_server.web.rows import announcement_row, ticket_row, wait_range

_ENCODER = msgspec.json.Encoder()
_NOTHING = _ENCODER.encode(NoResult())


def result_of(state: HallState, command: Command, events: tuple[Event, ...]) -> bytes:
    """The reply's `result` as JSON; `state` has evolved by `events` already. See `COMMANDS` for its type."""
    if isinstance(command, IssueTicket):
        return _ENCODER.encode(_issued(state, events))
    if isinstance(command, CallNext | CallChosen):
        return _ENCODER.encode(_called(state, events))
    if isinstance(command, Announce):
        return _ENCODER.encode(_announced(state, events))
    return _NOTHING


def _issued(state: HallState, events: tuple[Event, ...]) -> IssuedResult:
    (issued,) = events
    assert isinstance(issued, TicketIssued), "issuing gives a ticket or a refusal"
    ticket = state.tickets[issued.ticket_id]
    callers = callers_of(state, ticket)
    return IssuedResult(ticket_row(ticket), ahead_of(state, ticket, callers), callers, wait_range(ticket.expected))


def _called(state: HallState, events: tuple[Event, ...]) -> CalledResult:
    called = next((event for event in events if isinstance(event, TicketCalled)), None)
    return CalledResult(None if called is None else ticket_row(state.tickets[called.ticket_id]))


def _announced(state: HallState, events: tuple[Event, ...]) -> AnnouncedResult:
    (made,) = events
    assert isinstance(made, AnnouncementMade), "announcing makes an announcement or a refusal"
    return AnnouncedResult(announcement_row(state.announcements[made.announcement_id]))
