"""A wallboard and the counter that calls to it, as one process; says what it measured, and ends.

python -m tests.bench.board_process URL KEY_FILE PRESSES [motion]
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

from display.board import Board
from display.newest import HOLD_SECONDS
from display.ui.media import MediaPresenter
from display.ui.wallboard import WallboardPresenter
from hall_link import logs
from hall_link.commands import CallNext, Command, IssueTicket, OpenCounter, StartService
from hall_link.feed import DisplayView
from hall_link.messages import CalledResult
from hall_link.qt.link import Accepted, HallLink, Outcome
from hall_link.qt.stage import Backend, Stage
from hall_link.settings import LinkSettings
from tests.gui.display.week import rss_mb

COUNTER, FIELD = 2, "HT"
"""A counter of the example hall and a field that it serves."""
WARMING_UP = 5
HOLD_FASTER = 200
"""The board's clock runs so much faster: a call stays 12 s before the next takes its line, and presses come at once."""
MOTION_SECONDS = 5.0
"""A badge breathes for six after a call."""
REST_SECONDS = 5.0
SETTLE_SECONDS = 8.0
WAIT_SECONDS_MAX = 20.0


@dataclass
class Measured:
    """A board that is looked at."""

    link: HallLink
    presenter: WallboardPresenter
    window: QQuickWindow
    frames: int = 0
    swapped: float = 0.0
    bound: float = 0.0
    current: str | None = None
    taken_ms: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Direct: the time of the swap itself, not of the loop's next turn.
        self.window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.DirectConnection)
        self.presenter.visibleChanged.connect(self._on_visible)
        self.link.changed.connect(lambda _keys: self.presenter.rows_changed())
        self.link.liveChanged.connect(self.presenter.refresh)

    def _on_frame(self) -> None:
        self.frames += 1
        self.swapped = time.monotonic()

    def _on_visible(self, _ids: object) -> None:
        self.bound = time.monotonic()

    def do(self, command: Command) -> Accepted:
        outcomes: list[Outcome] = []
        self.link.submit(command, outcomes.append)
        until(lambda: bool(outcomes))
        (outcome,) = outcomes
        assert isinstance(outcome, Accepted), outcome
        return outcome

    def press_to_frame_ms(self) -> float:
        """Call the next one; until a frame was swapped that has it."""
        self.bound = 0.0
        began = time.monotonic()
        result = self.do(CallNext(COUNTER, self.current)).result
        assert isinstance(result, CalledResult)
        assert result.ticket is not None
        self.current = result.ticket.ticket_id
        until(lambda: 0.0 < self.bound <= self.swapped)
        taken = (self.swapped - began) * 1000
        self.do(StartService(COUNTER, self.current))
        _pass(HOLD_SECONDS / HOLD_FASTER)
        return taken

    def frame_ms(self) -> float:
        """A frame that shows nothing new."""
        began = time.monotonic()
        self.window.update()
        until(lambda: self.swapped > began)
        return (self.swapped - began) * 1000


def main(url: str, key_file: str, presses: int, *, motion: bool) -> None:
    logs.set_up(libraries=logging.ERROR)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with Stage("display", backend=Backend.SOFTWARE) as stage:
        link = HallLink(LinkSettings(server_url=url, key_file=key_file, device="display-1"), DisplayView())
        presenter = WallboardPresenter(link, Board(), lambda: time.monotonic() * HOLD_FASTER)
        window = stage.show("display.ui", "WallboardWindow", {"presenter": presenter, "media": MediaPresenter()})
        window.show()
        board = Measured(link, presenter, window)
        presenter.start()
        link.start()
        until(lambda: bool(link.live))
        board.do(OpenCounter(COUNTER))
        for _ in range(presses + WARMING_UP + 1):
            board.do(IssueTicket(FIELD))
        calls = [board.press_to_frame_ms() for _ in range(presses + WARMING_UP)][WARMING_UP:]
        say({"call_ms": calls, "frame_ms": [board.frame_ms() for _ in range(presses)]})
        if motion:
            say(_motion(board))
        link.stop()


def _motion(board: Measured) -> dict[str, float]:
    """While the badge breathes after a call, and when nothing moves."""
    _pass(SETTLE_SECONDS)
    board.press_to_frame_ms()
    until(lambda: bool(board.presenter.property("calling")))
    frames, began, cpu = board.frames, time.monotonic(), _cpu_seconds()
    _pass(MOTION_SECONDS)
    moving = {"frames": board.frames - frames, "seconds": time.monotonic() - began, "cpu_seconds": _cpu_seconds() - cpu}
    _pass(SETTLE_SECONDS)
    began, cpu = time.monotonic(), _cpu_seconds()
    _pass(REST_SECONDS)
    rest = {"rest_seconds": time.monotonic() - began, "rest_cpu_seconds": _cpu_seconds() - cpu}
    return moving | rest | {"rss_mb": rss_mb()}


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _pass(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Let Qt work until it holds. Raises TimeoutError."""
    loop, deadline = QEventLoop(), time.monotonic() + WAIT_SECONDS_MAX
    watch = QTimer(interval=1)
    watch.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    watch.start()
    if not condition():
        loop.exec()
    if not condition():
        raise TimeoutError("what the bench waits for did not come")


def say(what: object) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), motion="motion" in sys.argv[4:])
