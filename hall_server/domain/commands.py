"""What can be asked of the hall. Each has the fields of its wire message of the same name in `hall_link.messages`."""

from __future__ import annotations

from dataclasses import dataclass

from hall_server.domain.model import HallDocument


@dataclass(frozen=True, slots=True)
class IssueTicket:
    field_id: str
    procedure_id: str | None = None


@dataclass(frozen=True, slots=True)
class CallNext:
    """`finishing`: the ticket that the officer saw being served; it ends in the same step."""

    counter_id: int
    finishing: str | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    counter_id: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class StartService:
    counter_id: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class FinishService:
    counter_id: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class MarkMissed:
    counter_id: int
    ticket_id: str


@dataclass(frozen=True, slots=True)
class TransferTicket:
    """Exactly one of `to_field` and `to_counter`."""

    counter_id: int
    ticket_id: str
    to_field: str | None = None
    to_counter: int | None = None


@dataclass(frozen=True, slots=True)
class CancelTicket:
    ticket_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenCounter:
    counter_id: int
    fields: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CloseCounter:
    counter_id: int


@dataclass(frozen=True, slots=True)
class StopField:
    field_id: str
    reopens_at: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeField:
    field_id: str


@dataclass(frozen=True, slots=True)
class OpenDay:
    pass


@dataclass(frozen=True, slots=True)
class StopIssuing:
    pass


@dataclass(frozen=True, slots=True)
class CloseDay:
    """`force`: also end what is at the counters (the night between two days does)."""

    force: bool = False


@dataclass(frozen=True, slots=True)
class ConfigureHall:
    document: HallDocument


@dataclass(frozen=True, slots=True)
class ReportPrinted:
    ticket_id: str


@dataclass(frozen=True, slots=True)
class ReportPrintFailed:
    ticket_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportShown:
    call_id: str


@dataclass(frozen=True, slots=True)
class ReportSpoken:
    call_id: str
    spoken: bool
    reason: str = ""


Command = (
    IssueTicket
    | CallNext
    | Recall
    | StartService
    | FinishService
    | MarkMissed
    | TransferTicket
    | CancelTicket
    | OpenCounter
    | CloseCounter
    | StopField
    | ResumeField
    | OpenDay
    | StopIssuing
    | CloseDay
    | ConfigureHall
    | ReportPrinted
    | ReportPrintFailed
    | ReportShown
    | ReportSpoken
)
