"""Where everything lies on the paper: blocks in, a sheet of shapes at dot positions out.

Rules: names wrap, words are not cut; a line is as high as the highest Vietnamese letter of its type, so that no accent
is clipped and no two lines touch; the number is as large as width and height allow.
"""

from collections.abc import Iterable
from functools import partial

from printer_drivers.document import BigNumber, Block, Bullets, Mark, QrCode, Role, Rows, Rule, Words
from printer_drivers.paper import Paper
from printer_drivers.qr import QR_QUIET_MODULES, qr_modules
from printer_drivers.sheet import Box, Disc, QrByPrinter, QrPicture, Shape, Sheet, TextRun
from printer_drivers.type_scale import scale_of
from printer_drivers.typeface import Type, ink_extent, line_extent, text_dots
from printer_drivers.wrap import wrap, wrap_evenly

QR_MODULE_DOTS_MIN = 3
"""3/8 mm: the smallest module that phones read from thermal paper."""
QR_MODULE_DOTS_MAX = 8
SHRINK_TO_SAVE_A_LINE = 0.92


def lay_out(blocks: Iterable[Block], paper: Paper, *, native_qr: bool = False) -> Sheet:
    """The sheet of one ticket.

    native_qr: leave white rows for a code that the printer draws itself, alone on its line and the sentence below,
    because no printer sets text beside its own code.
    """
    pen = _Pen(paper, native_qr)
    for block in blocks:
        pen.put(block)
    return Sheet(paper, pen.y + scale_of(paper).part_gap, tuple(pen.shapes))


class _Pen:
    """Walks down the paper; `y` is the first free row."""

    def __init__(self, paper: Paper, native_qr: bool) -> None:
        self.paper = paper
        self.native_qr = native_qr
        self.scale = scale_of(paper)
        self.left = paper.margin_dots
        self.width = paper.text_dots
        self.y = 0
        self.shapes: list[Shape] = []

    def put(self, block: Block) -> None:
        """Lays one block below what is there."""
        match block:
            case Words(role, text):
                self._paragraph(role, text)
            case Rule():
                self._rule()
            case BigNumber(text):
                self._number(text)
            case Rows(rows):
                for label, value in rows:
                    self._row(label, value)
            case Bullets(items):
                for item in items:
                    self._bullet(item)
            case QrCode(payload, sentence):
                self._code(payload, sentence)
            case Mark(text):
                self._mark(text)

    def _paragraph(self, role: Role, text: str) -> None:
        kind, lines = self._fewest_lines(text, self.scale.of(role))
        for line in lines:
            self._centred_line(line, kind)

    def _fewest_lines(self, text: str, kind: Type) -> tuple[Type, tuple[str, ...]]:
        """The lines of a paragraph, a touch smaller where that saves a line."""
        lines = wrap_evenly(text, self.width, partial(text_dots, kind=kind))
        smaller = kind.sized(int(kind.size * SHRINK_TO_SAVE_A_LINE))
        fewer = wrap_evenly(text, self.width, partial(text_dots, kind=smaller))
        return (smaller, fewer) if len(fewer) < len(lines) else (kind, lines)

    def _centred_line(self, text: str, kind: Type) -> None:
        x = self.left + (self.width - text_dots(text, kind)) // 2
        self._line_at(x, text, kind)
        self.y += line_extent(kind).height + self.scale.line_gap

    def _line_at(self, x: int, text: str, kind: Type, *, top: int | None = None) -> None:
        top = self.y if top is None else top
        self.shapes.append(TextRun(x, top + line_extent(kind).above, text, kind))

    def _rule(self) -> None:
        scale = self.scale
        self.y += scale.part_gap
        period = scale.dash + scale.dash_gap
        dashes = (self.width + scale.dash_gap) // period
        x = self.left + (self.width - (dashes * period - scale.dash_gap)) // 2
        for index in range(dashes):
            self.shapes.append(Box(x + index * period, self.y, scale.dash, scale.rule_height))
        self.y += scale.rule_height + scale.part_gap // 2

    def _number(self, text: str) -> None:
        kind = self._largest(text)
        extent = ink_extent(text, kind)
        self.y += self.scale.part_gap
        x = self.left + (self.width - text_dots(text, kind)) // 2
        self.shapes.append(TextRun(x, self.y + extent.above, text, kind))
        self.y += extent.height + self.scale.part_gap

    def _largest(self, text: str) -> Type:
        """The largest size at which the number fits its width and height: widths grow with the size, give or take."""
        probe = self.scale.number
        by_width = self.width / text_dots(text, probe)
        by_height = self.scale.number_height_max / max(1, ink_extent(text, probe).height)
        kind = probe.sized(max(1, int(probe.size * min(by_width, by_height))))
        while kind.size > 1 and text_dots(text, kind) > self.width:
            kind = kind.sized(kind.size - 1)
        return kind

    def _row(self, label: str, value: str) -> None:
        scale = self.scale
        height = max(line_extent(scale.label).height, line_extent(scale.value).height) + scale.row_gap
        baseline = max(line_extent(scale.label).above, line_extent(scale.value).above)
        room = self.width - text_dots(value, scale.value) - scale.column_gap
        labels = wrap(label, self.width, partial(text_dots, kind=scale.label))
        values = wrap(value, self.width, partial(text_dots, kind=scale.value))
        beside = len(values) == 1 and bool(labels) and text_dots(labels[-1], scale.label) <= room
        for line in labels:
            self.shapes.append(TextRun(self.left, self.y + baseline, line, scale.label))
            self.y += height
        if beside:
            self.y -= height
        for line in values:
            x = self.left + self.width - text_dots(line, scale.value)
            self.shapes.append(TextRun(x, self.y + baseline, line, scale.value))
            self.y += height

    def _bullet(self, item: str) -> None:
        kind = self.scale.bullet
        extent = line_extent(kind)
        diameter = max(5, kind.size // 3 | 1)
        indent = kind.size
        x_height = ink_extent("x", kind).above
        self.shapes.append(Disc(self.left, self.y + extent.above - (x_height + diameter) // 2, diameter))
        for line in wrap(item, self.width - indent, partial(text_dots, kind=kind)):
            self._line_at(self.left + indent, line, kind)
            self.y += extent.height + self.scale.row_gap

    def _code(self, payload: str, sentence: str) -> None:
        modules = qr_modules(payload)
        dots = min(QR_MODULE_DOTS_MAX, max(QR_MODULE_DOTS_MIN, self.scale.qr_side_max // modules.side))
        side = modules.side * dots
        quiet = max(0, QR_QUIET_MODULES * dots - self.scale.part_gap // 2)
        kind = self.scale.sentence
        beside = self.left + side + QR_QUIET_MODULES * dots
        room = self.left + self.width - beside
        lines = wrap_evenly(sentence, room, partial(text_dots, kind=kind)) if room > side // 2 else ()
        height = len(lines) * line_extent(kind).height
        self.y += quiet
        if self.native_qr or (sentence and (not lines or height > side + 2 * quiet)):
            self._code_alone(payload, sentence, dots, side)
        else:
            self.shapes.append(QrPicture(self.left, self.y, modules, dots))
            top = self.y + (side - height) // 2
            for index, line in enumerate(lines):
                self._line_at(beside, line, kind, top=top + index * line_extent(kind).height)
            self.y += side
        self.y += quiet

    def _code_alone(self, payload: str, sentence: str, dots: int, side: int) -> None:
        """The code centred, its sentence centred below."""
        if self.native_qr:
            self.shapes.append(QrByPrinter(self.y, side, payload, dots))
        else:
            x = self.left + (self.width - side) // 2
            self.shapes.append(QrPicture(x, self.y, qr_modules(payload), dots))
        self.y += side + QR_QUIET_MODULES * dots
        kind = self.scale.sentence
        for line in wrap_evenly(sentence, self.width, partial(text_dots, kind=kind)):
            self._centred_line(line, kind)

    def _mark(self, text: str) -> None:
        kind = self.scale.mark
        pad = self.scale.part_gap // 2
        extent = line_extent(kind)
        lines = wrap_evenly(text, self.width - 2 * pad, partial(text_dots, kind=kind))
        self.shapes.append(Box(self.left, self.y, self.width, len(lines) * extent.height + 2 * pad))
        self.y += pad
        for line in lines:
            x = self.left + (self.width - text_dots(line, kind)) // 2
            self.shapes.append(TextRun(x, self.y + extent.above, line, kind, white=True))
            self.y += extent.height
        self.y += pad + self.scale.part_gap
