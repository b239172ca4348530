"""The ticket for trying a printer: all Vietnamese letters, and rulers along both directions.

The ruler across begins and ends at the edges of the printable line: a printer of another width cuts it short or moves
it. The one along the paper is RULER_MM long: measured otherwise, the printer feeds in other units than dots, and
pictures in strips would tear.
"""

from printer_drivers.document import ticket_document
from printer_drivers.encoder import EncodedTicket, encode
from printer_drivers.layout import lay_out
from printer_drivers.paper import DOTS_PER_MM
from printer_drivers.profile import PrinterProfile
from printer_drivers.raster import draw
from printer_drivers.sample import sample_ticket
from printer_drivers.sheet import Box, Sheet, TextRun
from printer_drivers.typeface import Face, Type, line_extent

RULER_MM = 20
_FIGURES = Type(Face.MEDIUM, 18)
_LINE_DOTS = 2


def trial_ticket(taken_at: str, profile: PrinterProfile) -> EncodedTicket:
    """The bytes of the test ticket; `taken_at` is the time to print."""
    sheet = with_rulers(lay_out(ticket_document(sample_ticket(taken_at)), profile.paper, native_qr=profile.native_qr))
    return encode(sheet, draw(sheet), profile)


def with_rulers(sheet: Sheet) -> Sheet:
    """The sheet with both rulers below it."""
    top = sheet.height
    figures = line_extent(_FIGURES)
    shapes: list[Box | TextRun] = []
    for mm in range(sheet.paper.dots // DOTS_PER_MM + 1):
        x = min(mm * DOTS_PER_MM, sheet.paper.dots - _LINE_DOTS)
        shapes.append(Box(x, top, _LINE_DOTS, _tick(mm)))
        if mm % 10 == 0 and x + 30 < sheet.paper.dots:
            shapes.append(TextRun(x + 4, top + 30 + figures.above, str(mm), _FIGURES))
    along = top + 30 + figures.height + DOTS_PER_MM
    for mm in range(RULER_MM + 1):
        shapes.append(Box(sheet.paper.margin_dots, along + mm * DOTS_PER_MM, 2 * _tick(mm), _LINE_DOTS))
    shapes.append(TextRun(sheet.paper.margin_dots + 80, along + 80, f"{RULER_MM} mm", _FIGURES))
    height = along + RULER_MM * DOTS_PER_MM + _LINE_DOTS + DOTS_PER_MM
    return Sheet(sheet.paper, height, (*sheet.shapes, *shapes))


def _tick(mm: int) -> int:
    """Longer at fives and tens."""
    if mm % 10 == 0:
        return 28
    return 20 if mm % 5 == 0 else 10
