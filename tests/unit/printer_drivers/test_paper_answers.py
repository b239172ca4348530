"""Answers without a name: believed only when nothing else could have said them."""

import pytest

from printer_drivers.encoder import STATUS_ASKED_TIMES
from printer_drivers.paper_answers import QUIET_SECONDS, PaperAnswers


def complete(answers: PaperAnswers, value: int = 0x00, now: float = 1.0) -> list[bool]:
    return [answers.heard(value, now, all_sent=True) for _ in range(STATUS_ASKED_TIMES)]


@pytest.mark.parametrize("value", [0x00, 0x03, 0x0F])
def test_as_many_equal_answers_as_questions_confirm(value: int) -> None:
    answers = PaperAnswers()
    answers.asked()
    assert complete(answers, value) == [False] * (STATUS_ASKED_TIMES - 1) + [True]
    assert answers.settled
    assert answers.ever_complete


def test_noise_between_them_begins_the_count_anew() -> None:
    answers = PaperAnswers()
    answers.asked()
    values = [0x00, 0x00, 0x21, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00]
    assert not any(answers.heard(value, 1.0, all_sent=True) for value in values)
    assert answers.heard(0x00, 1.0, all_sent=True)


def test_answers_before_the_last_byte_are_somebody_elses() -> None:
    answers = PaperAnswers()
    answers.asked()
    assert not any(answers.heard(0x00, 1.0, all_sent=False) for _ in range(10))


def test_after_a_ticket_given_up_only_silence_settles() -> None:
    answers = PaperAnswers()
    answers.asked()
    answers.given_up(asked=True)
    answers.time_passed(10.0, can_answer=True, slack=0.0)
    assert (answers.settled, answers.quiet_at) == (False, 10.0 + QUIET_SECONDS)
    assert not any(complete(answers, now=12.0)), "late answers confirm nothing"
    answers.time_passed(10.0 + QUIET_SECONDS, can_answer=True, slack=0.0)
    assert not answers.settled, "the silence was broken"
    answers.time_passed(20.0, can_answer=False, slack=3.0)
    answers.time_passed(22.9 + QUIET_SECONDS, can_answer=True, slack=3.0)
    assert not answers.settled, "a printer in trouble cannot answer"
    answers.time_passed(23.0 + QUIET_SECONDS, can_answer=True, slack=3.0)
    assert answers.quiet_at is None


def test_a_ticket_of_which_nothing_left_owes_nothing() -> None:
    answers = PaperAnswers()
    answers.asked()
    answers.given_up(asked=False)
    assert answers.settled
