"""One voice in a zone: who stands by begins nothing and leaves nothing out; what is handed over is another's to say."""

import pytest

from display.announcer import LATE_SECONDS_MAX, Announcer
from display.notices import Notice
from display.utterances import Call, LeftOut, NoticeUtterance, Report, Utterance

CALL = Call("20261124-A001-1", "20261124-A001", "A001", 2)
OTHER = Call("20261124-B002-1", "20261124-B002", "B002", 3)
NOTICE = Notice("tb1", "Xin chào quý vị.", typed=True)


@pytest.fixture
def announcer() -> Announcer:
    return Announcer(lambda _: 5.0, passes=1)


def said(announcer: Announcer, now: float = 0.0) -> list[str]:
    found: list[str] = []
    while (utterance := announcer.next_utterance(now)) is not None:
        found.append(utterance.call.number if isinstance(utterance, Utterance) else utterance.notice.notice_id)
        announcer.ended()
    return found


def test_standing_by_it_begins_nothing_and_reports_nothing_and_goes_on_where_it_was(announcer: Announcer) -> None:
    announcer.stand_by(True)
    announcer.call(CALL, 0.0)
    announcer.notice(NOTICE, 0.0)
    assert said(announcer, now=LATE_SECONDS_MAX + 1) == []
    assert (announcer.take_reports(), announcer.take_notice_reports()) == ([], [])
    announcer.stand_by(False)
    assert said(announcer, now=10.0) == ["A001", "tb1"]


def test_who_waited_too_long_meanwhile_is_left_out_then(announcer: Announcer) -> None:
    announcer.stand_by(True)
    announcer.call(CALL, 0.0)
    announcer.stand_by(False)
    assert said(announcer, now=LATE_SECONDS_MAX + 1) == []
    assert announcer.take_reports() == [Report(CALL.call_id, LeftOut.LATE)]


def test_what_is_being_said_is_said_to_its_end(announcer: Announcer) -> None:
    announcer.call(CALL, 0.0)
    assert announcer.next_utterance(0.0) is not None
    announcer.stand_by(True)
    announcer.hand_over()
    announcer.ended()
    assert announcer.take_reports() == [Report(CALL.call_id)]


def test_what_was_handed_over_is_not_said_nor_reported(announcer: Announcer) -> None:
    announcer.call(CALL, 0.0)
    announcer.notice(NOTICE, 0.0)
    announcer.hand_over()
    assert said(announcer) == []
    assert (announcer.take_reports(), announcer.take_notice_reports()) == ([], [])


def test_when_the_voice_comes_back_what_is_still_unsaid_is_told_and_said(announcer: Announcer) -> None:
    announcer.call(CALL, 0.0)
    announcer.call(OTHER, 0.0)
    announcer.notice(NOTICE, 0.0)
    announcer.hand_over()
    announcer.answered_for(CALL.call_id)
    announcer.call(CALL, 1.0)
    announcer.call(OTHER, 1.0)
    announcer.notice(NOTICE, 1.0)
    assert said(announcer, now=1.0) == ["B002", "tb1"]


def test_a_repeat_is_not_begun_after_the_voice_went(announcer: Announcer) -> None:
    twice = Announcer(lambda _: 5.0, passes=2)
    twice.call(CALL, 0.0)
    assert twice.next_utterance(0.0) is not None
    twice.ended()
    twice.hand_over()
    assert twice.next_utterance(0.0) is None


def test_a_notice_that_another_zone_voice_has_said_leaves_the_line_but_not_in_the_middle(announcer: Announcer) -> None:
    urgent = Notice("tb2", "Mời quý vị ra cửa chính.", urgent=True, passes=2)
    announcer.notice(NOTICE, 0.0)
    announcer.notice(urgent, 0.0)
    first = announcer.next_utterance(0.0)
    assert isinstance(first, NoticeUtterance)
    announcer.ended()
    announcer.notice_answered_for("tb2")
    announcer.notice_answered_for("tb1")
    assert said(announcer) == ["tb2"]
    assert announcer.notices == []
