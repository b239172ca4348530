"""Draws a sheet as a 1-bit picture, exactly as the print head will burn it.

Letters are drawn with smooth edges and then cut at half grey: never dithered, because dithered edges print as dust.
"""

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

from printer_drivers.sheet import Box, Disc, LogoPicture, QrByPrinter, QrPicture, Shape, Sheet, TextRun
from printer_drivers.typeface import Type, font_of

BLACK, WHITE = 0, 255
INK_BELOW = 128
LINES_REMEMBERED_MAX = 256
_THRESHOLD = [BLACK if grey < INK_BELOW else WHITE for grey in range(256)]


def draw(sheet: Sheet) -> Image.Image:
    """The whole ticket as a mode "1" picture, black ink on white, `paper.dots` wide.

    Rows left for a code that the printer draws itself stay white.
    """
    picture = Image.new("L", (sheet.paper.dots, sheet.height), WHITE)
    pencil = ImageDraw.Draw(picture)
    for shape in sheet.shapes:
        _ink(pencil, shape)
    return picture.point(_THRESHOLD, "1")


def _ink(pencil: ImageDraw.ImageDraw, shape: Shape) -> None:
    match shape:
        case TextRun(x, y, text, kind, white):
            line = _drawn_line(text, kind)
            pencil.bitmap((x + line.left, y + line.top), line.ink, fill=WHITE if white else BLACK)
        case Box(x, y, width, height):
            pencil.rectangle((x, y, x + width - 1, y + height - 1), fill=BLACK)
        case Disc(x, y, diameter):
            pencil.ellipse((x, y, x + diameter - 1, y + diameter - 1), fill=BLACK)
        case LogoPicture(x, y, logo):
            pencil.bitmap((x, y), Image.frombytes("1", (logo.width, logo.rows), logo.ink), fill=BLACK)
        case QrPicture(left, top, modules, dots):
            for row, blacks in enumerate(modules.rows):
                for column, black in enumerate(blacks):
                    if black:
                        x, y = left + column * dots, top + row * dots
                        pencil.rectangle((x, y, x + dots - 1, y + dots - 1), fill=BLACK)
        case QrByPrinter():
            pass


@dataclass(frozen=True, slots=True)
class _DrawnLine:
    """A line of text as grey ink; left and top are where its picture lies from the start of the baseline."""

    ink: Image.Image
    left: int
    top: int


@lru_cache(maxsize=LINES_REMEMBERED_MAX)
def _drawn_line(text: str, kind: Type) -> _DrawnLine:
    """Most lines of a hall's tickets are the same all day: drawing them is most of the time a ticket takes."""
    font = font_of(kind)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(text, anchor="ls"))
    left, top, right, bottom = left - 1, top - 1, right + 1, bottom + 1
    ink = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(ink).text((-left, -top), text, font=font, fill=255, anchor="ls")
    return _DrawnLine(ink, left, top)
