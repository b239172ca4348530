"""What one printer can do. The defaults suit a network printer that follows Epson's command set."""

from dataclasses import dataclass, replace
from enum import Enum

from printer_drivers.paper import PAPER_58, PAPER_80, Paper

SLOW_LINE_BYTES_PER_SECOND = 3840
"""38,400 baud: at this and below a picture takes longer than a person wants to stand there."""


class Strategy(Enum):
    """How a ticket is put into bytes; see `rendering`."""

    PICTURE = "picture"
    """Drawn here, every dot: all printers, full beauty, some 30 kB."""
    OWN_LETTERS = "own_letters"
    """Our letters are sent once a ticket, then the words as text: 3 kB, plainer."""
    CODE_PAGE = "code_page"
    """Words in the printer's own letters: 0.7 kB, for models that really have Vietnamese."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """Abilities of a printer as found at commissioning.

    escpos_name: the python-escpos capability profile; it must know the paper's width in dots.
    native_qr: the printer draws QR codes itself. Worth it on slow lines only: the code then stands alone on its line.
    strips: prints pictures in columns (ESC *) side by side; False where feeds are not in dots and letters tear.
    process_ids: answers GS ( H. A printer that does not know the command may print its bytes, so it must not get it.
    transmit_status: answers GS r 1 in order with the print data.
    automatic_status: reports changes by itself (GS a).
    realtime_status: answers DLE EOT at once, also while it cannot print.
    mm_per_second: speed of the mechanism, to know how long a ticket may take.
    line_bytes_per_second: speed of the line where it is slower than the paper (serial); None: fast.
    own_letters: takes definitions of letters (ESC &).
    code_page: number of its Vietnamese page (Windows-1258, marks composed); None: it has none that can be trusted.
    spooled: the line takes whole jobs, so that none can break in the middle.
    """

    paper: Paper
    escpos_name: str
    native_qr: bool = False
    strips: bool = True
    process_ids: bool = True
    transmit_status: bool = True
    automatic_status: bool = True
    realtime_status: bool = True
    mm_per_second: float = 150.0
    line_bytes_per_second: float | None = None
    own_letters: bool = False
    code_page: int | None = None
    spooled: bool = False

    @property
    def strategy(self) -> Strategy:
        """The most beautiful one that is not slow."""
        if self.line_bytes_per_second is None or self.line_bytes_per_second > SLOW_LINE_BYTES_PER_SECOND:
            return Strategy.PICTURE
        if self.code_page is not None:
            return Strategy.CODE_PAGE
        return Strategy.OWN_LETTERS if self.own_letters else Strategy.PICTURE

    @property
    def confirms(self) -> bool:
        """It can be asked whether a ticket came out."""
        return self.process_ids or self.transmit_status

    @property
    def speaks(self) -> bool:
        """It says anything at all."""
        return self.confirms or self.automatic_status or self.realtime_status

    def silent(self) -> "PrinterProfile":
        """The same printer behind a spooler of the system, which brings no answers back."""
        return replace(
            self,
            process_ids=False,
            transmit_status=False,
            automatic_status=False,
            realtime_status=False,
            spooled=True,
        )

    def line_seconds(self, count: int) -> float:
        """How long so many bytes are under way."""
        return count / self.line_bytes_per_second if self.line_bytes_per_second else 0.0


def network_profile(paper: Paper) -> PrinterProfile:
    """A printer on a fast line that nobody has commissioned yet."""
    return PrinterProfile(paper=paper, escpos_name=_ESCPOS_NAMES[paper])


_ESCPOS_NAMES = {PAPER_80: "TM-T20II", PAPER_58: "POS-5890"}
