"""What all pages of the terminal share: reading texts in the chosen language, the hall's clock, columns of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from hall_link.rows import Words
from staff.settings import Language


def read(words: Words, language: Language) -> str:
    """The text in the language, or in Vietnamese where the hall gave no other."""
    return words.en if language == "en" and words.en else words.vi


def clock(at: int | None, zone: str) -> str:
    """`08:30` on the hall's clock; empty where there is no time."""
    return "" if at is None else f"{datetime.fromtimestamp(at / 1000, UTC).astimezone(ZoneInfo(zone)):%H:%M}"


def minutes(since: int, now: int) -> int:
    """Whole minutes from `since` to `now`, never negative."""
    return max(0, (now - since) // 60_000)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with the columns under each other."""
    if not rows:
        return []
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(text: str) -> int:
    """Cells of a terminal; composed letters take one, wide ones two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
