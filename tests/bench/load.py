"""The load generator, a process of its own: many keep-alive clients that each ask again as soon as they are answered.

    python -m tests.bench.load          a job a line on stdin, its outcome a line on stdout

Raw protocols and requests made by joining bytes, because a client of a library would be the slower end. How many
requests it can make at all is measured against `tests.bench.echo bare` and told beside the figures.
"""

from __future__ import annotations

import asyncio
import sys
import time
from itertools import count
from typing import cast

import msgspec
import uvloop
from msgspec import Struct

from tests.bench.wire import request_maker, take_reply

CONNECT_SECONDS_MAX = 10.0
OK = 200


class Job(Struct, frozen=True):
    """`run`: goes before every command id, so that no two jobs use one."""

    port: int
    key: str
    run: str
    clients: int
    seconds: float
    fields: list[str]


class Outcome(Struct, frozen=True):
    """`answered` with 200 in `seconds`; `failed`: other answers."""

    answered: int
    failed: int
    seconds: float


class _Client(asyncio.Protocol):
    def __init__(self, load: _Load) -> None:
        self._load = load
        self._buffer = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one in all but name

    def ask(self) -> None:
        assert self._transport is not None, "it was connected"
        self._transport.write(self._load.next_request())

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        reply = take_reply(self._buffer)
        if reply is None:
            return
        if self._load.count(reply.status):
            self.ask()

    def close(self) -> None:
        assert self._transport is not None, "it was connected"
        self._transport.close()


class _Load:
    """What the clients of one job share."""

    def __init__(self, job: Job) -> None:
        self._make = request_maker("issue_ticket", job.key, "kiosk-1")
        self._prefix = job.run.encode()
        self._bodies = [b'{"field_id":"%b"}' % field.encode() for field in job.fields]
        self._numbers = count()
        self.ends_at = 0.0
        self.answered = self.failed = 0

    def next_request(self) -> bytes:
        number = next(self._numbers)
        return self._make(b"%b-%08d" % (self._prefix, number), self._bodies[number % len(self._bodies)])

    def count(self, status: int) -> bool:
        """Take an answer; False when the time is over."""
        if time.monotonic() >= self.ends_at:
            return False
        if status == OK:
            self.answered += 1
        else:
            self.failed += 1
        return True


async def _carry_out(job: Job) -> Outcome:
    load = _Load(job)
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(CONNECT_SECONDS_MAX):
        clients = [
            (await loop.create_connection(lambda: _Client(load), "127.0.0.1", job.port))[1] for _ in range(job.clients)
        ]
    load.ends_at = time.monotonic() + job.seconds
    for client in clients:
        client.ask()
    await asyncio.sleep(job.seconds)
    for client in clients:
        client.close()
    return Outcome(load.answered, load.failed, job.seconds)


def main() -> None:
    for line in sys.stdin.buffer:
        outcome = uvloop.run(_carry_out(msgspec.json.decode(line, type=Job)))
        sys.stdout.buffer.write(msgspec.json.encode(outcome) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
