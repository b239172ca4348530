"""The hall's time of day as the officer reads it."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo


def time_of_day(at_ms: int, time_zone: str) -> str:
    """`at_ms` (milliseconds since 1970-01-01 UTC) in the hall's time zone as "08:42"."""
    return datetime.datetime.fromtimestamp(at_ms / 1000, ZoneInfo(time_zone)).strftime("%H:%M")


def running_time(seconds: int) -> str:
    """A timer: "03:26", and "1:03:26" from an hour on."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"
