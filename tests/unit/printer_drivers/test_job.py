"""The fate of a ticket, step by step."""

from dataclasses import replace

import pytest

from printer_drivers import job
from printer_drivers.job import (
    CONFIRM_SECONDS_MAX,
    CUT_SECONDS,
    HOLD_SECONDS_MAX,
    SEND_STALL_SECONDS_MAX,
    Job,
    JobState,
)
from printer_drivers.status import Trouble

QUEUED = Job(printed_id="001p", cut_id="001c", bytes_total=100, print_seconds=1.0)
BEGUN = job.begin(QUEUED, now=10.0)
SENT = job.taken(BEGUN, 100, now=11.0)
BEYOND_PRINTING = 11.0 + 1.0 + CUT_SECONDS + CONFIRM_SECONDS_MAX


def test_confirmed_only_by_its_own_second_id() -> None:
    assert job.answered(SENT, "000c", 12.0).state is JobState.SENDING
    printed = job.answered(SENT, "001p", 12.0)
    assert printed.state is JobState.SENDING
    assert printed.body_printed
    assert job.answered(printed, "001c", 12.0).state is JobState.CONFIRMED


def test_an_answer_to_bytes_not_sent_is_not_believed() -> None:
    half = job.taken(BEGUN, 50, now=11.0)
    assert job.answered(half, "001c", 12.0).state is JobState.SENDING


def test_silence_of_a_printer_that_answers_means_unknown_and_of_one_that_never_does_unconfirmed() -> None:
    assert job.expired(SENT, BEYOND_PRINTING - 0.1, expects_answer=True).state is JobState.SENDING
    assert job.expired(SENT, BEYOND_PRINTING, expects_answer=True).state is JobState.UNKNOWN
    assert job.expired(SENT, BEYOND_PRINTING, expects_answer=False).state is JobState.SENT_UNCONFIRMED


def test_half_a_ticket_is_never_called_sent() -> None:
    half = job.taken(BEGUN, 50, now=11.0)
    assert job.expired(half, 11.0 + SEND_STALL_SECONDS_MAX, expects_answer=False).state is JobState.UNKNOWN


def test_a_line_that_takes_nothing_leaves_the_ticket_safe_to_print_again() -> None:
    stuck = job.expired(BEGUN, 10.0 + SEND_STALL_SECONDS_MAX, expects_answer=True)
    assert stuck.state is JobState.FAILED_BEFORE_SEND


def test_trouble_is_waited_out() -> None:
    held = job.troubled(SENT, Trouble.PAPER_OUT, 12.0)
    assert job.expired(held, BEYOND_PRINTING, expects_answer=True).state is JobState.SENDING
    given_up = job.expired(held, 12.0 + HOLD_SECONDS_MAX, expects_answer=True)
    assert (given_up.state, given_up.reason) == (JobState.UNKNOWN, "paper_out")
    refilled = job.troubled(held, None, 500.0)
    assert job.expired(refilled, 505.0, expects_answer=True).state is JobState.SENDING
    assert job.answered(refilled, "001c", 505.0).state is JobState.CONFIRMED


@pytest.mark.parametrize("trouble_first", [True, False])
def test_a_jam_after_printing_is_told_whichever_is_heard_first(trouble_first: bool) -> None:
    if trouble_first:
        jammed = job.answered(job.troubled(SENT, Trouble.CUTTER_ERROR, 12.0), "001p", 12.0)
    else:
        jammed = job.troubled(job.answered(SENT, "001p", 12.0), Trouble.CUTTER_ERROR, 12.0)
    assert (jammed.state, jammed.reason) == (JobState.PRINTED_NOT_CUT, "cutter_error")
    assert job.answered(jammed, "001c", 60.0).state is JobState.CONFIRMED


def test_first_id_without_the_second_is_printed_not_cut() -> None:
    printed = job.answered(SENT, "001p", 12.0)
    assert job.expired(printed, 12.0 + 60.0, expects_answer=True).state is JobState.PRINTED_NOT_CUT


def test_a_line_lost_before_the_first_byte_puts_the_ticket_back_and_after_it_makes_it_unknown() -> None:
    assert job.lost(BEGUN) == replace(QUEUED, deadline=None)
    assert job.lost(job.taken(BEGUN, 1, 11.0)).state is JobState.UNKNOWN
    assert job.lost(SENT).state is JobState.UNKNOWN


def test_paper_status_confirms_only_where_there_are_no_ids() -> None:
    assert job.paper_answered(SENT, expects_ids=False).state is JobState.CONFIRMED
    assert job.paper_answered(SENT, expects_ids=True).state is JobState.SENDING
    half = job.taken(BEGUN, 50, now=11.0)
    assert job.paper_answered(half, expects_ids=False).state is JobState.SENDING


def test_what_is_settled_stays_unless_the_cut_is_heard() -> None:
    unknown = job.lost(SENT)
    assert job.taken(unknown, 5, 20.0) == unknown
    assert job.troubled(unknown, Trouble.OFFLINE, 20.0) == unknown
    assert job.answered(unknown, "001p", 20.0) == unknown
    assert job.expired(unknown, 1e9, expects_answer=True) == unknown
    assert job.lost(unknown) == unknown
    assert job.answered(unknown, "001c", 20.0).state is JobState.CONFIRMED
