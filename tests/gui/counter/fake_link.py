"""A link without a network: a test puts the rows, sees the commands and gives the answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hall_link.commands import Command
from hall_link.messages import NoResult, Problem
from hall_link.mirror import Mirror
from hall_link.qt.link import Accepted, Outcome, Refused, Unreached
from hall_link.rows import AnyRow, Words
from tests.unit.counter.hall_rows import NOW, HallRows

NOBODY_WAITS = Problem(
    "nobody_waiting",
    "refusal",
    Words("Không có ai đang chờ quầy 3.", "Nobody waits for counter 3."),
    Words("Số mới sẽ hiện ra khi có người lấy số.", "A new number will show as soon as it is taken."),
)


class FakeLink(QObject):
    """Live from the start; what is sent stays in `sent` until the test answers it."""

    changed = Signal(list)
    liveChanged = Signal(bool)

    def __init__(self, rows: HallRows, *, live: bool = True) -> None:
        super().__init__()
        self.rows = rows
        self.live = live
        self.stale_since: int | None = None
        self.at = NOW
        self.sent: list[Command] = []
        self.open: list[Callable[[Outcome], None]] = []
        self.started = 0
        self.stopped = 0

    @property
    def mirror(self) -> Mirror:
        return self.rows

    def deleteLater(self) -> None:
        """Stays: the test still asks what was sent."""

    def start(self) -> None:
        self.started += 1

    def stop(self) -> None:
        self.stopped += 1

    def now_ms(self) -> int:
        return self.at

    def submit(self, command: Command, done: Callable[[Outcome], None]) -> str:
        self.sent.append(command)
        self.open.append(done)
        return f"fake-{len(self.sent):04}"

    # ------------------------------------------------------------------------------------------------- for the tests

    def accept(self) -> None:
        """The server did it, as the journal's next entry; its rows are the test's to `put`."""
        self.open.pop(0)(Accepted(f"fake-{len(self.sent):04}", self.rows.seq + 1, self.at, NoResult()))

    def refuse(self, problem: Problem = NOBODY_WAITS) -> None:
        self.open.pop(0)(Refused(problem))

    def lose(self, problem: Problem) -> None:
        self.open.pop(0)(Unreached(problem))

    def put(self, *rows: AnyRow) -> None:
        """A frame with these rows came, one further in the journal."""
        self.rows.put(*rows)
        self.frame()

    def frame(self) -> None:
        """A frame came after the test changed the rows."""
        self.rows.seq += 1
        self.changed.emit(list(self.rows.rows))

    def go(self, *, live: bool, since: int | None = None) -> None:
        """The link is live or stale from now on."""
        self.live = live
        self.stale_since = since
        self.liveChanged.emit(live)
