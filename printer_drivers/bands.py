"""Cuts a ticket's picture into bands that are cheap to send and safe to lose.

White rows are not sent but fed. What remains is split into bands of at most BAND_ROWS_MAX rows, at white rows wherever
there are some, so that a pause of the line between two bands never shows inside a letter; and each band is cropped.
A band is also the most that a broken connection can spoil.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops

from printer_drivers.profile import Placement
from printer_drivers.realtime import without_real_time

BAND_ROWS_MAX = 48
WHITE_ROWS_WORTH_A_FEED = 4
"""Fewer white rows cost less inside a band than as a feed of their own."""


@dataclass(frozen=True, slots=True)
class Band:
    """A piece of picture: black on white, mode "1", whole bytes wide, at (left, top) of the ticket."""

    left: int
    top: int
    picture: Image.Image


def bands_of(picture: Image.Image, placement: Placement) -> Iterator[Band]:
    """The inked bands from top to bottom; rows between them are white."""
    stride = picture.width // 8
    ink = ImageChops.invert(picture.convert("L")).convert("1").tobytes()
    inked_rows = [any(ink[row * stride : (row + 1) * stride]) for row in range(picture.height)]
    for top, bottom in _split(inked_rows):
        left, right = _inked_bytes(ink, stride, top, bottom)
        if placement is Placement.CENTRED:
            left = min(left, stride - right)
            right = stride - left
        rows = (ink[row * stride + left : row * stride + right] for row in range(top, bottom))
        payload = without_real_time(b"".join(rows))
        size = ((right - left) * 8, bottom - top)
        yield Band(left * 8, top, Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in payload)))


def _split(inked_rows: list[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of rows [top, bottom) to send."""
    top = bottom = -1
    for row, inked in enumerate([*inked_rows, False]):
        if not inked:
            continue
        if top >= 0 and (row - bottom >= WHITE_ROWS_WORTH_A_FEED or row - top >= BAND_ROWS_MAX):
            yield top, bottom
            top = -1
        top = row if top < 0 else top
        bottom = row + 1
    if top >= 0:
        yield top, bottom


def _inked_bytes(ink: bytes, stride: int, top: int, bottom: int) -> tuple[int, int]:
    """Columns of bytes [left, right) that hold ink in these rows."""
    rows = [ink[row * stride : (row + 1) * stride] for row in range(top, bottom)]
    left = min(stride - len(row.lstrip(b"\0")) for row in rows if any(row))
    right = max(len(row.rstrip(b"\0")) for row in rows if any(row))
    return left, right
