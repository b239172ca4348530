"""HTTP and WebSocket by hand: what is sent is what the standards say, what comes is taken apart at any cut."""

from __future__ import annotations

import json

import pytest
from websockets.frames import Frame, Opcode
from websockets.server import ServerProtocol

from tests.bench.echo import reply
from tests.bench.wire import PING, client_frame, request_maker, take_frames, take_reply, upgrade_request

FIRST = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"
SECOND = b"HTTP/1.1 409 Conflict\r\nContent-Length: 5\r\n\r\nhello"


def test_a_request_is_whole_and_says_who_and_which() -> None:
    made = request_maker("issue_ticket", "secret", "kiosk-1")(b"id-00000001", b'{"field_id":"HT"}')
    head, _, body = made.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert first == "POST /commands/issue_ticket HTTP/1.1"
    assert headers["Authorization"] == "Bearer secret"
    assert headers["Hall-Device"] == "kiosk-1"
    assert headers["Idempotency-Key"] == "id-00000001"
    assert int(headers["Content-Length"]) == len(body) == 17


@pytest.mark.parametrize("cut", range(len(FIRST)))
def test_a_reply_is_taken_when_it_is_whole_and_not_before(cut: int) -> None:
    buffer = bytearray(FIRST[:cut])
    assert take_reply(buffer) is None
    buffer += FIRST[cut:] + SECOND
    assert take_reply(buffer) == (200, b"{}")
    assert take_reply(buffer) == (409, b"hello")
    assert take_reply(buffer) is None
    assert not buffer


def test_a_reply_without_a_length_is_nothing_that_the_hall_sends() -> None:
    with pytest.raises(ValueError, match="length"):
        take_reply(bytearray(b"HTTP/1.1 200 OK\r\n\r\n"))


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536])
def test_frames_of_every_length_are_taken_at_any_cut(size: int) -> None:
    payload = bytes(size)
    sent = Frame(Opcode.TEXT, payload).serialize(mask=False) + Frame(Opcode.PING, b"?").serialize(mask=False)
    for cut in (1, 2, 5, len(sent) - 1):
        buffer = bytearray(sent[:cut])
        taken = list(take_frames(buffer))
        buffer += sent[cut:]
        assert taken + list(take_frames(buffer)) == [(Opcode.TEXT, payload), (PING, b"?")]
        assert not buffer


@pytest.mark.parametrize("size", [10, 125, 126, 4000])
def test_a_server_understands_our_handshake_and_our_frames(size: int) -> None:
    server = ServerProtocol()
    server.receive_data(upgrade_request("secret", "display-1"))
    (request,) = server.events_received()
    server.send_response(server.accept(request))  # type: ignore[arg-type]
    server.receive_data(client_frame(b"x" * size))
    (frame,) = server.events_received()
    assert isinstance(frame, Frame)
    assert bytes(frame.data) == b"x" * size


def test_the_echo_answers_with_what_a_hall_might() -> None:
    answer = json.loads(reply())
    assert list(answer) == ["command_id", "seq", "mark", "at", "result"]
    assert answer["result"]["ticket"]["number"] == "A007"
