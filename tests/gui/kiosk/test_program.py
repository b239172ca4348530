"""The program itself: `python -m kiosk` as a process, moved by its hand, at a real server and a printer on the
network.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_link.qt.launch import SETTINGS_WRONG
from printer_drivers.virtual.printer import Model, VirtualPrinter
from tests.gui.kiosk.test_whole_path import ROUND_THE_CLOCK
from tests.gui.served_hall import ServedHall

START_MILLISECONDS_MAX = 20_000
END_SECONDS_MAX = 20.0
LOOKS_MAX = 2_000


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(ROUND_THE_CLOCK, tmp_path) as served:
        yield served


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[VirtualPrinter]:
    events: list[object] = []
    made = VirtualPrinter("127.0.0.1", 0, tmp_path / "papers", Model(mm_per_second=2_000.0), events.append)
    made.start()
    yield made
    made.stop()


class Program:
    """The process and its hand."""

    def __init__(self, hall: ServedHall, *arguments: str) -> None:
        told = {"HALL_SERVER_URL": hall.url, "HALL_KEY_FILE": str(hall.key_file), "HALL_DEVICE": "kiosk-1"}
        told |= {"HALL_STATE_FOLDER": str(hall.key_file.parent / "kiosk-1")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--headless", "--hand", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **told},
            text=True,
        )

    def hand(self, **command: object) -> dict[str, object]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        answer: dict[str, object] = json.loads(self.process.stdout.readline())
        return answer

    def shows(self, name: str, value: str, *, of: str) -> bool:
        """Whether the property `of` of the item comes to be `value`."""
        return any(self.hand(look=name, property=of).get("value") == value for _ in range(LOOKS_MAX))

    def kill(self) -> None:
        """As a power cut does."""
        self.process.kill()
        self.process.communicate(timeout=END_SECONDS_MAX)

    def end(self) -> tuple[int, list[dict[str, object]]]:
        """Ends it as a service manager does; its exit status and what it logged."""
        self.process.send_signal(signal.SIGTERM)
        _, log = self.process.communicate(timeout=END_SECONDS_MAX)
        return self.process.returncode, [json.loads(line) for line in log.splitlines()]


@pytest.mark.e2e
def test_two_numbers_by_touch_and_their_paper(hall: ServedHall, printer: VirtualPrinter) -> None:
    program = Program(hall, "--printer", f"tcp://{printer.address}", "--size", "1080x1920")
    try:
        assert program.hand(wait="homePage", milliseconds=START_MILLISECONDS_MAX) == {"ok": True}
        for field_id, number in (("HT", "A001"), ("DD", "C001")):
            assert program.hand(wait=f"fieldTile_{field_id}") == {"ok": True}
            assert program.hand(tap=f"fieldTile_{field_id}") == {"ok": True}
            assert program.hand(wait="ticketPage") == {"ok": True}
            assert program.hand(look="ticketNumber")["text"] == number
            assert program.shows("paperNotice", "Phiếu đã in xong", of="title")
            assert program.hand(tap="doneButton") == {"ok": True}
    finally:
        status, events = program.end()
    assert status == 0
    assert printer.tickets == 2
    assert [event["number"] for event in events if event["event"] == "number"] == ["A001", "C001"]
    assert [event for event in events if event["level"] not in {"info", "debug"}] == []


@pytest.mark.e2e
def test_mistakes_in_the_settings_end_it_with_words() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "kiosk", "--headless", "--printer", "lpt1"],
        capture_output=True,
        text=True,
        check=False,
        timeout=END_SECONDS_MAX,
    )
    assert ended.returncode == SETTINGS_WRONG
    assert "HALL_PRINTER" in ended.stderr
    assert "HALL_KEY_FILE" in ended.stderr
    assert ended.stdout == ""
