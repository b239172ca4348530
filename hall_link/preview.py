"""What the order would be under another document: `POST /preview`, with the body of `configure_hall`. Changes nothing.

Places are written when a number is issued and no policy moves them; so what changes at once is little, and what those
get who come later is what a new policy is about. Both are here, `before` under the document in force and `after` under
the other.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from hall_link.rows import PlaceReason


class PreviewedCounter(Struct, frozen=True):
    """The numbers that the counter would call, in order, if it called alone."""

    counter_id: int
    before: list[str]
    after: list[str]


class PreviewedMove(Struct, frozen=True):
    """A waiting number that would have `after` people ahead instead of `before`."""

    number: str
    before: int
    after: int


class PreviewedStanding(Struct, frozen=True):
    """Where somebody would stand who took a number now."""

    place: int
    reason: PlaceReason
    ahead: int


class PreviewedNewcomer(Struct, frozen=True):
    """Somebody who takes a number now: a walk-in, in a priority class, or with an appointment that begins now. None
    where the field or the class is not in that document."""

    field_id: str
    kind: Literal["walk_in", "priority", "appointment"]
    class_id: str | None
    before: PreviewedStanding | None
    after: PreviewedStanding | None


class HallPreview(Struct, frozen=True):
    """`at`: the server's time of the look; `moved`, `newcomers`: only those for whom something differs."""

    at: int
    counters: list[PreviewedCounter]
    moved: list[PreviewedMove]
    newcomers: list[PreviewedNewcomer]
