"""A ticket's whole day as the server tells it: `GET /tickets/{ticket_id}/story`, with the id or today's number.

For staff at the counter, and for the page that the person themselves may open. It names the class of a priority with
its legal basis, which a wallboard never does.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hall_link.rows import TicketRow, Words

WhyPassed = Literal["priority", "appointment", "manual", "came_back", "rejoined", "named", "on_hold", "missed"]


class StoryChapter(Struct, frozen=True):
    """One thing that happened to the ticket. `kind`: a word for programs (`issued`, `called`, `held` ...); `actor`: the
    device, or `clock`, that asked for it."""

    at: int
    kind: str
    actor: str
    words: Words


class StoryPassing(Struct, frozen=True):
    """A later number that was called first, by which counter, and why: `why` for programs, None only where the rules
    themselves were broken."""

    at: int
    call_id: str
    number: str
    counter_id: int
    why: WhyPassed | None
    words: Words


class TicketStory(Struct, frozen=True):
    """`in_turn`: earlier numbers that were called while this one waited. `overtaken`: later numbers called first while
    it could have been called; `away`: those called while it could not. `untold`: how many more than are in `passed`.
    `unexplained`: how many without a reason; it must be 0."""

    ticket: TicketRow
    chapters: list[StoryChapter]
    passed: list[StoryPassing]
    in_turn: int
    overtaken: int
    away: int
    untold: int
    unexplained: int
