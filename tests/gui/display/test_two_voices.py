"""Two wallboards of one zone as real processes: one speaks; when it is killed the other goes on where it was."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from display.voice.recording import LOG_NAME
from hall_link.document import CounterDocument, FieldDocument, HallDocument
from hall_link.mirror import Mirror
from hall_link.rows import BoardRow, CallRow
from hall_link.text import Text
from staff.access import HallAccess
from staff.settings import StaffSettings
from tests.gui.display.test_program import Program
from tests.gui.display.test_with_server import ALL_DAY
from tests.gui.served_hall import ServedHall

COUNTERS = (1, 2, 3, 4, 5)
MISSED_WITHIN_MS = 5000
PATIENCE_SECONDS = 110.0
"""Less than the age at which a call is too old to be spoken."""
DOCUMENT = HallDocument(
    hall_id="hai-chau",
    name=Text("Trung tâm Phục vụ hành chính công"),
    place=Text("Phường Hải Châu"),
    fields=(FieldDocument("HT", "A", Text("Hộ tịch")),),
    counters=tuple(CounterDocument(counter, ("HT",)) for counter in COUNTERS),
    opens=ALL_DAY,
    closes=ALL_DAY,
)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(DOCUMENT, tmp_path) as served:
        for counter in COUNTERS:
            served.ask("open_counter", {"counter_id": counter})
        served.issue("HT", len(COUNTERS))
        yield served


class Onlooker:
    """Sees the hall as staff do."""

    def __init__(self, hall: ServedHall) -> None:
        self._access = HallAccess(StaffSettings(server_url=hall.url, key_file=str(hall.key_file)))

    def sees(self, holds: Callable[[Mirror], bool]) -> Mirror:
        """The hall as soon as it holds."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            mirror = self._access.standing().mirror
            if holds(mirror):
                return mirror
        raise AssertionError("it never came to hold")


def boards(mirror: Mirror) -> dict[str, tuple[bool, bool]]:
    return {row.board_id: (row.answers, row.speaks) for row in mirror.all(BoardRow)}


def first_passes(folder: Path) -> list[str]:
    """The numbers that this board has said to their end, in order, each once."""
    log = folder / LOG_NAME
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
    return [line["number"] for line in lines if line["pass_number"] == 1]


@pytest.mark.nightly  # three voices in real time: too much for a machine that is busy with other things
@pytest.mark.e2e
def test_another_board_takes_over_the_voice_of_one_that_was_killed(hall: ServedHall, tmp_path: Path) -> None:
    onlooker, kept = Onlooker(hall), (tmp_path / "one", tmp_path / "two")
    one = Program(hall, "--announcements", str(kept[0]), device="display-1")
    two = None
    try:
        onlooker.sees(lambda mirror: boards(mirror) == {"display-1": (True, True)})
        two = Program(hall, "--announcements", str(kept[1]), device="display-2")
        onlooker.sees(lambda mirror: boards(mirror) == {"display-1": (True, True), "display-2": (True, False)})
        for counter in COUNTERS:
            hall.ask("call_next", {"counter_id": counter})
        onlooker.sees(lambda mirror: any(row.spoken == "spoken" for row in mirror.all(CallRow)))
        killed_ms = time.time_ns() // 1_000_000
        one.process.kill()
        now = onlooker.sees(lambda mirror: boards(mirror) == {"display-1": (False, False), "display-2": (True, True)})
        (missed,) = (row for row in now.all(BoardRow) if not row.answers)
        assert missed.since - killed_ms < MISSED_WITHIN_MS
        done = onlooker.sees(lambda mirror: all(row.spoken != "pending" for row in mirror.all(CallRow)))
    finally:
        one.process.kill()
        one.process.communicate()
        if two is not None:
            two.end()
    assert [row.spoken for row in done.all(CallRow)] == ["spoken"] * len(COUNTERS)
    said = [*first_passes(kept[0]), *first_passes(kept[1])]
    assert said == [f"A{number:03}" for number in range(1, len(COUNTERS) + 1)]
    assert first_passes(kept[1]), "the other board has said nothing"
