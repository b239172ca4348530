"""A ticket's story over the wire: from the journal, with the key, changing nothing and delaying nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from threading import Event
from typing import TypeVar

import msgspec
import pytest

from hall_link.feed import DisplayView
from hall_link.rows import CallRow
from hall_link.story import TicketStory
from hall_server.domain import commands as c
from hall_server.domain.model import HallState
from hall_server.service.ports import Entry, StorageOutage
from hall_server.web import views
from hall_server.web.stories import STORIES_IN_LINE_MAX
from tests.unit.hall_server.web.running import PATIENCE_SECONDS, RunningHall

T = TypeVar("T")


async def story_of(hall: RunningHall, wanted: str) -> TicketStory:
    response = await hall.http.get(f"/tickets/{wanted}/story")
    assert response.status_code == 200
    return msgspec.json.decode(response.content, type=TicketStory)


async def test_the_person_overtaken_reads_why(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.do(c.IssueTicket("HT"))
    await hall.do(c.IssueTicket("HT", priority_class="elderly"))
    await hall.do(c.CallNext(1))
    seq = hall.journal.position.seq
    story = await story_of(hall, "A001")
    assert story == await story_of(hall, "20261124-A001")
    assert [(one.number, one.why) for one in story.passed] == [("A002", "priority")]
    assert "Luật Người cao tuổi" in story.passed[0].words.vi
    assert (story.overtaken, story.in_turn, story.unexplained) == (1, 0, 0)
    assert [chapter.kind for chapter in story.chapters] == ["issued"]
    assert [chapter.actor for chapter in (await story_of(hall, "A002")).chapters] == ["test", "test"]
    assert hall.journal.position.seq == seq


async def test_the_wallboard_reads_a_reason_without_the_class(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.do(c.IssueTicket("HT"))
    await hall.do(c.IssueTicket("HT", priority_class="elderly"))
    await hall.do(c.CallNext(1))
    rows = await hall.hall.read(lambda state, _: views.rows(state, DisplayView("main")))
    why = next(row for row in rows.values() if isinstance(row, CallRow)).why
    assert why is not None
    assert why.vi == "A002 được gọi trước 1 số lấy sớm hơn vì thuộc diện ưu tiên theo quy định."


@pytest.mark.parametrize(
    ("wanted", "headers", "status", "code"),
    [
        ("A001", {"Authorization": "Bearer wrong"}, 401, "unauthorized"),
        ("Z999", {}, 409, "unknown_ticket"),
        ("A_1", {}, 404, "not_found"),
        ("A" * 25, {}, 404, "not_found"),
    ],
)
async def test_who_may_not_know_or_asks_for_nothing_is_told_so(
    hall: RunningHall, wanted: str, headers: dict[str, str], status: int, code: str
) -> None:
    await hall.begin_day(1)
    response = await hall.http.get(f"/tickets/{wanted}/story", headers=headers)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


async def test_a_record_that_cannot_be_read_now_is_the_environment(hall: RunningHall) -> None:
    hall.journal.load_failures.append(StorageOutage("locked"))
    response = await hall.http.get("/tickets/A001/story")
    assert (response.status_code, response.json()["error"]["family"]) == (503, "environment")
    hall.doors.close()
    assert (await hall.http.get("/tickets/A001/story")).json()["error"]["code"] == "stopping"


async def test_commands_go_on_while_a_story_is_read_and_the_line_of_askers_ends(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hall.begin_day(1)
    loop, let_go, reading = asyncio.get_running_loop(), Event(), asyncio.Event()

    def slowly(reader: Callable[[HallState, Iterable[Entry]], T]) -> T:
        loop.call_soon_threadsafe(reading.set)
        assert let_go.wait(PATIENCE_SECONDS)
        return reader(HallState(), list(hall.journal.entries))

    monkeypatch.setattr(hall.journal, "read_day", slowly)
    asked = [asyncio.create_task(hall.http.get("/tickets/A001/story")) for _ in range(STORIES_IN_LINE_MAX + 1)]
    await asyncio.wait_for(reading.wait(), PATIENCE_SECONDS)
    done, waiting = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    assert [one.result().json()["error"]["code"] for one in done] == ["busy"]
    await hall.do(c.IssueTicket("HT"))
    let_go.set()
    assert {answer.status_code for answer in await asyncio.gather(*waiting)} == {200}
