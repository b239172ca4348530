"""Just enough HTTP/1.1 and WebSocket (RFC 9112, RFC 6455), by hand: a client that costs next to nothing.

A library's client would be most of what is measured. Only what the hall's server really sends is understood: replies
with a Content-Length, frames that are not fragmented.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hall_link.messages import DEVICE_HEADER, IDEMPOTENCY_HEADER

PONG, PING, CLOSE = 0xA, 0x9, 0x8
_TEXT = 0x1
_FIN, _MASKED = 0x80, 0x80
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


class Reply(NamedTuple):
    status: int
    body: bytes


def request_maker(name: str, key: str, device: str) -> Callable[[bytes, bytes], bytes]:
    """For command `name`: a function from command id and body to the bytes of a request."""
    head = (
        f"POST /commands/{name} HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {key}\r\n{DEVICE_HEADER}: {device}\r\n"
        f"Content-Type: application/json\r\n{IDEMPOTENCY_HEADER}: "
    ).encode()

    def make(command_id: bytes, body: bytes) -> bytes:
        return b"%b%b\r\nContent-Length: %d\r\n\r\n%b" % (head, command_id, len(body), body)

    return make


def take_reply(buffer: bytearray) -> Reply | None:
    """The first whole reply in `buffer`, which loses it; None while it is not whole."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    found = _LENGTH.search(buffer, 0, end)
    if found is None:
        raise ValueError("a reply without a length")
    size = end + 4 + int(found[1])
    if len(buffer) < size:
        return None
    reply = Reply(int(buffer[9:12]), bytes(buffer[end + 4 : size]))
    del buffer[:size]
    return reply


def upgrade_request(key: str, device: str) -> bytes:
    """The opening handshake of a feed. The nonce is fixed: nobody between could mix these connections up."""
    return (
        f"GET /feed HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer {key}\r\n{DEVICE_HEADER}: {device}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: aGFsbC1iZW5jaC1ub25jZQ==\r\n\r\n"
    ).encode()


def client_frame(payload: bytes, opcode: int = _TEXT) -> bytes:
    """A client's frame, masked with zeros: the mask guards proxies, and there is none. At most 65535 bytes."""
    if len(payload) < 126:
        head = struct.pack("!BB", _FIN | opcode, _MASKED | len(payload))
    else:
        head = struct.pack("!BBH", _FIN | opcode, _MASKED | 126, len(payload))
    return head + bytes(4) + payload


def take_frames(buffer: bytearray) -> Iterator[tuple[int, bytes]]:
    """Opcode and payload of every whole frame of a server in `buffer`, which loses them."""
    while len(buffer) >= 2:
        start, size = 2, buffer[1]
        if size == 126:
            start, size = 4, int.from_bytes(buffer[2:4])
        elif size == 127:
            start, size = 10, int.from_bytes(buffer[2:10])
        if len(buffer) < start + size:
            return
        opcode, payload = buffer[0] & 0x0F, bytes(buffer[start : start + size])
        del buffer[: start + size]
        yield opcode, payload
