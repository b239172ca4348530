"""The wire's commands and their replies, and the one error shape; the feed's frames are in `feed.py`.

Everything is JSON. Commands travel by HTTP, `POST /commands/{name}` with the command's own fields as the body and its
id in `Idempotency-Key`; a command repeated with the same id gets the stored reply, never a second effect. Facts that
devices report (printed, shown, spoken) are commands like any other.

`COMMANDS` is the one table of what can be asked; routes, the OpenAPI page, the client and the tests are made from it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Raw, Struct

from hall_link.commands import (
    Announce,
    BeginBreak,
    CallChosen,
    CallNext,
    CancelTicket,
    CloseCounter,
    CloseDay,
    ComeBack,
    Command,
    ConfigureHall,
    ConfirmRoll,
    EndBreak,
    FinishService,
    HoldTicket,
    IssueTicket,
    MarkMissed,
    OpenCounter,
    OpenDay,
    PauseCounter,
    Recall,
    ReportAnnouncementSpoken,
    ReportPrinted,
    ReportPrinter,
    ReportPrintFailed,
    ReportShown,
    ReportSpoken,
    ReprintTicket,
    ResumeCounter,
    ResumeField,
    ResumeTicket,
    ServeFields,
    StartService,
    StopField,
    StopIssuing,
    TransferTicket,
    UndoStep,
    WithdrawAnnouncement,
)
from hall_link.rows import AnnouncementRow, TicketRow, WaitRange, Words

IDEMPOTENCY_HEADER = "Idempotency-Key"
DEVICE_HEADER = "Hall-Device"


class NoResult(Struct, frozen=True):
    """The reply says that it was done; what changed comes by the feed."""


class IssuedResult(Struct, frozen=True):
    """`ahead`: who will be called before this ticket as things stand. `counters`: the open counters that may call it.
    `wait`: how long it is expected to wait, which is promised and measured; None where nothing can be foretold."""

    ticket: TicketRow
    ahead: int
    counters: list[int]
    wait: WaitRange | None = None


class CalledResult(Struct, frozen=True):
    """`ticket` is None when the current ticket was finished and nobody else waits."""

    ticket: TicketRow | None


class AnnouncedResult(Struct, frozen=True):
    """The announcement as it is in force; its id withdraws it."""

    announcement: AnnouncementRow


Result = NoResult | IssuedResult | CalledResult | AnnouncedResult


class CommandSpec(NamedTuple):
    """One line of the table: the name in the path, the body's type, the type of the reply's `result`."""

    name: str
    command: type[Command]
    result: type[Struct]


COMMANDS: tuple[CommandSpec, ...] = (
    CommandSpec("issue_ticket", IssueTicket, IssuedResult),
    CommandSpec("call_next", CallNext, CalledResult),
    CommandSpec("call_chosen", CallChosen, CalledResult),
    CommandSpec("recall", Recall, NoResult),
    CommandSpec("start_service", StartService, NoResult),
    CommandSpec("finish_service", FinishService, NoResult),
    CommandSpec("mark_missed", MarkMissed, NoResult),
    CommandSpec("undo_step", UndoStep, NoResult),
    CommandSpec("come_back", ComeBack, NoResult),
    CommandSpec("hold_ticket", HoldTicket, NoResult),
    CommandSpec("resume_ticket", ResumeTicket, NoResult),
    CommandSpec("transfer_ticket", TransferTicket, NoResult),
    CommandSpec("cancel_ticket", CancelTicket, NoResult),
    CommandSpec("open_counter", OpenCounter, NoResult),
    CommandSpec("close_counter", CloseCounter, NoResult),
    CommandSpec("pause_counter", PauseCounter, NoResult),
    CommandSpec("resume_counter", ResumeCounter, NoResult),
    CommandSpec("serve_fields", ServeFields, NoResult),
    CommandSpec("stop_field", StopField, NoResult),
    CommandSpec("resume_field", ResumeField, NoResult),
    CommandSpec("announce", Announce, AnnouncedResult),
    CommandSpec("withdraw_announcement", WithdrawAnnouncement, NoResult),
    CommandSpec("open_day", OpenDay, NoResult),
    CommandSpec("stop_issuing", StopIssuing, NoResult),
    CommandSpec("begin_break", BeginBreak, NoResult),
    CommandSpec("end_break", EndBreak, NoResult),
    CommandSpec("close_day", CloseDay, NoResult),
    CommandSpec("configure_hall", ConfigureHall, NoResult),
    CommandSpec("reprint_ticket", ReprintTicket, NoResult),
    CommandSpec("confirm_roll", ConfirmRoll, NoResult),
    CommandSpec("report_printed", ReportPrinted, NoResult),
    CommandSpec("report_print_failed", ReportPrintFailed, NoResult),
    CommandSpec("report_printer", ReportPrinter, NoResult),
    CommandSpec("report_shown", ReportShown, NoResult),
    CommandSpec("report_spoken", ReportSpoken, NoResult),
    CommandSpec("report_announcement_spoken", ReportAnnouncementSpoken, NoResult),
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
