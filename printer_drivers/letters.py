"""Our letters in the cell of a printer's font, to be sent to printers that can take them.

A capital with two marks is higher than the cell at the size of the others: it is pressed together until it fits,
marks and all, as the small letters of Vietnamese typewriters were.
"""

from functools import lru_cache

from PIL import Image, ImageDraw

from printer_drivers.commands import LETTER_DOTS_ACROSS, LETTER_ROWS
from printer_drivers.typeface import Face, Type, font_of

LETTER_TYPE = Type(Face.SEMIBOLD, 21)
BASELINE_ROW = 19
INK_ABOVE = 110
"""Of 255: what is darker is black. Lower than half, because narrowed strokes get thin."""
LETTERS_REMEMBERED_MAX = 512


@lru_cache(maxsize=LETTERS_REMEMBERED_MAX)
def letter_columns(letter: str) -> bytes:
    """The letter's ink as columns of three bytes, topmost dot first, without white columns at the end."""
    cell = letter_cell(letter)
    columns = cell.transpose(Image.Transpose.TRANSPOSE).tobytes()
    inked = [column for column in range(LETTER_DOTS_ACROSS) if any(columns[3 * column : 3 * column + 3])]
    return columns[: 3 * (inked[-1] + 1)] if inked else b""


def letter_cell(letter: str) -> Image.Image:
    """The letter in its cell, mode "1", ink is 1."""
    font = font_of(LETTER_TYPE)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(letter, anchor="ls"))
    cell = Image.new("L", (LETTER_DOTS_ACROSS, LETTER_ROWS), 0)
    if right <= left or bottom <= top:
        return cell.convert("1")
    ink = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(ink).text((-left, -top), letter, font=font, fill=255, anchor="ls")
    above, below = min(-top, BASELINE_ROW), min(max(0, bottom), LETTER_ROWS - BASELINE_ROW)
    # A row and a column stay white, so that letters do not touch.
    fitted = ink.resize((min(ink.width, LETTER_DOTS_ACROSS - 1), max(1, above + below)), Image.Resampling.LANCZOS)
    cell.paste(fitted, ((LETTER_DOTS_ACROSS - 1 - fitted.width) // 2, BASELINE_ROW - above))
    return cell.point([0 if grey < INK_ABOVE else 255 for grey in range(256)], "1")
