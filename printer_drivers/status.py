"""The state of a printer as one value, and what of it keeps a ticket from being printed."""

from dataclasses import dataclass, replace
from enum import Enum


class PaperLevel(Enum):
    """What the paper sensors see."""

    OK = "ok"
    LOW = "low"
    OUT = "out"


class Trouble(Enum):
    """Why nothing can be printed now; a kiosk has words and a picture for each."""

    NO_LINK = "no_link"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_ERROR = "cutter_error"
    FATAL_ERROR = "fatal_error"
    RECOVERABLE_ERROR = "recoverable_error"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """Last known state. `answers` is False until the printer has said anything on this line: then only `connected`
    is known and the rest is assumption.
    """

    connected: bool = False
    answers: bool = False
    online: bool = True
    paper: PaperLevel = PaperLevel.OK
    cover_open: bool = False
    cutter_error: bool = False
    fatal_error: bool = False
    recoverable_error: bool = False

    @property
    def trouble(self) -> Trouble | None:
        """The one thing to tell people: the most specific cause first."""
        causes = (
            (not self.connected, Trouble.NO_LINK),
            (self.cover_open, Trouble.COVER_OPEN),
            (self.paper is PaperLevel.OUT, Trouble.PAPER_OUT),
            (self.cutter_error, Trouble.CUTTER_ERROR),
            (self.fatal_error, Trouble.FATAL_ERROR),
            (self.recoverable_error, Trouble.RECOVERABLE_ERROR),
            (not self.online, Trouble.OFFLINE),
        )
        return next((trouble for holds, trouble in causes if holds), None)

    @property
    def ready(self) -> bool:
        """A ticket sent now should come out."""
        return self.trouble is None


def with_automatic(status: PrinterStatus, data: bytes) -> PrinterStatus:
    """After the four bytes of an automatic status (Epson, GS a)."""
    printer, error, sensors, _ = data
    return replace(
        status,
        answers=True,
        online=not printer & 0x08,
        cover_open=bool(printer & 0x20),
        recoverable_error=bool(error & 0x44),
        cutter_error=bool(error & 0x08),
        fatal_error=bool(error & 0x20),
        paper=_paper(low=bool(sensors & 0x03), out=bool(sensors & 0x0C)),
    )


def with_transmitted(status: PrinterStatus, value: int) -> PrinterStatus:
    """After the answer to GS r 1, which speaks of paper only."""
    return replace(status, answers=True, paper=_paper(low=bool(value & 0x03), out=bool(value & 0x0C)))


def with_realtime(status: PrinterStatus, question: int, value: int) -> PrinterStatus:
    """After the answer to DLE EOT `question` (1 printer, 2 cause of offline, 3 cause of error, 4 paper)."""
    status = replace(status, answers=True)
    match question:
        case 1:
            return replace(status, online=not value & 0x08)
        case 2:
            return replace(status, cover_open=bool(value & 0x04))
        case 3:
            return replace(
                status,
                cutter_error=bool(value & 0x08),
                fatal_error=bool(value & 0x20),
                recoverable_error=bool(value & 0x44),
            )
        case 4:
            return replace(status, paper=_paper(low=bool(value & 0x0C), out=bool(value & 0x60)))
        case _:
            raise ValueError(f"DLE EOT {question} is not a question we ask")


def _paper(*, low: bool, out: bool) -> PaperLevel:
    if out:
        return PaperLevel.OUT
    return PaperLevel.LOW if low else PaperLevel.OK
