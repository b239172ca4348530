"""A ticket's content as the bytes for one printer, in the strategy that its line allows."""

from functools import lru_cache

from printer_drivers.character_page import lines_of
from printer_drivers.document import Block, Mark, TicketContent, ticket_document
from printer_drivers.encoder import EncodedTicket, encode
from printer_drivers.layout import lay_out
from printer_drivers.lettering import encode_lines
from printer_drivers.profile import PrinterProfile, Strategy
from printer_drivers.raster import draw
from printer_drivers.stationery import PLAIN, Stationery

NOT_A_TICKET = "GIẤY BỎ – KHÔNG PHẢI PHIẾU"
NOTICES_REMEMBERED_MAX = 8


def render(content: TicketContent, profile: PrinterProfile, stationery: Stationery = PLAIN) -> EncodedTicket:
    """The bytes of a ticket. ValueError when it cannot be drawn (QR payload too long), OSError without its fonts."""
    return _rendered(ticket_document(content, stationery), profile, large=stationery.large)


@lru_cache(maxsize=NOTICES_REMEMBERED_MAX)
def waste_notice(profile: PrinterProfile) -> bytes:
    """What is printed under a ticket that broke off, before it is cut off."""
    return _rendered((Mark(NOT_A_TICKET),), profile).body


def _rendered(blocks: tuple[Block, ...], profile: PrinterProfile, *, large: bool = False) -> EncodedTicket:
    if profile.strategy is not Strategy.PICTURE:
        return encode_lines(lines_of(blocks, profile.paper), profile)
    sheet = lay_out(blocks, profile.paper, large=large, native_qr=profile.native_qr)
    return encode(sheet, draw(sheet), profile)
