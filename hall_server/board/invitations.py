"""Short codes by which a television comes in: made for one board, typed once with a remote control.

A pure machine; `now` is any monotonic time in seconds, and a code is handed in by whoever has chance. A code is short
because people type it, so it may not be guessed: it lives a quarter of an hour, works once, and when too many wrong
ones were tried all of them end.
"""

from __future__ import annotations

from dataclasses import dataclass

CODE_DIGITS = 8
LIFE_SECONDS = 900.0
"""From asking for a code to having walked to the television and typed it."""
OPEN_MAX = 32
"""More televisions than are hung in a quarter of an hour; the oldest code gives way."""
WRONG_MAX = 20
"""So many wrong codes end every open one: with 32 open, a guesser succeeds once in 150 000 such rounds."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """For the board `device` in `zone`; `look`: the query of the page's address, how this screen is to look."""

    device: str
    zone: str
    look: str = ""


class Invitations:
    """The codes that are open now."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[Invitation, float]] = {}
        self._wrong = 0

    def invite(self, invitation: Invitation, code: str, now: float) -> None:
        """Let whoever brings `code` in as this board; an earlier code for the same board ends."""
        self._end_what_is_over(now)
        self._open = {other: held for other, held in self._open.items() if held[0].device != invitation.device}
        if len(self._open) >= OPEN_MAX:
            del self._open[next(iter(self._open))]
        self._open[code] = (invitation, now + LIFE_SECONDS)

    def redeem(self, code: str, now: float) -> Invitation | None:
        """The invitation of this code, which is spent by it; None for one that is wrong, over or spent."""
        self._end_what_is_over(now)
        held = self._open.pop(code, None)
        if held is not None:
            return held[0]
        if self._open:
            self._wrong += 1
        if self._wrong >= WRONG_MAX:
            self._open.clear()
            self._wrong = 0
        return None

    def _end_what_is_over(self, now: float) -> None:
        self._open = {code: held for code, held in self._open.items() if now < held[1]}
        if not self._open:
            self._wrong = 0
