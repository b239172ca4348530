"""A voice that runs for days holds no more on the last of them than on the fifth, when its memory of ids is full."""

import tracemalloc

from display.announcer import REMEMBERED_CALLS_MAX, Announcer
from display.hearing import hear, hear_announcements
from hall_link.rows import AnnouncementRow, CallRow, Words
from tests.unit.display.rows import NOW_MS, a_call

DAYS, CALLS_A_DAY, IN_VIEW = 7, 1000, 12
GROWTH_BYTES_MAX = 64 * 1024


def a_day(announcer: Announcer, day: int) -> None:
    """Calls come as in the server's view of a zone, the last few of them; something is announced now and then."""
    rows: list[CallRow] = []
    for number in range(CALLS_A_DAY):
        now = day * 40_000.0 + number * 13.0
        at = NOW_MS + round(now * 1000)
        rows = [*rows[1 - IN_VIEW :], a_call(f"{'ABCD'[number % 4]}{number:03}", at=at, attempt=day + 1)]
        hear(announcer, rows, at, now)
        said = AnnouncementRow(f"{day}-{number}", Words("Xin chào"), False, "", at, at + 60_000)
        hear_announcements(announcer, [said] if number % 10 == 0 else [], "main", at, now)
        while announcer.next_utterance(now) is not None:
            announcer.ended()
        announcer.take_reports()
        announcer.take_notice_reports()


def test_memory_is_flat_over_a_week() -> None:
    announcer = Announcer(lambda _: 5.0)
    assert 4 * CALLS_A_DAY < REMEMBERED_CALLS_MAX < 5 * CALLS_A_DAY
    tracemalloc.start()
    try:
        held = []
        for day in range(DAYS):
            a_day(announcer, day)
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[-1] - held[4] < GROWTH_BYTES_MAX, f"bytes after each day: {held}"
