"""What the kiosk does next: the whole visit of one citizen, as a pure machine without clock, network or screen.

    Choosing --field touched--> Issuing --answer--> Holding --done, or left alone--> Choosing
                                   |--refused, or no answer--> Told --back, or left alone--> Choosing

`step` takes what happened and the time, and returns the next state with what the program must do now (`Effect`). Three
rules shape it. A touch that would ask for a number while one is being asked for does nothing, so a double tap is one
ticket. A number that was issued is shown, or, when the person had already gone away from the page, handed back: it
never waits in the queue with nobody to hear it. And every state ends by itself after a bounded time, because whoever
stood here may have left.

Times are milliseconds of any clock that never runs backwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from hall_link.messages import IssuedResult, Problem

Language = Literal["vi", "en"]
Paper = Literal["printing", "printed", "held", "not_cut", "failed", "unconfirmed", "none"]
"""Where the paper ticket is. `held`: it waits for a printer in trouble. `not_cut`: on paper, still hanging in the slot.
`unconfirmed`: nobody can say. `none`: this kiosk has no printer, the screen is the ticket."""

Blocked = Literal["searching", "no_server", "not_set_up", "closed", "closing", "no_printer"]
"""Why no number can be taken here at all; worked out in `kiosk.standing`."""

Page = Literal["home", "issuing", "ticket", "fault"]
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


# ------------------------------------------------------------------------------------------------------------- stages


@dataclass(frozen=True)
class Choosing:
    """The fields are on the screen, or, when nothing can be chosen, the reason why."""


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


Stage = Choosing | Issuing | Holding | Told


@dataclass(frozen=True)
class Kiosk:
    """Everything the kiosk remembers of the person in front of it, and of the questions it still owes an end."""

    stage: Stage = Choosing()
    since: int = 0
    touched_at: int = 0
    language: Language = "vi"
    tile_page: int = 0
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
    """A field's tile. `accepting`: it takes numbers now, as the newest rows say."""

    field_id: str
    accepting: bool


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
class DoneTouched:
    """The person has read the page and is finished, or gives up waiting."""


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
    Touched | FieldTouched | Answered | PaperSettled | DoneTouched | LanguageTouched | TilesTurned | Surrounded | Ticked
)

# ------------------------------------------------------------------------------------------------------------ effects


@dataclass(frozen=True)
class Ask:
    """Ask the server for a number, once, under one command id, and bring the end back as `Answered`."""

    ask: int
    field_id: str


@dataclass(frozen=True)
class Print:
    """Put this number on paper, in this language."""

    issued: Issued
    language: Language


@dataclass(frozen=True)
class HandBack:
    """Cancel a number that came when nobody was there to see it."""

    ticket_id: str


Effect = Ask | Print | HandBack

# ------------------------------------------------------------------------------------------------------------ machine


def step(kiosk: Kiosk, event: Event, now: int, pace: Pace) -> tuple[Kiosk, tuple[Effect, ...]]:
    """What follows from `event` at `now`: the next state, and what to do."""
    match event:
        case Surrounded(blocked):
            return replace(kiosk, blocked=blocked), ()
        case Answered():
            return _answered(kiosk, event, now)
        case PaperSettled(ticket_id, paper, reason):
            stage = kiosk.stage
            if isinstance(stage, Holding) and stage.issued.result.ticket.ticket_id == ticket_id:
                return replace(kiosk, stage=replace(stage, paper=paper, paper_at=now, reason=reason)), ()
            return kiosk, ()
        case Ticked():
            return _ticked(kiosk, now, pace), ()
        case _:
            return _touched(replace(kiosk, touched_at=now), event, now, pace)


def _touched(kiosk: Kiosk, event: Event, now: int, pace: Pace) -> tuple[Kiosk, tuple[Effect, ...]]:
    if not settled(kiosk, now, pace):
        return kiosk, ()
    match event, kiosk.stage:
        case FieldTouched(field_id, accepting), Choosing() if kiosk.blocked is None:
            if not accepting:
                return _enter(kiosk, Told("stopped", field_id), now), ()
            ask = kiosk.asks + 1
            return _enter(replace(kiosk, asks=ask), Issuing(ask, field_id), now), (Ask(ask, field_id),)
        case DoneTouched(), Holding() | Told():
            return _leave(kiosk, now), ()
        case DoneTouched(), Issuing(ask) if now - kiosk.since >= pace.slow_ms:
            return _give_up(_leave(kiosk, now), ask), ()
        case LanguageTouched(), Choosing() | Holding() | Told():
            return replace(kiosk, language="en" if kiosk.language == "vi" else "vi"), ()
        case TilesTurned(tile_page), Choosing():
            return replace(kiosk, tile_page=max(0, tile_page)), ()
    return kiosk, ()


def _answered(kiosk: Kiosk, event: Answered, now: int) -> tuple[Kiosk, tuple[Effect, ...]]:
    answer = event.answer
    if isinstance(kiosk.stage, Issuing) and kiosk.stage.ask == event.ask:
        if isinstance(answer, Problem):
            trouble: Trouble = "unreached" if event.unreached else "refused"
            return _enter(kiosk, Told(trouble, kiosk.stage.field_id, answer), now), ()
        paper: Paper = "printing" if kiosk.printer else "none"
        return _enter(kiosk, Holding(answer, paper, now), now), (Print(answer, kiosk.language),)
    if event.ask in kiosk.given_up:
        left = replace(kiosk, given_up=tuple(ask for ask in kiosk.given_up if ask != event.ask))
        return left, () if isinstance(answer, Problem) else (HandBack(answer.result.ticket.ticket_id),)
    return kiosk, ()


def _ticked(kiosk: Kiosk, now: int, pace: Pace) -> Kiosk:
    match kiosk.stage:
        case Issuing(ask, field_id):
            if now - kiosk.since >= pace.answer_ms:
                return _give_up(_enter(kiosk, Told("unreached", field_id), now), ask)
            return kiosk
        case Holding(paper="printing", paper_at=paper_at) as stage if now - paper_at >= pace.print_ms:
            return replace(kiosk, stage=replace(stage, paper="unconfirmed", paper_at=now, reason="silent"))
    left = closes_in(kiosk, now, pace)
    return kiosk if left is None or left > 0 else _leave(kiosk, now)


def _enter(kiosk: Kiosk, stage: Stage, now: int) -> Kiosk:
    return replace(kiosk, stage=stage, since=now)


def _leave(kiosk: Kiosk, now: int) -> Kiosk:
    """Ready for the next person: nothing of the last one is left on the screen, not even the language."""
    return replace(kiosk, stage=Choosing(), since=now, language="vi", tile_page=0)


def _give_up(kiosk: Kiosk, ask: int) -> Kiosk:
    return replace(kiosk, given_up=(*kiosk.given_up, ask)[-GIVEN_UP_MAX:])


# ------------------------------------------------------------------------------------------------- what a screen asks


def page(kiosk: Kiosk, now: int, pace: Pace) -> Page:
    """Which page is to be seen."""
    match kiosk.stage:
        case Choosing():
            return "home" if kiosk.blocked is None else "fault"
        case Issuing():
            return "home" if now - kiosk.since < pace.page_ms and kiosk.blocked is None else "issuing"
        case Holding():
            return "ticket"
        case Told():
            return "fault"


def settled(kiosk: Kiosk, now: int, pace: Pace) -> bool:
    """Whether the page has stood long enough for a touch to be meant for it."""
    return kiosk.since == 0 or now - kiosk.since >= pace.settle_ms


def slow(kiosk: Kiosk, now: int, pace: Pace) -> bool:
    """Whether the answer takes so long that the person must be told, and may go."""
    return isinstance(kiosk.stage, Issuing) and now - kiosk.since >= pace.slow_ms


def closes_in(kiosk: Kiosk, now: int, pace: Pace) -> int | None:
    """Milliseconds until the page clears itself if nobody touches it; None when there is nothing to clear or not yet."""
    match kiosk.stage:
        case Issuing() | Holding(paper="printing"):
            return None
        case Holding(paper=paper, paper_at=paper_at):
            lasts = pace.ticket_ms if paper == "printed" else pace.note_ms
            return max(0, max(paper_at, kiosk.touched_at) + lasts - now)
        case Choosing() if kiosk.language == "vi" and kiosk.tile_page == 0:
            return None
    return max(0, max(kiosk.since, kiosk.touched_at) + pace.idle_ms + pace.countdown_ms - now)


def warns_in(kiosk: Kiosk, now: int, pace: Pace) -> int | None:
    """Milliseconds left of the countdown that asks whether somebody is still there; None while it is not to be seen.

    A ticket counts down in small type on its own page: it was read, and needs no answer.
    """
    left = closes_in(kiosk, now, pace)
    if isinstance(kiosk.stage, Holding) or left is None or left > pace.countdown_ms:
        return None
    return left
