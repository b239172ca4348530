"""The embedded fonts of the paper: which file, how wide, how high.

Printers cannot be trusted with Vietnamese (their code pages miss letters or swallow bytes), so every letter is drawn
here. A font's declared ascent is too small for stacked marks: the height of a line is taken from the drawn bounding
box of the tallest and deepest letters Vietnamese has.

Basic layout is chosen on purpose: Pillow's complex one needs a system library that a fresh machine may lack, and the
same ticket must look the same everywhere. Every NFC Vietnamese letter is one glyph, so nothing is lost.
"""

import math
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PIL import ImageFont

from assets import path

STACKED_LETTERS = "ẾỀỂỄỆẤẦẨẪẬẮẰẲẴẶỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰÝỲỶỸỴÍÌỈĨỊgjpqyịựợậạ"
FONTS_CACHED_MAX = 64
WORDS_REMEMBERED_MAX = 2048
LINES_REMEMBERED_MAX = 4096
_PROBE_SIZE = 32
_NEVER_A_LETTER = "\U0010ffff"
"""A code point that no font has: drawn as the box that stands for every letter missing."""


class Face(Enum):
    """A font file below assets/fonts."""

    MEDIUM = "BeVietnamPro-Medium.ttf"
    SEMIBOLD = "BeVietnamPro-SemiBold.ttf"
    BOLD = "BeVietnamPro-Bold.ttf"
    NUMBER = "Inter-ExtraBold.ttf"


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size in dots (em height)."""

    face: Face
    size: int

    def sized(self, size: int) -> "Type":
        """The same face at another size."""
        return Type(self.face, size)


@dataclass(frozen=True, slots=True)
class Extent:
    """Ink above and below the baseline, in dots, both counted positive."""

    above: int
    below: int

    @property
    def height(self) -> int:
        """Dots that the ink of any line of this type stays within."""
        return self.above + self.below


@lru_cache(maxsize=FONTS_CACHED_MAX)
def font_of(kind: Type) -> ImageFont.FreeTypeFont:
    """The loaded font; a missing file is an OSError naming it."""
    file = path(f"fonts/{kind.face.value}")
    return ImageFont.truetype(str(file), kind.size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=FONTS_CACHED_MAX)
def line_extent(kind: Type) -> Extent:
    """The extent that holds every Vietnamese letter of this type, stacked marks included."""
    return ink_extent(STACKED_LETTERS, kind)


@lru_cache(maxsize=WORDS_REMEMBERED_MAX)
def missing_letters(text: str) -> str:
    """The letters of a text that the faces of words cannot draw, each once, in their order; usually none."""
    font = font_of(Type(Face.MEDIUM, _PROBE_SIZE))
    unknown = bytes(font.getmask(_NEVER_A_LETTER))
    return "".join(
        letter
        for letter in dict.fromkeys(unicodedata.normalize("NFC", text))
        if not letter.isspace() and bytes(font.getmask(letter)) == unknown
    )


def ink_extent(text: str, kind: Type) -> Extent:
    """The extent of exactly this text."""
    _, top, _, bottom = font_of(kind).getbbox(text, anchor="ls")
    return Extent(above=max(0, -int(top)), below=max(0, int(bottom)))


@lru_cache(maxsize=LINES_REMEMBERED_MAX)
def text_dots(text: str, kind: Type) -> int:
    """Width in dots of one line, rounded up, including ink that leans over the advance of the last letter.

    Words are measured once and remembered: without kerning a line is the sum of its words.
    """
    words = text.split(" ")
    widths = [_word_width(word, kind) for word in words]
    length = sum(width.advance for width in widths) + (len(words) - 1) * _word_width(" ", kind).advance
    return math.ceil(length + widths[-1].overhang)


@dataclass(frozen=True, slots=True)
class _WordWidth:
    advance: float
    overhang: float


@lru_cache(maxsize=WORDS_REMEMBERED_MAX)
def _word_width(word: str, kind: Type) -> _WordWidth:
    font = font_of(kind)
    advance = font.getlength(word)
    _, _, right, _ = font.getbbox(word, anchor="ls")
    return _WordWidth(advance, max(0.0, right - advance))
