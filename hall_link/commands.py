"""What can be asked of the hall: a type for each command, with the fields of its body. Long because it lists them all.

`hall_link.messages.COMMANDS` is their table, with the name in the path and the type of the reply.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from hall_link.document import HallDocument
from hall_link.rows import PrinterCondition

Reason = Annotated[str, Meta(max_length=200)]
"""Words for the record; never a person's name, illness or identity."""
AnnouncementText = Annotated[str, Meta(max_length=300)]
"""About half a minute of speech."""
Instant = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
"""Milliseconds since 1970-01-01 UTC, up to the year 9999: what every clock and database can hold."""


KioskId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]{1,40}$")]
"""The name under which the hall knows the device."""
PersonMark = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
Copy = Annotated[int, Meta(ge=0, le=99)]


class Command(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that a person or a device asks of the hall."""


class IssueTicket(Command, frozen=True):
    """A citizen takes a number in a field, for a procedure where it is known.

    `priority_class`: as the citizen or staff say; `appointment_at`: when the slot begins; at most one of them.
    `next_fields`: the further fields of the same visit, in order. `person`: for fields that ask who somebody is, the
    first 16 bytes, in hex, of HMAC-SHA-256 over the card's number under the key in the kiosk's `PersonKeyRow`.
    """

    field_id: str
    procedure_id: str | None = None
    priority_class: str | None = None
    appointment_at: Instant | None = None
    next_fields: Annotated[tuple[str, ...], Meta(max_length=10)] = ()
    person: PersonMark | None = None


class CallNext(Command, frozen=True):
    """The counter calls whoever is next for it.

    `finishing`: the ticket that the officer's screen shows as being served; it is finished in the same step. A press
    that names another ticket than the counter's current one is refused, so two presses never call two people.
    """

    counter_id: int
    finishing: str | None = None


class CallChosen(Command, frozen=True):
    """Call this waiting ticket out of order. `reason`: one of the hall's list; it goes on the record."""

    counter_id: int
    ticket_id: str
    reason: Reason


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


class UndoStep(Command, frozen=True):
    """Take back the counter's last step (start, finish, missed, hold), which was about this ticket."""

    counter_id: int
    ticket_id: str


class ComeBack(Command, frozen=True):
    """The person who missed the call is here: it waits again, behind the next few."""

    ticket_id: str


class HoldTicket(Command, frozen=True):
    """The person fetches a paper and keeps the place. `until`: when they are expected back."""

    counter_id: int
    ticket_id: str
    until: Instant


class ResumeTicket(Command, frozen=True):
    """The person on hold is back."""

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


class PauseCounter(Command, frozen=True):
    """The counter calls nobody for a while."""

    counter_id: int
    reason: Reason = ""


class ResumeCounter(Command, frozen=True):
    """The counter calls again."""

    counter_id: int


class ServeFields(Command, frozen=True):
    """From now on the counter serves these fields, and helps those when it can."""

    counter_id: int
    fields: tuple[str, ...]
    helps: tuple[str, ...] = ()


class StopField(Command, frozen=True):
    """No more numbers for this field. `reopens_at`: when numbers are expected again, for the kiosk's tile."""

    field_id: str
    reopens_at: Instant | None = None


class ResumeField(Command, frozen=True):
    """Numbers for this field again."""

    field_id: str


class Announce(Command, frozen=True):
    """Say these words to everybody in a zone, empty for the whole hall, and show them on its boards for so many
    minutes. `urgent`: before all calls. Never a person's name: the record keeps it for ever."""

    vi: AnnouncementText
    en: AnnouncementText = ""
    urgent: bool = False
    zone: Annotated[str, Meta(max_length=40)] = ""
    minutes: Annotated[int, Meta(ge=1, le=480)] = 10


class WithdrawAnnouncement(Command, frozen=True):
    """The announcement is not shown any more, and not begun to be spoken."""

    announcement_id: str


class OpenDay(Command, frozen=True):
    """Begin the business day of the server's date, or take it up again after it was closed."""


class StopIssuing(Command, frozen=True):
    """The last number of the day has been given; who waits is still served."""


class BeginBreak(Command, frozen=True):
    """No numbers until `reopens_at`; who waits is served."""

    reopens_at: Instant


class EndBreak(Command, frozen=True):
    """Numbers again."""


class CloseDay(Command, frozen=True):
    """End the business day: who still waits expires. `force`: also end what is at the counters."""

    force: bool = False


class ConfigureHall(Command, frozen=True):
    """Put a new hall document in force."""

    document: HallDocument


class ReprintTicket(Command, frozen=True):
    """Print this number once more, marked as a reprint, at the printer of that kiosk."""

    ticket_id: str
    kiosk_id: KioskId


class ConfirmRoll(Command, frozen=True):
    """Staff have put a new roll of paper into the printer of that kiosk."""

    kiosk_id: KioskId


class ReportPrinted(Command, frozen=True):
    """The whole ticket is on paper, as confirmed by the printer. `copy`: 0 for the first paper, else which reprint."""

    ticket_id: str
    copy: Copy = 0


class ReportPrintFailed(Command, frozen=True):
    """The ticket did not come out, or nobody can say. `reason`: a word for it."""

    ticket_id: str
    reason: Reason
    copy: Copy = 0


class ReportPrinter(Command, frozen=True):
    """How the printer of a kiosk is, as the kiosk saw it `at` by the hall's clock.

    `label`: what people call the kiosk. `paper_low`: the printer's sensor says so; `metres_left`: the kiosk's estimate
    of what is on the roll, None where it has none.
    """

    kiosk_id: KioskId
    condition: PrinterCondition
    at: Instant
    label: Annotated[str, Meta(max_length=60)] = ""
    paper_low: bool = False
    metres_left: Annotated[int, Meta(ge=0, le=1000)] | None = None


class ReportShown(Command, frozen=True):
    """A frame with this call was on the wallboard."""

    call_id: str


class ReportSpoken(Command, frozen=True):
    """The call's announcement ended, or was left out. `reason`: why it was left out, else empty."""

    call_id: str
    spoken: bool
    reason: Reason = ""


class ReportAnnouncementSpoken(Command, frozen=True):
    """The voice of a zone has said an announcement, or left it out. `reason`: why it was left out, else empty."""

    announcement_id: str
    zone: Annotated[str, Meta(max_length=40)]
    spoken: bool
    reason: Reason = ""
