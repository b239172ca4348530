"""A small hall on a real TCP port, in a thread of its own, that can be told to misbehave.

It is not the server: it says and answers what the test tells it, with the real types of the wire.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from hall_link.feed import AnyFrame, Hello, Snapshot
from hall_link.messages import CommandReply
from tests.unit.hall_link.makers import hall

START_SECONDS_MAX = 10.0
Answer = tuple[int, bytes]


@dataclass
class Asked:
    """One command as it arrived."""

    name: str
    headers: dict[str, str]
    body: bytes


def accept(asked: Asked) -> Answer:
    made = CommandReply(asked.headers["idempotency-key"], 6, "m6", 1000, msgspec.Raw(b"{}"))
    return 200, msgspec.json.encode(made)


class _AnnouncedServer(uvicorn.Server):
    listening: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening()


@dataclass
class HallOverTcp:
    """`answer`: what to say to a command; None: nothing, ever. `greeting`: what to say to a Hello; None: nothing."""

    answer: Callable[[Asked], Answer | None] = accept
    greeting: Callable[[Hello], AnyFrame | None] = lambda _: Snapshot(5, "m5", 1_000_000, [hall()])
    asked: list[Asked] = field(default_factory=list)
    hellos: list[Hello] = field(default_factory=list)
    feed_headers: list[dict[str, str]] = field(default_factory=list)
    port: int = 0
    _feeds: list[WebSocket] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop | None = None
    _server: _AnnouncedServer | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, port: int = 0) -> None:
        """Listen; on the port given, or a free one."""
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(port, ready)), name="hall over TCP")
        self._thread.start()
        assert ready.wait(START_SECONDS_MAX)
        assert self._server is not None
        self.port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        """Close the port and every connection."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = self._server.force_exit = True
            self._thread.join(START_SECONDS_MAX)
            assert not self._thread.is_alive()
            self._server = None

    def say(self, frame: AnyFrame) -> None:
        self.say_text(msgspec.json.encode(frame).decode())

    def say_text(self, text: str) -> None:
        """To every feed."""
        self._now(self._say(text))

    def hang_up(self) -> None:
        """Close every feed."""
        self._now(self._hang_up())

    # ------------------------------------------------------------------------------------------- on the hall's thread

    def _now(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(work, self._loop).result(START_SECONDS_MAX)

    async def _say(self, text: str) -> None:
        for feed in self._feeds:
            await feed.send_text(text)

    async def _hang_up(self) -> None:
        for feed in list(self._feeds):
            await feed.close()

    async def _serve(self, port: int, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        routes = [Route("/commands/{name}", self._command, methods=["POST"]), WebSocketRoute("/feed", self._feed)]
        config = uvicorn.Config(
            Starlette(routes=routes), "127.0.0.1", port, log_config=None, ws="websockets-sansio", lifespan="off"
        )
        self._server = _AnnouncedServer(config)
        self._server.listening = ready.set
        await self._server._serve()

    async def _command(self, request: Request) -> Response:
        asked = Asked(request.path_params["name"], dict(request.headers), await request.body())
        self.asked.append(asked)
        said = self.answer(asked)
        if said is None:
            await asyncio.Event().wait()
        assert said is not None
        return Response(said[1], said[0], media_type="application/json")

    async def _feed(self, feed: WebSocket) -> None:
        await feed.accept()
        self.feed_headers.append(dict(feed.headers))
        self._feeds.append(feed)
        try:
            hello = msgspec.json.decode(await feed.receive_text(), type=Hello)
            self.hellos.append(hello)
            frame = self.greeting(hello)
            if frame is not None:
                await feed.send_text(msgspec.json.encode(frame).decode())
            while True:
                await feed.receive_text()
        except WebSocketDisconnect:
            pass
        finally:
            self._feeds.remove(feed)


@contextlib.contextmanager
def hall_over_tcp() -> Iterator[HallOverTcp]:
    made = HallOverTcp()
    made.start()
    try:
        yield made
    finally:
        made.stop()
