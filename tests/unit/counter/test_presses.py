"""What one press becomes: a command, a wait for the second press, or words."""

from __future__ import annotations

import pytest

from counter.desk import Desk, Press
from counter.press_commands import Target
from counter.presses import BOUNCE_MS, CONFIRM_MS_MAX, SETTLE_MS_MAX, Notice, Presses
from hall_link.commands import (
    CallNext,
    CancelTicket,
    CloseCounter,
    Command,
    FinishService,
    MarkMissed,
    OpenCounter,
    Recall,
    StartService,
    TransferTicket,
)
from hall_link.messages import Problem
from hall_link.rows import Words
from tests.unit.counter.hall_rows import desk_of, small_hall, ticket

A001 = "20261124-A001"
A002 = "20261124-A002"
NOBODY = Problem("nobody_waiting", "refusal", Words("Không có ai đang chờ."), Words("Xin đợi."))
T = 1_000_000


def desk(stage: str, *, live: bool = True) -> Desk:
    """Counter 3 with A002 and A003 waiting and, when `called` or `serving`, A001 at it."""
    rows = small_hall(ticket("A001", 1), ticket("A002", 2), ticket("A003", 3), counter_open=stage != "closed")
    if stage in {"called", "serving"}:
        rows.come_to(3, A001, serving=stage == "serving")
    found = desk_of(rows, live=live)
    assert found.stage == stage
    return found


@pytest.mark.parametrize(
    ("stage", "press", "target", "command"),
    [
        ("idle", Press.NEXT, Target(), CallNext(3)),
        ("serving", Press.NEXT, Target(), CallNext(3, finishing=A001)),
        ("called", Press.START, Target(), StartService(3, A001)),
        ("called", Press.RECALL, Target(), Recall(3, A001)),
        ("serving", Press.FINISH, Target(), FinishService(3, A001)),
        ("called", Press.TRANSFER, Target(to_field="DD"), TransferTicket(3, A001, to_field="DD")),
        ("serving", Press.TRANSFER, Target(to_counter=1), TransferTicket(3, A001, to_counter=1)),
        ("closed", Press.OPEN, Target(), OpenCounter(3)),
    ],
)
def test_one_press_is_one_command_about_what_is_on_the_screen(
    stage: str, press: Press, target: Target, command: Command
) -> None:
    presses = Presses()
    assert presses.press(press, desk(stage), T, target) == command
    assert presses.under_way is press
    assert presses.notice is None


@pytest.mark.parametrize(
    ("stage", "press", "target", "command"),
    [
        ("called", Press.MISSED, Target(), MarkMissed(3, A001)),
        ("idle", Press.CLOSE, Target(), CloseCounter(3)),
        ("idle", Press.CANCEL, Target(ticket_id=A002), CancelTicket(A002)),
    ],
)
def test_what_hurts_takes_two_presses(stage: str, press: Press, target: Target, command: Command) -> None:
    presses = Presses()
    assert presses.press(press, desk(stage), T, target) is None
    assert presses.armed is press
    assert presses.armed_ticket == target.ticket_id
    assert presses.press(press, desk(stage), T + BOUNCE_MS, target) == command
    assert presses.armed is None


def test_a_double_click_does_not_confirm() -> None:
    presses = Presses()
    assert presses.press(Press.MISSED, desk("called"), T) is None
    assert presses.press(Press.MISSED, desk("called"), T + BOUNCE_MS - 1) is None
    assert presses.armed is Press.MISSED, "it still waits for a press that is meant"


def test_a_worn_key_that_keeps_bouncing_never_confirms() -> None:
    presses = Presses()
    commands = [presses.press(Press.MISSED, desk("called"), T + at) for at in range(0, BOUNCE_MS, 30)]
    assert commands == [None] * len(commands)


def test_the_wait_for_the_second_press_ends() -> None:
    presses = Presses()
    presses.press(Press.MISSED, desk("called"), T)
    presses.look(desk("called"), 1, T + CONFIRM_MS_MAX - 1)
    assert presses.armed is Press.MISSED
    presses.look(desk("called"), 1, T + CONFIRM_MS_MAX)
    assert presses.armed is None


def test_esc_or_another_press_lets_go_of_the_first() -> None:
    presses = Presses()
    presses.press(Press.MISSED, desk("called"), T)
    presses.let_go()
    assert presses.armed is None
    presses.press(Press.MISSED, desk("called"), T + 1000)
    assert presses.press(Press.RECALL, desk("called"), T + 2000) == Recall(3, A001)
    assert presses.armed is None


def test_the_wait_ends_when_the_person_has_come_after_all() -> None:
    presses = Presses()
    presses.press(Press.MISSED, desk("called"), T)
    presses.look(desk("serving"), 2, T + 1000)
    assert presses.armed is None


def test_cancelling_two_tickets_takes_two_presses_for_each() -> None:
    presses = Presses()
    presses.press(Press.CANCEL, desk("idle"), T, Target(ticket_id=A002))
    assert presses.press(Press.CANCEL, desk("idle"), T + 1000, Target(ticket_id=A001)) is None
    assert presses.armed_ticket == A001


def test_a_ticket_that_no_longer_waits_cannot_be_cancelled() -> None:
    presses = Presses()
    assert presses.press(Press.CANCEL, desk("serving"), T, Target(ticket_id=A001)) is None
    assert presses.notice == Notice("obstacle", Press.CANCEL, obstacle="not_in_queue")


# ------------------------------------------------------------------------------------------------------------ under way


@pytest.mark.parametrize("press", list(Press))
def test_nothing_is_sent_while_a_command_is_under_way(press: Press) -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("serving"), T)
    assert presses.press(press, desk("serving"), T + 2000, Target(ticket_id=A002)) is None
    assert presses.notice == Notice("swallowed", Press.NEXT)
    assert presses.under_way is Press.NEXT


def test_it_is_under_way_until_the_rows_show_it() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("serving"), T)
    presses.accepted(8, T + 5)
    presses.look(desk("serving"), 7, T + 6)
    assert presses.press(Press.NEXT, desk("serving"), T + 500) is None, "the screen still shows the one before"
    presses.look(desk("called"), 8, T + 510)
    assert presses.under_way is None
    assert presses.notice is None


def test_rows_that_came_before_the_answer_count_too() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("idle"), T)
    presses.look(desk("called"), 8, T + 3)
    assert presses.under_way is Press.NEXT
    presses.accepted(8, T + 5)
    presses.look(desk("called"), 8, T + 5)
    assert presses.under_way is None


def test_rows_that_never_come_do_not_lock_the_desk() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("idle"), T)
    presses.accepted(8, T)
    presses.look(desk("idle"), 7, T + SETTLE_MS_MAX)
    assert presses.under_way is None


def test_the_second_click_of_a_double_click_does_nothing_even_when_the_answer_was_quicker() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("idle"), T)
    presses.accepted(8, T + 5)
    presses.look(desk("called"), 8, T + 5)
    assert presses.press(Press.NEXT, desk("called"), T + 200) is None
    assert presses.notice is None, "one hand pressed once: nothing to be told"


def test_finishing_the_last_one_with_a_double_press_does_not_call_somebody_who_came_in_between() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("serving"), T)
    presses.accepted(8, T + 5)
    presses.look(desk("idle"), 8, T + 5)
    assert presses.press(Press.NEXT, desk("idle"), T + 200) is None
    assert presses.press(Press.NEXT, desk("idle"), T + BOUNCE_MS) == CallNext(3)


# -------------------------------------------------------------------------------------------------------------- notices


@pytest.mark.parametrize("press", list(Press))
def test_a_stale_screen_refuses_every_press_and_keeps_none(press: Press) -> None:
    presses = Presses()
    assert presses.press(press, desk("serving", live=False), T) is None
    assert presses.notice == Notice("obstacle", press, obstacle="stale")
    presses.look(desk("serving"), 1, T + 1000)
    assert presses.under_way is None
    assert presses.armed is None


def test_the_obstacle_is_said_until_it_is_gone() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("called"), T)
    assert presses.notice == Notice("obstacle", Press.NEXT, obstacle="not_started")
    presses.look(desk("called"), 1, T + 60_000)
    assert presses.notice is not None
    presses.look(desk("serving"), 2, T + 60_001)
    assert presses.notice is None


def test_what_the_server_refused_stays_until_something_succeeds() -> None:
    presses = Presses()
    presses.press(Press.NEXT, desk("idle"), T)
    presses.refused(NOBODY)
    presses.look(desk("idle"), 1, T + 60_000)
    assert presses.notice == Notice("refused", Press.NEXT, problem=NOBODY)
    assert presses.under_way is None
    assert presses.press(Press.NEXT, desk("idle"), T + 61_000) == CallNext(3)
    assert presses.notice == Notice("refused", Press.NEXT, problem=NOBODY), "not a success yet"
    presses.accepted(9, T + 61_010)
    assert presses.notice is None


def test_an_answer_that_never_came_is_said_as_such() -> None:
    presses = Presses()
    presses.press(Press.FINISH, desk("serving"), T)
    presses.unreached(NOBODY)
    assert presses.notice == Notice("unreached", Press.FINISH, problem=NOBODY)
    assert presses.under_way is None


def test_the_word_for_a_swallowed_press_goes_with_the_command() -> None:
    presses = Presses()
    presses.press(Press.RECALL, desk("called"), T)
    presses.press(Press.RECALL, desk("called"), T + 1000)
    presses.accepted(4, T + 1500)
    presses.look(desk("called"), 4, T + 1500)
    assert presses.notice is None
