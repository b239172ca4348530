"""What each audience sees, said row by row and not by the code that picks them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from hall_link.feed import AnyView, CounterView, DisplayView, KioskView, StaffView
from hall_link.rows import PERSON_KEY, AnyRow, CallRow, CounterRow, FieldRow, HallRow
from hall_server.domain import commands as c
from hall_server.domain.model import HallState
from hall_server.domain.policies import Policies, PriorityClass
from hall_server.domain.words import Words
from hall_server.web import views
from hall_server.web.moment import Moment, Premises
from tests.halls import HOUR, Rehearsal, document, open_hall


def keys(hall: Rehearsal, view: AnyView, kind: str) -> set[str]:
    return {key.removeprefix(f"{kind}/") for key in views.rows(hall.state, view) if key.startswith(f"{kind}/")}


def numbers(hall: Rehearsal, view: AnyView) -> set[str]:
    return {hall.ticket(ticket_id).number for ticket_id in keys(hall, view, "ticket")}


def row(hall: Rehearsal, view: AnyView, key: str) -> AnyRow:
    return views.rows(hall.state, view)[key]


def test_every_view_shows_hall_fields_and_counters_and_boards_no_catalogue() -> None:
    hall = open_hall()
    for view in (KioskView(), CounterView(1), DisplayView(), StaffView()):
        assert keys(hall, view, "field") == {"HT", "CT", "DD"}
        assert keys(hall, view, "counter") == {"1", "2", "3"}
        assert isinstance(row(hall, view, "hall/hall"), HallRow)
        assert bool(keys(hall, view, "procedure")) != isinstance(view, DisplayView)


def test_a_kiosk_sees_how_many_wait_and_nobody_of_them() -> None:
    hall = open_hall(1)
    hall.issue("HT")
    hall.issue("HT")
    assert keys(hall, KioskView(), "ticket") == set()
    field = row(hall, KioskView(), "field/HT")
    assert isinstance(field, FieldRow)
    assert (field.waiting, field.accepting, field.counters, field.position) == (2, True, [1], 0)
    assert field.oldest_at == min(ticket.issued_at for ticket in hall.state.tickets.values())


def test_a_stopped_field_and_a_closing_day_take_no_numbers() -> None:
    hall = open_hall()
    hall.do(c.StopField("HT", reopens_at=hall.now + 1))
    stopped, going = row(hall, KioskView(), "field/HT"), row(hall, KioskView(), "field/CT")
    assert isinstance(stopped, FieldRow)
    assert isinstance(going, FieldRow)
    assert (stopped.accepting, stopped.reopens_at, going.accepting) == (False, hall.now + 1, True)
    hall.do(c.StopIssuing())
    going = row(hall, KioskView(), "field/CT")
    assert isinstance(going, FieldRow)
    assert not going.accepting


def test_a_field_names_the_next_few_in_their_order() -> None:
    hall = open_hall()
    for _ in range(5):
        hall.issue("HT")
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    field = row(hall, DisplayView("main"), "field/HT")
    assert isinstance(field, FieldRow)
    assert field.next_numbers == ["A006", "A001", "A002"]


def test_who_waits_for_one_counter_still_counts_in_the_field() -> None:
    hall = open_hall()
    first = hall.issue("HT")
    hall.call(1)
    hall.do(c.TransferTicket(1, first, to_counter=3))
    field = row(hall, KioskView(), "field/HT")
    assert isinstance(field, FieldRow)
    assert (field.waiting, field.oldest_at) == (1, hall.ticket(first).issued_at)


def test_a_counter_sees_who_it_may_call_who_is_there_and_who_missed_its_call() -> None:
    hall = open_hall()
    hall.issue("HT"), hall.issue("HT"), hall.issue("CT"), hall.issue("DD")
    missed = hall.call(1) or ""
    hall.do(c.MarkMissed(1, missed))
    hall.call(1)
    assert numbers(hall, CounterView(1)) == {"A001", "A002"}
    assert numbers(hall, CounterView(2)) == {"B001"}
    assert numbers(hall, CounterView(3)) == {"B001", "C001"}
    assert keys(hall, CounterView(1), "call") == {f"{missed}-1", f"{missed[:-1]}2-1"}
    assert keys(hall, CounterView(3), "call") == set()


def test_a_person_sent_to_a_counter_is_seen_there_alone_with_the_calls_before() -> None:
    hall = open_hall()
    ticket_id = hall.issue("HT")
    hall.call(1)
    hall.do(c.TransferTicket(1, ticket_id, to_counter=3))
    assert numbers(hall, CounterView(1)) == numbers(hall, CounterView(2)) == set()
    assert numbers(hall, CounterView(3)) == {"A001"}
    assert keys(hall, CounterView(3), "call") == {f"{ticket_id}-1"}


def test_a_closed_counter_sees_the_queues_that_the_document_gives_it() -> None:
    hall = open_hall(1)
    hall.issue("CT")
    hall.issue("DD")
    assert numbers(hall, CounterView(3)) == {"B001", "C001"}
    hall.do(c.OpenCounter(3, fields=("DD",)))
    assert numbers(hall, CounterView(3)) == {"C001"}
    hall.do(c.CloseCounter(3))
    assert numbers(hall, CounterView(3)) == {"B001", "C001"}
    closed = row(hall, KioskView(), "counter/3")
    assert isinstance(closed, CounterRow)
    assert (closed.state, closed.fields, closed.zone) == ("closed", ["CT", "DD"], "upstairs")


def test_a_board_shows_the_last_calls_of_its_zone_and_says_which_are_current() -> None:
    hall = open_hall()
    for _ in range(views.CALLS_SHOWN + 3):
        ticket_id = hall.issue("HT")
        hall.call(1)
        hall.do(c.StartService(1, ticket_id))
        hall.do(c.FinishService(1, ticket_id))
    hall.issue("DD")
    hall.call(3)
    main, upstairs = DisplayView("main"), DisplayView("upstairs")
    assert keys(hall, main, "call") == {f"20261124-A{n:03}-1" for n in range(4, views.CALLS_SHOWN + 4)}
    assert keys(hall, upstairs, "call") == {"20261124-C001-1"}
    finished, called = row(hall, main, "call/20261124-A004-1"), row(hall, upstairs, "call/20261124-C001-1")
    assert isinstance(finished, CallRow)
    assert isinstance(called, CallRow)
    assert (finished.current, called.current, called.number) == (False, True, "C001")
    hall.do(c.Recall(3, "20261124-C001"))
    first, second = row(hall, upstairs, "call/20261124-C001-1"), row(hall, upstairs, "call/20261124-C001-2")
    assert isinstance(first, CallRow)
    assert isinstance(second, CallRow)
    assert (first.current, second.current, second.attempt) == (False, True, 2)


def test_a_board_keeps_whoever_is_still_called_however_many_were_called_since() -> None:
    hall = open_hall(1, 2)
    forgotten = hall.issue("HT")
    hall.call(2)
    for _ in range(views.CALLS_SHOWN + 3):
        ticket_id = hall.issue("HT")
        hall.call(1)
        hall.do(c.StartService(1, ticket_id))
        hall.do(c.FinishService(1, ticket_id))
    assert f"call/{forgotten}-1" in views.rows(hall.state, DisplayView("main"))
    hall.do(c.MarkMissed(2, forgotten))
    assert f"call/{forgotten}-1" not in views.rows(hall.state, DisplayView("main"))


def test_staff_see_everything_of_today() -> None:
    hall = open_hall()
    for field in ("HT", "CT", "DD"):
        hall.issue(field)
    hall.call(1)
    hall.do(c.CancelTicket("20261124-C001"))
    assert numbers(hall, StaffView()) == {"A001", "B001", "C001"}
    assert keys(hall, StaffView(), "call") == {"20261124-A001-1"}


@pytest.mark.parametrize(
    ("view", "code"),
    [
        (KioskView(), None),
        (StaffView(), None),
        (CounterView(1), None),
        (CounterView(9), "unknown_counter"),
        (DisplayView("main"), None),
        (DisplayView("attic"), "unknown_zone"),
    ],
)
def test_a_view_of_what_there_is_not_is_refused(view: AnyView, code: str | None) -> None:
    problem = views.why_no_view(open_hall().state, view)
    assert (problem.code if problem else None) == code


def test_before_there_is_a_document_there_is_nothing_to_show() -> None:
    for view in (KioskView(), StaffView()):
        assert views.why_no_view(HallState(), view) is None
        assert views.rows(HallState(), view) == {}
    for refused in (CounterView(1), DisplayView()):
        problem = views.why_no_view(HallState(), refused)
        assert problem is not None
        assert problem.code == "hall_not_configured"


def test_kiosks_alone_are_given_the_key_for_identity_cards_and_only_where_a_field_asks() -> None:
    everybody = (KioskView(), StaffView(), CounterView(1), DisplayView("main"))
    hall = open_hall()
    hall.state.people.key = bytes(32)
    assert not any(PERSON_KEY in views.rows(hall.state, view) for view in everybody)
    hall.do(c.ConfigureHall(document(fields=tuple(replace(one, one_per_person=True) for one in document().fields))))
    assert [PERSON_KEY in views.rows(hall.state, view) for view in everybody] == [True, False, False, False]
    hall.state.people.key = None
    assert PERSON_KEY not in views.rows(hall.state, KioskView())


def test_a_class_of_priority_is_offered_from_the_day_on_which_it_counts() -> None:
    tomorrow = PriorityClass("later", Words("Áp dụng từ mai"), 30, "", since=datetime.date(2026, 11, 25))
    hall = open_hall(policies=Policies(priority_classes=(tomorrow,)))
    premises = Premises()
    premises.look(Moment(hall.state))
    assert "priority/later" not in premises.catalogue
    hall.do(c.CloseDay())
    hall.now += 24 * HOUR
    hall.do(c.OpenDay())
    assert "priority/later" in premises.look(Moment(hall.state))
    assert "priority/later" in views.rows(hall.state, KioskView())
