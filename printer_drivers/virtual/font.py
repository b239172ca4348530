"""The letters inside the virtual printer: its own font, the ones it was given, and its Vietnamese page.

A letter is 24 rows of 12 dots, each row an integer. The page is Windows-1258: a tone that follows a letter is printed
over it, as the few printers do that really have Vietnamese.
"""

import unicodedata
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from assets import path

ACROSS, ROWS = 12, 24
SIZE, BASELINE = 17, 19
LETTERS_REMEMBERED_MAX = 512
Glyph = tuple[int, ...]


def from_columns(ink: bytes) -> Glyph:
    """A defined letter; columns that were not given are white."""
    columns = [int.from_bytes(ink[at : at + 3], "big") for at in range(0, len(ink), 3)]
    columns += [0] * (ACROSS - len(columns))
    return tuple(
        sum((column >> (ROWS - 1 - row) & 1) << (ACROSS - 1 - at) for at, column in enumerate(columns))
        for row in range(ROWS)
    )


@lru_cache(maxsize=LETTERS_REMEMBERED_MAX)
def built_in(letter: str) -> Glyph:
    """The printer's own letter."""
    font = ImageFont.truetype(str(path("fonts/BeVietnamPro-Medium.ttf")), SIZE, layout_engine=ImageFont.Layout.BASIC)
    cell = Image.new("L", (ACROSS, ROWS), 0)
    ImageDraw.Draw(cell).text((ACROSS / 2, BASELINE), letter, font=font, fill=255, anchor="ms")
    dots = cell.point([0] * 110 + [255] * 146, "1")
    data = dots.tobytes()
    return tuple(int.from_bytes(data[2 * row : 2 * row + 2], "big") >> (16 - ACROSS) for row in range(ROWS))


def is_tone(byte: int) -> bool:
    """The byte is a mark for the letter before it."""
    return unicodedata.combining(_in_page(byte)) > 0


def letter_of(text: bytes) -> str:
    """One letter of the Vietnamese page with the tones that follow it."""
    return unicodedata.normalize("NFC", "".join(_in_page(byte) for byte in text))


def magnified(glyph: Glyph, across: int, along: int, *, white: bool) -> list[int]:
    """The rows of a letter so many times as wide and as high; white on black if wished."""
    rows = []
    for row in glyph:
        shown = row ^ ((1 << ACROSS) - 1) if white else row
        bits = "".join(bit * across for bit in format(shown, f"0{ACROSS}b"))
        rows += [int(bits, 2)] * along
    return rows


def _in_page(byte: int) -> str:
    return bytes((byte,)).decode("cp1258", errors="replace")
