"""A week in front of a board, day by day: its calls, its clock, its nights."""

from collections.abc import Callable, Iterator
from pathlib import Path

from hall_link.rows import CallRow
from tests.gui.display.board_hall import FIELDS, BoardHall
from tests.unit.display.rows import a_call, a_hall

DAYS = 7
COUNTERS = 12
SERIES = "ABCDEGHK"
IN_VIEW = 12
"""As many calls as the server's view of a zone holds."""
SECONDS_BETWEEN_CALLS = 13.0
KIB_A_MB = 1024


def days(hall: BoardHall, calls_a_day: int, drawn: Callable[[], None]) -> Iterator[int]:
    """Yields after each day. `drawn` lets Qt draw what is bound, after each call."""
    for day in range(DAYS):
        _new_day(hall, day)
        for number in range(calls_a_day):
            hall.wait(SECONDS_BETWEEN_CALLS)
            _call(hall, day, number)
            drawn()
            hall.presenter.say(f"Mời công dân có số {number} đến quầy")
            hall.presenter.say("")
            drawn()
        hall.put(a_hall("closed", f"2026-11-{23 + day}"))
        drawn()
        yield day


def rss_mb() -> float:
    """What this process holds in memory now."""
    fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(fields["VmRSS"].split()[0]) / KIB_A_MB


def _new_day(hall: BoardHall, day: int) -> None:
    for key in [key for key in hall.mirror.rows if key.startswith("call/")]:
        del hall.mirror.rows[key]
    hall.open(names=FIELDS, foretold=True)
    hall.put(a_hall("open", f"2026-11-{23 + day}"))


def _call(hall: BoardHall, day: int, number: int) -> None:
    name = f"{SERIES[number % len(SERIES)]}{number // len(SERIES):03}"
    calls = sorted(hall.mirror.all(CallRow), key=lambda row: row.called_at)
    for row in calls[: max(0, len(calls) + 1 - IN_VIEW)]:
        del hall.mirror.rows[row.key]
    hall.put(a_call(name, number % COUNTERS + 1, at=hall.now_ms(), attempt=day + 1))
