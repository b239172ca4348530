"""Commands over TCP: what is done once, what is refused, and what hostile bodies meet."""

from __future__ import annotations

import asyncio

import httpx
import msgspec
import pytest

from hall_link.messages import CommandReply, ErrorReply, IssuedResult
from hall_server.service.ports import StorageOutage
from hall_server.web import commands, http
from tests.unit.hall_server.web.running import RunningHall


def problem(response: httpx.Response) -> str:
    return msgspec.json.decode(response.content, type=ErrorReply).error.code


def issued(response: httpx.Response) -> IssuedResult:
    assert response.status_code == 200, response.text
    return msgspec.json.decode(msgspec.json.decode(response.content, type=CommandReply).result, type=IssuedResult)


async def test_a_number_is_given_durably_and_says_who_is_ahead(hall: RunningHall) -> None:
    await hall.begin_day(1, 2)
    first = issued(await hall.post("issue_ticket", {"field_id": "HT"}))
    response = await hall.post("issue_ticket", {"field_id": "HT", "procedure_id": "1.001193"}, command_id="abcd-1234")
    second = issued(response)
    assert (first.ticket.number, second.ticket.number) == ("A001", "A002")
    assert (first.ahead, second.ahead, second.counters) == (0, 1, [1, 2])
    reply = msgspec.json.decode(response.content, type=CommandReply)
    entry = hall.journal.entries[-1]
    assert (reply.command_id, reply.seq, reply.mark, reply.at) == ("abcd-1234", entry.seq, entry.mark, entry.at)
    assert entry.actor == "test-1"


async def test_the_same_id_again_gets_the_same_answer_and_no_second_number(hall: RunningHall) -> None:
    await hall.begin_day(1)
    first = await hall.post("issue_ticket", {"field_id": "HT"}, command_id="press-0001")
    again = await hall.post(
        "issue_ticket", content=b' {"field_id" : "HT", "procedure_id": null} ', command_id="press-0001"
    )
    assert again.content == first.content
    other = await hall.post("issue_ticket", {"field_id": "CT"}, command_id="press-0001")
    assert (other.status_code, problem(other)) == (422, "command_id_reused")
    other = await hall.post("cancel_ticket", {"ticket_id": "x"}, command_id="press-0001")
    assert (other.status_code, problem(other)) == (422, "command_id_reused")
    assert hall.journal.entries[-1].command_id == "press-0001"


async def test_a_refusal_says_what_happened_and_what_to_do_in_both_languages(hall: RunningHall) -> None:
    await hall.begin_day(1)
    response = await hall.post("call_next", {"counter_id": 1})
    error = msgspec.json.decode(response.content, type=ErrorReply).error
    assert response.status_code == 409
    assert (error.code, error.family) == ("nobody_waiting", "refusal")
    assert all((error.message.vi, error.message.en, error.remedy.vi, error.remedy.en))


async def test_a_document_that_contradicts_itself_is_refused_with_the_places(hall: RunningHall) -> None:
    field = {"field_id": "HT", "series": "A", "name": {"vi": "Hộ tịch"}}
    document = {
        "hall_id": "h",
        "name": {"vi": "x"},
        "place": {"vi": "y"},
        "fields": [field],
        "counters": [{"counter_id": 1, "fields": ["HT", "NO"]}],
        "opens": "07:00:00",
    }
    response = await hall.post("configure_hall", {"document": document})
    assert response.status_code == 409
    assert "NO" in msgspec.json.decode(response.content, type=ErrorReply).error.places[0]
    document["counters"] = [{"counter_id": 1, "fields": ["HT"]}]
    assert (await hall.post("configure_hall", {"document": document})).status_code == 200


async def test_an_outage_is_503_with_the_time_to_come_back(hall: RunningHall) -> None:
    await hall.begin_day(1)
    hall.journal.failures.append(StorageOutage("disk full at /secret/path"))
    response = await hall.post("issue_ticket", {"field_id": "HT"})
    error = msgspec.json.decode(response.content, type=ErrorReply).error
    assert (response.status_code, error.family, error.code) == (503, "environment", "outage")
    assert error.retry_after_ms is not None
    assert response.headers["retry-after"] == "1"
    assert "secret" not in response.text


MALFORMED = [b"", b"{", b"\xff\xfe", b'{"field_id": "\xff"}', b'{"field_id": NaN}', b"[" * 60_000, b"not json"]
INVALID = [
    b"null", b"[]", b'"HT"', b"{}", b'{"field_id": 7}', b'{"field_id": null}', b'{"field_id": "HT", "more": 1}',
    b'{"field_id": ' + b"[" * 60_000, b'{"x":' * 10_000, b'{"field_id": 1e400}',
]  # fmt: skip


@pytest.mark.parametrize("body", MALFORMED, ids=lambda body: repr(body[:20]))
async def test_what_is_no_json_is_400(hall: RunningHall, body: bytes) -> None:
    response = await hall.post("issue_ticket", content=body)
    expected = (422, "invalid") if body.startswith(b"[[") else (400, "malformed")
    assert (response.status_code, problem(response)) == expected


@pytest.mark.parametrize("body", INVALID, ids=lambda body: repr(body[:20]))
async def test_what_has_the_wrong_shape_is_422_and_names_the_place(hall: RunningHall, body: bytes) -> None:
    response = await hall.post("issue_ticket", content=body)
    assert (response.status_code, problem(response)) == (422, "invalid")
    (place,) = msgspec.json.decode(response.content, type=ErrorReply).error.places
    assert 0 < len(place) <= 300


async def test_of_a_repeated_key_the_last_counts_for_deciding_and_for_the_fingerprint(hall: RunningHall) -> None:
    await hall.begin_day(1)
    first = await hall.post("issue_ticket", content=b'{"field_id":"XX","field_id":"HT"}', command_id="twice-001")
    assert issued(first).ticket.field_id == "HT"
    again = await hall.post("issue_ticket", content=b'{"field_id":"HT"}', command_id="twice-001")
    assert again.content == first.content


async def test_numbers_beyond_any_counter_are_refused_in_words(hall: RunningHall) -> None:
    await hall.begin_day(1)
    response = await hall.post("call_next", content=b'{"counter_id": 1' + b"0" * 30 + b"}")
    assert (response.status_code, problem(response)) == (409, "unknown_counter")
    response = await hall.post("stop_field", content=b'{"field_id": "HT", "reopens_at": 1' + b"0" * 30 + b"}")
    assert (response.status_code, problem(response)) == (422, "invalid")


async def test_a_body_too_large_is_413_whether_it_says_so_or_not(hall: RunningHall) -> None:
    async def pieces() -> object:
        for _ in range(3 * commands.BODY_BYTES_MAX // 1024):
            yield b" " * 1024

    response = await hall.post("issue_ticket", content=b" " * (commands.BODY_BYTES_MAX + 1))
    assert (response.status_code, problem(response)) == (413, "too_large")
    headers = {"Idempotency-Key": "chunked-1", "Content-Type": "application/json"}
    response = await hall.http.post("/commands/issue_ticket", content=pieces(), headers=headers)  # type: ignore[arg-type]
    assert (response.status_code, problem(response)) == (413, "too_large")
    response = await hall.post("configure_hall", content=b" " * (commands.BODY_BYTES_MAX + 1))
    assert (response.status_code, problem(response)) == (400, "malformed")


@pytest.mark.parametrize("command_id", ["short", "x" * 65, "with space 1", "slash/slash", "dots.dots"])
async def test_an_id_must_be_a_proper_one(hall: RunningHall, command_id: str) -> None:
    response = await hall.post("open_day", command_id=command_id)
    assert (response.status_code, problem(response)) == (400, "command_id")


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded"])
async def test_only_json_is_taken(hall: RunningHall, content_type: str) -> None:
    response = await hall.post("open_day", Content_Type=content_type)
    assert (response.status_code, problem(response)) == (415, "not_json")


async def test_json_may_name_its_charset(hall: RunningHall) -> None:
    response = await hall.post("open_day", Content_Type="Application/JSON; charset=utf-8")
    assert problem(response) == "hall_not_configured"


async def test_a_body_that_never_comes_is_given_up(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "REQUEST_SECONDS_MAX", 0.01)
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
    headers = [
        f"{name}: {value}" for name, value in hall.http.headers.items() if name in {"authorization", "hall-device"}
    ]
    lines = ["POST /commands/open_day HTTP/1.1", "Host: x", *headers, "Idempotency-Key: slow-0001"]
    lines += ["Content-Type: application/json", "Content-Length: 2", "", ""]
    writer.write("\r\n".join(lines).encode())
    answer = await asyncio.wait_for(reader.read(), 5)
    assert answer.startswith(b"HTTP/1.1 408")
    assert msgspec.json.decode(answer.partition(b"\r\n\r\n")[2], type=ErrorReply).error.code == "too_slow"
    writer.close()
    await writer.wait_closed()


async def test_a_bug_is_500_and_tells_nothing_of_its_inside(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the inside of it")

    monkeypatch.setattr(hall.hall, "ask", broken)
    response = await hall.post("open_day")
    assert (response.status_code, problem(response)) == (500, "bug")
    assert "inside" not in response.text


async def test_commands_are_counted_by_name_and_outcome(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.post("issue_ticket", {"field_id": "HT"})
    await hall.post("issue_ticket", {"field_id": "XX"})
    page = hall.metrics.page().decode()
    assert 'hall_commands_total{command="issue_ticket",outcome="done"} 1.0' in page
    assert 'hall_commands_total{command="issue_ticket",outcome="unknown_field"} 1.0' in page


async def test_64_callers_at_once_get_64_numbers_without_a_gap(hall: RunningHall) -> None:
    await hall.begin_day(1)
    answers = await asyncio.gather(*(hall.post("issue_ticket", {"field_id": "HT"}) for _ in range(64)))
    numbers = sorted(issued(answer).ticket.number for answer in answers)
    assert numbers == [f"A{number:03}" for number in range(1, 65)]
