"""`hall server board`: asks the server that runs on this machine for a code, and prints where and how to use it."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request

import msgspec

from hall_link.discovery import addresses_of
from hall_link.messages import ErrorReply
from hall_server.board.admission import AskedInvitation, MadeInvitation

ANSWER_SECONDS_MAX = 5.0


class NoCode(Exception):
    """There is no code; the text says why, in both languages."""


def ask_for_code(asked: AskedInvitation, hall_key: str, port: int) -> MadeInvitation:
    """A code from the server at `port` of this machine. Raises NoCode."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/board/invitations",
        data=msgspec.json.encode(asked),
        headers={"Authorization": f"Bearer {hall_key}", "Content-Type": "application/json"},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=ANSWER_SECONDS_MAX) as reply:
            return msgspec.json.decode(reply.read(), type=MadeInvitation)
    except urllib.error.HTTPError as refusal:
        raise NoCode(_why(refusal.read())) from None
    except OSError as error:
        raise NoCode(
            f"Không gọi được máy chủ ở cổng {port}. · The server does not answer at port {port}. ({error})"
        ) from error


def how_to(made: MadeInvitation, port: int) -> str:
    """What to do with a code, for the person at the server."""
    addresses = [f"http://{socket.inet_ntoa(packed)}:{port}/board/" for packed in addresses_of("0.0.0.0")]  # noqa: S104
    minutes = made.seconds // 60
    spaced = f"{made.code[:4]} {made.code[4:]}"
    return "\n".join(
        [
            "Mở một trong các địa chỉ này trên trình duyệt của ti vi. · Open one of these in the television's browser:",
            *(f"    {address}" for address in addresses),
            f"Nhập mã, dùng một lần, trong {minutes} phút. · Enter this code, once, within {minutes} minutes:",
            f"    {spaced}",
            "Hoặc mở thẳng: · Or open at once:",
            *(f"    {address}#{made.code}" for address in addresses),
        ]
    )


def _why(body: bytes) -> str:
    try:
        problem = msgspec.json.decode(body, type=ErrorReply).error
    except msgspec.MsgspecError:
        return "Ở cổng này không phải là máy chủ xếp hàng. · What answers at this port is no hall server."
    places = "".join(f"\n    {place}" for place in problem.places or ())
    return f"{problem.message.vi} {problem.remedy.vi} · {problem.message.en} {problem.remedy.en}{places}"
