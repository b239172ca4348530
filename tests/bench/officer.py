"""A counter's HTTP connection, by hand, on the event loop."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import msgspec

from tests.bench.issuing import new_run
from tests.bench.load import OK
from tests.bench.wire import request_maker, take_reply


class Connection(asyncio.Protocol):
    """One TCP connection and what came by it. Made by `loop.create_connection`."""

    def __init__(self) -> None:
        self.buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name

    def write(self, data: bytes) -> None:
        assert self._transport is not None, "it was connected"
        self._transport.write(data)

    def close(self) -> None:
        assert self._transport is not None, "it was connected"
        self._transport.close()


class Officer(Connection):
    """Sends one command at a time."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._run = new_run()
        self._number = 0
        self._reply: asyncio.Future[dict[str, Any]] | None = None

    async def do(self, name: str, **body: object) -> dict[str, Any]:
        """The reply to a command. Raises AssertionError if it is refused."""
        self._number += 1
        self._reply = asyncio.get_running_loop().create_future()
        make = request_maker(name, self._key, "counter-1")
        self.write(make(f"{self._run}-{self._number:06}".encode(), msgspec.json.encode(body)))
        return await self._reply

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        reply = take_reply(self.buffer)
        if reply is not None and self._reply is not None:
            decoded = msgspec.json.decode(reply.body)
            if reply.status == OK:
                self._reply.set_result(decoded)
            else:
                self._reply.set_exception(AssertionError(decoded))
