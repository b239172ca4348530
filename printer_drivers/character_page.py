"""A ticket as lines of letters in equal cells, for lines too slow for pictures: blocks in, lines out.

It says the same as the drawn ticket in the same order, in one size, twice that for the field, and as large as the
paper is wide for the number. Of a logo and of large print it knows nothing: both are pictures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from printer_drivers.commands import LETTER_DOTS_ACROSS, LETTER_MAGNIFIED_MAX, LETTER_ROWS
from printer_drivers.document import BigNumber, Block, Bullets, Mark, Picture, QrCode, Role, Rows, Rule, Words
from printer_drivers.paper import Paper
from printer_drivers.qr import QR_QUIET_MODULES, qr_modules
from printer_drivers.wrap import wrap, wrap_evenly

LINE_DOTS = 28
"""From one line to the next."""
PART_GAP_DOTS = 12
BULLET = "- "
CODE_MODULE_DOTS = 5
FIELD_MAGNIFIED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Letters of one size; `magnified` cells wide and high; white ones stand on black."""

    text: str
    magnified: int = 1
    white: bool = False
    centred: bool = True

    @property
    def dots(self) -> int:
        """Rows of paper it takes."""
        return max(LINE_DOTS, LETTER_ROWS * self.magnified)


@dataclass(frozen=True, slots=True)
class Space:
    """White rows."""

    dots: int


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code that the printer draws, centred."""

    payload: str
    module_dots: int

    @property
    def dots(self) -> int:
        """Rows of paper it takes."""
        return qr_modules(self.payload).side * self.module_dots


Element = Line | Space | Code


def lines_of(blocks: Iterable[Block], paper: Paper) -> tuple[Element, ...]:
    """What to print from top to bottom."""
    cells = paper.dots // LETTER_DOTS_ACROSS
    return tuple(element for block in blocks for element in _elements(block, cells))


def _elements(block: Block, cells: int) -> Iterator[Element]:
    match block:
        case Words(role, text, second):
            times = FIELD_MAGNIFIED if role is Role.FIELD and not second else 1
            yield from (Line(line, times) for line in wrap_evenly(text, cells // times, len))
        case Picture():
            return
        case Rule():
            yield Line("-" * cells)
        case BigNumber(text):
            yield Space(PART_GAP_DOTS)
            yield Line(text, max(1, min(LETTER_MAGNIFIED_MAX, cells // max(1, len(text)))))
            yield Space(PART_GAP_DOTS)
        case Rows(rows, _):
            for label, value in rows:
                yield from _row(label, value, cells)
        case Bullets(items, second):
            for item in items:
                first, *others = wrap(item, cells - len(BULLET), len)
                yield Line((" " * len(BULLET) if second else BULLET) + first, centred=False)
                yield from (Line(" " * len(BULLET) + line, centred=False) for line in others)
        case QrCode(payload, sentence, second):
            yield Space(CODE_MODULE_DOTS * QR_QUIET_MODULES)
            yield Code(payload, CODE_MODULE_DOTS)
            yield Space(CODE_MODULE_DOTS * QR_QUIET_MODULES)
            yield from (Line(line) for words in (sentence, second) for line in wrap_evenly(words, cells, len))
        case Mark(text):
            yield from (Line(f" {line} ".center(cells), white=True) for line in wrap_evenly(text, cells - 2, len))


def _row(label: str, value: str, cells: int) -> Iterator[Line]:
    """Label at the left, value at the right, on one line where both fit."""
    labels, values = wrap(label, cells, len), wrap(value, cells, len)
    if labels and len(values) == 1 and len(labels[-1]) + 2 + len(value) <= cells:
        *labels_before, last = labels
        yield from (Line(line, centred=False) for line in labels_before)
        yield Line(last + values[0].rjust(cells - len(last)), centred=False)
        return
    yield from (Line(line, centred=False) for line in labels)
    yield from (Line(line.rjust(cells), centred=False) for line in values)
