"""What the kiosk does next: the whole visit of one citizen, as a pure machine without clock, network or screen.

    Choosing --priority, appointment--> Claiming --chosen, or back--> Choosing
    Choosing --field that asks who--> Identifying --card shown--> Issuing; --back--> Choosing
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

from dataclasses import replace

from hall_link.messages import Problem
from kiosk.visit import (
    GIVEN_UP_MAX,
    Answered,
    Ask,
    Choosing,
    Claiming,
    ClaimMade,
    ClaimTouched,
    CodeShown,
    DoneTouched,
    Effect,
    ElsewhereTouched,
    Event,
    FieldTouched,
    HandBack,
    Holding,
    Identifying,
    Interrupted,
    Issuing,
    Kiosk,
    LanguageTouched,
    Pace,
    Page,
    Paper,
    PaperSettled,
    Print,
    PrintElsewhere,
    Stage,
    Surrounded,
    Ticked,
    TilesTurned,
    Told,
    Trouble,
)

UNPRINTED: tuple[Paper, ...] = ("held", "failed", "unconfirmed")
"""Where another kiosk may help."""


def step(kiosk: Kiosk, event: Event, now: int, pace: Pace) -> tuple[Kiosk, tuple[Effect, ...]]:
    """What follows from `event` at `now`: the next state, and what to do."""
    match event:
        case Surrounded(blocked):
            return replace(kiosk, blocked=blocked), ()
        case Answered():
            return _answered(kiosk, event, now)
        case PaperSettled(ticket_id, paper, reason):
            stage = kiosk.stage
            # On its way to another kiosk it may still come out here, and only that is news
            moved = isinstance(stage, Holding) and stage.paper == "elsewhere" and paper not in ("printed", "not_cut")
            if isinstance(stage, Holding) and stage.issued.result.ticket.ticket_id == ticket_id and not moved:
                return replace(kiosk, stage=replace(stage, paper=paper, paper_at=now, reason=reason)), ()
            return kiosk, ()
        case Interrupted():
            return _interrupted(kiosk, event, now)
        case Ticked():
            return _ticked(kiosk, now, pace), ()
        case _:
            return _touched(replace(kiosk, touched_at=now), event, now, pace)


def _touched(kiosk: Kiosk, event: Event, now: int, pace: Pace) -> tuple[Kiosk, tuple[Effect, ...]]:
    if not settled(kiosk, now, pace):
        return kiosk, ()
    match event, kiosk.stage:
        case FieldTouched(field_id, accepting, asks), Choosing() if kiosk.blocked is None:
            if not accepting:
                return _enter(kiosk, Told("stopped", field_id), now), ()
            return (_enter(kiosk, Identifying(field_id), now), ()) if asks else _ask(kiosk, field_id, None, now)
        case CodeShown(person), Identifying(field_id) if kiosk.blocked is None:
            unread = replace(kiosk, stage=Identifying(field_id, unread=True))
            return (unread, ()) if person is None else _ask(kiosk, field_id, person, now)
        case ClaimTouched(claim_page), Choosing() if kiosk.blocked is None:
            return _enter(replace(kiosk, tile_page=0), Claiming(claim_page), now), ()
        case ClaimMade(claim), Choosing() | Claiming() if kiosk.blocked is None:
            return _enter(replace(kiosk, claim=claim, tile_page=0), Choosing(), now), ()
        case DoneTouched(), Claiming() | Identifying():
            return _enter(replace(kiosk, tile_page=0), Choosing(), now), ()
        case DoneTouched(), Holding() | Told():
            return _leave(kiosk, now), ()
        case ElsewhereTouched(kiosk_id, name), Holding(issued, paper) as stage if paper in UNPRINTED:
            moving = replace(kiosk, stage=replace(stage, paper="moving", paper_at=now, reason=name))
            return moving, (PrintElsewhere(issued.result.ticket.ticket_id, kiosk_id, name),)
        case DoneTouched(), Issuing(ask) if now - kiosk.since >= pace.slow_ms:
            return _give_up(_leave(kiosk, now), ask), ()
        case LanguageTouched(), Choosing() | Claiming() | Identifying() | Holding() | Told():
            return replace(kiosk, language="en" if kiosk.language == "vi" else "vi"), ()
        case TilesTurned(tile_page), Choosing() | Claiming():
            return replace(kiosk, tile_page=max(0, tile_page)), ()
    return kiosk, ()


def _ask(kiosk: Kiosk, field_id: str, person: str | None, now: int) -> tuple[Kiosk, tuple[Effect, ...]]:
    ask = kiosk.asks + 1
    asked = (Ask(ask, field_id, kiosk.claim, person),)
    return _enter(replace(kiosk, asks=ask), Issuing(ask, field_id), now), asked


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


def _interrupted(kiosk: Kiosk, event: Interrupted, now: int) -> tuple[Kiosk, tuple[Effect, ...]]:
    """The visit goes on where it was, or, when its person must have left, its number is handed back."""
    ask = kiosk.asks + 1
    asked = (Ask(ask, event.field_id, event.claim, event.person),)
    kiosk = replace(kiosk, asks=ask)
    if not event.fresh or not isinstance(kiosk.stage, Choosing):
        return _give_up(kiosk, ask), asked
    kiosk = replace(kiosk, language=event.language, claim=event.claim, touched_at=now)
    return _enter(kiosk, Issuing(ask, event.field_id), now), asked


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
    """Ready for the next person: nothing of the last one is left, neither on the screen nor in the next number."""
    return replace(kiosk, stage=Choosing(), since=now, language="vi", tile_page=0, claim=None)


def _give_up(kiosk: Kiosk, ask: int) -> Kiosk:
    return replace(kiosk, given_up=(*kiosk.given_up, ask)[-GIVEN_UP_MAX:])


# ------------------------------------------------------------------------------------------------- what a screen asks


def page(kiosk: Kiosk, now: int, pace: Pace) -> Page:
    """Which page is to be seen."""
    match kiosk.stage:
        case Choosing():
            return "home" if kiosk.blocked is None else "fault"
        case Claiming(claim_page):
            return claim_page if kiosk.blocked is None else "fault"
        case Identifying():
            return "identity" if kiosk.blocked is None else "fault"
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
    """Milliseconds until the page clears itself if nobody touches it; None while it has nothing to clear."""
    match kiosk.stage:
        case Issuing() | Holding(paper="printing"):
            return None
        case Holding(paper=paper, paper_at=paper_at):
            lasts = pace.ticket_ms if paper == "printed" else pace.note_ms
            return max(0, max(paper_at, kiosk.touched_at) + lasts - now)
        case Choosing() if kiosk.language == "vi" and kiosk.tile_page == 0 and kiosk.claim is None:
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
