"""How long a place may be kept for somebody who fetches a paper, as choices: a quarter, half an hour, or today."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from counter.desk import HoldChoice
from hall_link.rows import HallRow

MINUTE_MS = 60_000
CHOICES_MINUTES = (15, 30, 60)
CLOCK_SLACK_MS = 10_000
"""The latest allowed time is asked for this much earlier, because the server's clock decides and ours only follows."""


def hold_choices(hall: HallRow, now_ms: int) -> tuple[HoldChoice, ...]:
    """The choices at `now_ms`, none of them later than the hall lets a place be kept; empty where it keeps none.

    The last one is the end of the working day, or the latest allowed where that comes first.
    """
    allowed_ms = hall.hold_minutes_max * MINUTE_MS
    if allowed_ms <= 0:
        return ()
    latest = now_ms + allowed_ms - CLOCK_SLACK_MS
    timed = [
        HoldChoice(minutes, min(now_ms + minutes * MINUTE_MS, latest))
        for minutes in CHOICES_MINUTES
        if minutes <= hall.hold_minutes_max
    ]
    closes = _closes_at(hall, now_ms)
    until = min(closes, latest) if closes > now_ms else latest
    return (*(choice for choice in timed if choice.until < until), HoldChoice(0, until))


def _closes_at(hall: HallRow, now_ms: int) -> int:
    """When the hall closes today, milliseconds since 1970-01-01 UTC."""
    here = datetime.datetime.fromtimestamp(now_ms / 1000, ZoneInfo(hall.time_zone))
    closes = datetime.datetime.combine(here.date(), datetime.time.fromisoformat(hall.closes), here.tzinfo)
    return int(closes.timestamp() * 1000)
