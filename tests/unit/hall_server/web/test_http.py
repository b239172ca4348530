"""Commands on one connection, byte by byte: in order, in time, and no more than was asked for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import pytest

from hall_link.messages import CommandReply, IssuedResult
from hall_server.web import http
from hall_server.web.commands import BODY_BYTES_MAX
from tests.unit.hall_server.web.running import DEVICE, KEY, PATIENCE_SECONDS, RunningHall

ISSUE = b'{"field_id":"HT"}'


def request(
    command_id: str, body: bytes = ISSUE, *extra: str, name: str = "issue_ticket", version: str = "1.1", key: str = KEY
) -> bytes:
    lines = [f"POST /commands/{name} HTTP/{version}", "Host: hall", f"Authorization: Bearer {key}"]
    lines += [f"Hall-Device: {DEVICE}", f"Idempotency-Key: {command_id}", "Content-Type: application/json"]
    lines += [f"Content-Length: {len(body)}", *extra, "", ""]
    return "\r\n".join(lines).encode() + body


class Line:
    """One connection to the hall."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self.writer = writer

    async def head(self) -> list[bytes]:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return (await self._reader.readuntil(b"\r\n\r\n")).split(b"\r\n")

    async def answer(self) -> tuple[list[bytes], bytes]:
        head = await self.head()
        length = next(int(line.partition(b":")[2]) for line in head if line.startswith(b"content-length"))
        async with asyncio.timeout(PATIENCE_SECONDS):
            return head, await self._reader.readexactly(length)

    async def end(self) -> bytes:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await self._reader.read()


@asynccontextmanager
async def line(hall: RunningHall) -> AsyncIterator[Line]:
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
    try:
        yield Line(reader, writer)
    finally:
        writer.close()
        await writer.wait_closed()


def number(body: bytes) -> str:
    reply = msgspec.json.decode(body, type=CommandReply)
    return msgspec.json.decode(reply.result, type=IssuedResult).ticket.number


async def test_requests_sent_without_waiting_are_answered_in_their_order(hall: RunningHall) -> None:
    await hall.begin_day(1)
    async with line(hall) as way:
        way.writer.write(b"".join(request(f"command-{n:04}") for n in range(20)))
        assert [number((await way.answer())[1]) for _ in range(20)] == [f"A{n:03}" for n in range(1, 21)]


async def test_a_page_asked_for_behind_a_command_comes_behind_its_answer(hall: RunningHall) -> None:
    await hall.begin_day(1)
    hall.journal.hold = True
    async with line(hall) as way:
        way.writer.write(request("command-0001") + b"GET /health HTTP/1.1\r\nHost: hall\r\n\r\n")
        await hall.journal.holding.wait()
        hall.journal.let_go()
        assert number((await way.answer())[1]) == "A001"
        assert b'"working"' in (await way.answer())[1]


async def test_a_request_in_pieces_is_one_request(hall: RunningHall) -> None:
    await hall.begin_day(1)
    async with line(hall) as way:
        for byte in request("command-0001"):
            way.writer.write(bytes([byte]))
            await way.writer.drain()
            await asyncio.sleep(0)
        assert number((await way.answer())[1]) == "A001"


async def test_whoever_asks_first_is_told_to_go_on(hall: RunningHall) -> None:
    await hall.begin_day(1)
    whole = request("command-0001", ISSUE, "Expect: 100-continue")
    async with line(hall) as way:
        way.writer.write(whole[: -len(ISSUE)])
        assert (await way.head())[0] == b"HTTP/1.1 100 Continue"
        way.writer.write(ISSUE)
        assert number((await way.answer())[1]) == "A001"


@pytest.mark.parametrize(("version", "extra"), [("1.1", ["Connection: close"]), ("1.0", [])])
async def test_a_last_request_is_answered_and_the_connection_closed(
    hall: RunningHall, version: str, extra: list[str]
) -> None:
    await hall.begin_day(1)
    async with line(hall) as way:
        way.writer.write(request("command-0001", ISSUE, *extra, version=version))
        head, body = await way.answer()
        assert b"connection: close" in head
        assert number(body) == "A001"
        assert await way.end() == b""


async def test_a_wrong_key_is_told_before_the_body_comes(hall: RunningHall) -> None:
    async with line(hall) as way:
        way.writer.write(request("command-0001", b"x" * 1000, key="not-the-key-of-this-hall")[:-1000])
        head, body = await way.answer()
        assert head[0] == b"HTTP/1.1 401 Unauthorized"
        assert b'"unauthorized"' in body


async def test_a_body_that_does_not_say_how_long_it_is_may_be_as_long_as_any_other(hall: RunningHall) -> None:
    head = request("command-0001", b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    async with line(hall) as way:
        way.writer.write(head + b"%x\r\n" % (BODY_BYTES_MAX + 1) + b" " * (BODY_BYTES_MAX + 1))
        answer, body = await way.answer()
        assert answer[0].startswith(b"HTTP/1.1 413")
        assert b'"too_large"' in body


async def test_a_caller_who_leaves_is_not_missed(hall: RunningHall) -> None:
    await hall.begin_day(1)
    hall.journal.hold = True
    async with line(hall) as way:
        way.writer.write(request("command-0001"))
        await way.writer.drain()
        await hall.journal.holding.wait()
        way.writer.transport.abort()
    hall.journal.let_go()
    answer = await hall.post("issue_ticket", {"field_id": "HT"}, command_id="command-0001")
    assert number(answer.content) == "A001"
    assert number((await hall.post("issue_ticket", {"field_id": "HT"})).content) == "A002"


async def test_whoever_asks_on_and_takes_no_answers_is_cut_off(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hall.begin_day(1)
    monkeypatch.setattr(http.HallHttp, "resume_writing", lambda _: None)
    async with line(hall) as way:
        way.writer.write(request("command-0001"))
        assert number((await way.answer())[1]) == "A001"
        (protocol,) = [one for one in hall.server.server_state.connections if isinstance(one, http.HallHttp)]
        protocol.pause_writing()
        way.writer.write(request("command-0002"))
        with pytest.raises((asyncio.IncompleteReadError, ConnectionResetError)):
            await way.answer()
