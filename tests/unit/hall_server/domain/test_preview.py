"""The order under another document, before it is in force: who waits keeps the place, who comes later gets the new."""

from __future__ import annotations

from dataclasses import replace

from hall_server.domain import commands as c
from hall_server.domain.model import CounterPlan, HallDocument, PlaceReason
from hall_server.domain.policies import Appointments, Helping, Policies, PriorityClass
from hall_server.domain.preview import NEXT_SHOWN_MAX, CounterNext, Newcomer, Preview, Standing, preview
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words
from tests.halls import HOUR, MINUTE, Rehearsal, document, open_hall

HELPING = (CounterPlan(1, ("HT",), helps=("DD",)), CounterPlan(2, ("HT", "CT")), CounterPlan(3, ("CT", "DD")))


def looked_at(hall: Rehearsal, wanted: HallDocument) -> Preview:
    before = repr(hall.state)
    found = preview(hall.state, wanted, hall.now)
    assert repr(hall.state) == before, "a preview changed something"
    assert isinstance(found, Preview), found
    return found


def with_credit(minutes: int) -> HallDocument:
    elderly = PriorityClass("elderly", Words("Người từ 75 tuổi"), minutes, "Luật Người cao tuổi")
    return document(policies=Policies(priority_classes=(elderly,), appointments=Appointments()))


def test_a_new_credit_moves_nobody_who_waits_and_shows_what_newcomers_get() -> None:
    hall = open_hall(1)
    hall.issue()
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    hall.now += 20 * MINUTE
    found = looked_at(hall, with_credit(10))
    assert found.moved == ()
    assert found.counters[0] == CounterNext(1, ("A002", "A001"), ("A002", "A001"))
    assert found.newcomers[0] == Newcomer(
        "HT",
        "priority",
        "elderly",
        Standing(hall.now - 30 * MINUTE, PlaceReason.PRIORITY, 1),
        Standing(hall.now - 10 * MINUTE, PlaceReason.PRIORITY, 2),
    )
    assert {one.kind for one in found.newcomers} == {"priority"}


def test_what_it_shows_is_what_happens_once_the_document_is_in_force() -> None:
    hall = open_hall(1)
    hall.issue()
    hall.now += 20 * MINUTE
    promised = looked_at(hall, with_credit(10)).newcomers[0].after
    hall.do(c.ConfigureHall(with_credit(10)))
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    ticket = hall.ticket("20261124-A002")
    assert promised is not None
    assert (ticket.place, ticket.place_reason) == (promised.place, promised.reason)


def test_a_shorter_limit_lets_a_counter_help_at_once() -> None:
    hall = open_hall(1, counters=HELPING, policies=Policies(helping=Helping(limit_minutes=60)))
    hall.issue("DD")
    hall.now += 10 * MINUTE
    hall.issue()
    shorter = document(counters=HELPING, policies=Policies(helping=Helping(limit_minutes=5)))
    found = looked_at(hall, shorter)
    assert found.counters[0] == CounterNext(1, ("A001", "C001"), ("C001", "A001"))
    hall.do(c.ConfigureHall(shorter))
    assert hall.call(1) == "20261124-C001"


def test_a_class_that_goes_and_one_that_comes_stand_on_one_side_alone() -> None:
    hall = open_hall(1)
    new = PriorityClass("pregnant", Words("Phụ nữ mang thai"), 30, "Luật Trẻ em")
    found = looked_at(hall, document(policies=Policies(priority_classes=(new,), appointments=Appointments())))
    sides = {one.class_id: (one.before is None, one.after is None) for one in found.newcomers}
    assert sides == {"elderly": (False, True), "pregnant": (True, False)}


def test_each_counter_is_looked_at_some_numbers_ahead() -> None:
    hall = open_hall(1)
    for _ in range(NEXT_SHOWN_MAX + 3):
        hall.issue()
    found = looked_at(hall, with_credit(5))
    assert [len(one.after) for one in found.counters] == [NEXT_SHOWN_MAX, NEXT_SHOWN_MAX, 0]


def test_a_document_that_would_be_refused_is_refused_with_all_its_places() -> None:
    hall = open_hall()
    hall.now += HOUR
    wrong = document(counters=(CounterPlan(1, ("HT", "ZZ")), CounterPlan(1, ("CT", "YY"))))
    refusal = preview(hall.state, wrong, hall.now)
    assert isinstance(refusal, Refusal)
    assert refusal.code.value == "document_invalid"
    assert len(refusal.places) == 4
    in_use = preview(hall.state, replace(document(), counters=document().counters[1:]), hall.now)
    assert isinstance(in_use, Refusal)
    assert (in_use.code.value, in_use.places) == ("document_in_use", ("counters: 1",))


def test_the_document_in_force_changes_nothing() -> None:
    hall = open_hall(1)
    hall.issue()
    found = looked_at(hall, document())
    assert (found.moved, found.newcomers) == ((), ())


def test_a_hall_that_makes_no_appointments_any_more_has_no_newcomers_with_one() -> None:
    hall = open_hall(1)
    elderly = PriorityClass("elderly", Words("Người từ 75 tuổi"), 30, "Luật Người cao tuổi")
    found = looked_at(hall, document(policies=Policies(priority_classes=(elderly,))))
    assert {(one.kind, one.before is None, one.after is None) for one in found.newcomers} == {
        ("appointment", False, True)
    }
