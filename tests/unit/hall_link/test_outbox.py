"""What becomes of commands: one outcome each, the same id in every attempt, order kept, everything bounded."""

import msgspec
import pytest

from hall_link import outbox, problems
from hall_link.commands import CallNext, CloseCounter, Command, IssueTicket, ReportPrinted, ReportShown
from hall_link.effects import Accepted, DropPost, PostCommand, Refused, Unreached
from hall_link.feed import Snapshot
from hall_link.messages import COMMANDS, CalledResult, IssuedResult, NoResult
from hall_link.outbox import (
    BUG_ANSWERS_MAX,
    COMMANDS_OUTSTANDING_MAX,
    FACTS_OUTSTANDING_MAX,
    REQUEST_SECONDS_MAX,
    RETRY_AFTER_SECONDS_MAX,
)
from tests.unit.hall_link.driven import SERVER, Driven
from tests.unit.hall_link.makers import error, hall, problem, reply, ticket

CLOSE = CloseCounter(3)


@pytest.fixture
def driven() -> Driven:
    made = Driven()
    made.go_live()
    return made


def keep_alive(driven: Driven, seconds: float) -> None:
    """Let time pass on a feed that keeps beating."""
    posts = []
    while seconds > 0:
        step = min(seconds, 1.0)
        driven.pass_time(step)
        posts += driven.effects
        driven.beat(driven.session.mirror.seq)
        seconds -= step
    driven.effects = posts


def test_a_command_is_posted_at_once_and_accepted(driven: Driven) -> None:
    driven.submit(IssueTicket("HT"), "id-1")
    (post,) = driven.posts
    assert (post.command_id, post.attempt, post.server_url, post.name) == ("id-1", 1, SERVER, "issue_ticket")
    assert msgspec.json.decode(post.body, type=IssueTicket) == IssueTicket("HT")
    result = IssuedResult(ticket(7), 3, [1, 2])
    driven.answer(post, 200, reply("id-1", seq=9, result=result))
    assert driven.outcomes("id-1") == [Accepted("id-1", 9, 1000, result, "ab" * 8)]
    assert driven.session._outbox.outstanding == 0


def test_every_command_of_the_table_can_be_submitted() -> None:
    assert set(outbox._SPECS) == {spec.command for spec in COMMANDS}
    facts = {spec.name for spec in COMMANDS if outbox.is_fact(spec)}
    assert facts == {
        "report_printed",
        "report_print_failed",
        "report_printer",
        "report_shown",
        "report_spoken",
        "report_announcement_spoken",
    }


@pytest.mark.parametrize(("family", "status"), [("refusal", 409), ("request", 422), ("request", 401)])
def test_a_refusal_is_final(driven: Driven, family: str, status: int) -> None:
    driven.submit(CLOSE, "id-1")
    driven.answer(driven.posts[0], status, error(problem(family)))
    assert driven.outcomes("id-1") == [Refused(problem(family))]
    keep_alive(driven, 20)
    assert driven.posts == []


def test_no_connection_is_tried_again_with_the_same_id_until_patience_ends(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1", patience_seconds=3)
    attempts = []
    while driven.posts:
        (post,) = driven.posts
        attempts.append((post.command_id, post.attempt))
        driven.fail(post)
        keep_alive(driven, 1)
    keep_alive(driven, 3)
    assert attempts[:3] == [("id-1", 1), ("id-1", 2), ("id-1", 3)]
    assert driven.outcomes("id-1") == [Unreached(problems.UNREACHED)]


def test_an_answer_that_does_not_come_is_given_up_and_asked_for_again(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    keep_alive(driven, REQUEST_SECONDS_MAX + 1)
    assert DropPost("id-1", 1) in driven.effects
    assert [post.attempt for post in driven.posts] == [2]


def test_a_late_answer_to_an_attempt_given_up_settles_it(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    (first,) = driven.posts
    keep_alive(driven, REQUEST_SECONDS_MAX + 1)
    driven.answer(first, 200, reply("id-1"))
    assert driven.effects[0] == DropPost("id-1", 2)
    assert driven.outcomes("id-1") == [Accepted("id-1", 7, 1000, NoResult(), "ab" * 8)]


def test_an_attempt_given_up_that_fails_late_is_old_news(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    (first,) = driven.posts
    keep_alive(driven, REQUEST_SECONDS_MAX + 1)
    driven.fail(first)
    assert driven.effects == []
    keep_alive(driven, 1)
    assert driven.posts == []


def test_the_end_of_patience_drops_what_is_under_way_and_says_so_once(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1", patience_seconds=2)
    (post,) = driven.posts
    keep_alive(driven, 2.5)
    assert DropPost("id-1", 1) in driven.effects
    driven.answer(post, 200, reply("id-1"))
    assert driven.outcomes("id-1") == [Unreached(problems.UNREACHED)]


def test_not_now_is_tried_again_when_the_server_says(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    driven.answer(driven.posts[0], 503, error(problem("environment", retry_after_ms=2500)))
    keep_alive(driven, 2.4)
    assert driven.posts == []
    keep_alive(driven, 0.2)
    driven.answer(driven.posts[0], 200, reply("id-1"))
    assert driven.outcomes("id-1") == [Accepted("id-1", 7, 1000, NoResult(), "ab" * 8)]


def test_the_servers_reason_is_what_the_person_is_told_in_the_end(driven: Driven) -> None:
    no_disk = problem("environment", code="disk_full", retry_after_ms=9_000_000)
    driven.submit(CLOSE, "id-1", patience_seconds=RETRY_AFTER_SECONDS_MAX / 2)
    driven.answer(driven.posts[0], 503, error(no_disk))
    keep_alive(driven, RETRY_AFTER_SECONDS_MAX / 2)
    assert driven.outcomes("id-1") == [Unreached(no_disk)]


def test_a_fault_of_the_server_is_tried_a_few_times_only(driven: Driven) -> None:
    driven.submit(ReportShown("c"), "id-1", patience_seconds=3600)
    for _ in range(BUG_ANSWERS_MAX):
        driven.answer(driven.posts[0], 500, error(problem("bug")))
        keep_alive(driven, 5)
    assert driven.outcomes("id-1") == [Unreached(problem("bug"))]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b""),
        (200, b"<html>"),
        (200, reply("another-id", result=CalledResult(None))),
        (200, reply("id-1", result={"ticket": 5})),
        (502, b"Bad Gateway"),
        (302, b""),
        (409, b'{"error":{}}'),
    ],
)
def test_what_is_no_answer_settles_nothing(driven: Driven, status: int, body: bytes) -> None:
    driven.submit(CallNext(3), "id-1")
    driven.answer(driven.posts[0], status, body)
    assert driven.outcomes("id-1") == []
    keep_alive(driven, 1)
    driven.answer(driven.posts[0], 200, reply("id-1", result=CalledResult(None)))
    assert driven.outcomes("id-1") == [Accepted("id-1", 7, 1000, CalledResult(None), "ab" * 8)]


def test_before_the_feed_was_live_nothing_is_posted_then_at_once() -> None:
    driven = Driven()
    driven.start()
    driven.submit(CLOSE, "id-1")
    assert driven.posts == []
    driven.go_live(hall())
    assert [post.command_id for post in driven.posts] == ["id-1"]


def test_a_server_that_has_not_shown_the_hall_is_never_asked_anything() -> None:
    driven = Driven(hall_id="hall-2")
    driven.start("http://a", "http://b")
    driven.submit(CLOSE, "id-1")
    driven.open()
    driven.hear(Snapshot(5, "m5", 0, [hall("hall-1")]))
    driven.pass_time(1)
    driven.open()
    driven.hear(Snapshot(5, "m5", 0, [hall("hall-2")]))
    assert [post.server_url for post in driven.of(PostCommand, everything=True)] == ["http://b"]


def test_while_the_feed_is_away_the_last_server_is_still_asked(driven: Driven) -> None:
    driven.lose()
    driven.submit(CLOSE, "id-1")
    assert [post.server_url for post in driven.posts] == [SERVER]


def test_when_the_feed_is_back_a_pause_is_not_finished(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1", patience_seconds=100)
    driven.answer(driven.posts[0], 503, error(problem("environment", retry_after_ms=50_000)))
    driven.lose()
    driven.pass_time(1)
    driven.open()
    driven.update(5, 5)
    assert [post.attempt for post in driven.posts] == [2]


def test_order_is_kept_among_commands_and_among_facts_and_neither_waits_for_the_other(driven: Driven) -> None:
    driven.submit(ReportPrinted("t-1"), "fact-1", 3600)
    (fact,) = driven.posts
    driven.submit(ReportShown("c-1"), "fact-2", 3600)
    assert driven.posts == []
    driven.submit(CLOSE, "id-1")
    (press,) = driven.posts
    driven.submit(CallNext(3), "id-2")
    assert driven.posts == []
    driven.fail(fact)
    driven.answer(press, 200, reply("id-1"))
    assert [post.command_id for post in driven.posts] == ["id-2"]
    keep_alive(driven, 1)
    assert [post.command_id for post in driven.posts] == ["fact-1"]
    driven.answer(driven.posts[0], 200, reply("fact-1"))
    assert [post.command_id for post in driven.posts] == ["fact-2"]


def test_who_waits_behind_another_has_patience_of_its_own(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1", patience_seconds=60)
    driven.submit(CLOSE, "id-2", patience_seconds=2)
    keep_alive(driven, 2)
    assert driven.outcomes("id-2") == [Unreached(problems.UNREACHED)]
    assert driven.outcomes("id-1") == []


@pytest.mark.parametrize(
    ("command", "most"), [(CLOSE, COMMANDS_OUTSTANDING_MAX), (ReportShown("c"), FACTS_OUTSTANDING_MAX)]
)
def test_more_than_the_bound_is_refused_in_words(driven: Driven, command: Command, most: int) -> None:
    for place in range(most):
        driven.submit(command, f"id-{place}")
        assert driven.outcomes(f"id-{place}") == []
    driven.submit(command, "one-more")
    assert driven.outcomes("one-more") == [Refused(problems.TOO_MANY_OUTSTANDING)]


def test_stopping_settles_everything(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    driven.submit(CLOSE, "id-2")
    driven.stop()
    assert driven.outcomes("id-1") == driven.outcomes("id-2") == [Unreached(problems.LINK_STOPPED)]
    assert DropPost("id-1", 1) in driven.effects
    assert driven.session.deadline() is None


def test_one_id_for_two_commands_is_a_mistake_of_ours(driven: Driven) -> None:
    driven.submit(CLOSE, "id-1")
    with pytest.raises(AssertionError):
        driven.submit(CLOSE, "id-1")
