"""What is owed survives whatever stops the program, and what is done is never said again."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from hall_link.commands import CancelTicket, Command, IssueTicket, ReportPrinted, ReportPrintFailed
from kiosk.ledger import COMPACT_LINES_MIN, OWED_MAX, Ledger

Open = Callable[[], Ledger]
ASK = IssueTicket("HT", priority_class="elderly")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kiosk" / "ledger"


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of steps is tested here, not the disk."""
    monkeypatch.setattr("printer_drivers.synced_lines.os.fsync", lambda _: None)


@pytest.fixture
def open_ledger(file: Path) -> Iterator[Open]:
    opened: list[Ledger] = []
    numbers = count(1)

    def open_one() -> Ledger:
        opened.append(Ledger(file, new_id=lambda: f"id-{next(numbers)}", clock=lambda: 1_000.0))
        return opened[-1]

    yield open_one
    for ledger in opened:
        ledger.close()


def owed(ledger: Ledger) -> list[tuple[str, Command]]:
    return [(one.id, one.command) for one in ledger.owed]


def test_what_was_not_done_is_owed_after_a_restart_in_its_order(open_ledger: Open) -> None:
    ledger = open_ledger()
    asked = ledger.owe(ASK, "en")
    printed = ledger.owe(ReportPrinted("20261124-A007"))
    ledger.owe(CancelTicket("20261124-A008", "gone"))
    ledger.done(printed)
    ledger.done(printed)
    again = open_ledger()
    assert owed(again) == [(asked, ASK), ("id-3", CancelTicket("20261124-A008", "gone"))]
    assert again.owed[0].language == "en"
    assert again.age_seconds(again.owed[0]) == 0.0


def test_the_file_may_end_at_any_byte(file: Path, open_ledger: Open) -> None:
    ledger = open_ledger()
    asked = ledger.owe(ASK)
    ledger.owe(ReportPrintFailed("20261124-A007", "unknown: interrupted"))
    ledger.done(asked)
    ledger.close()
    whole = file.read_bytes()
    ends = [0, *(at + 1 for at, byte in enumerate(whole) if byte == 0x0A)]
    for length in range(len(whole) + 1):
        file.write_bytes(whole[:length])
        steps = sum(end <= length for end in ends) - 1
        torn = open_ledger()
        assert [one for one, _ in owed(torn)] == [[], ["id-1"], ["id-1", "id-2"], ["id-2"]][steps]
        torn.close()


def test_a_line_of_another_version_costs_only_itself(file: Path, open_ledger: Open) -> None:
    file.parent.mkdir()
    file.write_bytes(
        b'{"step":"owed","id":"x","at":1,"name":"paint_hall","body":{}}\n'
        b'{"step":"owed","id":"y","at":1,"name":"report_printed","body":{"colour":"red"}}\n'
        b"\xff\n"
        b'{"step":"owed","id":"z","at":1,"name":"report_printed","body":{"ticket_id":"20261124-A007"}}\n'
    )
    assert owed(open_ledger()) == [("z", ReportPrinted("20261124-A007"))]


def test_history_is_dropped(file: Path, open_ledger: Open) -> None:
    ledger = open_ledger()
    kept = ledger.owe(ASK)
    for _ in range(COMPACT_LINES_MIN):
        ledger.done(ledger.owe(ReportPrinted("20261124-A007")))
    assert len(file.read_bytes().splitlines()) < COMPACT_LINES_MIN
    assert owed(open_ledger()) == [(kept, ASK)]


def test_nothing_is_kept_of_what_is_done(file: Path, open_ledger: Open) -> None:
    ledger = open_ledger()
    first, second = ledger.owe(ASK), ledger.owe(ReportPrinted("20261124-A007"))
    ledger.done(first)
    assert file.read_bytes() != b""
    ledger.done(second)
    assert file.read_bytes() == b""
    kept = ledger.owe(ASK)
    assert owed(open_ledger()) == [(kept, ASK)]


def test_what_is_owed_is_bounded() -> None:
    numbers = count(1)
    ledger = Ledger(None, new_id=lambda: str(next(numbers)), clock=lambda: 0.0)
    for _ in range(OWED_MAX + 1):
        ledger.owe(ASK)
    assert (len(ledger.owed), ledger.owed[0].id) == (OWED_MAX, "2")


def test_a_disk_that_takes_nothing_stops_nobody(open_ledger: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = open_ledger()

    def full(_: int) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("printer_drivers.synced_lines.os.fsync", full)
    asked = ledger.owe(ASK)
    assert owed(ledger) == [(asked, ASK)]
    ledger.done(asked)
    assert ledger.owed == ()
