"""Order, once and for all, backlog, lateness, recalls and bounds of the voice."""

import pytest

from display.announcer import BACKLOG_SECONDS_MAX, LATE_SECONDS_MAX, LINE_CALLS_MAX, REMEMBERED_CALLS_MAX, Announcer
from display.sentences import Form
from display.utterances import Call, LeftOut, Report, Utterance

FULL_SECONDS = 6.0
SHORT_SECONDS = 4.0


def seconds_of(utterance: Utterance) -> float:
    return FULL_SECONDS if utterance.form is Form.FULL else SHORT_SECONDS


def a_call(number: str, attempt: int = 1, counter: int = 2) -> Call:
    return Call(f"20261124-{number}-{attempt}", f"20261124-{number}", number, counter)


def numbered(count: int) -> list[Call]:
    return [a_call(f"A{number:03}") for number in range(1, count + 1)]


def say_everything(announcer: Announcer, now: float = 0.0) -> list[tuple[str, int, Form]]:
    """Everything that is said from now on, each utterance taking no time."""
    said = []
    while (utterance := announcer.next_utterance(now)) is not None:
        assert isinstance(utterance, Utterance)
        said.append((utterance.call.call_id, utterance.pass_number, utterance.form))
        announcer.ended()
    return said


@pytest.fixture
def announcer() -> Announcer:
    return Announcer(seconds_of)


def test_a_lone_call_is_said_in_full_and_again(announcer: Announcer) -> None:
    call = a_call("A001")
    announcer.call(call, now=0.0)
    assert say_everything(announcer) == [(call.call_id, 1, Form.FULL), (call.call_id, 2, Form.FULL)]
    assert announcer.take_reports() == [Report(call.call_id)]


def test_it_is_reported_when_the_first_pass_has_ended_not_before(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0)
    announcer.next_utterance(0.0)
    assert announcer.take_reports() == []
    announcer.ended()
    assert announcer.take_reports() == [Report(a_call("A001").call_id)]


def test_how_often_is_the_halls_choice() -> None:
    for passes in (1, 3):
        announcer = Announcer(seconds_of, passes)
        announcer.call(a_call("A001"), now=0.0)
        assert [pass_number for _, pass_number, _ in say_everything(announcer)] == list(range(1, passes + 1))


def test_never_is_no_choice() -> None:
    with pytest.raises(ValueError, match="at least once"):
        Announcer(seconds_of, passes=0)


def test_one_at_a_time(announcer: Announcer) -> None:
    for call in numbered(2):
        announcer.call(call, now=0.0)
    assert announcer.next_utterance(0.0) is not None
    assert announcer.next_utterance(0.0) is None
    announcer.ended()
    assert announcer.next_utterance(0.0) is not None


def test_ending_what_was_not_begun_is_a_bug(announcer: Announcer) -> None:
    with pytest.raises(AssertionError):
        announcer.ended()


def test_calls_are_said_in_the_order_in_which_they_were_made(announcer: Announcer) -> None:
    calls = [a_call(number) for number in ("B012", "A047", "C001")]
    for call in calls:
        announcer.call(call, now=0.0)
    firsts = [call_id for call_id, pass_number, _ in say_everything(announcer) if pass_number == 1]
    assert firsts == [call.call_id for call in calls]


def test_a_call_that_comes_again_after_a_break_is_not_said_again(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0)
    say_everything(announcer)
    announcer.call(a_call("A001"), now=60.0)
    assert say_everything(announcer) == []


def test_what_is_on_record_already_is_not_said(announcer: Announcer) -> None:
    announcer.answered_for(a_call("A001").call_id)
    announcer.call(a_call("A001"), now=0.0)
    assert say_everything(announcer) == []
    assert announcer.take_reports() == []


def test_a_call_over_before_its_turn_is_left_out(announcer: Announcer) -> None:
    first, second, third = numbered(3)
    for call in (first, second, third):
        announcer.call(call, now=0.0)
    announcer.next_utterance(0.0)
    announcer.over(second.call_id)
    announcer.ended()
    said = {call_id for call_id, _, _ in say_everything(announcer)}
    assert said == {first.call_id, third.call_id}
    assert Report(second.call_id, LeftOut.OVER) in announcer.take_reports()


def test_a_call_over_while_it_is_said_is_not_said_again(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0)
    announcer.next_utterance(0.0)
    announcer.over(a_call("A001").call_id)
    announcer.ended()
    assert say_everything(announcer) == []
    assert announcer.take_reports() == [Report(a_call("A001").call_id)]


def test_a_call_first_heard_of_when_it_was_over_is_reported_once(announcer: Announcer) -> None:
    announcer.over("x-1")
    announcer.over("x-1")
    assert announcer.take_reports() == [Report("x-1", LeftOut.OVER)]


def test_a_recall_is_heard(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0)
    say_everything(announcer)
    announcer.call(a_call("A001", attempt=2), now=30.0)
    assert [call_id for call_id, _, _ in say_everything(announcer, now=30.0)] == ["20261124-A001-2"] * 2


def test_an_impatient_recall_keeps_its_place_and_is_not_said_twice(announcer: Announcer) -> None:
    first, second, third = numbered(3)
    for call in (first, second, third):
        announcer.call(call, now=0.0)
    announcer.next_utterance(0.0)
    announcer.call(a_call("A002", attempt=2), now=1.0)
    announcer.over(second.call_id)
    assert [call.call_id for call in announcer.line] == ["20261124-A002-2", third.call_id]
    assert announcer.take_reports() == [Report(second.call_id, LeftOut.RECALLED)]


def test_two_calls_at_once_are_still_said_in_full(announcer: Announcer) -> None:
    for call in numbered(2):
        announcer.call(call, now=0.0)
    assert [form for _, _, form in say_everything(announcer)] == [Form.FULL] * 4


def test_when_the_last_would_wait_too_long_the_sentence_shortens_first(announcer: Announcer) -> None:
    for call in numbered(3):
        announcer.call(call, now=0.0)
    said = say_everything(announcer)
    assert 2 * 2 * FULL_SECONDS > BACKLOG_SECONDS_MAX >= 2 * 2 * SHORT_SECONDS
    assert said[:2] == [("20261124-A001-1", 1, Form.SHORT), ("20261124-A001-1", 2, Form.SHORT)]
    assert said[-1] == ("20261124-A003-1", 2, Form.FULL)


def test_then_repeats_are_dropped(announcer: Announcer) -> None:
    for call in numbered(6):
        announcer.call(call, now=0.0)
    said = say_everything(announcer)
    assert [entry[1:] for entry in said[:3]] == [(1, Form.SHORT)] * 3
    assert len({call_id for call_id, _, _ in said}) == 6


def test_calls_that_come_during_the_first_pass_take_the_second(announcer: Announcer) -> None:
    calls = numbered(8)
    announcer.call(calls[0], now=0.0)
    announcer.next_utterance(0.0)
    for call in calls[1:]:
        announcer.call(call, now=1.0)
    announcer.ended()
    utterance = announcer.next_utterance(2.0)
    assert isinstance(utterance, Utterance)
    assert utterance.call == calls[1]


def test_a_late_call_is_left_out(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0, age_seconds=LATE_SECONDS_MAX - 1)
    announcer.call(a_call("A002"), now=0.0)
    assert {call_id for call_id, _, _ in say_everything(announcer, now=1.5)} == {"20261124-A002-1"}
    assert announcer.take_reports()[0] == Report("20261124-A001-1", LeftOut.LATE)


def test_a_call_that_failed_is_reported_with_its_reason_and_not_repeated(announcer: Announcer) -> None:
    announcer.call(a_call("A001"), now=0.0)
    announcer.next_utterance(0.0)
    announcer.ended(LeftOut.NO_VOICE)
    assert announcer.next_utterance(0.0) is None
    assert announcer.take_reports() == [Report("20261124-A001-1", LeftOut.NO_VOICE)]


def test_the_line_is_bounded_and_says_so(announcer: Announcer) -> None:
    calls = numbered(LINE_CALLS_MAX + 1)
    for call in calls:
        announcer.call(call, now=0.0)
    assert len(announcer.line) == LINE_CALLS_MAX
    assert announcer.take_reports() == [Report(calls[-1].call_id, LeftOut.LINE_FULL)]


def test_memory_is_bounded(announcer: Announcer) -> None:
    for number in range(REMEMBERED_CALLS_MAX + 1):
        announcer.answered_for(f"call-{number}")
    announcer.over("call-1")
    assert announcer.take_reports() == []
    announcer.over("call-0")
    assert announcer.take_reports() == [Report("call-0", LeftOut.OVER)]
