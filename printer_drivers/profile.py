"""What one printer can do. The defaults suit a network printer that follows Epson's command set."""

from dataclasses import dataclass
from enum import Enum

from printer_drivers.paper import PAPER_58, PAPER_80, Paper


class Placement(Enum):
    """How a band of picture gets to its place across the paper."""

    CENTRED = "centred"
    """Cropped alike at both sides and centred by ESC a 1: understood by every printer known to us."""
    POSITIONED = "positioned"
    """Cropped fully and placed by ESC $: fewer bytes, where the printer heeds it before a raster."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """Abilities of a printer as found at commissioning.

    escpos_name: the python-escpos capability profile; it must know the paper's width in dots.
    native_qr: the printer draws QR codes itself. Worth it on slow lines only: the code then stands alone on its line.
    process_ids: answers GS ( H. A printer that does not know the command may print its bytes, so it must not get it.
    transmit_status: answers GS r 1 in order with the print data.
    automatic_status: reports changes by itself (GS a).
    realtime_status: answers DLE EOT at once, also while it cannot print.
    mm_per_second: speed of the mechanism, to know how long a ticket may take.
    """

    paper: Paper
    escpos_name: str
    native_qr: bool = False
    placement: Placement = Placement.CENTRED
    process_ids: bool = True
    transmit_status: bool = True
    automatic_status: bool = True
    realtime_status: bool = True
    mm_per_second: float = 150.0


def network_profile(paper: Paper) -> PrinterProfile:
    """A printer on Ethernet that nobody has commissioned yet."""
    return PrinterProfile(paper=paper, escpos_name=_ESCPOS_NAMES[paper])


_ESCPOS_NAMES = {PAPER_80: "TM-T20II", PAPER_58: "POS-5890"}
