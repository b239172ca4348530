"""A ticket's picture as ESC/POS bytes.

The body does not depend on the attempt, so a retry sends the same bytes; what tells one attempt from another are the
process ids in `closing`: one before the cut and one after it. The first without the second means the cutter jammed.
"""

from dataclasses import dataclass

from PIL import Image

from printer_drivers import commands
from printer_drivers.bands import BAND_ROWS_MAX, bands_of
from printer_drivers.escpos_library import QR_ERROR_CORRECTION_M, EscposEncoder, new_encoder
from printer_drivers.paper import PAPER_80, dots_to_mm
from printer_drivers.profile import Placement, PrinterProfile
from printer_drivers.sheet import QrByPrinter, Sheet

RECOVERY_NULS = 8192
"""More than any unfinished band or code holds: a printer cut off inside one swallows them instead of a ticket."""
assert BAND_ROWS_MAX * PAPER_80.dots // 8 < RECOVERY_NULS


@dataclass(frozen=True, slots=True)
class EncodedTicket:
    """body: bytes up to the first process id. mm: length of paper, without the feed to the blade."""

    body: bytes
    mm: float


def encode(sheet: Sheet, picture: Image.Image, profile: PrinterProfile) -> EncodedTicket:
    """The body of a ticket drawn as `picture` (mode "1", the sheet's size)."""
    printer = new_encoder(profile.escpos_name)
    raw(printer, greeting(profile) + commands.MOTION_UNITS_IN_DOTS)
    if profile.placement is Placement.CENTRED:
        printer.set(align="center")
    printed = 0
    codes = [shape for shape in sheet.shapes if isinstance(shape, QrByPrinter)]
    for code in codes:
        printed = _picture(printer, picture, (printed, code.y), profile)
        _native_code(printer, code, profile)
        printed += code.height
    printed = _picture(printer, picture, (printed, sheet.height), profile)
    raw(printer, commands.feed(sheet.height - printed))
    return EncodedTicket(printer.output, dots_to_mm(sheet.height))


def greeting(profile: PrinterProfile) -> bytes:
    """Sent on every new line and before every ticket: a clean state, and status reports before anything can jam."""
    return commands.INITIALISE + (commands.AUTOMATIC_STATUS if profile.automatic_status else b"")


def closing(printed_id: str, cut_id: str, profile: PrinterProfile) -> bytes:
    """The end of an attempt: what tells that it printed, the cut, and what tells that it was cut."""
    printer = new_encoder(profile.escpos_name)
    if profile.process_ids:
        raw(printer, commands.process_id(printed_id))
    printer.cut("PART", feed=False)
    if profile.process_ids:
        raw(printer, commands.process_id(cut_id))
    if profile.transmit_status:
        raw(printer, commands.TRANSMIT_PAPER_STATUS)
    return printer.output


def recovery(profile: PrinterProfile) -> bytes:
    """Sent first after a line broke inside a ticket: ends what was unfinished, and cuts it off the next person's."""
    printer = new_encoder(profile.escpos_name)
    raw(printer, bytes(RECOVERY_NULS) + commands.INITIALISE)
    printer.cut("PART", feed=False)
    return printer.output


def raw(printer: EscposEncoder, data: bytes) -> None:
    """Appends bytes as they are; the library has no public way."""
    printer._raw(data)  # noqa: SLF001


def _picture(printer: EscposEncoder, picture: Image.Image, rows: tuple[int, int], profile: PrinterProfile) -> int:
    """Appends rows [top, bottom) of the picture; returns the first row that is neither sent nor fed."""
    top, bottom = rows
    printed = top
    for band in bands_of(picture.crop((0, top, picture.width, bottom)), profile.placement):
        raw(printer, commands.feed(top + band.top - printed))
        if profile.placement is Placement.POSITIONED:
            raw(printer, commands.position(band.left))
        printer.image(band.picture, impl="bitImageRaster")
        printed = top + band.top + band.picture.height
    if bottom < picture.height:
        raw(printer, commands.feed(bottom - printed))
        printed = bottom
    return printed


def _native_code(printer: EscposEncoder, code: QrByPrinter, profile: PrinterProfile) -> None:
    if profile.placement is Placement.POSITIONED:
        printer.set(align="center")
    printer.qr(code.payload, ec=QR_ERROR_CORRECTION_M, size=code.module_dots, native=True)
    if profile.placement is Placement.POSITIONED:
        printer.set(align="left")
