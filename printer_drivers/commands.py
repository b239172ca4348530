"""The ESC/POS commands that we send ourselves, because python-escpos has no words for them or spends milliseconds.

From Epson's ESC/POS command reference. Process ids are four printable characters.
"""

from printer_drivers.paper import DOTS_PER_INCH

INITIALISE = b"\x1b@"
"""ESC @: clears the print buffer and all modes; also ends automatic status back, so that must follow it."""

MOTION_UNITS_IN_DOTS = bytes((0x1D, 0x50, DOTS_PER_INCH, DOTS_PER_INCH))
"""GS P: one unit of ESC J and ESC $ is one dot, whatever the model's default."""

AUTOMATIC_STATUS = b"\x1da\x0e"
"""GS a: report changes of on/offline, error and paper by yourself, beginning now."""

TRANSMIT_PAPER_STATUS = b"\x1dr\x01"
"""GS r 1: answered when all data before it has been processed."""

REALTIME_STATUS = tuple(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
"""DLE EOT 1-4: printer, cause of offline, cause of error, paper; answered at once."""

PICTURES_LEFT, PICTURES_CENTRED = b"\x1ba\x00", b"\x1ba\x01"
"""ESC a: where a picture narrower than the line stands; heeded at the beginning of a line only."""

CHINESE_MODE_OFF = b"\x1c."
"""FS .: without it many printers take two letters for one Chinese character."""

OWN_LETTERS_ON, OWN_LETTERS_OFF = b"\x1b%\x01", b"\x1b%\x00"
"""ESC %: print the letters defined by `define_letter` in place of the printer's."""

FEED_DOTS_MAX = 255
PROCESS_ID_CHARACTERS = 4
LETTER_DOTS_ACROSS = 12
LETTER_ROWS = 24
"""The cell of font A, which every receipt printer has."""
FIRST_LETTER_CODE, LAST_LETTER_CODE = 0x21, 0x7E
LETTER_MAGNIFIED_MAX = 8


def identity(question: int) -> bytes:
    """GS I: answered with a block of letters; 65 firmware, 66 maker, 67 model."""
    return bytes((0x1D, 0x49, question))


def feed(dots: int) -> bytes:
    """ESC J, as often as needed for `dots` white rows."""
    whole, rest = divmod(dots, FEED_DOTS_MAX)
    return bytes((0x1B, 0x4A, FEED_DOTS_MAX)) * whole + (bytes((0x1B, 0x4A, rest)) if rest else b"")


def position(dots: int) -> bytes:
    """ESC $: what follows begins `dots` from the left edge of the printable line."""
    return b"\x1b$" + dots.to_bytes(2, "little")


def raster(stride: int, ink: bytes) -> bytes:
    """GS v 0: rows of `stride` bytes, printed at once."""
    rows = len(ink) // stride
    return b"\x1dv0\x00" + stride.to_bytes(2, "little") + rows.to_bytes(2, "little") + ink


def columns(ink: bytes) -> bytes:
    """ESC * 33: columns of 24 dots, three bytes each, kept until the line is fed."""
    return b"\x1b*\x21" + (len(ink) // 3).to_bytes(2, "little") + ink


def line_spacing(dots: int) -> bytes:
    """ESC 3: what a line feed moves."""
    return bytes((0x1B, 0x33, dots))


def magnified(times: int) -> bytes:
    """GS !: letters that many times as wide and as high."""
    return bytes((0x1D, 0x21, (times - 1) * 0x11))


def reversed_letters(on: bool) -> bytes:
    """GS B: white letters on black."""
    return bytes((0x1D, 0x42, int(on)))


def code_page(number: int) -> bytes:
    """ESC t."""
    return bytes((0x1B, 0x74, number))


def define_letter(code: int, ink: bytes) -> bytes:
    """ESC &: the letter of that code looks so; columns of three bytes, white after the last."""
    return bytes((0x1B, 0x26, 3, code, code, len(ink) // 3)) + ink


def process_id(identity: str) -> bytes:
    """GS ( H fn 48: answered with `identity` once everything before it is on paper."""
    characters = identity.encode("ascii")
    if len(characters) != PROCESS_ID_CHARACTERS or not all(0x20 <= c <= 0x7E for c in characters):
        raise ValueError(f"process id {identity!r}: four printable ASCII characters")
    return b"\x1d(H\x06\x00\x30\x30" + characters
