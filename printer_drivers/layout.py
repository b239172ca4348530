"""Where everything lies on the paper: blocks in, a sheet of shapes at dot positions out.

Rules: names wrap, words are not cut, a word too long for its line is set smaller; a line is as high as the highest
Vietnamese letter of its type, so that no accent is clipped and no two lines touch; the number is as large as width and
height allow.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial

from printer_drivers.document import BigNumber, Block, Bullets, Mark, Picture, QrCode, Rows, Rule, Words
from printer_drivers.paper import Paper
from printer_drivers.qr import QR_QUIET_MODULES, qr_modules
from printer_drivers.sheet import Box, Disc, LogoPicture, QrByPrinter, QrPicture, Shape, Sheet, TextRun
from printer_drivers.stationery import Logo
from printer_drivers.type_scale import scale_of
from printer_drivers.typeface import Type, ink_extent, line_extent, text_dots
from printer_drivers.wrap import wrap, wrap_evenly

QR_MODULE_DOTS_MIN = 3
"""3/8 mm: the smallest module that phones read from thermal paper."""
QR_MODULE_DOTS_MAX = 8
SHRINK_TO_SAVE_A_LINE = 0.92
PARTS_APART = " · "
"""Parts of one line that stand on lines of their own when they do not all fit."""
PARAGRAPHS_REMEMBERED_MAX = 512
"""Most words of a hall's tickets are the same all day: breaking them into lines takes a quarter of the drawing."""
SHRINK_TO_HOLD_A_WORD = 0.5
"""Smaller than that and a word is broken after all: it is an address or a mistake."""


def lay_out(blocks: Iterable[Block], paper: Paper, *, large: bool = False, native_qr: bool = False) -> Sheet:
    """The sheet of one ticket.

    large: in large print. native_qr: leave white rows for a code that the printer draws itself, alone on its line and
    the sentence below, because no printer sets text beside its own code.
    """
    pen = _Pen(paper, large, native_qr)
    for block in blocks:
        pen.put(block)
    return Sheet(paper, pen.y + pen.scale.part_gap, tuple(pen.shapes))


class _Pen:
    """Walks down the paper; `y` is the first free row."""

    def __init__(self, paper: Paper, large: bool, native_qr: bool) -> None:
        self.paper = paper
        self.native_qr = native_qr
        self.scale = scale_of(paper, large=large)
        self.left = paper.margin_dots
        self.width = paper.text_dots
        self.y = 0
        self.shapes: list[Shape] = []

    def put(self, block: Block) -> None:
        """Lays one block below what is there."""
        match block:
            case Words(role, text, second):
                self._paragraph(text, self.scale.second if second else self.scale.of(role))
            case Picture(logo):
                self._logo(logo)
            case Rule():
                self._rule()
            case BigNumber(text):
                self._number(text)
            case Rows(rows, second):
                types = (self.scale.second, self.scale.second) if second else (self.scale.label, self.scale.value)
                for label, value in rows:
                    self._row(label, value, *types)
            case Bullets(items, second):
                for item in items:
                    self._bullet(item, second)
            case QrCode(payload, sentence, second):
                self._code(payload, ((sentence, self.scale.sentence), (second, self.scale.second)))
            case Mark(text):
                self._mark(text)

    def _paragraph(self, text: str, kind: Type) -> None:
        kind, lines = _fewest_lines(text, kind, self.width)
        if len(lines) > 1 and PARTS_APART in text:
            for part in text.split(PARTS_APART):
                self._paragraph(part, kind)
            return
        for line in lines:
            self._centred_line(line, kind)

    def _centred_line(self, text: str, kind: Type) -> None:
        x = self.left + (self.width - text_dots(text, kind)) // 2
        self._line_at(x, text, kind)
        self.y += line_extent(kind).height + self.scale.line_gap

    def _line_at(self, x: int, text: str, kind: Type, *, top: int | None = None) -> None:
        top = self.y if top is None else top
        self.shapes.append(TextRun(x, top + line_extent(kind).above, text, kind))

    def _logo(self, logo: Logo) -> None:
        self.shapes.append(LogoPicture(self.left + (self.width - logo.width) // 2, self.y, logo))
        self.y += logo.rows + self.scale.part_gap // 2

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

    def _row(self, label: str, value: str, label_kind: Type, value_kind: Type) -> None:
        label_kind = _holding_words(label, label_kind, self.width)
        value_kind = _holding_words(value, value_kind, self.width)
        touch_smaller = _touch_smaller(label_kind), _touch_smaller(value_kind)
        if not self._beside(label, value, label_kind, value_kind) and self._beside(label, value, *touch_smaller):
            label_kind, value_kind = touch_smaller
        height = max(line_extent(label_kind).height, line_extent(value_kind).height) + self.scale.row_gap
        baseline = max(line_extent(label_kind).above, line_extent(value_kind).above)
        room = self.width - text_dots(value, value_kind) - self.scale.column_gap
        labels = wrap(label, self.width, partial(text_dots, kind=label_kind))
        values = _even_lines(value, value_kind, self.width)
        beside = len(values) == 1 and bool(labels) and text_dots(labels[-1], label_kind) <= room
        for line in labels:
            self.shapes.append(TextRun(self.left, self.y + baseline, line, label_kind))
            self.y += height
        if beside:
            self.y -= height
        for line in values:
            x = self.left + self.width - text_dots(line, value_kind)
            self.shapes.append(TextRun(x, self.y + baseline, line, value_kind))
            self.y += height

    def _beside(self, label: str, value: str, label_kind: Type, value_kind: Type) -> bool:
        """Both fit on one line."""
        return text_dots(label, label_kind) + self.scale.column_gap + text_dots(value, value_kind) <= self.width

    def _bullet(self, item: str, second: bool) -> None:
        indent = self.scale.bullet.size
        room = self.width - indent
        kind, lines = _fewest_lines(item, self.scale.second if second else self.scale.bullet, room)
        extent = line_extent(kind)
        if not second:
            diameter = max(5, kind.size // 3 | 1)
            x_height = ink_extent("x", kind).above
            self.shapes.append(Disc(self.left, self.y + extent.above - (x_height + diameter) // 2, diameter))
        for line in lines:
            self._line_at(self.left + indent, line, kind)
            self.y += extent.height + self.scale.row_gap

    def _code(self, payload: str, sentences: Sequence[tuple[str, Type]]) -> None:
        modules = qr_modules(payload)
        dots = min(QR_MODULE_DOTS_MAX, max(QR_MODULE_DOTS_MIN, self.scale.qr_side_max // modules.side))
        side = modules.side * dots
        quiet = max(0, QR_QUIET_MODULES * dots - self.scale.part_gap // 2)
        beside = self.left + side + QR_QUIET_MODULES * dots
        room = self.left + self.width - beside
        fits = all(_holding_words(sentence, kind, room) == kind for sentence, kind in sentences)
        lines = _lines(sentences, room) if fits else []
        height = sum(line_extent(kind).height for _, kind in lines)
        self.y += quiet
        if self.native_qr or (any(sentence for sentence, _ in sentences) and not 0 < height <= side + 2 * quiet):
            self._code_alone(payload, sentences, dots, side)
        else:
            self.shapes.append(QrPicture(self.left, self.y, modules, dots))
            top = self.y + (side - height) // 2
            for line, kind in lines:
                self._line_at(beside, line, kind, top=top)
                top += line_extent(kind).height
            self.y += side
        self.y += quiet

    def _code_alone(self, payload: str, sentences: Sequence[tuple[str, Type]], dots: int, side: int) -> None:
        """The code centred, its sentences centred below."""
        if self.native_qr:
            self.shapes.append(QrByPrinter(self.y, side, payload, dots))
        else:
            x = self.left + (self.width - side) // 2
            self.shapes.append(QrPicture(x, self.y, qr_modules(payload), dots))
        self.y += side + QR_QUIET_MODULES * dots
        for line, kind in _lines(sentences, self.width):
            self._centred_line(line, kind)

    def _mark(self, text: str) -> None:
        pad = self.scale.part_gap // 2
        kind = _holding_words(text, self.scale.mark, self.width - 2 * pad)
        extent = line_extent(kind)
        fits = text_dots(text, kind) <= self.width - 2 * pad
        parts = [text] if fits else text.split(PARTS_APART)
        lines = [line for line, _ in _lines([(part, kind) for part in parts], self.width - 2 * pad)]
        self.shapes.append(Box(self.left, self.y, self.width, len(lines) * extent.height + 2 * pad))
        self.y += pad
        for line in lines:
            x = self.left + (self.width - text_dots(line, kind)) // 2
            self.shapes.append(TextRun(x, self.y + extent.above, line, kind, white=True))
            self.y += extent.height
        self.y += pad + self.scale.part_gap


@lru_cache(maxsize=PARAGRAPHS_REMEMBERED_MAX)
def _fewest_lines(text: str, wanted: Type, width: int) -> tuple[Type, tuple[str, ...]]:
    """The lines of a paragraph, a touch smaller where that saves a line."""
    kind = _holding_words(text, wanted, width)
    lines = _even_lines(text, kind, width)
    smaller = _touch_smaller(kind)
    fewer = _even_lines(text, smaller, width)
    return (smaller, fewer) if len(fewer) < len(lines) else (kind, lines)


def _touch_smaller(kind: Type) -> Type:
    return kind.sized(int(kind.size * SHRINK_TO_SAVE_A_LINE))


def _lines(paragraphs: Iterable[tuple[str, Type]], width: int) -> list[tuple[str, Type]]:
    """Each line of each paragraph, with its type."""
    return [
        (line, kind)
        for text, wanted in paragraphs
        for kind in (_holding_words(text, wanted, width),)
        for line in _even_lines(text, kind, width)
    ]


@lru_cache(maxsize=PARAGRAPHS_REMEMBERED_MAX)
def _even_lines(text: str, kind: Type, width: int) -> tuple[str, ...]:
    return wrap_evenly(text, width, partial(text_dots, kind=kind))


@lru_cache(maxsize=PARAGRAPHS_REMEMBERED_MAX)
def _holding_words(text: str, kind: Type, width: int) -> Type:
    """The type, or the largest smaller one in which no word is wider than the line."""
    widest = max((text_dots(word, kind) for word in text.split()), default=0)
    if widest <= width:
        return kind
    size_min = int(kind.size * SHRINK_TO_HOLD_A_WORD)
    for size in range(min(kind.size - 1, kind.size * width // widest + 1), size_min - 1, -1):
        if all(text_dots(word, kind.sized(size)) <= width for word in text.split()):
            return kind.sized(size)
    return kind
