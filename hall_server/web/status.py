"""What operators and their programs ask by GET: `/health` and `/openapi.json` (open to all), `/metrics` (with the key).

None of these changes anything. `/health` is open because a load balancer or a person with a browser must be able to ask
it, and says nothing that the wallboard does not; `/metrics` counts people and commands, so it wants the hall's key
(Prometheus: `authorization.credentials_file`).
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from starlette.types import Receive, Scope, Send

from hall_link.rows import DayState
from hall_server.domain.model import HallState
from hall_server.service.hall import Hall
from hall_server.service.ports import Position, StorageOutage
from hall_server.web import errors
from hall_server.web.auth import Keys
from hall_server.web.doors import Doors
from hall_server.web.metrics import Metrics


class Health(Struct, frozen=True):
    """`ok`: commands can be carried out now. `hall_id`, `day`, `seq` are None while the state cannot be known."""

    ok: bool
    state: Literal["working", "stopping", "storage_out"]
    version: str
    hall_id: str | None = None
    day: DayState | None = None
    seq: int | None = None


class HealthEndpoint:
    """`/health`: 200 while commands can be carried out, else 503."""

    def __init__(self, hall: Hall, doors: Doors, version: str) -> None:
        self._hall = hall
        self._doors = doors
        self._version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        health = await self._look()
        await send_page(send, 200 if health.ok else 503, b"application/json", msgspec.json.encode(health))

    async def _look(self) -> Health:
        if self._doors.closed:
            return Health(False, "stopping", self._version)
        try:
            return await self._hall.read(self._working)
        except StorageOutage:
            return Health(False, "storage_out", self._version)

    def _working(self, state: HallState, position: Position) -> Health:
        hall_id = state.document.hall_id if state.document else None
        return Health(True, "working", self._version, hall_id, state.day.value, position.seq)


class MetricsEndpoint:
    """`/metrics`, Prometheus text format; the counters also while the storage is out."""

    def __init__(self, hall: Hall, keys: Keys, metrics: Metrics) -> None:
        self._hall = hall
        self._keys = keys
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._keys.opens(dict(scope["headers"])):
            await errors.UNAUTHORIZED.send(send)
            return
        try:
            await self._hall.read(self._metrics.take)
        except StorageOutage:
            self._metrics.storage_is_out()
        await send_page(send, 200, CONTENT_TYPE_PLAIN_0_0_4.encode(), self._metrics.page())


class Page:
    """Bytes made once."""

    def __init__(self, content_type: bytes, body: bytes) -> None:
        self._content_type = content_type
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_page(send, 200, self._content_type, self._body)


async def send_page(send: Send, status: int, content_type: bytes, body: bytes) -> None:
    """A whole answer that nobody on the way may keep."""
    headers = [(b"content-type", content_type), (b"content-length", b"%d" % len(body)), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
