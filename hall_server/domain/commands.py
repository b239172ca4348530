"""What can be asked of the hall; long because it lists them all.

Each has the fields of its wire message of the same name in `hall_link.commands`.
"""

from __future__ import annotations

from dataclasses import dataclass

from hall_server.domain.model import HallDocument, PrinterCondition


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """`priority_class`, `appointment_at` (ms, the slot's begin): at most one of them. `next_fields`: further legs.
    `person`: the day's mark of who asks, for fields that want it."""

    field_id: str
    procedure_id: str | None = None
    priority_class: str | None = None
    appointment_at: int | None = None
    next_fields: tuple[str, ...] = ()
    person: str | None = None


@dataclass(frozen=True, slots=True)
class CallNext:
    """`finishing`: the ticket that the officer saw being served; it ends in the same step."""

    counter_id: int
    finishing: str | None = None


@dataclass(frozen=True, slots=True)
class CallChosen:
    """Call this waiting ticket now; `reason` is one of the hall's list and goes on the record."""

    counter_id: int
    ticket_id: str
    reason: str


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
class ComeBack:
    """Somebody who missed the call is here now."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class HoldTicket:
    """The person fetches something and is expected back at `until` (ms)."""

    counter_id: int
    ticket_id: str
    until: int


@dataclass(frozen=True, slots=True)
class ResumeTicket:
    """The person who was on hold is back."""

    ticket_id: str


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Take back the last step of this counter, which was about this ticket."""

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
class PauseCounter:
    counter_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeCounter:
    counter_id: int


@dataclass(frozen=True, slots=True)
class ServeFields:
    """From now on the counter serves these fields, and helps those."""

    counter_id: int
    fields: tuple[str, ...]
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopField:
    """No numbers for this field; `reopens_at` (ms): when staff expect to take it up again."""

    field_id: str
    reopens_at: int | None = None


@dataclass(frozen=True, slots=True)
class ResumeField:
    field_id: str


@dataclass(frozen=True, slots=True)
class Announce:
    """Say and show these words in the zone, empty for the whole hall; shown for so many minutes."""

    vi: str
    en: str = ""
    urgent: bool = False
    zone: str = ""
    minutes: int = 10


@dataclass(frozen=True, slots=True)
class WithdrawAnnouncement:
    announcement_id: str


@dataclass(frozen=True, slots=True)
class OpenDay:
    pass


@dataclass(frozen=True, slots=True)
class StopIssuing:
    pass


@dataclass(frozen=True, slots=True)
class BeginBreak:
    """No numbers until `reopens_at` (ms)."""

    reopens_at: int


@dataclass(frozen=True, slots=True)
class EndBreak:
    pass


@dataclass(frozen=True, slots=True)
class CloseDay:
    """`force`: also end what is at the counters (the night between two days does)."""

    force: bool = False


@dataclass(frozen=True, slots=True)
class ConfigureHall:
    document: HallDocument


@dataclass(frozen=True, slots=True)
class ReprintTicket:
    """One more paper of this number, marked as such, at the printer of that kiosk."""

    ticket_id: str
    kiosk_id: str


@dataclass(frozen=True, slots=True)
class ConfirmRoll:
    """Staff have put a new roll of paper into the printer of that kiosk."""

    kiosk_id: str


@dataclass(frozen=True, slots=True)
class ReportPrinted:
    """`copy`: 0 for the first paper, else which reprint."""

    ticket_id: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class ReportPrintFailed:
    ticket_id: str
    reason: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class ReportPrinter:
    """How the printer of a kiosk is, as the kiosk saw it `at` (ms by the hall's clock)."""

    kiosk_id: str
    condition: PrinterCondition
    at: int
    label: str = ""
    paper_low: bool = False
    metres_left: int | None = None


@dataclass(frozen=True, slots=True)
class ReportShown:
    call_id: str


@dataclass(frozen=True, slots=True)
class ReportSpoken:
    call_id: str
    spoken: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportAnnouncementSpoken:
    announcement_id: str
    zone: str
    spoken: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BoardAnswers:
    """A board of the zone is there. The server's own word, as the next one: no device says it."""

    board_id: str
    zone: str
    voice: bool


@dataclass(frozen=True, slots=True)
class BoardSilent:
    """Nothing has been heard of the board for too long."""

    board_id: str


Command = (
    IssueTicket
    | CallNext
    | CallChosen
    | Recall
    | StartService
    | FinishService
    | MarkMissed
    | ComeBack
    | HoldTicket
    | ResumeTicket
    | UndoStep
    | TransferTicket
    | CancelTicket
    | OpenCounter
    | CloseCounter
    | PauseCounter
    | ResumeCounter
    | ServeFields
    | StopField
    | ResumeField
    | Announce
    | WithdrawAnnouncement
    | OpenDay
    | StopIssuing
    | BeginBreak
    | EndBreak
    | CloseDay
    | ConfigureHall
    | ReprintTicket
    | ConfirmRoll
    | ReportPrinted
    | ReportPrintFailed
    | ReportPrinter
    | ReportShown
    | ReportSpoken
    | ReportAnnouncementSpoken
    | BoardAnswers
    | BoardSilent
)
