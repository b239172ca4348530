"""Who is next, who is ahead, who may call."""

from __future__ import annotations

from hall_server.domain import commands as c
from hall_server.domain import order
from tests.halls import open_hall


def test_ahead_counts_whoever_the_same_counters_call_first() -> None:
    hall = open_hall(2)
    hall.issue("CT")
    hall.issue("HT")
    hall.issue("DD")
    last = hall.issue("HT")
    assert order.ahead_of(hall.state, hall.ticket(last)) == 2  # the land ticket waits for counter 3


def test_ahead_is_within_the_field_when_no_counter_is_open_for_it() -> None:
    hall = open_hall(1)
    hall.issue("DD")
    last = hall.issue("DD")
    assert order.callers_of(hall.state, hall.ticket(last)) == []
    assert order.ahead_of(hall.state, hall.ticket(last)) == 1


def test_tickets_of_the_same_millisecond_stand_in_order_of_issue() -> None:
    hall = open_hall(2)
    hall.do(c.IssueTicket("CT"))
    hall.do(c.IssueTicket("HT"))
    assert hall.call(2) == "20261124-B001"


def test_callers_follow_a_transfer_to_one_counter() -> None:
    hall = open_hall()
    moved = hall.issue("HT")
    hall.call(1)
    hall.do(c.TransferTicket(1, moved, to_counter=3))
    assert order.callers_of(hall.state, hall.ticket(moved)) == [3]
    assert order.counters_serving(hall.state, "HT") == [1, 2]
