"""One printer's line of tickets, without a line: what it sends, what it tells, when it waits."""

from dataclasses import replace

import pytest

from printer_drivers.encoder import GREETING_NULS, STATUS_ASKED_TIMES
from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, StatusChanged
from printer_drivers.job import CONFIRM_SECONDS_MAX, CUT_SECONDS, JobState
from printer_drivers.orders import Order
from printer_drivers.paper import PAPER_80
from printer_drivers.paper_answers import QUIET_SECONDS
from printer_drivers.profile import network_profile
from printer_drivers.session import ASK_AGAIN_SECONDS, GREETING_SECONDS_MAX, QUEUED_SECONDS_MAX
from printer_drivers.status import Trouble
from tests.unit.printer_drivers.session_bench import ASKING, BODY, PAPER_OUT, READY, Bench, answer


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_questions_come_before_everything_and_tickets_after_the_greeting(bench: Bench) -> None:
    bench.connect(says=b"")
    bench.ask("a")
    assert bench.sent.startswith(bytes(GREETING_NULS) + ASKING + b"\x1b@\x1da\x0e\x1d(H")
    assert BODY not in bench.sent
    bench.hear(READY + answer("001g"))
    assert bench.sent.count(BODY) == 1
    assert bench.sent.endswith(
        b"\x1d(H\x06\x0000002p\x1dVB\x00\x1d(H\x06\x0000002c" + b"\x1dr\x01" * STATUS_ASKED_TIMES
    )
    bench.hear(answer("002p"))
    assert bench.of_jobs() == []
    bench.hear(answer("002c"))
    assert bench.of_jobs() == [JobPrinted("a", 120.0)]


def test_a_printer_that_does_not_greet_is_sent_to_after_a_while_and_not_believed(bench: Bench) -> None:
    bench.connect(says=b"")
    bench.ask("a")
    assert bench.session.next_deadline() == GREETING_SECONDS_MAX
    bench.later(GREETING_SECONDS_MAX)
    assert BODY in bench.sent
    bench.later(120.0 / 150.0 + CUT_SECONDS + CONFIRM_SECONDS_MAX)
    assert bench.of_jobs() == [JobFailed("a", JobState.SENT_UNCONFIRMED, "no_answer")]


def test_one_ticket_at_a_time(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.ask("b")
    assert bench.sent.count(BODY) == 1
    bench.hear(answer("002c"))
    assert bench.sent.count(BODY) == 2
    bench.hear(answer("003c"))
    assert bench.of_jobs() == [JobPrinted("a", 120.0), JobPrinted("b", 120.0)]


def test_nothing_is_said_ready_before_the_printer_has_spoken(bench: Bench) -> None:
    bench.connect(says=b"")
    bench.hear(b"\x1a\x32\x12\x7e")  # the four answers of a printer without paper
    told = [fact.status.trouble for fact in bench.facts if isinstance(fact, StatusChanged)]
    assert told == [Trouble.NO_LINK, Trouble.PAPER_OUT]


def test_a_printer_in_trouble_gets_no_ticket_and_is_asked_again(bench: Bench) -> None:
    bench.connect(says=PAPER_OUT)
    bench.ask("a")
    assert BODY not in bench.sent
    assert bench.of_jobs() == [JobHeld("a", Trouble.PAPER_OUT)]
    asked = bench.sent.count(ASKING)
    bench.later(ASK_AGAIN_SECONDS)
    assert bench.sent.count(ASKING) == asked + 1
    bench.hear(b"\x12\x12\x12\x12")
    assert BODY in bench.sent
    bench.later(0.5)
    assert bench.of_jobs() == [JobHeld("a", Trouble.PAPER_OUT)]


def test_a_ticket_nobody_waits_for_any_more_is_not_printed(bench: Bench) -> None:
    bench.connect(says=PAPER_OUT)
    bench.ask("a")
    bench.later(QUEUED_SECONDS_MAX)
    assert bench.of_jobs()[-1] == JobFailed("a", JobState.FAILED_BEFORE_SEND, "paper_out")
    bench.hear(READY)
    assert BODY not in bench.sent


def test_a_ticket_whose_line_broke_before_its_first_byte_is_sent_on_the_next(bench: Bench) -> None:
    bench.connect()
    bench.session.submit(Order("a", BODY, 120.0, 0.0))
    bench.session.tick(0.0)
    assert BODY in bench.session.to_send
    bench.lose()
    bench.connect()
    assert bench.sent.count(BODY) == 1
    assert bench.sent.count(bytes(100)) == 0
    bench.later(0.1)
    bench.hear(answer("004c"))
    assert bench.of_jobs() == [JobPrinted("a", 120.0)]


def test_a_ticket_put_back_keeps_its_place(bench: Bench) -> None:
    bench.connect()
    bench.session.submit(Order("a", b"<first>", 120.0, 0.0))
    bench.session.submit(Order("b", b"<second>", 120.0, 0.0))
    bench.session.tick(0.0)
    bench.lose()
    bench.connect()
    assert b"<first>" in bench.sent
    assert b"<second>" not in bench.sent


def test_a_late_answer_still_counts(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.lose()
    bench.connect()
    bench.hear(answer("002c"))
    assert bench.of_jobs()[-1] == JobPrinted("a", 120.0)


def test_ids_of_earlier_attempts_confirm_nothing_else(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.hear(answer("002c"))
    bench.ask("b")
    bench.hear(answer("002c") + answer("001c"))
    assert bench.of_jobs() == [JobPrinted("a", 120.0)]


def test_stopping_says_what_is_known(bench: Bench) -> None:
    bench.connect()
    bench.ask("a")
    bench.ask("b")
    bench.session.stop()
    assert bench.session.take_facts() == [
        JobFailed("a", JobState.UNKNOWN, "stopped"),
        JobFailed("b", JobState.FAILED_BEFORE_SEND, "stopped"),
    ]


def test_no_deadline_is_in_the_past_after_a_tick(bench: Bench) -> None:
    """Otherwise the thread would spin."""
    bench.ask("a")
    for _ in range(200):
        deadline = bench.session.next_deadline()
        if deadline is None:
            break
        bench.now = max(bench.now, deadline)
        bench.turn()
        following = bench.session.next_deadline()
        assert following is None or following > bench.now
    assert bench.session.next_deadline() is None


def test_a_printer_found_to_know_ids_only_by_its_first_ticket_gets_the_next_one_at_once(bench: Bench) -> None:
    bench.connect(says=b"")
    bench.later(GREETING_SECONDS_MAX)
    bench.ask("a")
    bench.ask("b")
    bench.hear(answer("002p") + answer("002c"))
    assert bench.of_jobs() == [JobPrinted("a", 120.0)]
    assert bench.sent.count(BODY) == 2


def test_without_ids_late_answers_to_one_ticket_never_confirm_the_next() -> None:
    bench = Bench(replace(network_profile(PAPER_80), process_ids=False))
    bench.open_line()
    bench.hear(READY)
    bench.ask("a")
    bench.later(120.0 / 150.0 + CUT_SECONDS + CONFIRM_SECONDS_MAX)
    assert bench.of_jobs()[-1] == JobFailed("a", JobState.SENT_UNCONFIRMED, "no_answer")
    bench.ask("b")
    assert bench.sent.count(BODY) == 1, "it waits until no late answer can come"
    bench.hear(b"\x00" * STATUS_ASKED_TIMES)
    bench.later(QUIET_SECONDS - 0.1)
    assert bench.sent.count(BODY) == 1
    bench.later(0.2)
    assert bench.sent.count(BODY) == 2
    bench.hear(b"\x00" * STATUS_ASKED_TIMES)
    assert bench.of_jobs()[-1] == JobPrinted("b", 120.0)
