"""HTTP as the hall needs it, on uvicorn's protocol: refusals in our shape, requests that end, commands without a task.

Nearly every request is a command, and a command's answer comes from the hall's next commit. It is therefore asked where
its last byte was parsed and answered where the commit ended, by a callback. A task for each, with the messages of ASGI,
would cost as much again; whatever else is asked goes that way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from hall_server.web import errors
from hall_server.web.commands import DOCUMENT_BYTES_MAX, Asked, CommandEndpoint
from hall_server.web.errors import LAST_ANSWER, ErrorAnswer

REQUEST_SECONDS_MAX = 10.0
"""From connecting, or from the first byte of a later request, to its last."""
REQUEST_BYTES_MAX = DOCUMENT_BYTES_MAX + 64 * 1024
"""Headers and body together, whether anybody reads them or not."""


_DONE = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n%b\r\n%b"


class _Taken(NamedTuple):
    """A command whose headers are in order, and the exchange that it is the request of."""

    endpoint: CommandEndpoint
    asked: Asked
    cycle: RequestResponseCycle


class HallHttp(HttpToolsProtocol):
    """One connection. `commands`: who answers, by path.

    The clock of a request is started only when its first piece does not hold all of it, which is seldom; a timer for
    each request would cost a tenth of it.
    """

    _incomplete = True
    _late: asyncio.TimerHandle | None = None
    _arrived_bytes = 0
    _taken: _Taken | None = None

    def __init__(self, commands: Mapping[str, CommandEndpoint], **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._commands = commands

    # --------------------------------------------------------------------------------------------------- commands

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """A request's headers are here, and it is its turn on this connection."""
        endpoint = self._commands.get(cycle.scope["path"]) if cycle.scope["method"] == "POST" else None
        if endpoint is None:
            super()._start_asgi_task(cycle, app)
            return
        asked = endpoint.admit(dict(cycle.scope["headers"]))
        if isinstance(asked, ErrorAnswer):
            self._answer(cycle, asked)
            return
        if cycle.waiting_for_100_continue:
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._taken = _Taken(endpoint, asked, cycle)
        if not cycle.more_body:
            self._carry_out(self._taken)

    def on_body(self, body: bytes) -> None:
        super().on_body(body)
        taken = self._taken
        if taken is not None and taken.cycle is self.cycle:
            self.flow.resume_reading()
            if len(taken.cycle.body) > taken.endpoint.bytes_max:
                self._carry_out(taken)

    def on_message_complete(self) -> None:
        self._incomplete = False
        super().on_message_complete()
        if self._taken is not None and self._taken.cycle is self.cycle:
            self._carry_out(self._taken)

    def _carry_out(self, taken: _Taken) -> None:
        self._taken = None
        taken.endpoint.take(taken.asked, bytes(taken.cycle.body), partial(self._answer, taken.cycle))

    def _answer(self, cycle: RequestResponseCycle, answer: bytes | ErrorAnswer) -> None:
        """`answer`: the body of a success, or the error."""
        if cycle.disconnected or self.transport.is_closing():
            return
        if self.flow.write_paused:
            self.transport.abort()  # asks on and on, and takes no answers
            return
        cycle.response_started = cycle.response_complete = True
        if isinstance(answer, ErrorAnswer):
            self.transport.write(answer.packet(last=not cycle.keep_alive))
        else:
            self.transport.write(_DONE % (len(answer), b"" if cycle.keep_alive else LAST_ANSWER, answer))
        if not cycle.keep_alive:
            self.transport.close()
        cycle.on_response()

    # ------------------------------------------------------------------------------------------- in time, in bounds

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._late = self.loop.call_later(REQUEST_SECONDS_MAX, self._too_late)

    def connection_lost(self, exc: Exception | None) -> None:
        self._in_time()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        self._incomplete = True
        super().on_message_begin()

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

    def _refuse(self, answer: ErrorAnswer) -> None:
        """Answer and close; in the middle of an answer only close."""
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is None or cycle.response_complete or not cycle.response_started:
            self.transport.write(answer.packet(last=True))
        self.transport.close()
