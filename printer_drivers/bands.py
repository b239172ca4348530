"""Cuts a ticket's picture into pieces that are cheap to send and safe to lose.

White rows are not sent but fed. Inked rows go over the line in one of two shapes, whichever is shorter there:

    Band    up to BAND_ROWS_MAX rows as one raster, cropped alike at both sides (GS v 0, centred by the printer)
    Strip   STRIP_ROWS rows as columns, in pieces with white between them (ESC *, each piece placed by ESC $)

A label at the left and its value at the right are mostly white: there the strip wins, by half. A raster cannot do it,
because no printer sets two of them side by side. A band ends in white rows wherever there are some, so that a pause of
the line never shows inside a letter; it is also the most that a broken connection can spoil.

The cheapest cut of a part is found by going down it once and keeping, for each row that a piece can end at, the least
bytes to get there. Rows are integers of one bit a dot, so that a row's ink is seen in a few operations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, zip_longest

from PIL import Image

from printer_drivers.realtime import without_real_time

BAND_ROWS_MAX = 48
STRIP_ROWS = 24
STRIP_STARTS_EARLIER = (0, 4, 8, 12, 16, 20)
"""White rows that a strip may take along above its ink, so that its lower edge falls well."""
GAP_DOTS = 5
"""Fewer white columns cost less inside a piece than as a place of their own."""
DIVIDING_ROWS = 8
"""White rows at which a picture is divided into parts that are cut, and remembered, each by itself."""
PARTS_REMEMBERED_MAX = 256
BYTES_OF_A_BAND = 11
BYTES_OF_A_STRIP = 6
BYTES_OF_A_PIECE = 12
"""Commands around the dots; a piece counts some more, for each costs the printer time as well."""
_INK_TO_WHITE = bytes(byte ^ 0xFF for byte in range(256))


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of `stride` bytes, a set bit is black, in the middle of the line, beginning at row `top`."""

    top: int
    stride: int
    ink: bytes

    @property
    def rows(self) -> int:
        """Rows of paper it takes."""
        return len(self.ink) // self.stride


@dataclass(frozen=True, slots=True)
class Piece:
    """Columns of three bytes, topmost dot first, from dot `left` of the line."""

    left: int
    ink: bytes


@dataclass(frozen=True, slots=True)
class Strip:
    """STRIP_ROWS rows beginning at row `top`."""

    top: int
    pieces: tuple[Piece, ...]

    @property
    def rows(self) -> int:
        """Rows of paper it takes."""
        return STRIP_ROWS


@dataclass(frozen=True, slots=True)
class _Cut:
    """The way to a row: its bytes, the piece that ends there, and where that began."""

    bytes: int
    is_strip: bool
    top: int
    before: int


def pieces_of(picture: Image.Image, *, strips: bool) -> Iterator[Band | Strip]:
    """The inked pieces of a picture (mode "1", whole bytes wide) from top to bottom; rows between them are white.

    strips: the printer understands them; without, all is bands.
    """
    stride = picture.width // 8
    ink = picture.tobytes().translate(_INK_TO_WHITE)
    for top, bottom in _parts(ink, stride):
        for piece in _cut(ink[top * stride : bottom * stride], stride, strips):
            yield replace(piece, top=top + piece.top)


def _parts(ink: bytes, stride: int) -> Iterator[tuple[int, int]]:
    """Ranges of rows that are cut each by itself: divided in the middle of white worth dividing at."""
    white, rows = bytes(stride), len(ink) // stride
    top = row = 0
    for is_white, run in groupby(ink[at : at + stride] == white for at in range(0, len(ink), stride)):
        length = sum(1 for _ in run)
        if is_white and length >= DIVIDING_ROWS and row > 0 and row + length < rows:
            yield top, row + length // 2
            top = row + length // 2
        row += length
    yield top, rows


@lru_cache(maxsize=PARTS_REMEMBERED_MAX)
def _cut(ink: bytes, stride: int, strips: bool) -> tuple[Band | Strip, ...]:
    """The pieces of one part. Most parts of a hall's tickets are the same all day."""
    part = _Rows(ink, stride)
    return tuple(
        part.strip(cut.top) if cut.is_strip else part.band(cut.top, cut.top + cut.before)
        for cut in part.cheapest(strips=strips)
    )


class _Rows:
    """A picture as integers; bit 0 is the rightmost dot."""

    def __init__(self, ink: bytes, stride: int) -> None:
        self._ink, self._stride = ink, stride
        self._width, self._height = stride * 8, len(ink) // stride
        rows = [int.from_bytes(self._ink[at : at + stride], "big") for at in range(0, len(self._ink), stride)]
        self._inked = self._next_inked(rows)
        self._run_ends = self._next_white(rows)
        self._together = [rows]
        """Ink of 1, 2, 4 ... rows from each row on."""
        for step in (1, 2, 4, 8, 16):
            last = self._together[-1]
            self._together.append([a | b for a, b in zip_longest(last, last[step:], fillvalue=0)])

    def cheapest(self, *, strips: bool) -> list[_Cut]:
        """The pieces of the cheapest cut; `before` of each is its number of rows."""
        best: dict[int, _Cut] = {0: _Cut(0, False, 0, -1)}
        end: int | None = None
        for row in range(self._height + 1):
            here = best.get(row)
            if here is None:
                continue
            inked = self._inked[row] if row < self._height else self._height
            if inked >= self._height:
                if end is None or here.bytes < best[end].bytes:
                    end = row
                continue
            for way in self._ways_on(row, inked, strips=strips):
                reached = way.top + (STRIP_ROWS if way.is_strip else way.before)
                cost = here.bytes + way.bytes
                if reached not in best or cost < best[reached].bytes:
                    best[reached] = _Cut(cost, way.is_strip, way.top, row)
        return self._back(best, end)

    def band(self, top: int, bottom: int) -> Band:
        """Rows [top, bottom) as one raster."""
        edge = self._white_bytes_beside(self._ink_between(top, bottom))
        stride = self._stride
        rows = (self._ink[row * stride + edge : (row + 1) * stride - edge] for row in range(top, bottom))
        return Band(top, stride - 2 * edge, without_real_time(b"".join(rows)))

    def strip(self, top: int) -> Strip:
        """STRIP_ROWS rows from `top` as columns."""
        closed = self._closed(self._ink_between(top, top + STRIP_ROWS))
        rows = self._ink[top * self._stride : (top + STRIP_ROWS) * self._stride]
        columns = Image.frombytes("1", (self._width, STRIP_ROWS), rows).transpose(Image.Transpose.TRANSPOSE).tobytes()
        runs = re.finditer("1+", format(closed, f"0{self._width}b"))
        pieces = (Piece(run.start(), without_real_time(columns[3 * run.start() : 3 * run.end()])) for run in runs)
        return Strip(top, tuple(pieces))

    def _ways_on(self, row: int, inked: int, *, strips: bool) -> Iterator[_Cut]:
        """Pieces that may follow when all above `row` is done and the next ink is at `inked`."""
        bottom = self._run_ends[inked]
        while True:
            bottom = min(bottom, inked + BAND_ROWS_MAX, self._height)
            stride = self._stride - 2 * self._white_bytes_beside(self._ink_between(inked, bottom))
            yield _Cut(BYTES_OF_A_BAND + stride * (bottom - inked), False, inked, bottom - inked)
            following = self._inked[bottom] if bottom < self._height else self._height
            if following >= self._height or self._run_ends[following] - inked > BAND_ROWS_MAX:
                break
            bottom = self._run_ends[following]
        for earlier in STRIP_STARTS_EARLIER if strips else ():
            top = inked - earlier
            if top < row or top + STRIP_ROWS > self._height:
                continue
            closed = self._closed(self._ink_between(top, top + STRIP_ROWS))
            runs = (closed & ~(closed >> 1)).bit_count()
            yield _Cut(BYTES_OF_A_STRIP + BYTES_OF_A_PIECE * runs + 3 * closed.bit_count(), True, top, STRIP_ROWS)

    def _back(self, best: dict[int, _Cut], end: int | None) -> list[_Cut]:
        cuts: list[_Cut] = []
        row = end or 0
        while row > 0:
            cut = best[row]
            cuts.append(_Cut(cut.bytes, cut.is_strip, cut.top, row - cut.top))
            row = cut.before
        return cuts[::-1]

    def _ink_between(self, top: int, bottom: int) -> int:
        """Columns that hold ink in rows [top, bottom)."""
        ink, rows = 0, bottom - top
        for power in range(len(self._together) - 1, -1, -1):
            while rows >= 1 << power:
                ink |= self._together[power][top]
                top += 1 << power
                rows -= 1 << power
        return ink

    def _white_bytes_beside(self, ink: int) -> int:
        """Whole white bytes at the side that has fewer of them."""
        left = (self._width - ink.bit_length()) // 8
        right = ((ink & -ink).bit_length() - 1) // 8
        return min(left, right)

    @staticmethod
    def _closed(ink: int) -> int:
        """The same columns with gaps of at most GAP_DOTS filled."""
        wide = ink << GAP_DOTS
        for shift in (1, 2, 2):
            wide |= wide >> shift
        for shift in (1, 2, 2):
            wide &= wide << shift
        return wide >> GAP_DOTS

    @staticmethod
    def _next_inked(rows: list[int]) -> list[int]:
        """For each row the first row from there on that holds ink; the height when there is none."""
        following, found = [0] * len(rows), len(rows)
        for row in range(len(rows) - 1, -1, -1):
            found = row if rows[row] else found
            following[row] = found
        return following

    @staticmethod
    def _next_white(rows: list[int]) -> list[int]:
        """For each row the first row from there on without ink."""
        following, found = [0] * len(rows), len(rows)
        for row in range(len(rows) - 1, -1, -1):
            found = found if rows[row] else row
            following[row] = found
        return following
