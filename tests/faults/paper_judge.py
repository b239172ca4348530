"""Looks at the papers in a virtual printer's tray and says whether the driver told the truth about them."""

from functools import cache

from PIL import Image

from printer_drivers.document import TicketContent, ticket_document
from printer_drivers.encoder import closing
from printer_drivers.facts import JobFailed, JobPrinted, PrintFact
from printer_drivers.job import JobState
from printer_drivers.layout import lay_out
from printer_drivers.profile import PrinterProfile
from printer_drivers.rendering import render
from printer_drivers.sheet import TextRun
from printer_drivers.typeface import Face, ink_extent
from printer_drivers.virtual.condition import Condition
from printer_drivers.virtual.mechanism import Mechanism
from printer_drivers.virtual.receive import Closed, ReceiveBuffer
from printer_drivers.virtual.tray import MemoryTray


class _AllAtOnce(ReceiveBuffer):
    """Bytes that have all come; after the last the printer is switched off."""

    def __init__(self, data: bytes) -> None:
        super().__init__(len(data), lambda: None)
        self.append(data)
        self._left = len(data)

    def read(self, count: int) -> bytes:
        if self._left < count:
            raise Closed
        self._left -= count
        return super().read(count)


def papers_from(data: bytes, width: int) -> list[Image.Image]:
    """What a printer without any fault makes of these bytes."""
    tray = MemoryTray()
    Mechanism(
        _AllAtOnce(data),
        Condition(lambda: None),
        lambda _: None,
        lambda _: None,
        width_dots=width,
        tray=tray,
        mm_per_second=0,
    ).run()
    return tray.papers


class Judge:
    """Knows what each ticket looks like when it is whole."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._profile = profile
        self._stride = profile.paper.dots // 8
        self.whole = cache(self._whole)
        self.number = cache(self._number)

    def _whole(self, content: TicketContent) -> bytes:
        data = render(content, self._profile).body + closing("0000", "0000", self._profile)
        [paper] = papers_from(data, self._profile.paper.dots)
        return paper.tobytes()

    def _number(self, content: TicketContent) -> bytes:
        """The rows of the big number alone."""
        sheet = lay_out(ticket_document(content), self._profile.paper, native_qr=self._profile.native_qr)
        run = next(shape for shape in sheet.shapes if isinstance(shape, TextRun) and shape.kind.face is Face.NUMBER)
        extent = ink_extent(run.text, run.kind)
        top, bottom = run.y - extent.above, run.y + extent.below
        return self.whole(content)[top * self._stride : bottom * self._stride]

    def lies(self, contents: dict[str, TicketContent], facts: list[PrintFact], papers: list[Image.Image]) -> list[str]:
        """What was said or printed and must not have been; contents by job. Empty when all is well."""
        sheets = [paper.tobytes() for paper in papers]
        lies = []
        for job_id, content in contents.items():
            whole = sum(self.whole(content) in sheet for sheet in sheets)
            if any(isinstance(fact, JobPrinted) and fact.job_id == job_id for fact in facts) and not whole:
                lies.append(f"{job_id} was called printed and is not there")
        for content in {content.number: content for content in contents.values()}.values():
            # A marked paper has the same number on it, further down.
            marked = [other for other in contents.values() if other.number == content.number and other.reprint_mark]
            unmarked = sum(
                self.number(content) in sheet and not any(self._mark(other) in sheet for other in marked)
                for sheet in sheets
            )
            if unmarked > 1:
                lies.append(f"{content.number} lies there {unmarked} times without a mark")
        return lies

    def _mark(self, content: TicketContent) -> bytes:
        """The rows of the mark, with nothing else."""
        return self.whole(content)[: 30 * self._stride]


def safe_to_print_again(facts: list[PrintFact], job_id: str) -> bool:
    """The driver says that not one byte of it left."""
    return any(
        isinstance(fact, JobFailed) and fact.job_id == job_id and fact.state is JobState.FAILED_BEFORE_SEND
        for fact in facts
    )
