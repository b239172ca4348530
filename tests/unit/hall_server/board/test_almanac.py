"""The lunar date over the wire."""

from __future__ import annotations

import pytest

from tests.unit.hall_server.web.running import RunningHall


@pytest.mark.parametrize(
    ("date", "lunar"),
    [
        ("2026-11-24", {"day": 16, "month": 10, "leap": False}),
        ("2026-02-17", {"day": 1, "month": 1, "leap": False}),
        ("2025-07-25", {"day": 1, "month": 6, "leap": True}),
    ],
)
async def test_a_date_is_told(hall: RunningHall, date: str, lunar: dict[str, object]) -> None:
    response = await hall.http.get(f"/board/lunar/{date}", headers={"Authorization": ""})
    assert (response.status_code, response.json()) == (200, lunar)


@pytest.mark.parametrize("date", ["today", "2026-02-30", "1899-12-31", "2101-01-01", "20261124x", "2026-11-24T00"])
async def test_what_is_no_date_is_not_found(hall: RunningHall, date: str) -> None:
    response = await hall.http.get(f"/board/lunar/{date}")
    assert (response.status_code, response.json()["error"]["code"]) == (404, "no_date")
