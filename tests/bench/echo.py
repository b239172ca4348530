"""The floors of a request, as processes: what Starlette and what a bare protocol cost with no hall behind them.

    python -m tests.bench.echo starlette | bare        says {"port": N}, serves 127.0.0.1 until it is ended

`starlette`: the hall's own web stack and options; the body is decoded into the command's type and a reply of the hall's
size is encoded. `bare`: constant bytes from an asyncio protocol, the most that the load generator could ever see.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from typing import cast

import msgspec
import uvicorn
import uvloop
from msgspec import Raw
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from hall_link.commands import IssueTicket
from hall_link.messages import CommandReply, IssuedResult
from hall_link.rows import TicketRow

PATH = "/commands/issue_ticket"
_DECODER = msgspec.json.Decoder(IssueTicket)
_ENCODER = msgspec.json.Encoder()
_AT = 1_795_480_200_000
_TICKET = TicketRow("20261124-A007", "A007", "HT", None, "waiting", _AT, _AT, 107)
_RESULT = IssuedResult(_TICKET, ahead=41, counters=[1, 2])


def reply() -> bytes:
    """As long as a hall's."""
    result = Raw(_ENCODER.encode(_RESULT))
    return _ENCODER.encode(CommandReply("0" * 20, 60_123, "0123456789abcdef", _AT, result))


class _Echo:
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body", False):
                break
        _DECODER.decode(body)
        answer = reply()
        headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(answer))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer})


class _Bare(asyncio.Protocol):
    def __init__(self) -> None:
        answer = reply()
        self._answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(answer), answer)
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name

    def data_received(self, data: bytes) -> None:
        assert self._transport is not None, "data comes after the connection"
        self._transport.write(self._answer)


async def _serve_starlette(listener: socket.socket) -> None:
    app = Starlette(routes=[Route(PATH, _Echo(), methods=["POST"])])
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        lifespan="off",
        interface="asgi3",
        proxy_headers=False,
        server_header=False,
        date_header=False,
        access_log=False,
        log_config=None,
    )
    await uvicorn.Server(config).serve(sockets=[listener])


async def _serve_bare(listener: socket.socket) -> None:
    server = await asyncio.get_running_loop().create_server(_Bare, sock=listener)
    await server.serve_forever()


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    uvloop.run(_serve_bare(listener) if sys.argv[1] == "bare" else _serve_starlette(listener))


if __name__ == "__main__":
    main()
