"""Faults at random, one upon another, by seeds: whatever comes, the record never says more than the paper."""

from functools import partial
from pathlib import Path
from random import Random

import pytest

from printer_drivers.facts import JobPrinted
from printer_drivers.virtual.condition import Fault
from tests.faults.printing_hall import ANSWERS, LINES, Hall, hall, hurry

SEEDS = 24
NIGHTLY_SEEDS = 600
TICKETS = 3
MOMENT_SECONDS = 0.3
"""How long a ticket is left alone with a fault."""
LASTING = (Fault.COVER_OPEN, Fault.OFFLINE, Fault.CUTTER_JAM, Fault.MUTE, Fault.GARBAGE, Fault.STALE_IDS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


def something_happens(h: Hall, chance: Random) -> None:
    match chance.randrange(8):
        case 0 | 1:
            h.virtual.drop_link(after_bytes=chance.randint(1, 40_000))
        case 2:
            h.virtual.set_fault(Fault.PAPER_OUT, after_mm=chance.uniform(1, 200))
        case 3:
            h.virtual.set_pace(chance.choice([30_000, 200_000, None]))
        case 4:
            h.virtual.power_cycle()
        case 5 | 6:
            h.virtual.set_fault(chance.choice(LASTING))
        case _:
            all_is_well(h)


def all_is_well(h: Hall) -> None:
    h.virtual.set_pace(None)
    for fault in Fault:
        h.virtual.clear_fault(fault)


def play(folder: Path, seed: int) -> None:
    """Some tickets, each with a fault or two, then peace, and every number gets its paper."""
    chance = Random(seed)
    with hall(chance.choice(LINES), chance.choice(list(ANSWERS)), folder, seed) as h:
        for index in range(TICKETS):
            number = f"A{index + 1:03d}"
            something_happens(h, chance)
            h.ask(number, number)
            if chance.random() < 0.5:
                h.heard.hear_within(MOMENT_SECONDS, partial(h.heard.of, number))
                something_happens(h, chance)
            h.heard.hear_within(MOMENT_SECONDS, partial(h.settled, number))
        all_is_well(h)
        for index in range(TICKETS):
            number = f"A{index + 1:03d}"
            h.heard.wait_for(partial(h.settled, number))
            if not any(isinstance(fact, JobPrinted) for fact in h.heard.of(number)):
                h.print_until_sure(number)
        h.print_until_sure("Z999")


@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_faults(tmp_path: Path, seed: int) -> None:
    play(tmp_path, seed)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(SEEDS, SEEDS + NIGHTLY_SEEDS))
def test_many_random_faults(tmp_path: Path, seed: int) -> None:
    play(tmp_path, seed)
