"""What the demo came to, as numbers that the hall's own rows give, and whether that is as it should be."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from hall_link.rows import CallRow, TicketRow


class Summary(Struct, frozen=True):
    """`issued`, `printed`, `finished`: tickets. `called`, `shown`, `spoken`: calls, recalls included. `errors`: of all
    programs."""

    issued: int
    printed: int
    called: int
    shown: int
    spoken: int
    finished: int
    errors: int
    seconds: float

    @property
    def as_it_should_be(self) -> bool:
        """Every ticket on paper, every call seen and heard, and nothing went wrong; an empty hall shows nothing."""
        return self.issued == self.printed > 0 and self.called == self.shown == self.spoken > 0 and self.errors == 0


def summarise(tickets: Iterable[TicketRow], calls: Iterable[CallRow], errors: int, seconds: float) -> Summary:
    tickets, calls = list(tickets), list(calls)
    return Summary(
        issued=len(tickets),
        printed=sum(ticket.printed == "printed" for ticket in tickets),
        called=len(calls),
        shown=sum(call.shown_at is not None for call in calls),
        spoken=sum(call.spoken == "spoken" for call in calls),
        finished=sum(ticket.state == "finished" for ticket in tickets),
        errors=errors,
        seconds=round(seconds, 1),
    )
