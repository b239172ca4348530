"""What operators ask: health, metrics, the page of the wire."""

from __future__ import annotations

import msgspec

from hall_server.domain import commands as c
from hall_server.service.ports import StorageOutage
from hall_server.web.status import Health
from tests.unit.hall_server.web.running import RunningHall


async def test_health_says_where_the_hall_stands(hall: RunningHall) -> None:
    response = await hall.http.get("/health", headers={"Authorization": ""})
    assert msgspec.json.decode(response.content, type=Health) == Health(True, "working", "1.2.3", None, "closed", 0)
    await hall.begin_day()
    response = await hall.http.get("/health")
    assert response.status_code == 200
    assert msgspec.json.decode(response.content, type=Health) == Health(True, "working", "1.2.3", "hai-chau", "open", 2)


async def test_health_is_503_while_storage_is_out_or_the_server_stops(hall: RunningHall) -> None:
    await hall.begin_day()
    hall.journal.failures.append(StorageOutage("disk full"))
    await hall.post("issue_ticket", {"field_id": "HT"})
    response = await hall.http.get("/health")
    assert response.status_code == 503
    assert msgspec.json.decode(response.content, type=Health) == Health(False, "storage_out", "1.2.3")
    hall.doors.close()
    response = await hall.http.get("/health")
    assert (response.status_code, response.json()["state"]) == (503, "stopping")


async def test_metrics_show_the_hall_its_commits_and_its_outages(hall: RunningHall) -> None:
    await hall.begin_day(1)
    await hall.do(c.IssueTicket("HT"))
    page = (await hall.http.get("/metrics")).text
    for line in (
        "hall_storage_up 1.0",
        "hall_journal_seq 4.0",
        "hall_day_open 1.0",
        "hall_issued_today 1.0",
        'hall_waiting{field="HT"} 1.0',
        'hall_waiting{field="DD"} 0.0',
        "hall_commit_commands_count 4.0",
        "hall_commit_seconds_count 4.0",
        "hall_commit_failures_total 0.0",
    ):
        assert line in page.splitlines()
    hall.journal.failures.append(StorageOutage("disk full"))
    await hall.post("issue_ticket", {"field_id": "HT"})
    page = (await hall.http.get("/metrics")).text
    assert "hall_storage_up 0.0" in page.splitlines()
    assert "hall_commit_failures_total 1.0" in page.splitlines()


async def test_asking_changes_nothing(hall: RunningHall) -> None:
    await hall.begin_day(1)
    for path in ("/health", "/metrics", "/openapi.json"):
        assert (await hall.http.get(path)).status_code == 200
        head = await hall.http.head(path)
        assert (head.status_code, head.content) == (200, b"")
    assert hall.journal.position.seq == 3


async def test_the_page_of_the_wire_is_served_as_it_was_made(hall: RunningHall) -> None:
    first, second = await hall.http.get("/openapi.json"), await hall.http.get("/openapi.json")
    assert first.content == second.content
    assert first.headers["content-type"] == "application/json"
    assert first.json()["info"]["version"] == "1.2.3"
