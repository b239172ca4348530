"""From the hall's key to a code, from a code to a pass, and what the pass then opens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import msgspec
import pytest

from hall_link.feed import DisplayView, Farewell, Hello, KioskView, Snapshot
from hall_server.domain import commands as c
from tests.unit.hall_server.web.running import RunningHall, heard

JSON = {"Content-Type": "application/json"}


async def invite(hall: RunningHall, **asked: str) -> httpx.Response:
    return await hall.http.post("/board/invitations", json={"device": "tv-1", **asked})


@asynccontextmanager
async def joined(hall: RunningHall) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that holds a pass, and no key."""
    code = (await invite(hall)).json()["code"]
    async with httpx.AsyncClient(base_url=hall.http.base_url) as browser:
        assert (await browser.post("/board/join", json={"code": code})).status_code == 200
        yield browser


def code_of(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["error"]["code"]


async def test_a_code_lets_a_browser_in_and_tells_it_how_to_look(hall: RunningHall) -> None:
    await hall.begin_day()
    made = (await invite(hall, look="theme=day&distance=8")).json()
    assert (len(made["code"]), made["seconds"]) == (8, 900)
    async with httpx.AsyncClient(base_url=hall.http.base_url) as browser:
        response = await browser.post("/board/join", json={"code": made["code"]})
        assert (response.status_code, response.json()) == (200, {"zone": "main", "look": "theme=day&distance=8"})
        assert response.headers["cache-control"] == "no-store"
        again = await browser.post("/board/visit")
        assert (again.status_code, again.json()) == (200, {"zone": "main", "look": ""})
        assert again.headers["set-cookie"].startswith("hall-board=tv-1~main~")
        assert code_of(await browser.post("/board/join", json={"code": made["code"]})) == (401, "wrong_code")


async def test_only_who_holds_the_key_makes_codes(hall: RunningHall) -> None:
    await hall.begin_day()
    async with joined(hall) as browser:
        assert code_of(await browser.post("/board/invitations", json={"device": "tv-2"})) == (401, "unauthorized")


async def test_without_a_pass_there_is_nothing_to_renew(hall: RunningHall) -> None:
    assert code_of(await hall.http.post("/board/visit")) == (401, "unauthorized")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{}", 422, "invalid"),
        (b'{"device": "a b"}', 422, "invalid"),
        (b'{"device": "tv-1", "zone": "attic"}', 409, "unknown_zone"),
        (b'{"device": "tv-1", "look": "a<b"}', 422, "invalid"),
        (b'{"device": "tv-1", "colour": "red"}', 422, "invalid"),
        (b"{", 400, "malformed"),
        (b"\xff", 400, "malformed"),
        (b" " * 5000, 413, "too_large"),
    ],
)
async def test_a_code_that_cannot_be_made_is_explained(hall: RunningHall, body: bytes, status: int, code: str) -> None:
    await hall.begin_day()
    assert code_of(await hall.http.post("/board/invitations", content=body, headers=JSON)) == (status, code)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"code": "00000000"}', 401, "wrong_code"),
        (b'{"code": "0000000"}', 422, "invalid"),
        (b'{"code": 12345678}', 422, "invalid"),
        (b"[]", 422, "invalid"),
    ],
)
async def test_a_code_that_is_none_is_refused(hall: RunningHall, body: bytes, status: int, code: str) -> None:
    assert code_of(await hall.http.post("/board/join", content=body, headers=JSON)) == (status, code)


async def test_a_hall_without_a_document_has_no_zones(hall: RunningHall) -> None:
    assert (await invite(hall)).status_code == 409


async def test_a_pass_reports_and_does_nothing_else(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.do(c.IssueTicket("HT"))
    await hall.do(c.CallNext(1))
    async with joined(hall) as browser:
        headers = {"Idempotency-Key": "shown-0001"}
        shown = await browser.post("/commands/report_shown", json={"call_id": "20261124-A001-1"}, headers=headers)
        assert shown.status_code == 200
        headers = {"Idempotency-Key": "close-0001"}
        assert code_of(await browser.post("/commands/close_day", json={}, headers=headers)) == (403, "not_with_a_pass")
        for path in ("/metrics", "/tickets/A001/story"):
            assert code_of(await browser.get(path)) == (401, "unauthorized")
    assert hall.journal.entries[-1].actor == "tv-1"


@pytest.mark.parametrize(("origin", "comes_in"), [("", True), ("http://elsewhere.example", False)])
async def test_a_pass_opens_the_feed_of_its_zone_to_pages_of_this_server(
    hall: RunningHall, origin: str, comes_in: bool
) -> None:
    await hall.begin_day()
    async with joined(hall) as browser:
        cookie = f"hall-board={browser.cookies['hall-board']}"
    own = f"http://127.0.0.1:{hall.server.port}"
    async with hall.socket(Authorization="", Cookie=cookie, Origin=origin or own) as socket:
        if comes_in:
            await socket.send(msgspec.json.encode(Hello(DisplayView("main"))).decode())
        frame = await heard(socket)
        assert isinstance(frame, Snapshot) if comes_in else isinstance(frame, Farewell)


async def test_a_pass_opens_no_other_view(hall: RunningHall) -> None:
    await hall.begin_day()
    async with joined(hall) as browser:
        cookie = f"hall-board={browser.cookies['hall-board']}"
    async with hall.socket(Authorization="", Cookie=cookie) as socket:
        await socket.send(msgspec.json.encode(Hello(KioskView())).decode())
        frame = await heard(socket)
        assert isinstance(frame, Farewell)
        assert frame.error.code == "not_with_a_pass"


async def test_nobody_comes_in_while_the_server_stops(hall: RunningHall) -> None:
    hall.doors.close()
    assert code_of(await hall.http.post("/board/join", json={"code": "00000000"})) == (503, "stopping")
