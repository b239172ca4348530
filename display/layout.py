"""How a board divides its screen, and how large its texts are: from the screen, where it hangs and what the hall wants.

Pure arithmetic. Lengths are design pixels (1920 x 1080 across, 1080 x 1920 upright) where nothing else is said; a
window of another size shows the same page scaled. Who reads decides the sizes: a called number is at least the viewing
distance / 140 high, any other text the distance / 200, measured on capital letters. Small texts grow until the latter
holds or the page has no more room (`TEXT_MAX`); what then does not fit at once takes turns or becomes shorter, and
`display.legibility` measures on the drawn page what is still too small.
"""

from dataclasses import dataclass
from enum import IntEnum
from math import ceil, hypot
from typing import Literal

NUMBER_PART, TEXT_PART = 140, 200
"""A called number is at least 1/140 of the viewing distance high, other text 1/200."""
CAPITALS = 0.7
"""Capitals of Be Vietnam Pro in parts of the font size; Inter's are higher."""
MM_AN_INCH = 25.4

TEXT_MIN, TEXT_MAX, TEXT_MAX_UPRIGHT = 27, 44, 34
LIST_LINES_MIN = 4
LINE_HEIGHT_MIN = 64
LIST_SIZE_MAX = 96
LIST_FILL = 0.8
"""Font size of a line of the list in parts of its height."""
SENTENCE_WIDTH, SENTENCE_WIDTH_UPRIGHT = 1742, 902
HOTLINE_SIZE, HOTLINE_IN_TEXTS = 37, 11.2
SENTENCE_SIZE_MIN, LETTER_WIDTH = 29, 0.525
"""The bottom line: what is left to it, across with the hotline beside it; to which size a sentence may shrink, and the
width of a bold letter in font sizes."""
CARD_GAP = 16
CARD_WIDTH_IN_TEXTS = 8.4
"""A field's card is at least so many font sizes wide."""

LayoutName = Literal["auto", "two_columns", "three_columns", "upright"]


class Division(IntEnum):
    """How the page is divided."""

    UPRIGHT = 1
    TWO_COLUMNS = 2
    THREE_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Installed:
    """Where a screen hangs; 0 where nobody has measured."""

    distance_m: float = 0.0
    diagonal_inches: float = 0.0

    @property
    def measured(self) -> bool:
        return self.distance_m > 0 and self.diagonal_inches > 0

    def least_mm(self, *, number: bool) -> float:
        """How high capitals must be to be read from the last row."""
        return self.distance_m * 1000 / (NUMBER_PART if number else TEXT_PART)

    def mm_a_pixel(self, width: int, height: int) -> float:
        """The pitch of a screen of this resolution."""
        return self.diagonal_inches * MM_AN_INCH / max(1.0, hypot(width, height))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the hall's settings say."""

    layout: LayoutName = "auto"
    recent_calls: int = 6
    media_beside: bool = False


@dataclass(frozen=True, slots=True)
class Appearance:
    """All that a hall may choose of a screen's look. `night`: navy, else paper; `motion`: a new call slides in."""

    wanted: Wanted = Wanted()
    installed: Installed = Installed()
    night: bool = True
    motion: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A page. `text`: least font size; `lines`: of the list; fields stand in `field_columns` x `field_rows`; `media`:
    the size of the place for pictures, nothing without one."""

    division: Division = Division.TWO_COLUMNS
    text: int = TEXT_MIN
    lines: int = 6
    field_columns: int = 4
    field_rows: int = 2
    media_width: int = 0
    media_height: int = 0

    @property
    def fields_a_page(self) -> int:
        return self.field_columns * self.field_rows

    @property
    def sentence_letters(self) -> int:
        """How long a sentence of the bottom line may be."""
        across = SENTENCE_WIDTH - HOTLINE_IN_TEXTS * max(HOTLINE_SIZE, self.text)
        room = SENTENCE_WIDTH_UPRIGHT if self.division is Division.UPRIGHT else across
        return int(room / (LETTER_WIDTH * max(SENTENCE_SIZE_MIN, self.text)))

    @property
    def card_height(self) -> int:
        return card_height(self.text)


def layout_of(width: int, height: int, wanted: Wanted, installed: Installed) -> Layout:
    """The page for a window of so many pixels."""
    division = _division(width, height, wanted.layout)
    upright = division is Division.UPRIGHT
    page_width, page_height = (1080, 1920) if upright else (1920, 1080)
    ratio = max(0.01, min(width / page_width, height / page_height))
    needed = ceil(_needed_pixels(width, height, installed) / ratio)
    text = min(max(TEXT_MIN, needed), TEXT_MAX_UPRIGHT if upright else TEXT_MAX)
    room = _Room(division, text, width / ratio, height / ratio, media=wanted.media_beside)
    return room.layout(wanted.recent_calls, needed)


def card_height(text: int) -> int:
    """A field's card: two lines of its name, then two of what waits."""
    return round(44 + 4 * text)


def _division(width: int, height: int, name: LayoutName) -> Division:
    if name == "auto":
        return Division.UPRIGHT if height > width else Division.TWO_COLUMNS
    return Division[name.upper()]


def _needed_pixels(width: int, height: int, installed: Installed) -> float:
    """The least font size in pixels of the window."""
    if not installed.measured:
        return 0.0
    return installed.least_mm(number=False) / CAPITALS / installed.mm_a_pixel(width, height)


@dataclass(frozen=True, slots=True)
class _Room:
    """What is left on a page of `width` x `height` for the list, the fields and pictures."""

    division: Division
    text: int
    width: float
    height: float
    media: bool

    def layout(self, lines: int, needed: int) -> Layout:
        media_width, media_height = self._media()
        columns, rows = self._grid(media_width, media_height)
        most = int(self._list_height(media_height, rows) / max(LINE_HEIGHT_MIN, needed / LIST_FILL))
        return Layout(
            division=self.division,
            text=self.text,
            lines=max(LIST_LINES_MIN, min(lines, most)),
            field_columns=columns,
            field_rows=rows,
            media_width=media_width,
            media_height=media_height,
        )

    @property
    def _body(self) -> float:
        """Between the header and the bottom line."""
        return self.height - (318 if self.division is Division.UPRIGHT else 200) - 3 * (self.text - TEXT_MIN)

    @property
    def _newest(self) -> float:
        """The newest call with its caption."""
        return 484 + (self.text - TEXT_MIN)

    @property
    def _heading(self) -> float:
        """The words above the fields, and the edge below them."""
        return 36 + 1.35 * self.text

    def _media(self) -> tuple[int, int]:
        if not self.media:
            return 0, 0
        if self.division is Division.THREE_COLUMNS:
            return 572, 322
        if self.division is Division.TWO_COLUMNS:
            return 520, round(self._body - self._newest - 28)
        return round(self.width - 112), 320

    def _grid(self, media_width: int, media_height: int) -> tuple[int, int]:
        """How many cards stand beside and below each other."""
        if self.division is Division.THREE_COLUMNS:
            width, height = 572.0, self._body - 24 - (media_height + 24 if self.media else 0)
        elif self.division is Division.TWO_COLUMNS:
            width = 1107.0 - (media_width + 24 if self.media else 0)
            height = self._body - self._newest
        else:
            rows = 1 if self.media else 2
            width, height = self.width - 112, self._heading + rows * (card_height(self.text) + CARD_GAP)
        columns = int((width + CARD_GAP) / (CARD_WIDTH_IN_TEXTS * self.text + CARD_GAP))
        rows = int((height - self._heading + CARD_GAP) / (card_height(self.text) + CARD_GAP))
        return max(1, columns), max(1, rows)

    def _list_height(self, media_height: int, rows: int) -> float:
        heading = 100.0
        if self.division is not Division.UPRIGHT:
            return self._body - heading
        fields = self._heading + rows * (card_height(self.text) + CARD_GAP)
        return self._body - self._newest - fields - (media_height + 24 if self.media else 0) - heading
