"""A request's body: JSON by its header, whole, and of bearable size. That it comes in time is seen to by the server's
protocol class."""

from __future__ import annotations

from starlette.types import Receive

from hall_server.web import errors
from hall_server.web.auth import HeaderMap
from hall_server.web.errors import ErrorAnswer

_JSON = b"application/json"


class CallerLeft(Exception):
    """The connection ended before the request was complete."""


def why_no_body(headers: HeaderMap, bytes_max: int) -> ErrorAnswer | None:
    """What the headers already say against the body."""
    if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != _JSON:
        return errors.NOT_JSON
    length = headers.get(b"content-length", b"")
    return errors.BODY_TOO_LARGE if length.isdigit() and int(length) > bytes_max else None


async def read_body(receive: Receive, bytes_max: int) -> bytes | ErrorAnswer:
    """The body. Raises CallerLeft."""
    body = b""
    part: bytes
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise CallerLeft
        part = message.get("body", b"")
        body += part
        if len(body) > bytes_max:
            return errors.BODY_TOO_LARGE
        if not message.get("more_body", False):
            return body
