"""Finding the hall's server, and what a server says that is none of ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hall_link.discovery import FoundServer
from hall_link.story import TicketStory
from staff import access
from staff.access import HallAccess, NotAnswered
from staff.settings import StaffSettings
from tests.unit.hall_server.web.running import KEY

OURS = FoundServer("http://127.0.0.1:9", "hai-chau", "Hải Châu")
THEIRS = FoundServer("http://127.0.0.1:10", "son-tra", "Sơn Trà")


class FakeBrowser:
    """Hears these servers as soon as it starts, one after the other."""

    heard: tuple[FoundServer, ...] = ()
    stopped = 0

    def __init__(self, on_change: Callable[[tuple[FoundServer, ...]], None]) -> None:
        self._on_change = on_change

    def start(self) -> None:
        for count in range(1, len(self.heard) + 1):
            self._on_change(self.heard[:count])

    def stop(self) -> None:
        FakeBrowser.stopped += 1


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StaffSettings:
    key_file = tmp_path / "hall.key"
    key_file.write_text(KEY)
    monkeypatch.setattr(access, "Browser", FakeBrowser)
    monkeypatch.setattr(FakeBrowser, "stopped", 0)
    return StaffSettings(key_file=str(key_file), hall_id="hai-chau")


def test_the_server_of_the_right_hall_is_found_among_others(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeBrowser, "heard", (THEIRS, OURS))
    assert HallAccess(settings)._url == OURS.url
    assert FakeBrowser.stopped == 1


def test_a_search_that_finds_nothing_ends_and_says_what_to_do(
    settings: StaffSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeBrowser, "heard", (THEIRS,))
    monkeypatch.setattr(access, "SEARCH_SECONDS_MAX", 0.01)
    with pytest.raises(NotAnswered) as said:
        HallAccess(settings)
    assert said.value.problem.code == "no_server"
    assert "--server" in said.value.problem.remedy.vi
    assert FakeBrowser.stopped == 1


def test_an_answer_of_something_else_is_no_answer() -> None:
    assert access._problem_in(b"<html>gateway</html>").code == "unreached"
    with pytest.raises(NotAnswered):
        access._read(b"{}", TicketStory)
