"""From an identity card before the scanner to the mark of a person, and nothing else.

Of a card only its number is looked at, and only while the page asks for one; the mark that is made of it under the
hall's key of the day is what the server is given (`hall_link.commands.IssueTicket`). Scan, card and number are local
names that end with the call: they are not kept, logged or shown.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from hall_link.mirror import Mirror
from hall_link.rows import PERSON_KEY, PersonKeyRow
from kiosk import visit
from kiosk.scanner import identity_card

MARK_BYTES = 16


class _Link(Protocol):
    @property
    def mirror(self) -> Mirror: ...


class _Attendant(Protocol):
    """What it needs of `kiosk.attendant.Attendant`."""

    @property
    def link(self) -> _Link: ...
    @property
    def kiosk(self) -> visit.Kiosk: ...

    def play(self, event: visit.Event) -> None: ...


def mark_of(number: str, secret: str) -> str:
    """The mark of a card's number (12 digits) under a key in hex: 32 hexadecimal digits."""
    return hmac.digest(bytes.fromhex(secret), number.encode("ascii"), hashlib.sha256)[:MARK_BYTES].hex()


class IdentityReader(QObject):
    """The scanner as the visit knows it. `heard` and `present` may be emitted on the scanner's own thread."""

    heard = Signal(str)
    """A scan."""
    present = Signal(bool)
    """The scanner came or went."""
    changed = Signal()

    def __init__(self, attendant: _Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._present = False
        self.heard.connect(self._hear)
        self.present.connect(self._set_present)

    @property
    def ready(self) -> bool:
        """Whether a card shown now can be made use of: the scanner is there, and the hall gave its key."""
        return self._present and self._key() is not None

    def _key(self) -> PersonKeyRow | None:
        row = self._attendant.link.mirror.get(PERSON_KEY)
        return row if isinstance(row, PersonKeyRow) else None

    def _hear(self, scan: str) -> None:
        key = self._key()
        if key is None or not isinstance(self._attendant.kiosk.stage, visit.Identifying):
            return
        card = identity_card(scan)
        self._attendant.play(visit.CodeShown(None if card is None else mark_of(card.number, key.secret)))

    def _set_present(self, present: bool) -> None:
        self._present = present
        self.changed.emit()
