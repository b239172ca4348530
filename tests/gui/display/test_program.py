"""The program itself: `python -m display` as a process with its real voice, looked at by its hand, at a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from display.voice.recording import LOG_NAME
from hall_link.qt.launch import SETTINGS_WRONG
from tests.gui.display.test_with_server import DOCUMENT
from tests.gui.served_hall import ServedHall

END_SECONDS_MAX = 20.0
LOOKS_MAX = 20_000
WITHOUT_A_SOUND_DEVICE = {
    "no sound device: calls are shown, and reported as not spoken unless they are recorded",
    "PulseAudioService: pa_context_connect() failed",
    "No audio device detected",
}
"""What we and Qt may remark on a machine that has none."""


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(DOCUMENT, tmp_path) as served:
        for counter in (1, 2):
            served.ask("open_counter", {"counter_id": counter})
        yield served


class Program:
    """The process and its hand."""

    def __init__(self, hall: ServedHall, *arguments: str, device: str = "display-1") -> None:
        environment = {
            **os.environ,
            "HALL_SERVER_URL": hall.url,
            "HALL_KEY_FILE": str(hall.key_file),
            "HALL_DEVICE": device,
            "HALL_VOICE_RATE": "300",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "display", "--headless", "--hand", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )

    def hand(self, **command: object) -> dict[str, object]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer: dict[str, object] = json.loads(self.process.stdout.readline())
        return answer

    def comes_to(self, holds: Callable[[Program], bool]) -> bool:
        """Whether it comes to hold; each look takes the program a turn of its loop."""
        return any(holds(self) for _ in range(LOOKS_MAX))

    def end(self) -> tuple[int, list[dict[str, object]]]:
        """Ends it as a service manager does; its exit status and what it logged."""
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=END_SECONDS_MAX)
        return self.process.returncode, [json.loads(line) for line in log.splitlines()]


def lines_in(log: Path) -> int:
    return log.read_text("utf-8").count("\n") if log.exists() else 0


@pytest.mark.e2e
def test_calls_are_shown_and_spoken_in_order_without_overlap(hall: ServedHall, tmp_path: Path) -> None:
    hall.issue("HT")
    hall.issue("CT")
    kept = tmp_path / "kept"
    program = Program(hall, "--announcements", str(kept))
    log = kept / LOG_NAME
    try:
        assert program.comes_to(lambda board: board.hand(look="hallName").get("visible") is True)
        hall.ask("call_next", {"counter_id": 1})
        hall.ask("call_next", {"counter_id": 2})
        assert program.comes_to(lambda board: board.hand(look="newestNumber").get("text") == "A001")
        assert program.comes_to(lambda board: bool(board.hand(look="clock")["ok"]) and lines_in(log) == 4)
    finally:
        status, events = program.end()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert status == 0
    assert [(line["number"], line["pass_number"]) for line in lines] == [
        *(("A001", 1), ("A001", 2), ("B001", 1), ("B001", 2)),
    ]
    assert all(before["ended_ms"] <= after["started_ms"] for before, after in pairwise(lines))
    assert lines[0]["text"] == "Mời công dân có số A không không một đến quầy số một"
    announced = [(event["call_id"], event["spoken"]) for event in events if event["event"] == "call announced"]
    assert announced == [(lines[0]["call_id"], True), (lines[2]["call_id"], True)]
    unusual = [event["event"] for event in events if event["level"] not in {"info", "debug"}]
    assert set(unusual) <= WITHOUT_A_SOUND_DEVICE


@pytest.mark.e2e
def test_mistakes_in_the_settings_end_it_with_words(tmp_path: Path) -> None:
    (tmp_path / "display.toml").write_text('zone = "no such zone!"\nvolumme = 1.0\n', "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "display", "--headless", "--settings", str(tmp_path / "display.toml")],
        capture_output=True,
        text=True,
        check=False,
        timeout=END_SECONDS_MAX,
    )
    assert ended.returncode == SETTINGS_WRONG
    for mistake in ("zone", "volumme", "key_file", "device"):
        assert mistake in ended.stderr
    assert ended.stdout == ""


@pytest.mark.e2e
def test_the_sign_of_a_counter_shows_its_own_calls_and_reports_nothing(hall: ServedHall) -> None:
    hall.issue("HT")
    hall.issue("CT")
    program = Program(hall, "--counter", "2", "--size", "800x480")
    try:
        assert program.comes_to(lambda sign: sign.hand(look="signState").get("text") == "Xin chờ gọi số")
        hall.ask("call_next", {"counter_id": 1})
        hall.ask("call_next", {"counter_id": 2})
        assert program.comes_to(lambda sign: sign.hand(look="newestNumber").get("text") == "B001")
        assert program.hand(look="signState")["text"] == "Mời quý vị vào quầy"
    finally:
        status, events = program.end()
    assert status == 0
    assert [event for event in events if event["level"] not in {"info", "debug"}] == []


@pytest.mark.e2e
def test_a_board_that_starts_before_its_server_comes_to_life_by_itself(hall: ServedHall) -> None:
    hall.stop()
    program = Program(hall, "--silent")
    try:
        assert program.comes_to(lambda board: board.hand(look="connectingNotice").get("visible") is True)
        hall.start()
        assert program.comes_to(lambda board: board.hand(look="hallName").get("visible") is True)
    finally:
        status, events = program.end()
    assert status == 0
    assert [event for event in events if event["level"] not in {"info", "debug"}] == []
