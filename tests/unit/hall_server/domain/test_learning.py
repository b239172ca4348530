"""What each step teaches, what taking it back unlearns, and what goes into the next day."""

from dataclasses import replace
from math import exp

from hall_server.domain import commands as c
from hall_server.domain.events import DayOpened
from hall_server.domain.learned import DEFAULT_SERVICE, DayOfPromises, Expected, Sketch, sample_of
from hall_server.domain.learning import MEDIAN_STEP, TAIL_STEP
from hall_server.domain.tempo import Tempo
from tests.halls import DAY, MINUTE, Rehearsal, open_hall

BIRTH = "1.001193"


def serving(minutes: float = 0) -> tuple[Rehearsal, str]:
    """A hall where somebody has been served at counter 1 for so long."""
    hall = open_hall(1)
    hall.do(c.IssueTicket("HT", BIRTH))
    ticket_id = hall.call(1)
    assert ticket_id is not None
    hall.now += MINUTE // 2
    hall.do(c.StartService(1, ticket_id))
    hall.now += round(minutes * MINUTE)
    return hall, ticket_id


def seen(minutes: float) -> Sketch:
    sample = sample_of(round(minutes * MINUTE))
    assert sample is not None
    return Sketch().plus(sample)


def test_a_finished_service_is_learned_for_procedure_field_and_hall() -> None:
    hall, ticket_id = serving(12)
    hall.do(c.FinishService(1, ticket_id))
    learned = hall.state.learned
    assert learned.services == {BIRTH: seen(12)}
    assert learned.fields == {"HT": seen(12)}
    assert learned.hall == seen(12)
    assert learned.approach == seen(0.5)
    assert (learned.came, learned.missed) == (1, 0)


def test_a_transfer_and_a_hold_end_a_service_too() -> None:
    hall, ticket_id = serving(4)
    hall.do(c.TransferTicket(1, ticket_id, "CT", None))
    assert hall.state.learned.fields == {"HT": seen(4)}
    hall, ticket_id = serving(4)
    hall.do(c.HoldTicket(1, ticket_id, hall.now + MINUTE))
    assert hall.state.learned.fields == {"HT": seen(4)}


def test_a_step_taken_back_is_unlearned_whole() -> None:
    hall, ticket_id = serving(12)
    before = hall.state.learned
    hall.do(c.FinishService(1, ticket_id))
    hall.do(c.UndoStep(1, ticket_id))
    unlearned = hall.state.learned
    assert unlearned.hall == before.hall == Sketch()
    assert unlearned.fields == {"HT": Sketch()}
    assert hall.state.today.paces == {1: (0, 0)}
    hall.do(c.FinishService(1, ticket_id))
    assert hall.state.learned.hall == seen(12)


def test_a_missed_call_taken_back_was_no_missed_call() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.call(1)
    hall.now += MINUTE
    hall.do(c.MarkMissed(1, ticket_id))
    assert (hall.state.learned.missed, hall.state.learned.approach) == (1, seen(1))
    hall.do(c.UndoStep(1, ticket_id))
    assert (hall.state.learned.missed, hall.state.learned.approach) == (0, Sketch())


def test_the_way_to_a_counter_begins_when_it_is_free_and_somebody_waits() -> None:
    hall, first = serving(5)
    second = hall.issue()
    hall.do(c.FinishService(1, first))
    hall.now += 2 * MINUTE
    hall.call(1)
    hall.now += MINUTE
    hall.do(c.StartService(1, second))
    way = sample_of(3 * MINUTE)
    assert way is not None
    assert hall.state.learned.approach == seen(0.5).plus(way)


def test_a_pause_is_learned() -> None:
    hall = open_hall(1)
    hall.do(c.PauseCounter(1, "lunch"))
    hall.now += 30 * MINUTE
    hall.do(c.ResumeCounter(1))
    assert hall.state.learned.pauses == seen(30)


def test_a_new_day_begins_with_what_was_learned() -> None:
    hall, ticket_id = serving(12)
    hall.do(c.FinishService(1, ticket_id))
    before = hall.state.learned
    hall.do(c.CloseDay(force=True))
    hall.now += DAY
    (opened,) = hall.do(c.OpenDay())
    assert isinstance(opened, DayOpened)
    assert hall.state.learned == opened.learned
    assert hall.state.learned.services == before.services
    assert hall.state.learned.promises[-1] == DayOfPromises("2026-11-25")
    assert hall.state.today.paces == {}


def test_a_day_taken_up_again_goes_on_with_what_it_knows() -> None:
    hall, ticket_id = serving(12)
    hall.do(c.FinishService(1, ticket_id))
    before = hall.state.learned
    hall.do(c.CloseDay(force=True))
    assert hall.do(c.OpenDay()) == (DayOpened("2026-11-24"),)
    assert hall.state.learned == before


def promised(hall: Rehearsal, minutes: int) -> str:
    """A number with a promise of so many minutes at most."""
    ticket_id = hall.issue()
    told = Expected(minutes * MINUTE // 2, minutes * MINUTE)
    hall.state.tickets[ticket_id] = replace(hall.ticket(ticket_id), expected=told)
    return ticket_id


def test_a_call_in_time_keeps_the_promise_and_a_late_one_breaks_it() -> None:
    hall = open_hall(1)
    promised(hall, 20)
    hall.now += 20 * MINUTE
    hall.call(1)
    assert hall.state.learned.promises[-1] == DayOfPromises("2026-11-24", kept=1, judged=1)
    assert (hall.state.learned.median, hall.state.learned.tail) == (MEDIAN_STEP, 1000 - TAIL_STEP)
    hall = open_hall(1)
    promised(hall, 20)
    hall.now += 20 * MINUTE + 1
    hall.call(1)
    assert hall.state.learned.promises[-1] == DayOfPromises("2026-11-24", kept=0, judged=1)
    assert hall.state.learned.tail == 1000 + 9 * TAIL_STEP


def test_who_gives_up_after_the_promised_time_counts_against_it() -> None:
    hall = open_hall(1)
    early, late = promised(hall, 20), promised(hall, 20)
    hall.do(c.CancelTicket(early, "went home"))
    assert hall.state.learned.promises[-1].judged == 0
    hall.now += 30 * MINUTE
    hall.do(c.CancelTicket(late, "went home"))
    assert hall.state.learned.promises[-1] == DayOfPromises("2026-11-24", kept=0, judged=1)


def test_the_second_call_of_a_ticket_is_not_judged_again() -> None:
    hall = open_hall(1)
    ticket_id = promised(hall, 20)
    hall.call(1)
    hall.do(c.Recall(1, ticket_id))
    hall.do(c.MarkMissed(1, ticket_id))
    hall.do(c.ComeBack(ticket_id))
    hall.call(1)
    assert hall.state.learned.promises[-1].judged == 1


def test_what_was_learned_is_believed_more_with_each_service() -> None:
    hall, ticket_id = serving(20)
    middles = [exp(DEFAULT_SERVICE.mu)]
    for _ in range(5):
        hall.do(c.FinishService(1, ticket_id))
        middles.append(exp(Tempo(hall.state.learned).service("HT", BIRTH).mu))
        ticket_id = hall.issue()
        hall.call(1)
        hall.do(c.StartService(1, ticket_id))
        hall.now += 20 * MINUTE
    assert middles == sorted(middles)
    assert middles[-1] > middles[0] * 1.2
