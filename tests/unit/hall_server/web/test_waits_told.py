"""The expected wait on the wire: on a field's row, in the reply to who takes a number, as a measured promise."""

import msgspec
import pytest

from hall_link.messages import IssuedResult
from hall_link.rows import WaitRange
from hall_server.domain import commands as c
from hall_server.domain.events import TicketIssued
from hall_server.domain.waits import as_read
from hall_server.service.ports import Position
from hall_server.web.metrics import Metrics
from hall_server.web.results import result_of
from hall_server.web.rows import field_rows, hall_row
from tests.halls import MINUTE, Rehearsal, open_hall

PEOPLE = 30


def told_at_issue(hall: Rehearsal) -> IssuedResult:
    command = c.IssueTicket("HT")
    events = hall.do(command)
    return msgspec.json.decode(result_of(hall.state, command, events), type=IssuedResult)


def waits(hall: Rehearsal) -> dict[str, WaitRange | None]:
    return {row.field_id: row.wait for row in field_rows(hall.state)}


def test_a_field_tells_the_wait_of_the_next_number() -> None:
    hall = open_hall(1)
    assert waits(hall) == {"HT": WaitRange(0, 5), "CT": None, "DD": None}
    for _ in range(10):
        hall.issue("HT")
    told = waits(hall)["HT"]
    assert told is not None
    assert 40 <= told.low < told.high


def test_the_reply_tells_what_is_kept_on_the_ticket() -> None:
    hall = open_hall(1)
    for _ in range(10):
        hall.issue("HT")
    hall.state.forecasts.clear()  # as if the last number had been taken long ago
    foretold = waits(hall)["HT"]
    result = told_at_issue(hall)
    assert result.wait == foretold
    kept = hall.ticket(result.ticket.ticket_id).expected
    assert kept is not None
    assert result.wait == WaitRange(*as_read(kept))
    (issued,) = hall.history[-1][1]
    assert isinstance(issued, TicketIssued)
    assert issued.expected == kept


def test_without_a_counter_nothing_is_told() -> None:
    hall = open_hall(3)
    assert told_at_issue(hall).wait is None


def test_how_often_it_was_true_is_published() -> None:
    hall, metrics = open_hall(1), Metrics()
    assert hall.state.document is not None
    assert hall_row(hall.state, hall.state.document).hit_rate is None
    metrics.take(hall.state, Position(1, "", 0))
    assert b"hall_wait_hit_rate NaN" in metrics.page()
    finishing = None
    for _ in range(PEOPLE):
        ticket_id = hall.issue("HT")
        assert hall.call(1, finishing) == ticket_id
        hall.do(c.StartService(1, ticket_id))
        hall.now += MINUTE
        finishing = ticket_id
    assert hall_row(hall.state, hall.state.document).hit_rate == pytest.approx(1.0)
    metrics.take(hall.state, Position(1, "", 0))
    assert b"hall_wait_hit_rate 1.0" in metrics.page()
