"""The sentence that the person overtaken gets, case by case."""

from __future__ import annotations

import copy

import pytest

from hall_server.domain import commands as c
from hall_server.domain.events import TicketCalled
from hall_server.domain.explain import Passing, Why, passing
from hall_server.domain.explain_words import in_public
from hall_server.domain.model import Field
from hall_server.domain.policies import Appointments, Policies
from hall_server.domain.words import Words
from tests.halls import HOUR, MINUTE, Rehearsal, document, open_hall


def passed(hall: Rehearsal, waiting: str, command: c.Command) -> Passing:
    """What the call that `command` makes is for the ticket that waits."""
    before = copy.deepcopy(hall.state)
    call = next(event for event in hall.do(command) if isinstance(event, TicketCalled))
    found = passing(before, before.tickets[waiting], call)
    assert found is not None
    return found


def test_priority_names_the_class_and_its_legal_basis() -> None:
    hall = open_hall(1)
    first = hall.issue()
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    found = passed(hall, first, c.CallNext(1))
    assert (found.why, found.number, found.counter_id) == (Why.PRIORITY, "A002", 1)
    assert found.words.vi == (
        "A002 được gọi trước A001 vì thuộc diện ưu tiên Người từ 75 tuổi (Luật Người cao tuổi; tính sớm hơn 30 phút)."
    )
    assert "counts 30 minutes earlier" in found.words.en


def test_an_appointment_names_its_time() -> None:
    hall = open_hall(1, policies=Policies(appointments=Appointments(early_minutes=60)))
    first = hall.issue()
    hall.do(c.IssueTicket("HT", appointment_at=hall.now + 30 * MINUTE - 1000))
    hall.now += MINUTE
    found = passed(hall, first, c.CallNext(1))
    assert found.why is Why.APPOINTMENT
    assert found.words.vi == "A002 được gọi trước A001 vì có lịch hẹn 08:30."


def test_a_call_out_of_order_names_the_reason_on_record() -> None:
    hall = open_hall(1)
    first, second = hall.issue(), hall.issue()
    found = passed(hall, first, c.CallChosen(1, second, "child"))
    assert found.why is Why.MANUAL
    assert "người có trẻ nhỏ" in found.words.vi
    assert "a person with a small child" in found.words.en


def test_who_missed_the_call_or_fetches_a_paper_hears_that() -> None:
    hall = open_hall(1)
    first, second, _, fourth = (hall.issue() for _ in range(4))
    assert hall.call(1) == first
    hall.do(c.MarkMissed(1, first))
    assert passed(hall, first, c.CallNext(1)).why is Why.MISSED
    hall.do(c.ComeBack(first))
    hall.do(c.StartService(1, second))
    hall.do(c.HoldTicket(1, second, hall.now + HOUR))
    before = copy.deepcopy(hall.state)
    call = next(event for event in hall.do(c.CallNext(1)) if isinstance(event, TicketCalled))
    found = [passing(before, before.tickets[one], call) for one in (first, second, fourth)]
    assert [one and one.why for one in found] == [Why.CAME_BACK, Why.ON_HOLD, None]


def test_who_waits_for_one_counter_or_was_sent_on_hears_that() -> None:
    rejoining = (
        Field("HT", "A", Words("Hộ tịch")),
        Field("CT", "B", Words("Chứng thực"), rejoin_on_transfer=True),
        Field("DD", "C", Words("Đất đai")),
    )
    hall = open_hall(fields=rejoining)
    first, named = hall.issue(), hall.issue()
    later = hall.issue("CT")
    assert hall.call(1) == first
    hall.now += MINUTE
    hall.do(c.TransferTicket(1, first, "CT", None))
    assert hall.call(1) == named
    hall.do(c.TransferTicket(1, named, None, 2))
    found = passed(hall, first, c.CallNext(3))
    assert (found.number, found.why) == (hall.ticket(later).number, Why.REJOINED)
    hall.issue()
    assert passed(hall, named, c.CallNext(1)).why is Why.NAMED


def test_who_was_called_in_turn_passed_nobody() -> None:
    hall = open_hall(1)
    hall.issue()
    second = hall.issue()
    before = copy.deepcopy(hall.state)
    call = next(event for event in hall.do(c.CallNext(1)) if isinstance(event, TicketCalled))
    assert passing(before, before.tickets[second], call) is None


@pytest.mark.parametrize(("command", "told"), [(None, "thuộc diện ưu tiên"), ("frail", "cán bộ đã ghi lý do")])
def test_the_whole_hall_hears_of_a_priority_and_never_of_its_class(command: str | None, told: str) -> None:
    hall = open_hall(1)
    hall.issue()
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    ticket_id = next(reversed(hall.state.tickets))
    hall.do(c.CallNext(1) if command is None else c.CallChosen(1, ticket_id, command))
    call = next(reversed(hall.state.calls.values()))
    words = in_public(document(), hall.ticket(ticket_id), call)
    assert words is not None
    assert told in words.vi
    assert "75" not in words.vi


def test_a_call_that_came_before_nobody_needs_no_words() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.call(1)
    assert in_public(document(), hall.ticket(ticket_id), next(iter(hall.state.calls.values()))) is None
