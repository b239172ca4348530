"""uvicorn as the hall needs it: lean, in our error shape down to the parser, and with a farewell before it stops."""

from __future__ import annotations

import asyncio
import contextlib
import http
import socket
from collections.abc import Iterator

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol

from hall_server.web import errors
from hall_server.web.commands import DOCUMENT_BYTES_MAX
from hall_server.web.doors import Doors
from hall_server.web.feed import FAREWELL_SECONDS_MAX, Feed
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
REQUEST_SECONDS_MAX = 10.0
"""From connecting, or from the first byte of a later request, to its last."""
REQUEST_BYTES_MAX = DOCUMENT_BYTES_MAX + 64 * 1024
"""Headers and body together, whether anybody reads them or not."""


class HallServer(uvicorn.Server):
    """A server whose stop begins with the doors and a farewell to every feed."""

    def __init__(self, app: ASGIApp, feed: Feed, doors: Doors, *, host: str, port: int) -> None:
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
                http=_HallHttp,
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


class _HallHttp(HttpToolsProtocol):
    """HTTP whose own refusals have our shape, and whose requests end: in time, and within bounds.

    The clock of a request is started only when its first piece does not hold all of it, which is seldom; a timer for
    each request would cost a tenth of it.
    """

    _incomplete = True
    _late: asyncio.TimerHandle | None = None
    _arrived_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._late = self.loop.call_later(REQUEST_SECONDS_MAX, self._too_late)

    def connection_lost(self, exc: Exception | None) -> None:
        self._in_time()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        self._incomplete = True
        super().on_message_begin()

    def on_message_complete(self) -> None:
        self._incomplete = False
        super().on_message_complete()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._incomplete:
            if self._late is not None:
                self._in_time()
            return
        self._arrived_bytes += len(data)
        if self._late is None:
            self._late = self.loop.call_later(REQUEST_SECONDS_MAX, self._too_late)
        if self._arrived_bytes > REQUEST_BYTES_MAX:
            self._refuse(errors.BODY_TOO_LARGE)

    def _in_time(self) -> None:
        self._arrived_bytes = 0
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _too_late(self) -> None:
        self._late = None
        self._refuse(errors.REQUEST_TOO_SLOW)

    def send_400_response(self, msg: str) -> None:
        self._refuse(errors.BAD_REQUEST)

    def _refuse(self, answer: errors.ErrorAnswer) -> None:
        """Answer and close; in the middle of an answer only close."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete or not cycle.response_started:
            phrase = http.HTTPStatus(answer.status).phrase.encode()
            lines = [b"HTTP/1.1 %d %s" % (answer.status, phrase)]
            lines += [name + b": " + value for name, value in answer.headers]
            self.transport.write(b"\r\n".join(lines) + b"\r\n\r\n" + answer.body)
        self.transport.close()


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
