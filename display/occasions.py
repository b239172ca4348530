"""When the hall speaks by itself: before it gives its last number, and when waits have passed what was printed.

A pure machine: an outlook in, the notices that are due out, each occasion once. Nobody has to type them, and nobody
hears them twice because a board was looking at the clock twice.
"""

from dataclasses import dataclass

from display.notices import Notice
from display.reading import Language
from display.sentences import apology_text, closing_text

CLOSING_MINUTES = (30, 10)
"""How long before the last number it is said."""
CLOSING_TOLERANCE_MINUTES = 3
"""A board that was away for longer than this says nothing until the next of them."""
APOLOGY_AGAIN_SECONDS = 900.0
"""Sorry is said again for the same field when so much time has passed and it still holds."""
PATIENCE_SECONDS = 120.0
"""Minutes are named in these notices, so they are not said late."""


@dataclass(frozen=True, slots=True)
class Closing:
    """In `minutes_left` the last number is given, in a field or, `field_id` empty, in the whole hall."""

    minutes_left: int
    field_id: str = ""
    vi: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class LateField:
    """A field where people wait longer than their tickets said. `high`: the minutes that nine of ten do not exceed who
    take a number now, and fewer still of those who wait; None where nothing is foretold."""

    field_id: str
    vi: str
    en: str
    high: int | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The hall at one moment. `date`: empty while it is not known."""

    date: str
    closings: tuple[Closing, ...] = ()
    late: tuple[LateField, ...] = ()


class Occasions:
    """Remembers what was said of one day."""

    def __init__(self, closing_minutes: tuple[int, ...] = CLOSING_MINUTES) -> None:
        self._closing_minutes = closing_minutes
        self._date = ""
        self._closings: set[tuple[str, int]] = set()
        self._apologies: dict[str, float] = {}

    def due(self, outlook: Outlook, now: float) -> list[Notice]:
        """What is to be said now, a monotonic time in seconds."""
        if outlook.date != self._date:
            self._date, self._closings, self._apologies = outlook.date, set(), {}
        return [notice for closing in outlook.closings for notice in self._closing(closing)] + self._sorry(outlook, now)

    def _closing(self, closing: Closing) -> list[Notice]:
        left = closing.minutes_left
        due = [mark for mark in self._closing_minutes if mark - CLOSING_TOLERANCE_MINUTES < left <= mark]
        fresh = [mark for mark in due if (closing.field_id, mark) not in self._closings]
        self._closings.update((closing.field_id, mark) for mark in fresh)
        return [
            Notice(
                notice_id=f"{self._date}-closing-{closing.field_id}-{mark}",
                vi=closing_text(left, closing.vi, Language.VIETNAMESE),
                en=closing_text(left, closing.en or closing.vi, Language.ENGLISH),
                patience_seconds=PATIENCE_SECONDS,
            )
            for mark in fresh[:1]
        ]

    def _sorry(self, outlook: Outlook, now: float) -> list[Notice]:
        notices = []
        for field in outlook.late:
            said_at = self._apologies.get(field.field_id)
            if said_at is not None and now - said_at < APOLOGY_AGAIN_SECONDS:
                continue
            self._apologies[field.field_id] = now
            notices.append(
                Notice(
                    notice_id=f"{outlook.date}-sorry-{field.field_id}-{round(now)}",
                    vi=apology_text(field.vi, field.high, Language.VIETNAMESE),
                    en=apology_text(field.en or field.vi, field.high, Language.ENGLISH),
                    patience_seconds=PATIENCE_SECONDS,
                )
            )
        return notices
