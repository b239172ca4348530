"""What a hall's own things look like on the wire."""

from __future__ import annotations

from hall_link.rows import CounterRow
from hall_server.domain import commands as c
from hall_server.web.moment import Moment, premises_rows
from tests.halls import MINUTE, Rehearsal, open_hall


def counter_row(hall: Rehearsal) -> CounterRow:
    row = premises_rows(Moment(hall.state))["counter/1"]
    assert isinstance(row, CounterRow)
    return row


def test_the_usual_time_of_who_is_at_a_counter_is_told_once_enough_were_served() -> None:
    hall = open_hall(1)
    told = []
    for _ in range(12):
        ticket_id = hall.issue("HT")
        hall.call(1)
        hall.do(c.StartService(1, ticket_id))
        told.append(counter_row(hall).usual_minutes)
        hall.now += 20 * MINUTE
        hall.do(c.FinishService(1, ticket_id))
        assert counter_row(hall).usual_minutes is None, "nobody is there"
    assert told[:10] == [None] * 10
    assert 10 < (told[10] or 0) < 20, "ten that were seen lean on what any hall may be"
