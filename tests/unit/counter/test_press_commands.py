"""Each press as a command, about what is on the screen."""

from __future__ import annotations

import msgspec
import pytest

from counter.desk import Desk, Press
from counter.press_commands import HERE, Target, command_of, obstacle_to
from hall_link.commands import (
    CallChosen,
    ComeBack,
    Command,
    HoldTicket,
    PauseCounter,
    ReprintTicket,
    ResumeCounter,
    ResumeTicket,
    ServeFields,
    UndoStep,
)
from hall_link.rows import CounterRow
from tests.unit.counter.hall_rows import MINUTE, NOW, HallRows, desk_of, hall_at, printer_row, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
HELD = "20261124-A098"
MISSED = "20261124-A099"


def hall_with_away() -> HallRows:
    return small_hall(
        ticket("A001", 1),
        ticket("A098", 2, state="on_hold", counter_id=3, hold_until=NOW),
        ticket("A099", 3, state="missed", counter_id=3, missed_at=NOW),
    )


def after_start() -> HallRows:
    rows = hall_at("serving")
    rows.put(msgspec.structs.replace(rows.counter(3), undo=A001, undo_at=NOW))
    return rows


def with_printers() -> HallRows:
    rows = hall_at("serving")
    rows.put(printer_row(condition="no_paper"), printer_row("kiosk-2"), printer_row("kiosk-3"))
    return rows


def on_a_break() -> HallRows:
    rows = small_hall()
    rows.put(CounterRow(3, "main", "paused", ["HT"]))
    return rows


@pytest.mark.parametrize(
    ("rows", "press", "target", "command"),
    [
        (hall_at("serving"), Press.HOLD, Target(minutes=30), HoldTicket(3, A001, NOW + 30 * MINUTE)),
        (hall_at("serving"), Press.HOLD, HERE, HoldTicket(3, A001, NOW + 15 * MINUTE)),
        (hall_with_away(), Press.RETURN, Target(ticket_id=HELD), ResumeTicket(HELD)),
        (hall_with_away(), Press.RETURN, Target(ticket_id=MISSED), ComeBack(MISSED)),
        (hall_at("idle"), Press.CHOOSE, Target(ticket_id=A002, reason="frail"), CallChosen(3, A002, "frail")),
        (after_start(), Press.UNDO, HERE, UndoStep(3, A001)),
        (hall_at("idle"), Press.PAUSE, Target(reason="lunch"), PauseCounter(3, "lunch")),
        (on_a_break(), Press.RESUME, HERE, ResumeCounter(3)),
        (with_printers(), Press.REPRINT, Target(ticket_id=A002), ReprintTicket(A002, "kiosk-2")),
        (with_printers(), Press.REPRINT, Target(ticket_id=A001, kiosk_id="kiosk-3"), ReprintTicket(A001, "kiosk-3")),
        (hall_at("idle"), Press.SERVE, Target(fields=("CT",), helps=("HT",)), ServeFields(3, ("CT",), ("HT",))),
    ],
)
def test_what_a_press_asks_of_the_hall(rows: HallRows, press: Press, target: Target, command: Command) -> None:
    desk: Desk = desk_of(rows)
    assert obstacle_to(press, desk, target) is None
    assert command_of(press, desk, target) == command


@pytest.mark.parametrize(
    ("press", "ticket_id"), [(Press.RETURN, A001), (Press.CHOOSE, HELD), (Press.CANCEL, "20261124-A777")]
)
def test_a_line_that_is_gone_cannot_be_meant(press: Press, ticket_id: str) -> None:
    assert obstacle_to(press, desk_of(hall_with_away()), Target(ticket_id=ticket_id)) == "not_in_queue"
