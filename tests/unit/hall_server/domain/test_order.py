"""Who is next, who is ahead, who may call."""

from __future__ import annotations

import pytest

from hall_server.domain import commands as c
from hall_server.domain import order
from hall_server.domain.model import CallReason
from tests.halls import MINUTE, Rehearsal, open_hall


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


def helping_hall() -> Rehearsal:
    """Counter 1 serves A and helps C, from 20 minutes of waiting on."""
    hall = open_hall(1)
    hall.do(c.ServeFields(1, ("HT",), ("DD",)))
    return hall


def test_somebody_with_credit_does_not_hide_who_waits_too_long_in_a_helped_field() -> None:
    hall = helping_hall()
    old = hall.issue("DD")
    limit = hall.now + 20 * MINUTE
    hall.now += 15 * MINUTE
    elderly = hall.issued(c.IssueTicket("DD", priority_class="elderly"))
    own = hall.issue("HT")
    hall.issue("HT")
    hall.now = limit
    assert hall.call(1) == own, "nobody has waited longer than the limit yet"
    hall.do(c.StartService(1, own))
    hall.now += 1
    assert hall.call(1, finishing=own) == elderly
    hall.do(c.StartService(1, elderly))
    assert hall.call(1, finishing=elderly) == old
    assert hall.state.calls[f"{old}-1"].reason is CallReason.HELPING


def test_who_waits_too_long_in_a_helped_field_is_called_by_place_all_the_same() -> None:
    hall = helping_hall()
    own = hall.issue("HT")
    hall.issue("DD")
    hall.now += 60 * MINUTE
    assert hall.call(1) == own


def test_who_goes_on_in_a_helped_field_opens_it_by_the_time_of_the_number() -> None:
    hall = helping_hall()
    first = hall.issued(c.IssueTicket("HT", next_fields=("DD",)))
    hall.now += MINUTE
    second = hall.issue("HT")
    assert hall.call(1) == first
    hall.do(c.StartService(1, first))
    elderly = hall.issued(c.IssueTicket("DD", priority_class="elderly"))
    hall.now += 20 * MINUTE
    assert hall.call(1, finishing=first) == elderly
    assert second in hall.state.tickets


def test_a_stranger_to_the_queue_is_not_taken_from_it() -> None:
    hall = open_hall()
    hall.issue("HT")
    waiting = hall.state.tickets["20261124-A001"]
    order.dequeue(hall.state, waiting)
    with pytest.raises(AssertionError, match="is not in the queue"):
        order.dequeue(hall.state, waiting)
