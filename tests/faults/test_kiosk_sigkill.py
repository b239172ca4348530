"""The whole kiosk is killed at any moment between the touch and the cut: every number that the hall gave is on paper,
or the hall knows that it may not be; and none lies there twice.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import msgspec
import pytest

from hall_link.rows import TicketRow
from hall_link.settings import load
from printer_drivers.document import TicketContent
from printer_drivers.facts import JobPrinted
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.virtual.printer import Model, VirtualPrinter
from printer_drivers.virtual.tray import MemoryTray
from staff.access import HallAccess
from staff.settings import StaffSettings
from tests.faults.paper_judge import Judge
from tests.faults.printing_stage import PATIENCE_SECONDS_MAX, Heard
from tests.gui.kiosk.test_program import START_MILLISECONDS_MAX, Program
from tests.gui.kiosk.test_whole_path import ROUND_THE_CLOCK
from tests.gui.served_hall import ServedHall

pytestmark = pytest.mark.e2e
KILLS = 6
MM_PER_SECOND = 200.0
SECONDS_TO_LIVE_MAX = 0.9
"""A touch, an answer and a ticket take about as long."""
LOOK_SECONDS = 0.005


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(ROUND_THE_CLOCK, tmp_path) as served:
        yield served


def tickets_of(hall: ServedHall) -> list[TicketRow]:
    told = {"HALL_SERVER_URL": hall.url, "HALL_KEY_FILE": str(hall.key_file), "HALL_DEVICE": "staff"}
    return HallAccess(load(StaffSettings, None, told)).standing().mirror.all(TicketRow)


def contents_in(journal: Path) -> dict[str, TicketContent]:
    """What every ticket says that was ever given to the printer."""
    steps = [json.loads(line) for line in journal.read_bytes().splitlines()]
    queued = [step for step in steps if step["step"] == "queued"]
    assert len({step["job"] for step in queued}) == len(queued), "no ticket is given to the printer twice"
    return {step["job"]: frozen(msgspec.convert(step["content"], TicketContent)) for step in queued}


def frozen(content: TicketContent) -> TicketContent:
    """As the kiosk made it: JSON knows no tuples."""
    facts = tuple((label, value) for label, value in content.facts)
    return replace(content, facts=facts, bring=tuple(content.bring), footer=tuple(content.footer))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_number_is_lost_and_none_comes_twice(
    hall: ServedHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("HALL_TICKET_SECONDS", "5")
    monkeypatch.setenv("HALL_NOTE_SECONDS", "5")
    chance, tray, heard = Random(seed), MemoryTray(), Heard()
    virtual = VirtualPrinter("127.0.0.1", 0, tray, Model(mm_per_second=MM_PER_SECOND), heard.event)
    virtual.start()
    journal = tmp_path / "kiosk-1" / "printing.journal"
    try:
        for kill in range(KILLS):
            program = Program(hall, "--printer", f"tcp://{virtual.address}")
            assert program.hand(wait="homePage", milliseconds=START_MILLISECONDS_MAX) == {"ok": True}
            assert program.hand(tap="fieldTile_HT") == {"ok": True}
            if kill == 0:
                while b'"begun"' not in journal.read_bytes():
                    heard.hear_within(LOOK_SECONDS, lambda: False)
            else:
                heard.hear_within(chance.uniform(0, SECONDS_TO_LIVE_MAX), lambda: False)
            program.kill()
        program = Program(hall, "--printer", f"tcp://{virtual.address}")
        for _ in range(int(PATIENCE_SECONDS_MAX * 10)):
            program.hand(wait="homePage", milliseconds=100)
            if all(ticket.printed != "pending" for ticket in tickets_of(hall)):
                break
        status, _ = program.end()
    finally:
        virtual.stop()
    assert status == 0
    tickets = tickets_of(hall)
    assert [ticket.ticket_id for ticket in tickets if ticket.printed == "pending"] == [], "nobody knows of them"
    contents = contents_in(journal)
    assert set(contents) == {ticket.ticket_id for ticket in tickets}
    assert heard.violations() == []
    facts = [JobPrinted(ticket.ticket_id, 0.0) for ticket in tickets if ticket.printed == "printed"]
    assert Judge(network_profile(PAPER_80)).lies(contents, list(facts), tray.papers) == []
    assert any(ticket.printed == "failed" for ticket in tickets), "the first kill fell into a ticket"
