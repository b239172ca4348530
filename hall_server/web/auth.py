"""The one place where it is checked who speaks: the hall's key and the device's name, for commands and feed alike.

Every device of a hall holds the hall's key and sends it as `Authorization: Bearer <key>`; `Hall-Device` says which one
it is and becomes the actor of its commands in the journal. What is open without a key is listed in `app.py`.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping

from hall_link.messages import DEVICE_HEADER
from hall_server.web import errors
from hall_server.web.errors import ErrorAnswer

KEY_CHARACTERS_MIN = 20
_DEVICE = re.compile(rb"[A-Za-z0-9._-]{1,40}\Z")
_DEVICE_HEADER = DEVICE_HEADER.lower().encode()

HeaderMap = Mapping[bytes, bytes]
"""Headers by lower-case name, as ASGI gives them; of one that is repeated the last."""


class Keys:
    """Who may come in."""

    def __init__(self, hall_key: str) -> None:
        if len(hall_key) < KEY_CHARACTERS_MIN:
            raise ValueError(f"a hall key has at least {KEY_CHARACTERS_MIN} characters")
        self._expected = f"Bearer {hall_key}".encode()

    def opens(self, headers: HeaderMap) -> bool:
        """Whether the hall's key is there; takes the same time for every wrong key of one length."""
        return hmac.compare_digest(headers.get(b"authorization", b""), self._expected)

    def actor(self, headers: HeaderMap) -> str | ErrorAnswer:
        """The device that speaks, or why it may not."""
        if not self.opens(headers):
            return errors.UNAUTHORIZED
        device = headers.get(_DEVICE_HEADER, b"")
        return device.decode() if _DEVICE.match(device) else errors.DEVICE_NAME
