"""The one place where it is checked who speaks, for commands, feed and pages alike.

Every device of a hall holds the hall's key and sends it as `Authorization: Bearer <key>`; `Hall-Device` says which one
it is and becomes the actor of its commands in the journal. What is open without a key is listed in `app.py`.

A board in a television's browser holds a pass instead: its name and zone, sealed with a key that never leaves the
server. The browser keeps it as a cookie that no script of the page can read; the board's voice, a process of the
server's own machine, sends it as a bearer. A pass shows one zone and reports what was shown and heard there, and opens
nothing else: who reads it has no more than who stands before the screen. A cookie counts only when the page that sends
it came from this very server, so that no other page in the same browser can speak for the board.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from hall_link.feed import AnyView, DisplayView
from hall_link.messages import DEVICE_HEADER
from hall_server.web import errors
from hall_server.web.errors import ErrorAnswer

KEY_CHARACTERS_MIN = 20
PASS_COOKIE = "hall-board"  # noqa: S105  (its name)
PASS_SECONDS = 400 * 24 * 3600
"""How long a browser keeps a pass that it never uses; browsers keep none for longer. Each visit begins it anew."""
BOARD_COMMANDS = frozenset({"report_shown", "report_spoken", "report_announcement_spoken"})
"""What a pass may ask of the hall."""
NAME = r"[A-Za-z0-9._-]{1,40}"
"""Of a device or a zone."""
_DEVICE = re.compile(NAME.encode() + rb"\Z")
_DEVICE_HEADER = DEVICE_HEADER.lower().encode()
_PASS = re.compile(rf"({NAME})~({NAME})~([A-Za-z0-9_-]{{43}})\Z")
_COOKIE = re.compile(rf"(?:^|;\s*){PASS_COOKIE}=([^;\s]+)".encode())
_BEARER = b"Bearer "

HeaderMap = Mapping[bytes, bytes]
"""Headers by lower-case name, as ASGI gives them; of one that is repeated the last."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who speaks: `actor` in the journal; `zone`: of a board with a pass, None for who holds the hall's key."""

    actor: str
    zone: str | None = None

    def may_ask(self, command: str) -> bool:
        """Whether this command is the caller's to give."""
        return self.zone is None or command in BOARD_COMMANDS

    def may_see(self, view: AnyView) -> bool:
        """Whether this view is the caller's to see."""
        return self.zone is None or (isinstance(view, DisplayView) and view.zone == self.zone)


class Keys:
    """Who may come in. `board_key` seals passes; a server with another one accepts none of them."""

    def __init__(self, hall_key: str, board_key: str) -> None:
        for key in (hall_key, board_key):
            if len(key) < KEY_CHARACTERS_MIN:
                raise ValueError(f"a key has at least {KEY_CHARACTERS_MIN} characters")
        self._expected = _BEARER + hall_key.encode()
        self._board_key = board_key.encode()

    def opens(self, headers: HeaderMap) -> bool:
        """Whether the hall's key is there; takes the same time for every wrong key of one length."""
        return hmac.compare_digest(headers.get(b"authorization", b""), self._expected)

    def caller(self, headers: HeaderMap) -> Caller | ErrorAnswer:
        """The device that speaks, or why it may not."""
        if self.opens(headers):
            device = headers.get(_DEVICE_HEADER, b"")
            return Caller(device.decode()) if _DEVICE.match(device) else errors.DEVICE_NAME
        return self.board(headers) or errors.UNAUTHORIZED

    def board(self, headers: HeaderMap) -> Caller | None:
        """The board whose pass is there, as a bearer or as the cookie of a page of this server."""
        given = headers.get(b"authorization", b"").removeprefix(_BEARER)
        if not given and _is_own_page(headers):
            found = _COOKIE.search(headers.get(b"cookie", b""))
            given = found.group(1) if found else b""
        parts = _PASS.match(given.decode("latin-1"))
        if parts is None or not hmac.compare_digest(self._seal(parts.group(1), parts.group(2)), parts.group(3)):
            return None
        return Caller(parts.group(1), parts.group(2))

    def board_pass(self, device: str, zone: str) -> str:
        """The pass of a board of this name in this zone."""
        return f"{device}~{zone}~{self._seal(device, zone)}"

    def _seal(self, device: str, zone: str) -> str:
        digest = hmac.digest(self._board_key, f"board~{device}~{zone}".encode(), "sha256")
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


def cookie_of(board_pass: str) -> bytes:
    """The `Set-Cookie` header that leaves the pass with a browser: not for scripts, not for requests of other pages."""
    return f"{PASS_COOKIE}={board_pass}; Path=/; Max-Age={PASS_SECONDS}; HttpOnly; SameSite=Strict".encode()


def _is_own_page(headers: HeaderMap) -> bool:
    """Whether the page that asks is of this server. A browser that asks for a page or a sound names no origin, and none
    of that changes anything; before a socket or a command it names one."""
    origin = headers.get(b"origin")
    return origin is None or origin.partition(b"://")[2] == headers.get(b"host")
