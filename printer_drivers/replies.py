"""Sorts what a printer says into tokens: one demultiplexer for every kind of reply on the same line.

The kinds are told apart by fixed bits (Epson ESC/POS reference, "Transmission status identification"):

    0001 0001 / 0001 0011   XON / XOFF
    0xx1 xx00               automatic status, then three bytes 0xx0 xxxx
    0xx1 xx10               answer to DLE EOT
    0xx0 xxxx               answer to GS r
    0x37 ... 0x00           block; `37 22 d1 d2 d3 d4 00` is a process id
    0x5F ... 0x00           block of printer information

Anything else is noise: it is counted and skipped, never raised, because a serial line makes noise.
"""

from collections.abc import Iterator
from dataclasses import dataclass

BLOCK_BYTES_MAX = 96
"""Longest block kept; one that has not ended by then is noise."""

XON, XOFF = 0x11, 0x13
_BLOCK_HEADERS = frozenset({0x37, 0x5F})
_PROCESS_ID_LENGTH = 7


@dataclass(frozen=True, slots=True)
class AutomaticStatus:
    """Four bytes sent by the printer on its own whenever something changes (GS a)."""

    data: bytes


@dataclass(frozen=True, slots=True)
class RealtimeStatus:
    """One byte in answer to DLE EOT n; only the asker knows n."""

    value: int


@dataclass(frozen=True, slots=True)
class TransmittedStatus:
    """One byte in answer to GS r."""

    value: int


@dataclass(frozen=True, slots=True)
class ProcessId:
    """Everything sent before this GS ( H is done."""

    identity: str


@dataclass(frozen=True, slots=True)
class InformationBlock:
    """A block that is not a process id, header and terminator included."""

    data: bytes


@dataclass(frozen=True, slots=True)
class FlowControl:
    """The printer asks to go on or to pause."""

    go_on: bool


@dataclass(frozen=True, slots=True)
class Noise:
    """A byte that belongs to nothing."""

    value: int


Reply = AutomaticStatus | RealtimeStatus | TransmittedStatus | ProcessId | InformationBlock | FlowControl | Noise


class Demultiplexer:
    """Incremental and total: any split of the same bytes gives the same replies. One per connection."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, data: bytes) -> Iterator[Reply]:
        """The replies completed by `data`, in order. Holds back at most one unfinished reply."""
        for byte in data:
            if byte in (XON, XOFF):
                # Flow control may come between any two bytes of another reply.
                yield FlowControl(byte == XON)
                continue
            self._pending.append(byte)
            yield from self._complete()

    def _complete(self) -> Iterator[Reply]:
        while self._pending:
            taken = _first_reply(self._pending)
            if taken is None:
                return
            reply, length = taken
            del self._pending[:length]
            yield reply


def _first_reply(pending: bytearray) -> tuple[Reply, int] | None:
    """The reply at the front and its length; None while it is unfinished."""
    first = pending[0]
    if first in _BLOCK_HEADERS:
        return _block(pending)
    if first & 0x93 == 0x10:
        return _automatic(pending)
    if first & 0x93 == 0x12:
        return RealtimeStatus(first), 1
    if first & 0x90 == 0x00:
        return TransmittedStatus(first), 1
    return Noise(first), 1


def _automatic(pending: bytearray) -> tuple[Reply, int] | None:
    if any(byte & 0x90 for byte in pending[1:4]):
        return Noise(pending[0]), 1
    if len(pending) < 4:
        return None
    return AutomaticStatus(bytes(pending[:4])), 4


def _block(pending: bytearray) -> tuple[Reply, int] | None:
    end = pending.find(0)
    if end < 0:
        printable = all(0x20 <= byte <= 0x7E for byte in pending[1:])
        return None if printable and len(pending) <= BLOCK_BYTES_MAX else (Noise(pending[0]), 1)
    data = bytes(pending[: end + 1])
    if data[:2] == b"\x37\x22" and len(data) == _PROCESS_ID_LENGTH:
        return ProcessId(data[2:6].decode("ascii", errors="replace")), len(data)
    return InformationBlock(data), len(data)
