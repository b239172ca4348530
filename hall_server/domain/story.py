"""A ticket's whole day, told from the journal: what happened to it, in words, and who was called before it and why.

The state shows how things stand; holds, transfers and steps taken back are only in the journal. So the day is evolved
again beside the hall, entry by entry, and looked at before and after each: the rules and the document of that moment
explain what was decided in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hall_server.domain import story_words
from hall_server.domain.events import Event, TicketCalled
from hall_server.domain.evolve import evolve
from hall_server.domain.explain import AWAY, Passing, could_serve, passing
from hall_server.domain.model import HallState, Ticket, call_id_of
from hall_server.domain.words import Words

PASSINGS_TOLD_MAX = 200
"""Later numbers that are named one by one; who stays away all day is passed by everybody, and reads so many at most."""


class Happening(NamedTuple):
    """One journal entry: when, who asked, what happened."""

    at: int
    actor: str
    events: Sequence[Event]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One thing that happened to the ticket. `kind`: a word for programs; `actor`: the device or clock that asked."""

    at: int
    kind: str
    actor: str
    words: Words


@dataclass(frozen=True, slots=True)
class Passed:
    """A later number that was called first, at `at`."""

    at: int
    passing: Passing


@dataclass(slots=True)
class Story:
    """`in_turn`: earlier numbers called while this one waited, as everybody expects. `overtaken`: later numbers that
    came first while it could have been called; `away`: those while it could not. `untold`: how many more than are
    named in `passed`; `unexplained`: how many without a reason, which must be none."""

    ticket: Ticket
    chapters: list[Chapter] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    in_turn: int = 0
    overtaken: int = 0
    away: int = 0
    untold: int = 0
    unexplained: int = 0


def tell(state: HallState, happenings: Iterable[Happening], wanted: str) -> Story | None:
    """The story of the ticket with the id or, today, the number `wanted`; None if there is none. `state`: as before
    the first entry; it is evolved to the last."""
    story: Story | None = None
    for happening in happenings:
        if story is not None:
            _look_at_calls(story, state, happening)
        for event in happening.events:
            evolve(state, event, happening.at)
            if story is None:
                story = _begins(state, event, wanted)
            if story is not None:
                story = _goes_on(story, state, event, happening)
    return story


def _begins(state: HallState, event: Event, wanted: str) -> Story | None:
    ticket = state.tickets.get(getattr(event, "ticket_id", ""))
    return Story(ticket) if ticket is not None and wanted in (ticket.ticket_id, ticket.number) else None


def _goes_on(story: Story, state: HallState, event: Event, happening: Happening) -> Story | None:
    """With one more chapter, if the event was about the ticket; None where a new day begins."""
    ticket = state.tickets.get(story.ticket.ticket_id)
    if ticket is None:
        return None
    story.ticket = ticket
    calls = {call_id_of(ticket.ticket_id, attempt) for attempt in range(1, ticket.calls + 1)}
    if getattr(event, "ticket_id", None) == ticket.ticket_id or getattr(event, "call_id", None) in calls:
        kind, words = story_words.line(state, ticket, event)
        story.chapters.append(Chapter(happening.at, kind, happening.actor, words))
    return story


def _look_at_calls(story: Story, state: HallState, happening: Happening) -> None:
    """Whom the entry called before the ticket; `state`: before the entry, as the decision saw it."""
    ticket = story.ticket
    for event in happening.events:
        if not isinstance(event, TicketCalled) or not could_serve(state, ticket, event):
            continue
        found = passing(state, ticket, event)
        if found is None:
            story.in_turn += 1
            continue
        if found.why in AWAY:
            story.away += 1
        else:
            story.overtaken += 1
        story.unexplained += found.why is None
        if len(story.passed) < PASSINGS_TOLD_MAX:
            story.passed.append(Passed(happening.at, found))
        else:
            story.untold += 1
