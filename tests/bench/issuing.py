"""Issuing numbers: how long one takes, and how many go through in a second, each against a floor in the same minutes.

Rounds: in each, every party gets its turn, and the order changes from round to round, so that whatever else the machine
does meanwhile hits all of them.
"""

from __future__ import annotations

import gc
import os
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import msgspec

from tests.bench.child import Child
from tests.bench.load import OK, Job, Outcome
from tests.bench.wire import request_maker, take_reply

ASKED_A_TURN = 50
COMMIT_BYTES = 4096
CLIENTS = 64
ROUNDS = 5
"""Of throughput; each party is loaded for a fifth of the seconds in each."""
TURN_SECONDS_MIN = 0.5
"""Of load, however short a run is asked for: long enough for answers on a busy machine."""
REPLY_SECONDS_MAX = 10.0
RECEIVE_BYTES = 65_536
ECHO_KEY = "the-echo-asks-for-no-key"

Act = Callable[[], None]
_runs = count()


class Asker:
    """One keep-alive client that waits for each answer. `fields`: asked for in turn."""

    def __init__(self, port: int, key: str, fields: list[str]) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), REPLY_SECONDS_MAX)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._key = key
        self._issue = request_maker("issue_ticket", key, "kiosk-1")
        self._bodies = [b'{"field_id":"%b"}' % field.encode() for field in fields]
        self._run = new_run().encode()
        self._numbers = count()
        self._buffer = bytearray()

    def issue(self) -> None:
        """Take one number. Raises AssertionError if it is refused."""
        number = next(self._numbers)
        self._ask(self._issue, number, self._bodies[number % len(self._bodies)])

    def open_counter(self, counter_id: int) -> None:
        """As `issue`."""
        self._ask(
            request_maker("open_counter", self._key, "kiosk-1"), next(self._numbers), b'{"counter_id":%d}' % counter_id
        )

    def _ask(self, make: Callable[[bytes, bytes], bytes], number: int, body: bytes) -> None:
        self._socket.sendall(make(b"%b-%08d" % (self._run, number), body))
        while (reply := take_reply(self._buffer)) is None:
            received = self._socket.recv(RECEIVE_BYTES)
            assert received, "the server closed the connection"
            self._buffer += received
        assert reply.status == OK, reply.body

    def close(self) -> None:
        self._socket.close()


def new_run() -> str:
    """A prefix for command ids that no other run has had."""
    return f"{time.time_ns():x}{next(_runs):x}"


@contextmanager
def bare_commits(folder: Path) -> Iterator[Act]:
    """The least that durability costs: append 4 KB to a file and wait until the disk has them."""
    file = folder / "commits"
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    page = os.urandom(COMMIT_BYTES)

    def commit() -> None:
        os.write(descriptor, page)
        os.fdatasync(descriptor)

    try:
        yield commit
    finally:
        os.close(descriptor)
        file.unlink()


@contextmanager
def echo(kind: str, fields: list[str]) -> Iterator[tuple[Asker, int]]:
    """The floor of a request, and its port."""
    with Child("tests.bench.echo", kind) as child:
        port = child.hear()["port"]
        asker = Asker(port, ECHO_KEY, fields)
        try:
            yield asker, port
        finally:
            asker.close()


def milliseconds(parties: Mapping[str, Act], seconds: float) -> dict[str, list[float]]:
    """How long each act of each party took, over rounds that last `seconds` together."""
    taken: dict[str, list[float]] = {name: [] for name in parties}
    for act in parties.values():
        for _ in range(ASKED_A_TURN):
            act()  # connections, caches, page cache: what a hall pays once in the morning
    names = list(parties)
    ends_at = time.monotonic() + seconds
    with _no_pauses():
        while True:
            for name in names:
                act, into = parties[name], taken[name]
                for _ in range(ASKED_A_TURN):
                    began = time.perf_counter()
                    act()
                    into.append((time.perf_counter() - began) * 1000)
            names = [*names[1:], names[0]]
            if time.monotonic() >= ends_at:
                return taken


def requests_a_second(ports: Mapping[str, tuple[int, str]], fields: list[str], seconds: float) -> dict[str, float]:
    """`ports`: port and key of each party. Each is loaded for `seconds` altogether, by turns."""
    answered = dict.fromkeys(ports, 0)
    loaded = dict.fromkeys(ports, 0.0)
    turn_seconds = max(TURN_SECONDS_MIN, seconds / ROUNDS)
    names = list(ports)
    with Child("tests.bench.load") as load:
        for _ in range(ROUNDS):
            for name in names:
                port, key = ports[name]
                load.tell(msgspec.to_builtins(Job(port, key, new_run(), CLIENTS, turn_seconds, fields)))
                outcome = msgspec.convert(load.hear(), Outcome)
                assert not outcome.failed, f"{name}: {outcome.failed} were not given a number"
                answered[name] += outcome.answered
                loaded[name] += outcome.seconds
            names.append(names.pop(0))
    return {name: answered[name] / loaded[name] for name in ports}


@contextmanager
def _no_pauses() -> Iterator[None]:
    """The measuring process collects no garbage meanwhile."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
