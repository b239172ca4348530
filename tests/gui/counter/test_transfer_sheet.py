"""Sending a person on, by hand and by keys alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hall_link.commands import Command, FinishService, TransferTicket
from hall_link.rows import CounterRow
from tests.gui.counter.conftest import Seat
from tests.unit.counter.hall_rows import hall_at

A001 = "20261124-A001"
A002 = "20261124-A002"
Key = Qt.Key


@pytest.mark.parametrize(
    ("destination", "command"),
    [
        ("transferTo_field_DD", TransferTicket(3, A001, to_field="DD")),
        ("transferTo_counter_1", TransferTicket(3, A001, to_counter=1)),
    ],
)
@pytest.mark.parametrize("hand", ["click", "touch"])
def test_a_ticket_is_sent_on_by_hand(seat: Seat, hand: str, destination: str, command: Command) -> None:
    officer = seat(hall_at("serving"))
    getattr(officer, hand)("transferButton")
    assert officer.sees("transferSheet")
    getattr(officer, hand)(destination)
    assert officer.link.sent == [command]
    assert not officer.sees("transferSheet")


@pytest.mark.parametrize(
    ("keys", "command"),
    [
        ([Key.Key_C], TransferTicket(3, A001, to_field="DD")),
        ([Key.Key_1], TransferTicket(3, A001, to_counter=1)),
        ([Key.Key_Right], TransferTicket(3, A001, to_field="DD")),
        ([], TransferTicket(3, A001, to_field="CT")),
    ],
)
def test_a_ticket_is_sent_on_by_keys_alone(seat: Seat, keys: list[Qt.Key], command: Command) -> None:
    officer = seat(hall_at("called"))
    officer.key(Key.Key_F6)
    for key in keys:
        officer.key(key)
    officer.key(Key.Key_Return)
    assert officer.link.sent == [command]


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F6])
def test_the_sheet_closes_without_a_trace(seat: Seat, key: Qt.Key) -> None:
    officer = seat(hall_at("called"))
    officer.key(Key.Key_F6)
    officer.key(key)
    assert not officer.sees("transferSheet")
    assert officer.link.sent == []


def test_no_key_is_lost_behind_the_sheet(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.key(Key.Key_F6)
    officer.key(Key.Key_F8)
    assert officer.link.sent == [FinishService(3, A001)]
    assert not officer.sees("transferSheet")


def test_the_sheet_goes_when_the_ticket_does(seat: Seat) -> None:
    officer = seat(hall_at("serving"))
    officer.key(Key.Key_F6)
    officer.link.put(CounterRow(3, "main", "open", ["HT", "CT"]))
    assert not officer.sees("transferSheet")
