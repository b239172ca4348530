"""The program itself: `python -m counter` as a process, moved by its hand, at a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_link.qt.launch import SETTINGS_WRONG
from tests.gui.counter.test_with_server import DOCUMENT
from tests.gui.served_hall import ServedHall

END_SECONDS_MAX = 20.0
LOOKS_MAX = 2_000


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(DOCUMENT, tmp_path) as served:
        yield served


class Program:
    """The process and its hand."""

    def __init__(self, hall: ServedHall, *arguments: str) -> None:
        environment = {
            **os.environ,
            "HALL_SERVER_URL": hall.url,
            "HALL_KEY_FILE": str(hall.key_file),
            "HALL_DEVICE": "counter-3",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "counter", "--headless", "--hand", *arguments],
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

    def reads(self, name: str, text: str) -> bool:
        """Whether the item comes to say `text`."""
        return any(self.hand(look=name).get("text") == text for _ in range(LOOKS_MAX))

    def end(self) -> tuple[int, str]:
        """Ends it as a service manager does; its exit status and what it logged."""
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=END_SECONDS_MAX)
        return self.process.returncode, log


@pytest.mark.e2e
def test_an_officer_opens_and_calls_by_touch(hall: ServedHall) -> None:
    hall.issue("HT")
    program = Program(hall)
    try:
        for name in ("counterChoice_3", "openCounterButton", "nextButton"):
            assert program.hand(wait=name, milliseconds=15_000) == {"ok": True}
            assert program.hand(tap=name) == {"ok": True}
        assert program.reads("currentNumber", "A001")
    finally:
        status, log = program.end()
    assert status == 0
    events = [json.loads(line) for line in log.splitlines()]
    assert [event["press"] for event in events if event["event"] == "pressed"] == ["open", "next"]
    assert [event for event in events if event["level"] not in {"info", "debug"}] == []


@pytest.mark.e2e
def test_mistakes_in_the_settings_end_it_with_words() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "counter", "--headless", "--counter", "1000"],
        capture_output=True,
        text=True,
        check=False,
        timeout=END_SECONDS_MAX,
    )
    assert ended.returncode == SETTINGS_WRONG
    assert "HALL_COUNTER" in ended.stderr
    assert "HALL_KEY_FILE" in ended.stderr
    assert ended.stdout == ""
