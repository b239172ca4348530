"""Cuts a ticket's picture into bands that are cheap to send and safe to lose.

White rows are not sent but fed. What remains is split into bands of at most BAND_ROWS_MAX rows, at white rows wherever
there are some, so that a pause of the line between two bands never shows inside a letter; and each band is cropped.
A band is also the most that a broken connection can spoil.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from printer_drivers.profile import Placement
from printer_drivers.realtime import without_real_time

BAND_ROWS_MAX = 48
WHITE_ROWS_WORTH_A_FEED = 4
"""Fewer white rows cost less inside a band than as a feed of their own."""
_INK_TO_WHITE = bytes(byte ^ 0xFF for byte in range(256))


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of picture: black on white, mode "1", whole bytes wide, at (left, top) of the ticket."""

    left: int
    top: int
    picture: Image.Image


def bands_of(picture: Image.Image, placement: Placement) -> Iterator[Band]:
    """The inked bands from top to bottom; rows between them are white."""
    stride = picture.width // 8
    ink = picture.tobytes().translate(_INK_TO_WHITE)
    white = bytes(stride)
    inked_rows = [ink[row * stride : (row + 1) * stride] != white for row in range(picture.height)]
    for top, bottom in _split(inked_rows):
        left, right = _inked_bytes(ink, stride, top, bottom)
        if placement is Placement.CENTRED:
            left = min(left, stride - right)
            right = stride - left
        rows = (ink[row * stride + left : row * stride + right] for row in range(top, bottom))
        payload = without_real_time(b"".join(rows))
        size = ((right - left) * 8, bottom - top)
        yield Band(left * 8, top, Image.frombytes("1", size, payload.translate(_INK_TO_WHITE)))


def _split(inked_rows: list[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of rows [top, bottom) to send: neighbouring runs of ink together while they fit, long runs in pieces."""
    band: tuple[int, int] | None = None
    for top, bottom in _runs(inked_rows):
        if band is not None and top - band[1] < WHITE_ROWS_WORTH_A_FEED and bottom - band[0] <= BAND_ROWS_MAX:
            band = (band[0], bottom)
            continue
        if band is not None:
            yield band
        *whole, rest = range(top, bottom, BAND_ROWS_MAX)
        yield from ((piece, piece + BAND_ROWS_MAX) for piece in whole)
        band = (rest, bottom)
    if band is not None:
        yield band


def _runs(inked_rows: list[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of rows [top, bottom) that all hold ink."""
    row = 0
    for inked, rows in itertools.groupby(inked_rows):
        length = sum(1 for _ in rows)
        if inked:
            yield row, row + length
        row += length


def _inked_bytes(ink: bytes, stride: int, top: int, bottom: int) -> tuple[int, int]:
    """Columns of bytes [left, right) that hold ink in these rows."""
    rows = [ink[row * stride : (row + 1) * stride] for row in range(top, bottom)]
    left = min(stride - len(row.lstrip(b"\0")) for row in rows)
    right = max(len(row.rstrip(b"\0")) for row in rows)
    return left, right
