"""What one press does: becomes one command, waits for a second press, or is told why not.

The rules, and why they are so:

- While a command is under way every further press is swallowed, and visibly so: an officer who presses twice because
  nothing moved must never call two people. "Under way" ends only when the answer AND the rows that show it have both
  arrived; in between, the screen still shows the old ticket and a press would be about something that is no longer so.
- The same press again within `BOUNCE_MS` is one hand pressing once (a double click, a worn key): it is swallowed too.
- What hurts (missed, cancel, closing the counter) asks for the same press again, in place, between `BOUNCE_MS` and
  `CONFIRM_MS_MAX`; any other press lets it go.
- A press on a stale screen is refused at once, never kept: kept, it would come out later as something nobody asked for.
- What was refused stays in front of the officer's eyes until something succeeds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from counter.desk import Desk, Obstacle, Press
from counter.press_commands import HERE, Target, command_of, obstacle_to
from hall_link.commands import Command
from hall_link.messages import Problem

BOUNCE_MS = 400
"""Two presses closer than this are one (the usual double-click time of desktops is 400-500 ms)."""
CONFIRM_MS_MAX = 6_000
"""How long a press that hurts waits for its second one."""
SETTLE_MS_MAX = 5_000
"""How long an answered command waits for the rows that show it, before the screen is believed again."""

CONFIRMED = frozenset({Press.MISSED, Press.CANCEL, Press.CLOSE})
"""Presses that take two, because a person in the hall loses something by them."""


@dataclass(frozen=True)
class Asked:
    """One press with its target, at a time (milliseconds of the clock that the caller uses throughout)."""

    press: Press
    target: Target
    at_ms: int

    def same(self, press: Press, target: Target) -> bool:
        return self.press is press and self.target == target


@dataclass(frozen=True)
class Notice:
    """What the officer is told about the last press.

    `kind`: `obstacle` (this program knew), `refused` (the server said no, in `problem`), `unreached` (nobody can say
    whether it happened), `swallowed` (one press is already on its way).
    """

    kind: Literal["obstacle", "refused", "unreached", "swallowed"]
    press: Press
    obstacle: Obstacle | None = None
    problem: Problem | None = None


class Presses:
    """The presses at one counter, one after another. Times: milliseconds of one clock that never runs back."""

    def __init__(self) -> None:
        self.notice: Notice | None = None
        self._under_way: Asked | None = None
        self._settling: tuple[int, int] | None = None
        self._armed: Asked | None = None
        self._last: Asked | None = None

    @property
    def under_way(self) -> Press | None:
        """The press whose command has not been answered and shown yet."""
        return self._under_way.press if self._under_way is not None else None

    @property
    def armed(self) -> Press | None:
        """The press that waits to be repeated."""
        return self._armed.press if self._armed is not None else None

    @property
    def armed_ticket(self) -> str | None:
        """The ticket that the waiting press is about, when it is not the one at the counter."""
        return self._armed.target.ticket_id if self._armed is not None else None

    def press(self, press: Press, desk: Desk, now_ms: int, target: Target = HERE) -> Command | None:
        """Take one press; the command to send now, if it became one."""
        if self._under_way is not None:
            self.notice = Notice("swallowed", self._under_way.press)
            return None
        last, self._last = self._last, Asked(press, target, now_ms)
        if last is not None and last.same(press, target) and now_ms - last.at_ms < BOUNCE_MS:
            self._last = last
            return None
        obstacle = obstacle_to(press, desk, target)
        if obstacle is not None:
            self._armed = None
            self.notice = Notice("obstacle", press, obstacle=obstacle)
            return None
        if press in CONFIRMED and not (self._armed is not None and self._armed.same(press, target)):
            self._armed = Asked(press, target, now_ms)
            self.notice = None
            return None
        self._armed = None
        self._under_way = Asked(press, target, now_ms)
        return command_of(press, desk, target)

    def accepted(self, seq: int, now_ms: int) -> None:
        """The server did it, and the rows will show it at sequence number `seq`."""
        self.notice = None
        self._settling = (seq, now_ms + SETTLE_MS_MAX)

    def refused(self, problem: Problem) -> None:
        """The server said no."""
        self._answered_badly("refused", problem)

    def unreached(self, problem: Problem) -> None:
        """No answer came: it may have happened or not."""
        self._answered_badly("unreached", problem)

    def let_go(self) -> None:
        """The officer thought better of it (Esc): nothing waits for a second press any more."""
        self._armed = None

    def look(self, desk: Desk, seq: int, now_ms: int) -> None:
        """Time passed or rows came: end what is over. `seq`: where the rows stand."""
        if self._settling is not None and (seq >= self._settling[0] or now_ms >= self._settling[1]):
            self._under_way = self._settling = None
        if self._armed is not None and self._is_over(self._armed, desk, now_ms):
            self._armed = None
        if self.notice is not None and self.notice.kind == "obstacle":
            # An obstacle that is gone must not stand on the screen as if it still were there.
            target = self._last.target if self._last is not None else HERE
            if obstacle_to(self.notice.press, desk, target) != self.notice.obstacle:
                self.notice = None
        elif self.notice is not None and self.notice.kind == "swallowed" and self._under_way is None:
            self.notice = None

    def _is_over(self, armed: Asked, desk: Desk, now_ms: int) -> bool:
        late = now_ms - armed.at_ms >= CONFIRM_MS_MAX
        return late or obstacle_to(armed.press, desk, armed.target) is not None

    def _answered_badly(self, kind: Literal["refused", "unreached"], problem: Problem) -> None:
        press = self._under_way.press if self._under_way is not None else Press.NEXT
        self._under_way = self._settling = None
        self.notice = Notice(kind, press, problem=problem)
