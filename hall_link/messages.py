"""The wire's commands and their replies, and the one error shape; the feed's frames are in `feed.py`.

Everything is JSON. Commands travel by HTTP, `POST /commands/{name}` with the command's own fields as the body and its
id in `Idempotency-Key`; a command repeated with the same id gets the stored reply, never a second effect. Facts that
devices report (printed, shown, spoken) are commands like any other.

`COMMANDS` is the one table of what can be asked; routes, the OpenAPI page, the client and the tests are made from it.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Raw, Struct

from hall_link.document import HallDocument
from hall_link.rows import TicketRow, Words

IDEMPOTENCY_HEADER = "Idempotency-Key"
DEVICE_HEADER = "Hall-Device"

Reason = Annotated[str, Meta(max_length=200)]
"""Words for the record; never a person's name, illness or identity."""
Instant = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
"""Milliseconds since 1970-01-01 UTC, up to the year 9999: what every clock and database can hold."""

# ----------------------------------------------------------------------------------------------------------- commands


class Command(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that a person or a device asks of the hall."""


class IssueTicket(Command, frozen=True):
    """A citizen takes a number in a field, for a procedure where it is known."""

    field_id: str
    procedure_id: str | None = None


class CallNext(Command, frozen=True):
    """The counter calls whoever is next for it.

    `finishing`: the ticket that the officer's screen shows as being served; it is finished in the same step. A press
    that names another ticket than the counter's current one is refused, so two presses never call two people.
    """

    counter_id: int
    finishing: str | None = None


class Recall(Command, frozen=True):
    """Call the ticket that was called and has not come yet once more."""

    counter_id: int
    ticket_id: str


class StartService(Command, frozen=True):
    """The person is at the counter."""

    counter_id: int
    ticket_id: str


class FinishService(Command, frozen=True):
    """The person's business at this counter is done."""

    counter_id: int
    ticket_id: str


class MarkMissed(Command, frozen=True):
    """The person was called and did not come."""

    counter_id: int
    ticket_id: str


class TransferTicket(Command, frozen=True):
    """Send the person at the counter on, with the same number and place, to a field or to one counter (exactly one)."""

    counter_id: int
    ticket_id: str
    to_field: str | None = None
    to_counter: int | None = None


class CancelTicket(Command, frozen=True):
    """The person gives the number back, or staff take it out of the queue."""

    ticket_id: str
    reason: Reason = ""


class OpenCounter(Command, frozen=True):
    """An officer opens a counter. `fields`: what it serves from now on; None for what the hall's document says."""

    counter_id: int
    fields: tuple[str, ...] | None = None


class CloseCounter(Command, frozen=True):
    """The counter serves nobody from now on."""

    counter_id: int


class StopField(Command, frozen=True):
    """No more numbers for this field. `reopens_at`: when numbers are expected again, for the kiosk's tile."""

    field_id: str
    reopens_at: Instant | None = None


class ResumeField(Command, frozen=True):
    """Numbers for this field again."""

    field_id: str


class OpenDay(Command, frozen=True):
    """Begin the business day of the server's date, or take it up again after it was closed."""


class StopIssuing(Command, frozen=True):
    """The last number of the day has been given; who waits is still served."""


class CloseDay(Command, frozen=True):
    """End the business day: who still waits expires. `force`: also end what is at the counters."""

    force: bool = False


class ConfigureHall(Command, frozen=True):
    """Put a new hall document in force."""

    document: HallDocument


class ReportPrinted(Command, frozen=True):
    """The whole ticket is on paper, as confirmed by the printer."""

    ticket_id: str


class ReportPrintFailed(Command, frozen=True):
    """The ticket did not come out, or nobody can say. `reason`: a word for it."""

    ticket_id: str
    reason: Reason


class ReportShown(Command, frozen=True):
    """A frame with this call was on the wallboard."""

    call_id: str


class ReportSpoken(Command, frozen=True):
    """The call's announcement ended, or was left out. `reason`: why it was left out, else empty."""

    call_id: str
    spoken: bool
    reason: Reason = ""


class NoResult(Struct, frozen=True):
    """The reply says that it was done; what changed comes by the feed."""


class IssuedResult(Struct, frozen=True):
    """`ahead`: who will be called before this ticket as things stand. `counters`: the open counters that may call
    it."""

    ticket: TicketRow
    ahead: int
    counters: list[int]


class CalledResult(Struct, frozen=True):
    """`ticket` is None when the current ticket was finished and nobody else waits."""

    ticket: TicketRow | None


Result = NoResult | IssuedResult | CalledResult


class CommandSpec(NamedTuple):
    """One line of the table: the name in the path, the body's type, the type of the reply's `result`."""

    name: str
    command: type[Command]
    result: type[Struct]


COMMANDS: tuple[CommandSpec, ...] = (
    CommandSpec("issue_ticket", IssueTicket, IssuedResult),
    CommandSpec("call_next", CallNext, CalledResult),
    CommandSpec("recall", Recall, NoResult),
    CommandSpec("start_service", StartService, NoResult),
    CommandSpec("finish_service", FinishService, NoResult),
    CommandSpec("mark_missed", MarkMissed, NoResult),
    CommandSpec("transfer_ticket", TransferTicket, NoResult),
    CommandSpec("cancel_ticket", CancelTicket, NoResult),
    CommandSpec("open_counter", OpenCounter, NoResult),
    CommandSpec("close_counter", CloseCounter, NoResult),
    CommandSpec("stop_field", StopField, NoResult),
    CommandSpec("resume_field", ResumeField, NoResult),
    CommandSpec("open_day", OpenDay, NoResult),
    CommandSpec("stop_issuing", StopIssuing, NoResult),
    CommandSpec("close_day", CloseDay, NoResult),
    CommandSpec("configure_hall", ConfigureHall, NoResult),
    CommandSpec("report_printed", ReportPrinted, NoResult),
    CommandSpec("report_print_failed", ReportPrintFailed, NoResult),
    CommandSpec("report_shown", ReportShown, NoResult),
    CommandSpec("report_spoken", ReportSpoken, NoResult),
)


class CommandReply(Struct, frozen=True):
    """A command was carried out, durably. `seq`: the journal entry that holds it; `mark`: the first 16 hex digits of
    that entry's hash; `at`: the server's time of it; `result`: see the command's line in `COMMANDS`."""

    command_id: str
    seq: int
    mark: str
    at: int
    result: Raw


# ------------------------------------------------------------------------------------------------------------- errors


class Problem(Struct, frozen=True, omit_defaults=True):
    """Why something was not done, in words for the person in front of the screen.

    `family`: `refusal` (the rules say no; asking again changes nothing by itself), `environment` (no disk, locked,
    stopping: the same command may be sent again after `retry_after_ms`), `request` (the caller's mistake), `bug`
    (ours). `message`: what happened; `remedy`: what to do now; `places`: where the mistakes are, one line each.
    """

    code: str
    family: Literal["refusal", "environment", "request", "bug"]
    message: Words
    remedy: Words
    retry_after_ms: int | None = None
    places: list[str] = []


class ErrorReply(Struct, frozen=True):
    """The body of every answer that is not a success, on every route."""

    error: Problem
