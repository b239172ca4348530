"""One error shape, on every route, for every method, and for what the framework refuses by itself."""

from __future__ import annotations

import asyncio

import httpx
import msgspec
import pytest
from starlette.routing import Route, WebSocketRoute
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from hall_link.feed import Farewell
from hall_link.messages import COMMANDS, ErrorReply, Problem
from hall_server.domain.sentences import SENTENCES, RefusalCode
from hall_server.web import errors
from hall_server.web.app import HallApp
from hall_server.web.errors import ErrorAnswer
from tests.unit.hall_server.web.running import RunningHall, heard

BOARD_ROUTES = 7
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
STRANGE_PATHS = (
    "/",
    "/commands",
    "/commands/",
    "/commands/no_such",
    "/commands/open_day/",
    "/health/",
    "/../x",
    "/%00",
)


def in_shape(response: httpx.Response) -> Problem:
    assert response.headers["content-type"] == "application/json"
    assert response.headers["content-length"] == str(len(response.content))
    return well_said(msgspec.json.decode(response.content, type=ErrorReply, strict=True).error)


def well_said(problem: Problem) -> Problem:
    assert problem.code
    assert all((problem.message.vi, problem.message.en, problem.remedy.vi, problem.remedy.en))
    return problem


async def test_every_route_answers_every_method_with_success_or_the_one_shape(hall: RunningHall) -> None:
    asked = 0
    app = hall.server.config.app
    assert isinstance(app, HallApp)
    routes = [route.path for route in app.routes if isinstance(route, Route)]
    for path in [*app.commands, *routes, *STRANGE_PATHS]:
        for method in METHODS:
            response = await hall.http.request(method, path)
            asked += 1
            if response.status_code < 400 or method == "HEAD":
                assert method in {"GET", "HEAD"}, (method, path)
                continue
            family = in_shape(response).family
            assert (family == "request") == (response.status_code < 500), (method, path)
            if response.status_code == 405:
                assert response.headers["allow"], (method, path)
    assert asked == (len(COMMANDS) + 6 + BOARD_ROUTES + len(STRANGE_PATHS)) * len(METHODS)


async def test_a_path_or_method_that_is_not_known(hall: RunningHall) -> None:
    response = await hall.http.get("/nothing")
    assert (response.status_code, in_shape(response).code) == (404, "not_found")
    response = await hall.http.get("/commands/issue_ticket")
    assert (response.status_code, in_shape(response).code) == (405, "method_not_allowed")
    assert response.headers["allow"] == "POST"
    response = await hall.http.get("/feed")
    assert (response.status_code, in_shape(response).code) == (426, "upgrade_required")


async def test_without_the_key_every_command_is_401(hall: RunningHall) -> None:
    for spec in COMMANDS:
        response = await hall.post(spec.name, Authorization=hall.http.headers["authorization"] + "x")
        assert (response.status_code, in_shape(response).code) == (401, "unauthorized")
        assert response.headers["www-authenticate"] == "Bearer"


async def test_what_is_no_http_at_all_is_answered_in_shape_too(hall: RunningHall) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
    writer.write(b"\x16\x03\x01 hello\r\n\r\n")
    answer = await asyncio.wait_for(reader.read(), 5)
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    well_said(msgspec.json.decode(answer.partition(b"\r\n\r\n")[2], type=ErrorReply).error)
    writer.close()
    await writer.wait_closed()


async def closed_with(socket: ClientConnection) -> tuple[str, int]:
    """The farewell's code and the close code."""
    frame = await heard(socket)
    assert isinstance(frame, Farewell), frame
    with pytest.raises(ConnectionClosed) as closed:
        await asyncio.wait_for(socket.recv(), 5)
    assert closed.value.rcvd is not None
    return well_said(frame.error).code, closed.value.rcvd.code


@pytest.mark.parametrize(
    ("path", "headers", "code"),
    [
        ("/feed", {"Authorization": "Bearer wrong"}, "unauthorized"),
        ("/feed", {"Hall_Device": "not a name"}, "device_name"),
        ("/nothing", {}, "not_found"),
        ("/commands/open_day", {}, "not_found"),
    ],
)
async def test_a_socket_that_may_not_be_is_told_in_a_farewell(
    hall: RunningHall, path: str, headers: dict[str, str], code: str
) -> None:
    async with hall.socket(path, **headers) as socket:
        assert await closed_with(socket) == (code, 1008)


@pytest.mark.parametrize(
    ("hello", "code"),
    [
        (b"", "malformed"),
        (b"\xff", "malformed"),
        (b"{", "malformed"),
        (b"[]", "invalid"),
        (b'{"view": {"view": "nobody"}}', "invalid"),
        (b'{"view": {"view": "counter"}}', "invalid"),
        (b'{"view": {"view": "kiosk"}, "protocol": 99}', "protocol_unknown"),
        (b'{"view": {"view": "counter", "counter_id": 77}}', "unknown_counter"),
        (b'{"view": {"view": "display", "zone": "attic"}}', "unknown_zone"),
    ],
)
async def test_a_hello_that_cannot_be_met_is_told_why(hall: RunningHall, hello: bytes, code: str) -> None:
    await hall.begin_day()
    async with hall.socket() as socket:
        await socket.send(hello)
        assert await closed_with(socket) == (code, 1008)


async def test_a_second_message_ends_the_feed(hall: RunningHall) -> None:
    async with hall.socket() as socket:
        await socket.send('{"view": {"view": "kiosk"}}')
        await heard(socket)
        await socket.send('{"view": {"view": "kiosk"}}')
        assert await closed_with(socket) == ("second_message", 1008)


async def test_a_handshake_that_fails_is_refused_in_shape(hall: RunningHall) -> None:
    headers = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "7", "Sec-WebSocket-Key": "x"}
    response = await hall.http.get("/feed", headers=headers)
    assert response.status_code in {400, 426}
    in_shape(response)


async def test_metrics_want_the_key_and_the_pages_do_not(hall: RunningHall) -> None:
    response = await hall.http.get("/metrics", headers={"Authorization": "no"})
    assert (response.status_code, in_shape(response).code) == (401, "unauthorized")
    for path in ("/health", "/openapi.json"):
        assert (await hall.http.get(path, headers={"Authorization": ""})).status_code == 200


async def test_stopping_is_503_and_says_when_to_come_back(hall: RunningHall) -> None:
    hall.doors.close()
    response = await hall.post("open_day")
    assert (response.status_code, in_shape(response).code) == (503, "stopping")
    assert response.headers["retry-after"] == "1"
    async with hall.socket() as socket:
        assert await closed_with(socket) == ("stopping", 1012)


def test_every_constant_answer_is_well_said() -> None:
    answers = [value for value in vars(errors).values() if isinstance(value, ErrorAnswer)]
    problems = [value for value in vars(errors).values() if isinstance(value, Problem)]
    codes = [answer.problem.code for answer in answers] + [problem.code for problem in problems]
    assert len(answers) >= 12
    for problem in [*(answer.problem for answer in answers), *problems]:
        well_said(problem)
    assert len(codes) == len(set(codes)), "two answers share a code"
    assert not set(codes) & {code.value for code in RefusalCode}, "a code of the rules is used for something else"
    assert set(SENTENCES) == set(RefusalCode)


async def test_feed_and_the_voice_of_boards_are_the_only_sockets(hall: RunningHall) -> None:
    routes = hall.server.config.app.routes  # type: ignore[union-attr]
    assert [route.path for route in routes if isinstance(route, WebSocketRoute)] == ["/feed", "/board/voice"]
