"""The order under another document over the wire: looked at, never changed."""

from __future__ import annotations

import msgspec
import pytest

from hall_link.document import HallDocument
from hall_link.preview import HallPreview
from hall_server.domain import commands as c
from hall_server.domain.policies import Appointments, Policies, PriorityClass
from hall_server.domain.words import Words
from tests.halls import document
from tests.unit.hall_server.web.running import RunningHall


def body(**changes: object) -> bytes:
    """What `configure_hall` takes."""
    wanted = msgspec.convert(document(**changes), HallDocument, from_attributes=True)
    return msgspec.json.encode({"document": wanted})


async def test_a_look_ahead_shows_both_orders_and_changes_nothing(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.do(c.IssueTicket("HT"))
    seq = hall.journal.position.seq
    elderly = PriorityClass("elderly", Words("Người từ 75 tuổi"), 10, "Luật")
    policies = Policies(priority_classes=(elderly,), appointments=Appointments())
    headers = {"Content-Type": "application/json"}
    response = await hall.http.post("/preview", content=body(policies=policies), headers=headers)
    assert response.status_code == 200
    found = msgspec.json.decode(response.content, type=HallPreview)
    assert found.at == hall.clock.time
    assert (found.counters[0].before, found.counters[0].after) == (["A001"], ["A001"])
    assert found.moved == []
    changed = found.newcomers[0]
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.kind, changed.class_id, changed.after.place - changed.before.place) == (
        "priority",
        "elderly",
        20 * 60_000,
    )
    assert hall.journal.position.seq == seq


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        (b"{}", {"Authorization": "Bearer wrong"}, 401, "unauthorized"),
        (b"{}", {}, 422, "invalid"),
        (b"{", {}, 400, "malformed"),
        (b"{}", {"Content-Type": "text/plain"}, 415, "not_json"),
        (body(counters=document().counters[1:]), {}, 409, "document_in_use"),
    ],
)
async def test_what_cannot_be_looked_at_says_why(
    hall: RunningHall, content: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    await hall.begin_day(1)
    given = {"Content-Type": "application/json", **headers}
    response = await hall.http.post("/preview", content=content, headers=given)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


async def test_all_places_of_a_wrong_document_are_named(hall: RunningHall) -> None:
    await hall.begin_day(1)
    counters = (document().counters[0], document().counters[0])
    response = await hall.http.post(
        "/preview", content=body(counters=counters), headers={"Content-Type": "application/json"}
    )
    assert len(response.json()["error"]["places"]) == 3


async def test_a_server_that_stops_says_so(hall: RunningHall) -> None:
    hall.doors.close()
    response = await hall.http.post("/preview", content=b"{}", headers={"Content-Type": "application/json"})
    assert response.json()["error"]["code"] == "stopping"
