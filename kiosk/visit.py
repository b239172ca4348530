"""The words of a visit, long because they are all here: what the kiosk remembers, what happens, what follows.

`Kiosk` and its stages are what it remembers, events what happens, effects what follows. The rules that join them are in
`kiosk.flow`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hall_link.messages import IssuedResult, Problem

Language = Literal["vi", "en"]
Paper = Literal["printing", "printed", "held", "not_cut", "failed", "unconfirmed", "moving", "elsewhere", "none"]
"""Where the paper ticket is. `held`: it waits for a printer in trouble. `not_cut`: on paper, still hanging in the slot.
`unconfirmed`: nobody can say. `moving`: another kiosk is asked to print it; `elsewhere`: that kiosk will. `none`: this
kiosk has no printer, the screen is the ticket."""

Blocked = Literal["searching", "no_server", "not_set_up", "closed", "on_break", "closing", "no_printer"]
"""Why no number can be taken here at all; worked out in `kiosk.standing`."""

Page = Literal["home", "priority", "appointment", "identity", "issuing", "ticket", "fault"]
Trouble = Literal["refused", "unreached", "stopped"]

GIVEN_UP_MAX = 16
"""Questions whose answer nobody waits for any more: as many as can be given up while the link still asks the first."""


@dataclass(frozen=True)
class Pace:
    """How long each thing lasts, in milliseconds."""

    settle_ms: int = 400
    """A page that has just come takes no touches: the second tap of a double tap was meant for the page before."""
    page_ms: int = 300
    """A quick answer goes from the touched tile straight to the number; only a slower one shows the page in between."""
    slow_ms: int = 8_000
    """From then on the page says that the server is slow, and lets the person go."""
    answer_ms: int = 120_000
    """The same question is asked again for so long. The server is away then, so nobody else could be served meanwhile.
    """
    ticket_ms: int = 15_000
    note_ms: int = 60_000
    """Without paper the number stays for a photo or a pencil."""
    print_ms: int = 30_000
    """A printer that said nothing for so long is not believed any more."""
    idle_ms: int = 30_000
    countdown_ms: int = 10_000


@dataclass(frozen=True)
class Issued:
    """The server's answer. `mark`: proof of the journal entry, hexadecimal; `at`: server time, ms since 1970 UTC."""

    result: IssuedResult
    mark: str
    at: int


# ------------------------------------------------------------------------------------------------------------- claims


@dataclass(frozen=True)
class PriorityClaim:
    """The person says that they belong to this class."""

    class_id: str


@dataclass(frozen=True)
class AppointmentClaim:
    """The person says that their appointment begins then, ms since 1970 UTC."""

    slot: int


Claim = PriorityClaim | AppointmentClaim
"""What somebody brings to their number besides the field; at most one, and gone with the person."""


# ------------------------------------------------------------------------------------------------------------- stages


@dataclass(frozen=True)
class Choosing:
    """The fields are on the screen, or, when nothing can be chosen, the reason why."""


@dataclass(frozen=True)
class Claiming:
    """The classes of priority, or the times of appointments, are on the screen."""

    page: Literal["priority", "appointment"]


@dataclass(frozen=True)
class Identifying:
    """The touched field wants to know who takes a number. `unread`: what was scanned last was no identity card."""

    field_id: str
    unread: bool = False


@dataclass(frozen=True)
class Issuing:
    """Question number `ask` is with the server."""

    ask: int
    field_id: str


@dataclass(frozen=True)
class Holding:
    """The number is on the screen. `paper_at`: since when `paper` is as it is."""

    issued: Issued
    paper: Paper
    paper_at: int
    reason: str = ""


@dataclass(frozen=True)
class Told:
    """No number, and why. `stopped`: the touched field takes nobody now."""

    trouble: Trouble
    field_id: str
    problem: Problem | None = None


Stage = Choosing | Claiming | Identifying | Issuing | Holding | Told


@dataclass(frozen=True)
class Kiosk:
    """Everything the kiosk remembers of the person in front of it, and of the questions it still owes an end."""

    stage: Stage = Choosing()
    since: int = 0
    touched_at: int = 0
    language: Language = "vi"
    tile_page: int = 0
    claim: Claim | None = None
    asks: int = 0
    given_up: tuple[int, ...] = ()
    blocked: Blocked | None = "searching"
    printer: bool = True
    """False: this kiosk has no printer at all."""


# ------------------------------------------------------------------------------------------------------------- events


@dataclass(frozen=True)
class Touched:
    """A finger anywhere on the glass."""


@dataclass(frozen=True)
class FieldTouched:
    """A field's tile, as the newest rows say. `accepting`: it takes numbers now; `asks`: it wants an identity card."""

    field_id: str
    accepting: bool
    asks: bool = False


@dataclass(frozen=True)
class CodeShown:
    """Something was held before the scanner. `person`: the mark of an identity card; None for any other code."""

    person: str | None


@dataclass(frozen=True)
class ClaimTouched:
    """ "Ưu tiên", or "Tôi có hẹn"."""

    page: Literal["priority", "appointment"]


@dataclass(frozen=True)
class ClaimMade:
    """A class or a time was chosen; None: what was chosen is taken back."""

    claim: Claim | None


@dataclass(frozen=True)
class Answered:
    """The end of question `ask`: an answer, or (`unreached`) the link stopped asking."""

    ask: int
    answer: Issued | Problem
    unreached: bool = False


@dataclass(frozen=True)
class PaperSettled:
    """What became of a ticket's paper."""

    ticket_id: str
    paper: Paper
    reason: str = ""


@dataclass(frozen=True)
class Interrupted:
    """A question that was under way when the program ended is asked again. `fresh`: so lately that whoever asked may
    still stand here.
    """

    field_id: str
    claim: Claim | None
    language: Language
    fresh: bool
    person: str | None = None


@dataclass(frozen=True)
class DoneTouched:
    """The person has read the page and is finished, or gives up waiting."""


@dataclass(frozen=True)
class ElsewhereTouched:
    """Print the ticket at that kiosk, since this one cannot. `name`: what people call it."""

    kiosk_id: str
    name: str


@dataclass(frozen=True)
class LanguageTouched:
    """The other language."""


@dataclass(frozen=True)
class TilesTurned:
    """Another page of tiles, from 0; the screen says how many there are."""

    tile_page: int


@dataclass(frozen=True)
class Surrounded:
    """What stands in the way of any number, as of now."""

    blocked: Blocked | None


@dataclass(frozen=True)
class Ticked:
    """Time went by."""


Event = (
    Touched
    | FieldTouched
    | CodeShown
    | ClaimTouched
    | ClaimMade
    | Answered
    | PaperSettled
    | Interrupted
    | DoneTouched
    | ElsewhereTouched
    | LanguageTouched
    | TilesTurned
    | Surrounded
    | Ticked
)

# ------------------------------------------------------------------------------------------------------------ effects


@dataclass(frozen=True)
class Ask:
    """Ask the server for a number, once, under one command id, and bring the end back as `Answered`."""

    ask: int
    field_id: str
    claim: Claim | None = None
    person: str | None = None


@dataclass(frozen=True)
class Print:
    """Put this number on paper, in this language."""

    issued: Issued
    language: Language


@dataclass(frozen=True)
class HandBack:
    """Cancel a number that came when nobody was there to see it."""

    ticket_id: str


@dataclass(frozen=True)
class PrintElsewhere:
    """Ask the hall to print this number at that kiosk; its answer comes back as `PaperSettled`."""

    ticket_id: str
    kiosk_id: str
    name: str


Effect = Ask | Print | HandBack | PrintElsewhere
