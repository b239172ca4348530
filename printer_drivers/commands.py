"""The ESC/POS commands that we send ourselves, because python-escpos has no words for them.

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

FEED_DOTS_MAX = 255
PROCESS_ID_CHARACTERS = 4


def feed(dots: int) -> bytes:
    """ESC J, as often as needed for `dots` white rows."""
    whole, rest = divmod(dots, FEED_DOTS_MAX)
    return bytes((0x1B, 0x4A, FEED_DOTS_MAX)) * whole + (bytes((0x1B, 0x4A, rest)) if rest else b"")


def position(dots: int) -> bytes:
    """ESC $: the next band begins `dots` from the left edge of the printable line."""
    return b"\x1b$" + dots.to_bytes(2, "little")


def process_id(identity: str) -> bytes:
    """GS ( H fn 48: answered with `identity` once everything before it is on paper."""
    characters = identity.encode("ascii")
    if len(characters) != PROCESS_ID_CHARACTERS or not all(0x20 <= c <= 0x7E for c in characters):
        raise ValueError(f"process id {identity!r}: four printable ASCII characters")
    return b"\x1d(H\x06\x00\x30\x30" + characters
