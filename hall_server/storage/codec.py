"""Events as text, and the chain that binds entries: each digest covers the digest of the entry before.

Whoever holds one mark of today (it is printed on every ticket) can tell whether anything before it was changed since.
"""

from __future__ import annotations

import hashlib
from typing import get_args

import msgspec

from hall_server.domain import events as e

GENESIS = bytes(32)
"""What the first entry is chained to."""

_encoder = msgspec.json.Encoder()
_frame = msgspec.json.Decoder(list[tuple[str, msgspec.Raw]])
_decoders = {kind.__name__: msgspec.json.Decoder(kind) for kind in get_args(e.Event)}


def encode_events(events: tuple[e.Event, ...]) -> bytes:
    """`[["TicketIssued", {...}], ...]`; the same events always give the same bytes."""
    return _encoder.encode([(type(event).__name__, event) for event in events])


def decode_events(text: str | bytes) -> tuple[e.Event, ...]:
    """Raises AssertionError for what no version of this program has written."""
    try:
        return tuple(_decoders[kind].decode(body) for kind, body in _frame.decode(text))
    except (KeyError, msgspec.MsgspecError) as error:
        raise AssertionError(f"an entry that cannot be read: {error}") from error


def digest(before: bytes, seq: int, at: int, command_id: str, actor: str, events: bytes) -> bytes:
    """SHA-256 over the digest before, the entry's head as JSON, and its events."""
    return hashlib.sha256(before + _encoder.encode((seq, at, command_id, actor)) + events).digest()
