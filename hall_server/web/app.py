"""What answers where. Endpoints are bare ASGI, without middleware of our own; commands are answered before ASGI.

    POST /commands/{name}    the hall's key and the device's name    commands.py
    WS   /feed               the same                                socket.py
    GET  /metrics            the hall's key                          status.py
    POST /preview            the hall's key                          previews.py
    GET  /tickets/{id}/story the hall's key                          stories.py
    GET  /health             open                                    status.py
    GET  /openapi.json       open                                    openapi.py
    ...  /board/...          the board for browsers                  hall_server/board/routes.py

Anything else, and anything that Starlette itself refuses, is answered in the one error shape (`errors.py`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import Receive, Scope, Send

from hall_link.messages import COMMANDS
from hall_server.service.hall import Hall
from hall_server.service.ports import Clock
from hall_server.service.record import DayRecord
from hall_server.web import errors, openapi
from hall_server.web.auth import Keys
from hall_server.web.commands import CommandEndpoint
from hall_server.web.doors import Doors
from hall_server.web.metrics import Metrics
from hall_server.web.previews import PreviewEndpoint
from hall_server.web.socket import FeedSocket, no_such_feed
from hall_server.web.status import HealthEndpoint, MetricsEndpoint, Page
from hall_server.web.stories import StoryEndpoint


class HallApp:
    """The hall's ASGI application, and beside it the commands, which need no ASGI: see `http.py`.

    `commands`: by path. `routes`: all others.
    """

    def __init__(self, endpoints: Sequence[CommandEndpoint], routes: Sequence[BaseRoute]) -> None:
        self.commands = {f"/commands/{endpoint.spec.name}": endpoint for endpoint in endpoints}
        self._starlette = Starlette(
            routes=list(routes), exception_handlers={HTTPException: errors.framework_error, Exception: _bug}
        )
        self._starlette.router.redirect_slashes = False
        self._starlette.router.default = self._not_here
        self.routes = self._starlette.routes

    def also(self, routes: Sequence[BaseRoute]) -> None:
        """Answer these, too."""
        self._starlette.routes.extend(routes)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        return self._starlette(scope, receive, send)

    async def _not_here(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await no_such_feed(scope, receive, send)
        elif scope["path"] in self.commands:
            await errors.method_not_allowed("POST").send(send)
        else:
            await errors.NOT_FOUND.send(send)


def make_app(
    hall: Hall,
    record: DayRecord,
    clock: Clock,
    socket: FeedSocket,
    keys: Keys,
    metrics: Metrics,
    doors: Doors,
    *,
    version: str,
) -> HallApp:
    """`socket`: serves the feed; `doors`: closed by whoever stops the server; `version`: of the program."""
    others = [
        WebSocketRoute("/feed", socket),
        Route("/feed", _Upgrade(), methods=["GET"]),
        Route("/preview", PreviewEndpoint(hall, clock, keys, doors), methods=["POST"]),
        Route("/tickets/{ticket_id}/story", StoryEndpoint(record, keys, doors), methods=["GET"]),
        Route("/health", HealthEndpoint(hall, doors, version), methods=["GET"]),
        Route("/metrics", MetricsEndpoint(hall, keys, metrics), methods=["GET"]),
        Route("/openapi.json", Page(b"application/json", openapi.page(version)), methods=["GET"]),
    ]
    return HallApp([CommandEndpoint(spec, hall, keys, doors, metrics) for spec in COMMANDS], others)


class _Upgrade:
    """`/feed` asked by plain HTTP."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await errors.UPGRADE_REQUIRED.send(send)


async def _bug(_: Request, __: Exception) -> Response:
    """What no endpoint caught. Starlette hands the evidence on and uvicorn logs it; nothing of it goes to the
    caller."""
    return errors.BUG.response()
