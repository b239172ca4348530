"""Which calls of the feed are spoken, and what is said of those that are not."""

import pytest

from display.announcer import LATE_SECONDS_MAX, Announcer
from display.hearing import hear
from display.utterances import LeftOut, Report
from hall_link.rows import CallRow
from tests.unit.display.rows import NOW_MS, a_call


@pytest.fixture
def announcer() -> Announcer:
    return Announcer(lambda _: 5.0)


def told(announcer: Announcer, *calls: CallRow, server_ms: int = NOW_MS) -> list[str]:
    hear(announcer, calls, server_ms, now=0.0)
    return [call.number for call in announcer.line]


def test_calls_are_heard_in_the_order_in_which_they_were_made(announcer: Announcer) -> None:
    assert told(announcer, a_call("A002", at=NOW_MS), a_call("A001", at=NOW_MS - 1)) == ["A001", "A002"]


def test_what_is_spoken_already_is_not_spoken_again_after_a_restart(announcer: Announcer) -> None:
    assert told(announcer, a_call("A001", spoken="spoken"), a_call("A002", spoken="not_spoken")) == []
    assert announcer.take_reports() == []


def test_a_call_over_before_it_was_heard_is_reported(announcer: Announcer) -> None:
    assert told(announcer, a_call("A001", current=False)) == []
    assert announcer.take_reports() == [Report("20261124-A001-1", LeftOut.OVER)]


def test_a_call_over_with_a_fact_on_record_is_not_reported_again(announcer: Announcer) -> None:
    told(announcer, a_call("A001", current=False, spoken="spoken"))
    assert announcer.take_reports() == []


def test_a_call_that_the_feed_no_longer_shows_is_over(announcer: Announcer) -> None:
    told(announcer, a_call("A001"), a_call("A002", at=NOW_MS + 1))
    assert told(announcer, a_call("A002", at=NOW_MS + 1)) == ["A002"]
    assert announcer.take_reports() == [Report("20261124-A001-1", LeftOut.OVER)]


def test_the_same_rows_again_change_nothing(announcer: Announcer) -> None:
    calls = [a_call("A001"), a_call("A002", at=NOW_MS + 1)]
    assert told(announcer, *calls) == told(announcer, *calls) == ["A001", "A002"]


def test_a_recall_takes_over_the_place_of_the_call_that_it_ends(announcer: Announcer) -> None:
    told(announcer, a_call("A001"), a_call("A002", at=NOW_MS + 1))
    line = told(
        announcer,
        a_call("A001", current=False),
        a_call("A002", at=NOW_MS + 1),
        a_call("A001", at=NOW_MS + 2, attempt=2),
    )
    assert line == ["A001", "A002"]
    assert announcer.line[0].call_id == "20261124-A001-2"
    assert announcer.take_reports() == [Report("20261124-A001-1", LeftOut.RECALLED)]


def test_age_is_told_by_the_servers_clock(announcer: Announcer) -> None:
    told(announcer, a_call("A001"), server_ms=NOW_MS + round(LATE_SECONDS_MAX * 1000) + 1)
    assert announcer.next_utterance(0.0) is None
    assert announcer.take_reports() == [Report("20261124-A001-1", LeftOut.LATE)]
