"""Which wallboards are connected, and the word to the hall when one came or has been gone for too long.

The feed says who comes and goes, at once; here it is compared with what the hall has on record, again and again, so
that a restart, an outage of the storage or a new day mend themselves. A board that lost its feed is missed only after a
grace: most of them are back by then, and a voice that wanders at every hiccup is worse than one that pauses.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog

from hall_server.domain.commands import BoardAnswers, BoardSilent, Command
from hall_server.domain.model import BOARDS_MAX, HallState
from hall_server.service.hall import Hall
from hall_server.service.ports import Envelope, StorageOutage

GRACE_SECONDS = 1.0
START_GRACE_SECONDS = 5.0
"""After a start of the server, for boards that were there before it: as long as their longest pause between attempts.
"""
LOOK_SECONDS = 0.5
"""How late a board may be missed, beyond its grace."""
ACTOR = "attendance"

log = structlog.get_logger("attendance")


@dataclass(slots=True)
class _Present:
    """One board, and what it said on each of its feeds: for a moment it may have an old one and a new one, and a board
    in a browser has one for its page and one for its voice."""

    zone: str
    feeds: list[bool] = field(default_factory=list)

    @property
    def voice(self) -> bool:
        """Whether it can speak."""
        return any(self.feeds)


class Attendance:
    """`now`: a monotonic clock in seconds. All methods belong to the event loop's thread."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._present: dict[str, _Present] = {}
        self._missed_from: dict[str, float] = {}
        self._expected_by = now() + START_GRACE_SECONDS
        self.changed = asyncio.Event()

    @contextmanager
    def present(self, board_id: str, zone: str, *, voice: bool) -> Iterator[None]:
        """Around the life of a board's feed."""
        known = self._present.get(board_id)
        if known is None and len(self._present) >= BOARDS_MAX:
            log.warning("too_many_boards", board=board_id, most=BOARDS_MAX)
            yield
            return
        board = known or self._present.setdefault(board_id, _Present(zone))
        board.zone = zone
        board.feeds.append(voice)
        self._missed_from.pop(board_id, None)
        self.changed.set()
        try:
            yield
        finally:
            board.feeds.remove(voice)
            self.changed.set()
            if not board.feeds:
                del self._present[board_id]
                self._missed_from[board_id] = self._now() + GRACE_SECONDS

    def due(self, state: HallState) -> Command | None:
        """What the hall must be told; asked again after each command until nothing is due."""
        for board_id, here in self._present.items():
            board = state.boards.get(board_id)
            if board is None or (board.zone, board.voice, board.answers) != (here.zone, here.voice, True):
                return BoardAnswers(board_id, here.zone, here.voice)
        for board in state.boards.values():
            gone = board.answers and board.board_id not in self._present
            if gone and self._now() >= self._missed_from.get(board.board_id, self._expected_by):
                return BoardSilent(board.board_id)
        self._missed_from = {one: since for one, since in self._missed_from.items() if one in state.boards}
        return None


async def run_attendance(hall: Hall, attendance: Attendance, new_id: Callable[[], str]) -> None:
    """Until cancelled: tell the hall who came and who is missed. An outage is tried again at the next look."""
    while True:
        await tell_what_is_due(hall, attendance, new_id)
        attendance.changed.clear()
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await attendance.changed.wait()
        except TimeoutError:
            continue


async def tell_what_is_due(hall: Hall, attendance: Attendance, new_id: Callable[[], str]) -> None:
    """One look: at most one word for each board."""
    for _ in range(BOARDS_MAX):
        try:
            due = await hall.read(lambda state, _: attendance.due(state))
        except StorageOutage:
            return
        if due is None:
            return
        answer = await hall.execute(Envelope(new_id(), ACTOR, due, type(due).__name__.encode()))
        log.info("board", told=type(due).__name__, board=getattr(due, "board_id", ""), answer=type(answer).__name__)
