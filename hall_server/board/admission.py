"""How a browser comes by its pass: staff ask for a code with the hall's key, the television brings it, once.

    POST /board/invitations   {"device", "zone", "look"?}  with the hall's key  ->  {"code", "seconds"}
    POST /board/join          {"code"}                     open                 ->  {"zone", "look"}, pass as cookie
    POST /board/visit         the pass                                          ->  the same, the cookie anew

The code goes in a body and never in an address, so no log and no history keeps it. Neither touches the queue, so there
is no journal entry and no command id: a code that is asked for twice is a new code.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import msgspec
import structlog
from msgspec import Meta, Struct
from starlette.types import Receive, Scope, Send

from hall_link.feed import DisplayView
from hall_server.board.answers import WRONG_CODE
from hall_server.board.invitations import CODE_DIGITS, LIFE_SECONDS, Invitation, Invitations
from hall_server.service.hall import Hall
from hall_server.service.ports import StorageOutage
from hall_server.web import errors, views
from hall_server.web.auth import NAME, HeaderMap, Keys, cookie_of
from hall_server.web.bodies import CallerLeft, read_body, why_no_body
from hall_server.web.doors import Doors

BODY_BYTES_MAX = 4096
_Name = Annotated[str, Meta(pattern=rf"^{NAME}$")]

T = TypeVar("T")
log = structlog.get_logger("board")


class AskedInvitation(Struct, frozen=True, forbid_unknown_fields=True):
    """`look`: the query of the page's address, such as "theme=day&distance=8&diagonal=55"."""

    device: _Name
    zone: _Name = "main"
    look: Annotated[str, Meta(pattern=r"^[A-Za-z0-9=&%+._~-]{0,800}$")] = ""


class MadeInvitation(Struct, frozen=True):
    """The code to be typed, and how long it works."""

    code: str
    seconds: int


class Joining(Struct, frozen=True, forbid_unknown_fields=True):
    """What a television brings."""

    code: Annotated[str, Meta(pattern=rf"^[0-9]{{{CODE_DIGITS}}}$")]


class Welcome(Struct, frozen=True):
    """`zone`: whose calls it shows; `look`: how, as staff said when they asked for the code."""

    zone: str
    look: str


Answer = tuple[bytes, list[tuple[bytes, bytes]]]
"""A body, and headers besides the usual ones."""


class Admission:
    """Holds the open codes; `new_code` makes unguessable ones."""

    def __init__(self, hall: Hall, keys: Keys, new_code: Callable[[], str]) -> None:
        self._hall = hall
        self._keys = keys
        self._new_code = new_code
        self._invitations = Invitations()

    async def invite(self, headers: HeaderMap, receive: Receive) -> Answer | errors.ErrorAnswer:
        """A code for a board, for who holds the hall's key."""
        if not self._keys.opens(headers):
            return errors.UNAUTHORIZED
        asked = await _read(headers, receive, AskedInvitation)
        if isinstance(asked, errors.ErrorAnswer):
            return asked
        try:
            problem = await self._hall.read(lambda state, _: views.why_no_view(state, DisplayView(asked.zone)))
        except StorageOutage as outage:
            return errors.outage(outage)
        if problem is not None:
            return errors.ErrorAnswer(409, problem)
        code = self._new_code()
        self._invitations.invite(Invitation(asked.device, asked.zone, asked.look), code, time.monotonic())
        log.info("board_invited", device=asked.device, zone=asked.zone)
        return msgspec.json.encode(MadeInvitation(code, round(LIFE_SECONDS))), []

    async def join(self, headers: HeaderMap, receive: Receive) -> Answer | errors.ErrorAnswer:
        """A pass for who brings a code."""
        asked = await _read(headers, receive, Joining)
        if isinstance(asked, errors.ErrorAnswer):
            return asked
        invitation = self._invitations.redeem(asked.code, time.monotonic())
        if invitation is None:
            log.warning("board_code_wrong")
            return WRONG_CODE
        log.info("board_joined", device=invitation.device, zone=invitation.zone)
        return self._welcome(invitation.device, invitation.zone, invitation.look)

    async def visit(self, headers: HeaderMap, _: Receive) -> Answer | errors.ErrorAnswer:
        """The pass anew: browsers forget it after a year or so."""
        board = self._keys.board(headers)
        if board is None or board.zone is None:
            return errors.UNAUTHORIZED
        return self._welcome(board.actor, board.zone, "")

    def _welcome(self, device: str, zone: str, look: str) -> Answer:
        cookie = (b"set-cookie", cookie_of(self._keys.board_pass(device, zone)))
        return msgspec.json.encode(Welcome(zone, look)), [cookie]


class AdmissionEndpoint:
    """The ASGI endpoint of one of the three. Its route lets only POST through."""

    def __init__(
        self, doors: Doors, answer_of: Callable[[HeaderMap, Receive], Awaitable[Answer | errors.ErrorAnswer]]
    ) -> None:
        self._doors = doors
        self._answer_of = answer_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            headers = dict(scope["headers"])
            answer = errors.STOPPING if self._doors.closed else await self._answer_of(headers, receive)
        except CallerLeft:
            return
        if isinstance(answer, errors.ErrorAnswer):
            await answer.send(send)
            return
        body, extra = answer
        length = (b"content-length", b"%d" % len(body))
        kind = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": 200, "headers": [*kind, length, *extra]})
        await send({"type": "http.response.body", "body": body})


async def _read(headers: HeaderMap, receive: Receive, kind: type[T]) -> T | errors.ErrorAnswer:
    body = why_no_body(headers, BODY_BYTES_MAX) or await read_body(receive, BODY_BYTES_MAX)
    if isinstance(body, errors.ErrorAnswer):
        return body
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as mistake:
        return errors.invalid(str(mistake))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return errors.MALFORMED
