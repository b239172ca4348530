"""What a printer can be told, after the bytes have been understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Initialise:
    """ESC @."""


@dataclass(frozen=True, slots=True)
class Justify:
    """ESC a: 0 left, 1 centre, 2 right."""

    side: int


@dataclass(frozen=True, slots=True)
class MotionUnits:
    """GS P: units per inch, across and along."""

    across: int
    along: int


@dataclass(frozen=True, slots=True)
class FeedUnits:
    """ESC J, in motion units along the paper."""

    units: int


@dataclass(frozen=True, slots=True)
class FeedLines:
    """LF or ESC d: whole lines of the default spacing."""

    lines: int


@dataclass(frozen=True, slots=True)
class Position:
    """ESC $, in motion units from the left edge."""

    units: int


@dataclass(frozen=True, slots=True)
class Raster:
    """GS v 0: rows of `stride` bytes, a set bit is black."""

    stride: int
    rows: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """ESC * 33: columns of 24 dots, three bytes each, for the line that is being set."""

    ink: bytes


@dataclass(frozen=True, slots=True)
class Letters:
    """One byte of text, or its tone in the Vietnamese page."""

    text: bytes


@dataclass(frozen=True, slots=True)
class DefineLetter:
    """ESC &: the look of one code, columns of three bytes."""

    code: int
    ink: bytes


@dataclass(frozen=True, slots=True)
class OwnLetters:
    """ESC %: whether defined letters are printed."""

    on: bool


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """ESC 3, in motion units along the paper."""

    units: int


@dataclass(frozen=True, slots=True)
class Magnify:
    """GS !: letters so many times as wide and as high."""

    across: int
    along: int


@dataclass(frozen=True, slots=True)
class Reverse:
    """GS B: white on black."""

    on: bool


@dataclass(frozen=True, slots=True)
class CodePage:
    """ESC t."""

    number: int


@dataclass(frozen=True, slots=True)
class ChineseModeOff:
    """FS ."""


@dataclass(frozen=True, slots=True)
class Code:
    """GS ( k: the stored QR symbol, printed."""

    payload: bytes
    module_dots: int


@dataclass(frozen=True, slots=True)
class AutomaticStatus:
    """GS a: 0 switches it off."""

    mask: int


@dataclass(frozen=True, slots=True)
class TransmitStatus:
    """GS r: 1 paper sensors."""

    question: int


@dataclass(frozen=True, slots=True)
class Identify:
    """GS ( H fn 48: four bytes to send back when all before is done."""

    identity: bytes


@dataclass(frozen=True, slots=True)
class Introduce:
    """GS I: what the printer is called."""

    question: int


@dataclass(frozen=True, slots=True)
class Cut:
    """GS V 65 or 66: feeds to the blade and cuts."""


Operation = (
    Initialise
    | Justify
    | MotionUnits
    | FeedUnits
    | FeedLines
    | Position
    | Raster
    | Columns
    | Letters
    | DefineLetter
    | OwnLetters
    | LineSpacing
    | Magnify
    | Reverse
    | CodePage
    | ChineseModeOff
    | Code
    | AutomaticStatus
    | TransmitStatus
    | Identify
    | Introduce
    | Cut
)
