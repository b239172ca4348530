"""How loud the voice is at which time of day, and when it is not heard at all.

Neighbours, lunch breaks and an empty hall in the early morning want a softer voice; a full one at nine does not. Times
are the hall's own, "HH:MM"; a span may pass midnight.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Loudness:
    """`volume` from 0 to 1; `quiet`: calls are shown and not spoken."""

    volume: float
    quiet: bool = False


class VoiceHours:
    """`volume`: where nothing else is said. `steps`: "07:30=0.6", from then on, until the next step; the last one of a
    day holds until the first of the next. `quiet`: spans "11:30-13:30". Raises ValueError for what is neither.
    """

    def __init__(self, volume: float = 1.0, steps: Sequence[str] = (), quiet: Sequence[str] = ()) -> None:
        self._volume = volume
        self._steps = sorted(_step(written) for written in steps)
        self._quiet = [_span(written) for written in quiet]

    def at(self, minute_of_day: int) -> Loudness:
        """How loud it is so many minutes after midnight."""
        quiet = any(_is_within(minute_of_day, *span) for span in self._quiet)
        if not self._steps:
            return Loudness(self._volume, quiet)
        index = bisect_right(self._steps, (minute_of_day, 1.0)) - 1
        return Loudness(self._steps[index][1], quiet)


def minute_of(clock: str) -> int:
    """Minutes after midnight of "HH:MM". Raises ValueError."""
    hour, colon, minute = clock.partition(":")
    if not colon or not (0 <= int(hour) <= 24 and 0 <= int(minute) <= 59):
        raise ValueError(f"{clock!r} is no time such as 07:30")
    return int(hour) * 60 + int(minute)


def _step(written: str) -> tuple[int, float]:
    clock, sign, volume = written.partition("=")
    if not sign or not 0 <= float(volume) <= 1:
        raise ValueError(f"{written!r} is no step such as 07:30=0.6")
    return minute_of(clock), float(volume)


def _span(written: str) -> tuple[int, int]:
    begin, _, end = written.partition("-")
    return minute_of(begin), minute_of(end)


def _is_within(minute: int, begin: int, end: int) -> bool:
    return begin <= minute < end if begin <= end else minute >= begin or minute < end
