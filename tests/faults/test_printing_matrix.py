"""Every kind of line, every way of answering, every fault: the record never says more than the paper.

Nothing is called printed that does not lie in the tray whole, no number lies there twice without a mark, and when the
fault is over the next ticket comes out as if nothing had been.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from printer_drivers.facts import JobPrinted
from printer_drivers.status import Trouble
from printer_drivers.virtual.condition import Fault
from tests.faults.paper_judge import safe_to_print_again
from tests.faults.printing_hall import ANSWERS, LINES, Hall, hall, hurry


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


def paper_out(h: Hall) -> None:
    h.virtual.set_fault(Fault.PAPER_OUT, after_mm=h.chance.uniform(1, 120))
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.heard.of("a"))
    assert not h.printed("a")
    assert h.tray.papers == []
    h.virtual.clear_fault(Fault.PAPER_OUT)


def cover_open(h: Hall) -> None:
    h.virtual.set_fault(Fault.PAPER_OUT, after_mm=h.chance.uniform(1, 120))
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.heard.of("a"))
    h.virtual.set_fault(Fault.COVER_OPEN)
    h.virtual.clear_fault(Fault.PAPER_OUT)
    h.heard.wait_for(lambda: h.printer.status.trouble is Trouble.COVER_OPEN)
    assert not h.printed("a")
    h.virtual.clear_fault(Fault.COVER_OPEN)


def cutter_jam(h: Hall) -> None:
    h.virtual.set_fault(Fault.CUTTER_JAM)
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.heard.of("a"))
    assert not any(isinstance(fact, JobPrinted) for fact in h.heard.of("a"))
    h.virtual.clear_fault(Fault.CUTTER_JAM)


def link_lost(h: Hall) -> None:
    h.virtual.drop_link(after_bytes=h.chance.randint(1, 32_000))
    h.ask("a", "A001")


def slow_line(h: Hall) -> None:
    h.virtual.set_pace(60_000)
    h.ask("a", "A001")


def no_answers(h: Hall) -> None:
    h.virtual.set_fault(Fault.MUTE)
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.settled("a"))
    h.virtual.clear_fault(Fault.MUTE)


def garbage(h: Hall) -> None:
    h.virtual.set_fault(Fault.GARBAGE)
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.settled("a"))
    h.virtual.clear_fault(Fault.GARBAGE)


def stale_ids(h: Hall) -> None:
    h.virtual.set_fault(Fault.STALE_IDS)
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.settled("a"))
    h.virtual.clear_fault(Fault.STALE_IDS)


def power_cycle(h: Hall) -> None:
    h.virtual.set_fault(Fault.PAPER_OUT, after_mm=h.chance.uniform(1, 120))
    h.ask("a", "A001")
    h.heard.wait_for(lambda: h.heard.of("a"))
    h.virtual.power_cycle()
    h.virtual.clear_fault(Fault.PAPER_OUT)
    h.heard.wait_for(lambda: h.settled("a"))
    assert not any(isinstance(fact, JobPrinted) for fact in h.heard.of("a"))


FAULTS: tuple[Callable[[Hall], None], ...] = (
    paper_out,
    cover_open,
    cutter_jam,
    link_lost,
    slow_line,
    no_answers,
    garbage,
    stale_ids,
    power_cycle,
)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.__name__ for fault in FAULTS])
@pytest.mark.parametrize("answers", list(ANSWERS))
@pytest.mark.parametrize("line", LINES)
def test_the_record_never_says_more_than_the_paper(
    tmp_path: Path, line: str, answers: str, fault: Callable[[Hall], None]
) -> None:
    with hall(line, answers, tmp_path, seed=LINES.index(line) * 100 + list(ANSWERS).index(answers) * 10) as h:
        fault(h)
        h.heard.wait_for(lambda: h.settled("a"))
        if not any(isinstance(fact, JobPrinted) for fact in h.heard.of("a")):
            h.ask("a again", "A001", None if safe_to_print_again(h.heard.facts, "a") else "BẢN IN LẠI")
        h.print_until_sure("B002")
        if answers == "none":
            assert not any(isinstance(fact, JobPrinted) for fact in h.heard.facts)
