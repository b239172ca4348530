"""What a code scanner says: bytes of a serial line in, scans out, and the fields of an identity card where it is one.

Pure. A scanner sends the text of a code as UTF-8 and a carriage return (some add a line feed). What is too long, not
UTF-8 or has control characters is a broken reading: it is dropped and counted, for a person simply scans again.

The code of a Vietnamese identity card holds, divided by bars: its number of 12 digits, the number of the card before it
(may be empty), full name, day of birth, sex, address, day of issue (days as ddmmyyyy), and whatever newer cards add.
Nothing here judges the number beyond its length: provinces merge, and a prefix unknown to us is still a person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

SCAN_BYTES_MAX = 1024
"""Longer than the code of any card or ticket."""
CARD_FIELDS_MIN = 7
CARD_NUMBER_DIGITS = 12
_ENDS = b"\r\n"


@dataclass(frozen=True, slots=True, repr=False)
class IdentityCard:
    """The fields of one card; strings as the card gives them, in NFC. A day that cannot be read is None.

    tail: fields beyond the seventh, whatever they mean. Never logged, never stored: even its repr says nothing.
    """

    number: str
    old_number: str
    full_name: str
    born: date | None
    sex: str
    address: str
    issued: date | None
    tail: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "IdentityCard(...)"


class ScanReader:
    """Finds scans in bytes, however they are split. Holds at most SCAN_BYTES_MAX bytes of an unfinished one."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._too_long = False
        self.broken = 0
        """Readings dropped so far."""

    def feed(self, data: bytes) -> Iterator[str]:
        """The scans that `data` completes."""
        for byte in data:
            if byte in _ENDS:
                yield from self._finish()
            elif len(self._bytes) < SCAN_BYTES_MAX:
                self._bytes.append(byte)
            else:
                self._too_long = True

    def lost(self) -> None:
        """The line broke: an unfinished scan is forgotten."""
        self._bytes.clear()
        self._too_long = False

    def _finish(self) -> Iterator[str]:
        data, too_long = bytes(self._bytes), self._too_long
        self.lost()
        if not data:
            return
        text = _decoded(data)
        if too_long or text is None:
            self.broken += 1
            return
        yield text


def identity_card(scan: str) -> IdentityCard | None:
    """The card whose code this is; None for any other code."""
    fields = [unicodedata.normalize("NFC", field).strip() for field in scan.split("|")]
    if len(fields) < CARD_FIELDS_MIN:
        return None
    number, old_number, full_name, born, sex, address, issued, *tail = fields
    if len(number) != CARD_NUMBER_DIGITS or not (number.isascii() and number.isdigit()) or not full_name:
        return None
    return IdentityCard(number, old_number, full_name, _day(born), sex, address, _day(issued), tuple(tail))


def _decoded(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if any(unicodedata.category(letter) == "Cc" for letter in text) else text


def _day(text: str) -> date | None:
    """ddmmyyyy."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return None
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2]))
    except ValueError:
        return None
