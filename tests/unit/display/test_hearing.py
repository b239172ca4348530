"""Who may speak; which calls and announcements of the feed are spoken, and what is said of those that are not."""

import pytest

from display.announcer import LATE_SECONDS_MAX, Announcer
from display.hearing import has_voice, hear, hear_announcements
from display.notices import Notice
from display.utterances import LeftOut, NoticeReport, NoticeUtterance, Report
from hall_link.mirror import Mirror
from hall_link.rows import AnnouncementRow, BoardRow, CallRow, HeardInZone, Words
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


def test_what_another_board_has_spoken_meanwhile_leaves_the_line_without_a_word(announcer: Announcer) -> None:
    told(announcer, a_call("A001"), a_call("A002", at=NOW_MS + 1))
    assert told(announcer, a_call("A001", spoken="spoken"), a_call("A002", at=NOW_MS + 1)) == ["A002"]
    assert announcer.take_reports() == []


@pytest.mark.parametrize(
    ("rows", "may"), [((), False), ((("one", True),), True), ((("one", False), ("two", True)), False)]
)
def test_only_the_board_that_the_server_chose_may_speak(rows: tuple[tuple[str, bool], ...], may: bool) -> None:
    mirror = Mirror()
    boards = [BoardRow(name, "main", voice=True, answers=True, speaks=speaks, since=NOW_MS) for name, speaks in rows]
    mirror.rows = {row.key: row for row in boards}
    assert has_voice(mirror, "one") is may


def typed(one: str, *heard: HeardInZone, zone: str = "", urgent: bool = False, at: int = NOW_MS) -> AnnouncementRow:
    return AnnouncementRow(one, Words("Xin chào"), urgent, zone, at, at + 600_000, list(heard))


def announced(announcer: Announcer, *rows: AnnouncementRow, server_ms: int = NOW_MS) -> list[str]:
    hear_announcements(announcer, rows, "main", server_ms, now=0.0)
    return [notice.notice_id for notice in announcer.notices]


def test_announcements_for_this_zone_or_for_all_wait_in_the_order_in_which_they_were_made(announcer: Announcer) -> None:
    rows = (typed("tb2", at=NOW_MS + 1), typed("tb1", zone="main"), typed("tb3", zone="upstairs"))
    assert announced(announcer, *rows) == announced(announcer, *rows) == ["tb1", "tb2"]


def test_what_this_zone_has_heard_or_what_is_over_is_not_said(announcer: Announcer) -> None:
    here, there = HeardInZone("main", NOW_MS, spoken=True), HeardInZone("upstairs", NOW_MS, spoken=True)
    assert announced(announcer, typed("tb1", here), typed("tb2", there), typed("tb3", at=NOW_MS - 600_000)) == ["tb2"]
    assert announced(announcer, typed("tb2", here, there)) == []
    assert announcer.take_notice_reports() == []


def test_an_urgent_one_is_said_twice_and_lives_as_long_as_it_is_in_force(announcer: Announcer) -> None:
    announced(announcer, typed("tb1", urgent=True), server_ms=NOW_MS + 599_000)
    first = announcer.next_utterance(0.5)
    assert isinstance(first, NoticeUtterance)
    assert (first.notice.passes, first.notice.patience_seconds) == (2, 600.0)


def test_a_withdrawn_one_is_not_begun_and_those_of_the_hall_itself_stay(announcer: Announcer) -> None:
    announcer.notice(Notice("closing", "Còn 30 phút"), 0.0)
    announced(announcer, typed("tb1"))
    assert announced(announcer) == ["closing"]
    assert announcer.take_notice_reports() == [NoticeReport("tb1", LeftOut.WITHDRAWN)]
