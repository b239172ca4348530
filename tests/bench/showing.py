"""The board: from a press of "next" to the frame that has it, frames a second, what they cost, memory.

The board is the real window at 1920 x 1080 with the software renderer, in a process of its own (`board_process`), at a
real server by a real feed; in it the press is made too, so that both ends of each time are read from one clock. A
frame has the call when it was swapped after the call was bound to the page; the report "shown" waits for one more.
The floor of `call_to_frame` is the time that the same window takes for a frame that shows nothing new.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.child import Child
from tests.bench.figures import Figure, percentile
from tests.bench.premises import Premises
from tests.e2e.server_process import ServerProcess

CROWD = 200
CALLS_OF_A_WEEK = 1_400

Say = Callable[[Figure], None]


def measure(presses: int, say: Say) -> None:
    """All figures of the board."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for subscribers in (1, CROWD):
        alone = subscribers == 1
        with (
            tempfile.TemporaryDirectory(prefix="bench-display-") as folder,
            Premises(Path(folder)).server() as server,
            _others(server, subscribers - 1),
            _board(server, presses, motion=alone) as board,
        ):
            _frames(board, "" if alone else f"_{subscribers}", say)
            if alone:
                _motion(board, say)
    with Child("tests.bench.board_week", str(CALLS_OF_A_WEEK // 7)) as week:
        said = week.hear()
        say(Figure("rss", said["rss_mb"], "MB"))
        say(Figure("rss_growth_in_a_week", said["growth_mb"], "MB"))
        say(Figure("calls_in_that_week", said["calls"], "calls"))


def _frames(board: Child, suffix: str, say: Say) -> None:
    said = board.hear()
    for percent in (50, 99):
        name = f"call_to_frame_p{percent}{suffix}"
        say(Figure(name, percentile(said["call_ms"], percent), "ms", percentile(said["frame_ms"], percent)))


def _motion(board: Child, say: Say) -> None:
    said = board.hear()
    say(Figure("frames_per_second", said["frames"] / said["seconds"], "frames/s"))
    say(Figure("cpu_share", said["cpu_seconds"] / said["seconds"], "of a core"))
    say(Figure("cpu_share_at_rest", said["rest_cpu_seconds"] / said["rest_seconds"], "of a core"))
    say(Figure("rss_at_a_feed", said["rss_mb"], "MB"))


@contextmanager
def _board(server: ServerProcess, presses: int, *, motion: bool) -> Iterator[Child]:
    key_file = str(server.folder / "hall.key")
    told = [server.url, key_file, str(presses), *(["motion"] if motion else [])]
    with Child("tests.bench.board_process", *told) as board:
        yield board


@contextmanager
def _others(server: ServerProcess, count: int) -> Iterator[None]:
    """So many other wallboards at the feed."""
    if not count:
        yield
        return
    with Child("tests.bench.subscribers", server.url, str(server.folder / "hall.key"), str(count)) as crowd:
        assert crowd.hear() == {"ready": count}
        yield
