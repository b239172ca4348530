"""The part that prints: in order, at its speed, stopped by faults, answering in its turn."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from printer_drivers.virtual.condition import Condition, Fault
from printer_drivers.virtual.mechanism import Mechanism
from printer_drivers.virtual.receive import ReceiveBuffer
from printer_drivers.virtual.tray import MemoryTray

SECONDS_MAX = 20.0
ROW = b"\x1dv0\x00\x01\x00\x01\x00\xff"
CUT = b"\x1dVB\x00"
ASK = b"\x1d(H\x06\x0000001c"
ANSWER = b"\x37\x22001c\x00"


class Machine:
    """A mechanism on its thread, fed by the test."""

    def __init__(self) -> None:
        self._heard = threading.Condition()
        self.replies: list[bytes] = []
        self.events: list[dict[str, object]] = []
        self.tray = MemoryTray()
        self.on_again = threading.Event()
        self.buffer = ReceiveBuffer(4096, self.on_again.set)
        self.condition = Condition(self._changed)
        self.mechanism = Mechanism(
            self.buffer,
            self.condition,
            lambda data: self._note(self.replies, data),
            lambda event: self._note(self.events, event),
            width_dots=64,
            tray=self.tray,
            mm_per_second=0,
        )
        self.thread = threading.Thread(target=self.mechanism.run)

    def _note(self, notes: list[Any], what: object) -> None:
        with self._heard:
            notes.append(what)
            self._heard.notify_all()

    def _changed(self) -> None:
        with self._heard:
            self._heard.notify_all()

    def until_fault(self, fault: Fault) -> None:
        with self._heard:
            assert self._heard.wait_for(lambda: self.condition.has(fault), SECONDS_MAX)

    def until(self, replies: int = 0, events: int = 0) -> None:
        with self._heard:
            assert self._heard.wait_for(
                lambda: len(self.replies) >= replies and len(self.events) >= events, SECONDS_MAX
            ), (self.replies, self.events)

    def end(self) -> None:
        self.mechanism.stop()
        self.condition.stop()
        self.buffer.close()
        self.thread.join(SECONDS_MAX)
        assert not self.thread.is_alive()


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine()
    made.thread.start()
    yield made
    made.end()


def test_a_paper_falls_at_the_cut_and_an_id_is_answered_after_all_before_it(machine: Machine) -> None:
    machine.buffer.append(ROW * 8 + CUT + ASK)
    machine.until(replies=1, events=1)
    assert machine.replies == [ANSWER]
    assert machine.events == [{"event": "ticket", "n": 1, "file": "paper 1", "mm": 1.0}]
    [paper] = machine.tray.papers
    assert paper.size == (64, 8)
    assert (machine.mechanism.tickets, machine.mechanism.mm_moved) == (1, 1.0)


def test_a_slip_without_ink_is_no_ticket(machine: Machine) -> None:
    machine.buffer.append(b"\x1dP\xcb\xcb\x1bJ\x10" + CUT)
    machine.until(events=1)
    assert machine.events == [{"event": "blank_slip", "mm": 2.0}]
    assert machine.tray.papers == []


def test_without_paper_nothing_is_answered_until_it_is_back(machine: Machine) -> None:
    machine.condition.set(Fault.PAPER_OUT, after_mm=0.5)
    machine.buffer.append(ASK + ROW * 8 + CUT + ASK)
    machine.until_fault(Fault.PAPER_OUT)
    assert machine.replies == [ANSWER]
    assert machine.mechanism.mm_moved == 0.5
    machine.condition.clear(Fault.PAPER_OUT)
    machine.until(replies=2, events=1)
    assert machine.mechanism.tickets == 1


def test_a_jammed_blade_leaves_the_paper_uncut_and_the_second_id_unanswered(machine: Machine) -> None:
    machine.condition.set(Fault.CUTTER_JAM)
    machine.buffer.append(ROW + ASK + CUT + ASK)
    machine.until(replies=1)
    assert machine.mechanism.tickets == 0
    machine.condition.clear(Fault.CUTTER_JAM)
    machine.until(replies=2, events=1)
    assert machine.mechanism.tickets == 1


def test_a_stale_printer_answers_with_the_id_before(machine: Machine) -> None:
    machine.condition.set(Fault.STALE_IDS)
    machine.buffer.append(ASK + ASK)
    machine.until(replies=2)
    assert machine.replies == [b"\x37\x220000\x00", ANSWER]


def test_status_is_reported_only_when_it_was_asked_for(machine: Machine) -> None:
    machine.buffer.append(b"\x1da\x0e\x1dr\x01" + ASK)
    machine.until(replies=3)
    assert machine.replies[:2] == [machine.condition.automatic_status(), b"\x00"]
    assert machine.mechanism.automatic_status
    machine.buffer.append(b"\x1b@" + ASK)
    machine.until(replies=4)
    assert not machine.mechanism.automatic_status


def test_it_says_who_it_is(machine: Machine) -> None:
    machine.buffer.append(b"\x1dIC")
    machine.until(replies=1)
    assert machine.replies == [b"_virtual printer\x00"]


def test_bytes_that_are_no_command_are_the_drivers_mistake_each(machine: Machine) -> None:
    machine.buffer.append(b"\x1b!\x00" + ROW + CUT)
    machine.until(events=2)
    assert [event["event"] for event in machine.events] == ["violation", "ticket"]
    assert machine.mechanism.violations == 1


def test_a_command_that_a_broken_line_tore_is_nobodys_mistake(machine: Machine) -> None:
    machine.buffer.append(b"\x1b")
    machine.buffer.seam()
    machine.buffer.append(b"\xff" + ROW + CUT)
    machine.until(events=2)
    assert [event["event"] for event in machine.events] == ["torn", "ticket"]
    assert machine.mechanism.violations == 0


def test_without_power_all_is_forgotten_but_the_paper(machine: Machine) -> None:
    machine.buffer.append(b"\x1da\x0e" + ROW * 8 + ASK)
    machine.until(replies=2)
    machine.condition.lose_power()
    machine.buffer.lose_power()
    assert machine.on_again.wait(SECONDS_MAX)
    machine.buffer.append(ASK + CUT)
    machine.until(replies=3, events=1)
    assert not machine.mechanism.automatic_status
    assert machine.events == [{"event": "ticket", "n": 1, "file": "paper 1", "mm": 1.0}]
