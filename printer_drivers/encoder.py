"""A ticket's picture as ESC/POS bytes, and the bytes before and after every ticket.

The body does not depend on the attempt, so a retry sends the same bytes; what tells one attempt from another are the
process ids in `closing`: one before the cut and one after it. The first without the second means the cutter jammed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from printer_drivers import commands
from printer_drivers.bands import BAND_ROWS_MAX, Band, Strip, pieces_of
from printer_drivers.escpos_library import QR_ERROR_CORRECTION_M, EscposEncoder, new_encoder
from printer_drivers.paper import PAPER_80, dots_to_mm
from printer_drivers.profile import PrinterProfile
from printer_drivers.sheet import QrByPrinter, Sheet

RECOVERY_NULS = 8192
"""More than any unfinished band or code holds: a printer cut off inside one swallows them instead of a ticket."""
assert BAND_ROWS_MAX * PAPER_80.dots // 8 < RECOVERY_NULS
GREETING_NULS = 16
"""More than any command outside a ticket holds: a line may break inside a question, too."""
STATUS_ASKED_TIMES = 4
"""GS r is answered with one byte that looks like noise: only so many equal ones in a row are believed."""


@dataclass(frozen=True, slots=True)
class EncodedTicket:
    """body: bytes up to the first process id. mm: length of paper, without the feed to the blade."""

    body: bytes
    mm: float


def encode(sheet: Sheet, picture: Image.Image, profile: PrinterProfile) -> EncodedTicket:
    """The body of a ticket drawn as `picture` (mode "1", the sheet's size)."""
    body = bytearray(opening(profile) + commands.PICTURES_CENTRED)
    printed = 0
    for code in (shape for shape in sheet.shapes if isinstance(shape, QrByPrinter)):
        body += b"".join(_picture(picture, printed, code.y, profile))
        body += native_code(code.payload, code.module_dots, profile)
        printed = code.y + code.height
    body += b"".join(_picture(picture, printed, sheet.height, profile))
    return EncodedTicket(bytes(body), dots_to_mm(sheet.height))


def greeting(profile: PrinterProfile) -> bytes:
    """Sent on every new line and before every ticket: a clean state, and status reports before anything can jam."""
    return commands.INITIALISE + (commands.AUTOMATIC_STATUS if profile.automatic_status else b"")


def opening(profile: PrinterProfile) -> bytes:
    """The beginning of every ticket."""
    return greeting(profile) + commands.MOTION_UNITS_IN_DOTS


def closing(printed_id: str, cut_id: str, profile: PrinterProfile) -> bytes:
    """The end of an attempt: what tells that it printed, the cut, and what tells that it was cut."""
    printer = new_encoder(profile.escpos_name)
    if profile.process_ids:
        raw(printer, commands.process_id(printed_id))
    printer.cut("PART", feed=False)
    if profile.process_ids:
        raw(printer, commands.process_id(cut_id))
    if profile.transmit_status:
        raw(printer, commands.TRANSMIT_PAPER_STATUS * STATUS_ASKED_TIMES)
    return printer.output


def recovery(notice: bytes, profile: PrinterProfile) -> bytes:
    """Sent first after a line broke inside a ticket: ends what was unfinished, and cuts it off the next person's.

    notice: body of a few words that say that this paper is none to keep; without them a blank or half slip lies there
    for somebody to take.
    """
    printer = new_encoder(profile.escpos_name)
    raw(printer, bytes(RECOVERY_NULS) + notice)
    printer.cut("PART", feed=False)
    return printer.output


def native_code(payload: str, module_dots: int, profile: PrinterProfile) -> bytes:
    """A QR code that the printer draws, on a line of its own, where ESC a puts it."""
    printer = new_encoder(profile.escpos_name)
    printer.qr(payload, ec=QR_ERROR_CORRECTION_M, size=module_dots, native=True)
    return printer.output


def raw(printer: EscposEncoder, data: bytes) -> None:
    """Appends bytes as they are; the library has no public way."""
    printer._raw(data)  # noqa: SLF001


def _picture(picture: Image.Image, top: int, bottom: int, profile: PrinterProfile) -> Iterator[bytes]:
    """Rows [top, bottom) of the picture. Begins and ends with pictures centred."""
    printed, owed, centred = top, 0, True
    for piece in pieces_of(picture.crop((0, top, picture.width, bottom)), strips=profile.strips):
        # A strip waits in the line buffer, and the feed that ends it is also the white that follows.
        yield commands.feed(owed + top + piece.top - printed)
        if centred is not isinstance(piece, Band):
            centred = not centred
            yield commands.PICTURES_CENTRED if centred else commands.PICTURES_LEFT
        yield from _piece(piece)
        owed = 0 if isinstance(piece, Band) else piece.rows
        printed = top + piece.top + piece.rows
    yield commands.feed(owed + bottom - printed)
    if not centred:
        yield commands.PICTURES_CENTRED


def _piece(piece: Band | Strip) -> Iterator[bytes]:
    if isinstance(piece, Band):
        yield commands.raster(piece.stride, piece.ink)
        return
    for part in piece.pieces:
        yield commands.position(part.left) + commands.columns(part.ink)
