"""What was sent stays in doubt until it is proven, or until a printer that proves nothing had peace for long enough."""

import pytest

from printer_drivers.line_doubt import UNPROVEN_SECONDS, LineDoubt


@pytest.fixture
def doubt() -> LineDoubt:
    made = LineDoubt(spooled=False)
    made.asked("001c")
    made.sent(line_seconds=3.0)
    return made


def test_a_line_that_carried_nothing_leaves_nothing_behind() -> None:
    doubt = LineDoubt(spooled=False)
    doubt.lost()
    assert not doubt.must_free


def test_what_was_sent_and_not_proven_is_broken_off_with_its_line(doubt: LineDoubt) -> None:
    assert not doubt.must_free
    doubt.lost()
    assert doubt.must_free


def test_only_the_last_question_proves(doubt: LineDoubt) -> None:
    doubt.answered("000c")
    doubt.lost()
    assert doubt.must_free
    doubt.asked("002g")
    doubt.sent(line_seconds=3.0)
    doubt.answered("002g")
    doubt.lost()
    assert not doubt.must_free


def test_a_recovery_is_owed_until_all_of_it_was_sent_and_then_in_doubt_itself(doubt: LineDoubt) -> None:
    owed = []
    for happens in (doubt.lost, doubt.lost, lambda: doubt.sent(line_seconds=0.0), doubt.lost):
        happens()
        owed.append(doubt.must_free)
    assert owed == [True, True, False, True]


@pytest.mark.parametrize(("seconds", "believed"), [(3.0 + UNPROVEN_SECONDS, True), (2.9 + UNPROVEN_SECONDS, False)])
def test_peace_is_believed_when_it_has_lasted(doubt: LineDoubt, seconds: float, believed: bool) -> None:
    doubt.time_passed(100.0, at_rest=True, proves=False)
    doubt.time_passed(100.0 + seconds, at_rest=True, proves=False)
    doubt.lost()
    assert doubt.must_free is not believed


def test_trouble_begins_the_time_anew(doubt: LineDoubt) -> None:
    doubt.time_passed(0.0, at_rest=True, proves=False)
    doubt.time_passed(20.0, at_rest=False, proves=False)
    doubt.time_passed(30.0, at_rest=True, proves=False)
    doubt.time_passed(30.0 + UNPROVEN_SECONDS, at_rest=True, proves=False)
    doubt.lost()
    assert doubt.must_free


def test_of_a_printer_that_can_answer_silence_is_never_believed(doubt: LineDoubt) -> None:
    doubt.time_passed(0.0, at_rest=True, proves=True)
    doubt.time_passed(1e6, at_rest=True, proves=True)
    doubt.lost()
    assert doubt.must_free


def test_a_spooler_breaks_nothing_off() -> None:
    doubt = LineDoubt(spooled=True)
    doubt.broken_off()
    doubt.sent(line_seconds=0.0)
    doubt.lost()
    assert not doubt.must_free


def test_a_run_that_ended_inside_a_ticket_left_something_behind() -> None:
    doubt = LineDoubt(spooled=False)
    doubt.broken_off()
    assert doubt.must_free
