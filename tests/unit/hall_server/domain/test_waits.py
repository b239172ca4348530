"""Waits in the words of people."""

import pytest

from hall_server.domain import commands as c
from hall_server.domain.learned import Expected
from hall_server.domain.model import HallState
from hall_server.domain.waits import Minutes, as_read, late_at, promised_ms
from tests.halls import MINUTE, open_hall


@pytest.mark.parametrize(
    ("middle", "late", "read"),
    [
        (0, 0, (0, 5)),
        (1, 2, (0, 5)),
        (2.4, 7.4, (0, 5)),
        (2.5, 7.5, (5, 10)),
        (11, 19, (10, 20)),
        (12, 13, (10, 15)),
        (52, 78, (50, 80)),
        (58, 59, (60, 70)),
        (100, 144, (100, 140)),
        (178, 181, (180, 210)),
        (200, 290, (210, 300)),
    ],
)
def test_a_range_is_rounded_as_people_say_it(middle: float, late: float, read: tuple[int, int]) -> None:
    assert as_read(Expected(round(middle * MINUTE), round(late * MINUTE))) == Minutes(*read)


def test_what_is_promised_is_the_end_of_what_was_told() -> None:
    assert promised_ms(Expected(11 * MINUTE, 19 * MINUTE)) == 20 * MINUTE


def late(state: HallState, field_id: str = "HT") -> int | None:
    return late_at(state, state.queues.get(field_id, ()))


def test_a_field_is_late_when_the_first_promise_of_those_who_wait_ends() -> None:
    hall = open_hall()
    assert late(hall.state) is None
    first, second = hall.ticket(hall.issue()), hall.ticket(hall.issue())
    ends = [one.issued_at + promised_ms(one.expected) for one in (first, second) if one.expected is not None]
    assert late(hall.state) == min(ends)
    hall.call(1)
    assert late(hall.state) == ends[1]


def test_who_comes_back_after_a_call_was_promised_nothing_more() -> None:
    hall = open_hall()
    ticket_id = hall.issue()
    hall.call(1)
    hall.do(c.MarkMissed(1, ticket_id))
    hall.do(c.ComeBack(ticket_id))
    assert late(hall.state) is None


def test_where_nothing_was_told_nobody_is_late() -> None:
    hall = open_hall(1)
    hall.issue("DD")
    assert late(hall.state, "DD") is None
