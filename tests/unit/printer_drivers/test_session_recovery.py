"""When a new line begins by freeing the printer from what the last one broke off in it, and when no longer."""

from dataclasses import replace

import pytest

from printer_drivers.encoder import GREETING_NULS, STATUS_ASKED_TIMES
from printer_drivers.facts import JobFailed, JobPrinted
from printer_drivers.job import CONFIRM_SECONDS_MAX, CUT_SECONDS, HOLD_SECONDS_MAX, JobState
from printer_drivers.line_doubt import UNPROVEN_SECONDS
from printer_drivers.orders import Order
from printer_drivers.paper import PAPER_80
from printer_drivers.profile import network_profile
from printer_drivers.session import GREETING_SECONDS_MAX
from tests.unit.printer_drivers.session_bench import BODY, PAPER_OUT, READY, Bench, answer

WITHOUT_IDS = replace(network_profile(PAPER_80), process_ids=False)
ONE_WAY = network_profile(PAPER_80).silent()
NO_ANSWER_SECONDS = 120.0 / 150.0 + CUT_SECONDS + CONFIRM_SECONDS_MAX


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_ticket_whose_line_broke_inside_it_is_not_sent_again_and_the_next_line_recovers(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.lose()
    assert bench.of_jobs() == [JobFailed("a", JobState.UNKNOWN, "no_link")]
    before = len(bench.sent)
    bench.connect()
    assert bench.sent[before:].startswith(bytes(4096))
    assert bench.sent.count(BODY) == 1


def test_recovery_is_sent_until_a_greeting_after_it_was_answered(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.lose()
    bench.session.connected(bench.now)
    bench.session.taken(100, bench.now)
    bench.lose()
    bench.session.connected(bench.now)
    assert bench.session.to_send.startswith(bytes(4096))
    bench.turn()
    bench.lose()
    bench.session.connected(bench.now)
    assert bench.session.to_send.startswith(bytes(4096)), "what was taken may have been lost with the line"
    bench.lose()
    bench.connect()
    bench.lose()
    bench.session.connected(bench.now)
    assert not bench.session.to_send.startswith(bytes(GREETING_NULS + 1))


def test_a_ticket_given_up_with_bytes_unsent_resets_the_line(bench: Bench) -> None:
    bench.connect()
    bench.session.submit(Order("a", BODY, 120.0, bench.now))
    bench.session.tick(bench.now)
    bench.session.taken(3, bench.now)
    bench.session.received(PAPER_OUT, bench.now)
    bench.session.tick(bench.now + HOLD_SECONDS_MAX)
    assert bench.session.line_must_reset
    assert JobFailed("a", JobState.UNKNOWN, "paper_out") in bench.session.take_facts()
    bench.lose()
    bench.connect(says=b"")
    assert bytes(4096) in bench.sent


@pytest.mark.parametrize("answers", [READY, b"\x12\x12\x12\x12"], ids=["automatic", "real time"])
def test_without_ids_no_word_of_the_printer_proves_that_it_was_freed(answers: bytes) -> None:
    """What it says may have been said before it got the recovery, which is lost with the line then."""
    bench = Bench(WITHOUT_IDS)
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.lose()
    bench.open_line()
    bench.hear(answers)
    bench.lose()
    assert bench.recovers()


def test_a_recovery_that_waits_for_paper_is_not_done_however_long_that_takes(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.lose()
    bench.open_line()
    bench.hear(PAPER_OUT)
    bench.later(UNPROVEN_SECONDS + 2 * GREETING_SECONDS_MAX)
    bench.lose()
    assert bench.recovers()


def test_without_ids_time_proves_nothing_as_long_as_there_is_no_paper() -> None:
    bench = Bench(WITHOUT_IDS)
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.lose()
    bench.open_line()
    bench.hear(PAPER_OUT)
    bench.later(10 * UNPROVEN_SECONDS)
    bench.hear(READY)
    bench.lose()
    assert bench.recovers()


def test_a_ticket_given_up_without_an_answer_may_still_stand_in_the_printer(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.later(NO_ANSWER_SECONDS)
    assert bench.of_jobs() == [JobFailed("a", JobState.UNKNOWN, "no_answer")]
    bench.later(10 * UNPROVEN_SECONDS)
    bench.lose()
    assert bench.recovers()


def test_a_late_answer_proves_that_nothing_stands_in_the_printer(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.later(NO_ANSWER_SECONDS)
    bench.hear(answer("002c"))
    assert bench.of_jobs()[-1] == JobPrinted("a", 120.0)
    bench.lose()
    assert not bench.recovers()


def test_an_answer_to_the_ticket_before_proves_nothing_of_the_one_in_hand(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.later(NO_ANSWER_SECONDS)
    bench.ask("b")
    bench.hear(answer("002c"))
    bench.lose()
    assert bench.recovers()


def test_without_ids_a_confirmed_ticket_proves_the_line() -> None:
    bench = Bench(WITHOUT_IDS)
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.hear(b"\x00" * STATUS_ASKED_TIMES)
    assert bench.of_jobs() == [JobPrinted("a", 120.0)]
    bench.lose()
    assert not bench.recovers()


def test_without_ids_a_printer_that_has_confirmed_before_is_not_believed_by_its_silence() -> None:
    bench = Bench(WITHOUT_IDS)
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.hear(b"\x00" * STATUS_ASKED_TIMES)
    bench.ask("b")
    bench.later(NO_ANSWER_SECONDS)
    bench.later(10 * UNPROVEN_SECONDS)
    assert bench.of_jobs()[-1] == JobFailed("b", JobState.UNKNOWN, "no_answer")
    bench.lose()
    assert bench.recovers()


def test_a_printer_that_proves_nothing_is_believed_after_a_while_of_peace() -> None:
    """Otherwise every morning would begin with a slip of waste."""
    bench = Bench(replace(WITHOUT_IDS, transmit_status=False))
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.later(NO_ANSWER_SECONDS)
    assert bench.of_jobs() == [JobFailed("a", JobState.SENT_UNCONFIRMED, "no_answer")]
    bench.later(UNPROVEN_SECONDS)
    bench.lose()
    assert not bench.recovers()


def test_a_spooler_takes_whole_tickets_and_is_never_freed() -> None:
    bench = Bench(ONE_WAY)
    bench.open_line()
    bench.ask("a")
    bench.lose()
    assert not bench.recovers()
