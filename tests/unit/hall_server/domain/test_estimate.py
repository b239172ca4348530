"""The expected wait: who waits, who serves, who rests."""

from hall_server.domain import commands as c
from hall_server.domain import estimate
from hall_server.domain.learned import DEFAULT_SERVICE, Expected
from hall_server.domain.model import FORECAST_MS
from hall_server.domain.tempo import Tempo
from tests.halls import HOUR, MINUTE, Rehearsal, open_hall


def wait_of(hall: Rehearsal, field_id: str = "HT") -> Expected:
    return estimate.of_fields(hall.state, hall.now)[field_id]


def busy_hall(*counters: int, waiting: int = 0) -> Rehearsal:
    """Each of the counters has somebody of HT, and so many wait."""
    hall = open_hall(*counters)
    for counter_id in counters:
        ticket_id = hall.issue("HT")
        hall.call(counter_id)
        hall.do(c.StartService(counter_id, ticket_id))
    for _ in range(waiting):
        hall.issue("HT")
    return hall


def test_a_free_counter_is_no_wait() -> None:
    assert wait_of(open_hall(1)) == Expected(0, 0)


def test_no_open_counter_no_estimate() -> None:
    hall = open_hall(1)
    assert set(estimate.of_fields(hall.state, hall.now)) == {"HT"}
    hall.do(c.PauseCounter(1, "lunch"))
    assert estimate.of_fields(hall.state, hall.now) == {}
    assert hall.ticket(hall.issue("HT")).expected is None


def test_where_no_numbers_are_given_none_is_foretold() -> None:
    hall = open_hall()
    hall.do(c.StopField("HT"))
    assert "HT" not in estimate.of_fields(hall.state, hall.now)
    hall.do(c.StopIssuing())
    assert estimate.of_fields(hall.state, hall.now) == {}


def test_a_line_before_one_counter_is_its_length_times_a_turn() -> None:
    hall = busy_hall(1, waiting=30)
    turn = Tempo(hall.state.learned).turn("HT").mean
    assert 0.8 * 30 * turn < wait_of(hall).middle < 1.1 * 31 * turn


def test_two_counters_halve_the_wait() -> None:
    one, two = wait_of(busy_hall(1, waiting=30)), wait_of(busy_hall(1, 2, waiting=30))
    assert 0.4 * one.middle < two.middle < 0.6 * one.middle


def test_work_of_another_field_at_the_same_counter_counts() -> None:
    hall = busy_hall(2)
    before = wait_of(hall, "HT")
    for _ in range(10):
        hall.issue("CT")
    assert wait_of(hall, "HT").middle > before.middle + 5 * DEFAULT_SERVICE.mean


def test_another_counter_takes_the_other_field_off_a_shared_one() -> None:
    shared = busy_hall(2)
    for _ in range(20):
        shared.issue("CT")
    alone = wait_of(shared, "HT").middle
    shared.do(c.OpenCounter(3))
    assert wait_of(shared, "HT").middle < 0.7 * alone


def test_a_service_that_has_lasted_long_is_over_sooner() -> None:
    hall = busy_hall(1)
    fresh = wait_of(hall).middle
    hall.now += 5 * MINUTE
    assert wait_of(hall).middle < fresh


def test_a_paused_counter_comes_back_some_time() -> None:
    hall = busy_hall(1, waiting=20)
    alone = wait_of(hall).middle
    hall.do(c.OpenCounter(2))
    both = wait_of(hall).middle
    hall.do(c.PauseCounter(2, "lunch"))
    assert both < wait_of(hall).middle < alone


def test_in_a_break_paused_counters_are_back_when_it_ends() -> None:
    hall = busy_hall(1, waiting=30)
    hall.do(c.OpenCounter(2))
    hall.do(c.PauseCounter(2, "lunch"))
    last = hall.ticket(next(reversed(hall.state.tickets)))
    hall.do(c.BeginBreak(hall.now + 10 * MINUTE))
    soon = estimate.of_ticket(hall.state, last, hall.now)
    hall.do(c.BeginBreak(hall.now + 2 * HOUR))
    late = estimate.of_ticket(hall.state, last, hall.now)
    assert soon is not None
    assert late is not None
    assert soon.middle < late.middle


def test_a_ticket_waits_for_those_before_it_alone() -> None:
    hall = busy_hall(1, waiting=20)
    waits = [estimate.of_ticket(hall.state, ticket, hall.now) for ticket in hall.state.tickets.values()]
    assert waits[0] is None, "it is being served"
    middles = [wait.middle for wait in waits[1:] if wait is not None]
    assert len(middles) == 20
    assert middles == sorted(middles)
    assert middles[0] < 0.2 * middles[-1]


def test_who_has_priority_is_told_a_shorter_wait() -> None:
    hall = busy_hall(1, waiting=20)
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    first = hall.ticket(next(reversed(hall.state.tickets)))
    assert first.expected is not None
    assert first.expected.middle < 0.2 * wait_of(hall).middle


def test_who_waits_for_one_counter_waits_for_that_one() -> None:
    hall = busy_hall(1, 2)
    at_two = hall.state.counters[2].ticket_id
    assert at_two is not None
    hall.do(c.TransferTicket(2, at_two, to_counter=1))
    own = estimate.of_ticket(hall.state, hall.ticket(at_two), hall.now)
    assert own is not None
    assert own.middle > 0, "counter 2 is free and does not count"


def test_what_is_told_is_kept_on_the_ticket() -> None:
    hall = busy_hall(1, waiting=5)
    hall.now += FORECAST_MS
    foretold = wait_of(hall)
    hall.do(c.IssueTicket("HT"))
    assert hall.ticket(next(reversed(hall.state.tickets))).expected == foretold
    hall.now += FORECAST_MS - 1
    hall.do(c.IssueTicket("HT"))
    assert hall.ticket(next(reversed(hall.state.tickets))).expected == foretold, "of one moment, told the same"


def test_a_slow_officer_makes_a_longer_wait() -> None:
    hall = busy_hall(1, waiting=20)
    usual = wait_of(hall).middle
    hall.state.today.paces[1] = (50, 50 * 400)
    assert wait_of(hall).middle > 1.2 * usual


def test_a_counter_that_helps_counts_while_nobody_waits_in_its_own() -> None:
    hall = busy_hall(1, waiting=20)
    alone = wait_of(hall).middle
    hall.do(c.OpenCounter(3))
    hall.do(c.ServeFields(3, ("DD",), ("HT",)))
    helped = wait_of(hall).middle
    assert helped < 0.7 * alone
    hall.issue("DD")
    assert wait_of(hall).middle > helped
