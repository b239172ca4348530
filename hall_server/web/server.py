"""uvicorn as the hall needs it: lean, in our error shape down to the parser, and with a farewell before it stops."""

from __future__ import annotations

import asyncio
import contextlib
import http
import socket
from collections.abc import Iterator
from functools import partial
from typing import cast

import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol

from hall_server.web import errors
from hall_server.web.app import HallApp
from hall_server.web.doors import Doors
from hall_server.web.feed import FAREWELL_SECONDS_MAX, Feed
from hall_server.web.http import HallHttp
from hall_server.web.socket import CUT, HELLO_BYTES_MAX, WATCH

KEEP_ALIVE_SECONDS = 75
"""How long an idle HTTP connection stays; longer than the pause between two numbers in a busy hall."""
STOP_SECONDS_MAX = 5
"""From the last farewell to the end: commands that were let in are answered, then whatever is left is cut."""
PING_SECONDS = 1.5
PONG_SECONDS_MAX = 2.0
"""How often a watched device is asked whether it is there, and how long it may take to answer. With the grace of
`service.attendance` it is missed within 5 s."""
BACKLOG_MAX = 512


class HallServer(uvicorn.Server):
    """A server whose stop begins with the doors and a farewell to every feed."""

    def __init__(self, app: HallApp, feed: Feed, doors: Doors, *, host: str, port: int) -> None:
        self._feed = feed
        self._doors = doors
        self.listening = asyncio.Event()
        """Set once `port` can be connected to."""
        super().__init__(
            uvicorn.Config(
                app,
                host=host,
                port=port,
                loop="auto",
                http=cast(type[asyncio.Protocol], partial(HallHttp, app.commands)),
                ws=_HallWebSocket,
                ws_max_size=HELLO_BYTES_MAX,
                ws_per_message_deflate=False,
                lifespan="off",
                interface="asgi3",
                proxy_headers=False,
                server_header=False,
                date_header=False,
                access_log=False,
                log_config=None,
                backlog=BACKLOG_MAX,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=STOP_SECONDS_MAX,
            )
        )

    @property
    def port(self) -> int:
        """The port that it listens on, once `listening`."""
        number: int = self.servers[0].sockets[0].getsockname()[1]
        return number

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the composition root: uvicorn would end the process before the journal is closed."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._doors.close()
        for listener in self.servers:
            listener.close()
        self._feed.end_all(errors.STOPPING.problem)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._doors.empty(), FAREWELL_SECONDS_MAX)
        await super().shutdown(sockets)


class _Handshake(ServerProtocol):
    """A WebSocket handshake whose refusals have our shape."""

    def reject(self, status: http.HTTPStatus | int, text: str) -> Response:
        answer = errors.BUG if int(status) >= 500 else errors.BAD_REQUEST
        response = super().reject(status, answer.body.decode())
        del response.headers["Content-Type"]
        response.headers["Content-Type"] = "application/json"
        return response


class _HallWebSocket(WebSocketsSansIOProtocol):
    """A WebSocket that the application can cut, because one that takes no data can not be closed; and that it can have
    watched, because a device that lost its power says no goodbye."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.conn = _Handshake(max_size=self.config.ws_max_size, logger=self.conn.logger)

    def handle_connect(self, event: Request) -> None:
        self.app_state = {**self.app_state, CUT: self._cut, WATCH: self._watch}
        super().handle_connect(event)

    def _watch(self) -> None:
        self.ping_interval, self.ping_timeout = PING_SECONDS, PONG_SECONDS_MAX
        self.stop_keepalive()
        self.start_keepalive()

    def keepalive_timeout(self) -> None:
        """A close would wait for a device that does not answer."""
        self._cut()

    def _cut(self) -> None:
        self.transport.abort()
