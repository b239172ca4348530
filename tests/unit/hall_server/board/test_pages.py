"""The page's files: there, typed, tagged, safe; and nothing beside them."""

from __future__ import annotations

import re

import pytest

from hall_server.board.pages import PAGE_FOLDER, page_files
from tests.unit.hall_server.web.running import RunningHall


async def test_the_page_is_open_and_asks_for_nothing_from_elsewhere(hall: RunningHall) -> None:
    page = await hall.http.get("/board/", headers={"Authorization": ""})
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    for path in PAGE_FOLDER.iterdir():
        addresses = re.findall(r"(?:https?:)?//[\w.-]+\.\w+", path.read_text("utf-8"))
        assert [one for one in addresses if "www.w3.org" not in one] == [], path.name


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/board/board.css", "text/css; charset=utf-8"),
        ("/board/main.js", "text/javascript; charset=utf-8"),
        ("/board/fonts/Inter-Bold.ttf", "font/ttf"),
        ("/board/icons/unplug.svg", "image/svg+xml"),
        ("/board/version", "text/plain"),
    ],
)
async def test_what_is_unchanged_is_not_sent_again(hall: RunningHall, path: str, content_type: str) -> None:
    first = await hall.http.get(path)
    assert (first.status_code, first.headers["content-type"]) == (200, content_type)
    assert len(first.content) == int(first.headers["content-length"]) > 0
    again = await hall.http.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = await hall.http.head(path)
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("name", ["nothing", "../auth.py", "..%2fpages.py", "fonts/", "fonts/README.md", "page_files"])
async def test_nothing_else_of_the_machine_is_served(hall: RunningHall, name: str) -> None:
    assert (await hall.http.get(f"/board/{name}")).status_code == 404


async def test_the_address_without_its_stroke_leads_there(hall: RunningHall) -> None:
    response = await hall.http.get("/board")
    assert (response.status_code, response.headers["location"]) == (308, "/board/")


def test_every_file_the_page_names_is_served() -> None:
    files = page_files()
    named = set()
    for path in PAGE_FOLDER.iterdir():
        text = path.read_text("utf-8")
        named |= set(re.findall(r"(?:from \"\./|src=\"|href=\"|url\(\")([\w./-]+)\"", text))
        named |= {f"icons/{icon}.svg" for icon in re.findall(r"icon\(\"([\w-]+)\"", text)}
    assert named - set(files) == set()
