"""What a call keypad says: ASCII frames of a counter's number and one letter, ended by a carriage return.

    3N\\r      counter 3, next

A line (RS-232, RS-485, a USB adapter) may carry the keypads of several counters; each desk takes its own. Only a whole,
clean frame counts: with a byte lost, "13N" would read "3N" and call somebody to another counter. The officer presses
again; what was not understood is counted for the log.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FRAME_BYTES_MAX = 4
"""Three digits and a letter; more before the end of a frame is noise."""
_FRAME = re.compile(rb"([1-9][0-9]{0,2})([A-Z])")

KeypadKey = Literal["next", "start", "recall", "hold", "missed", "finish", "undo", "break", "door"]
KEYS: dict[str, KeypadKey] = {
    "N": "next",
    "S": "start",
    "R": "recall",
    "H": "hold",
    "M": "missed",
    "F": "finish",
    "U": "undo",
    "B": "break",
    "O": "door",
}
"""`break`: begins and ends one; `door`: opens and closes the counter."""


@dataclass(frozen=True)
class KeypadPress:
    """One key at one counter's keypad."""

    counter_id: int
    key: KeypadKey


class KeypadFrames:
    """Bytes in, presses out. `garbage`: how many pieces were no frame."""

    def __init__(self) -> None:
        self.garbage = 0
        self._piece = bytearray()
        self._overlong = False

    def feed(self, data: bytes) -> list[KeypadPress]:
        """The presses that these bytes complete. A line feed after the carriage return does no harm."""
        presses = []
        for byte in data:
            if byte in b"\r\n":
                press = self._end()
                if press is not None:
                    presses.append(press)
            elif len(self._piece) < FRAME_BYTES_MAX:
                self._piece.append(byte)
            else:
                self._overlong = True
        return presses

    def _end(self) -> KeypadPress | None:
        piece, overlong = bytes(self._piece), self._overlong
        self._piece.clear()
        self._overlong = False
        if not piece:
            return None
        found = None if overlong else _FRAME.fullmatch(piece)
        key = KEYS.get(found.group(2).decode("ascii")) if found else None
        if found is None or key is None:
            self.garbage += 1
            return None
        return KeypadPress(int(found.group(1)), key)
