"""Languages, general announcements and quiet hours: what comes between calls, and what never does."""

from display.announcer import Announcer
from display.notices import NOTICES_MAX, Notice
from display.reading import Language
from display.sentences import Form
from display.utterances import Call, LeftOut, NoticeReport, NoticeUtterance, Report, Utterance

VI, EN = Language.VIETNAMESE, Language.ENGLISH
CALL = Call("20261124-A001-1", "20261124-A001", "A001", 2)
OTHER = Call("20261124-B002-1", "20261124-B002", "B002", 3)
NOTICE = Notice("n1", "Hệ thống tạm dừng.", "The system is paused.")
URGENT = Notice("fire", "Mời quý vị ra khỏi tòa nhà.", urgent=True, passes=2)

Said = tuple[str, int, Language, bool]


def an_announcer(*languages: Language) -> Announcer:
    return Announcer(lambda utterance: 6.0 if utterance.form is Form.FULL else 4.0, languages=languages or (VI, EN))


def told(utterance: Utterance | NoticeUtterance) -> Said:
    who = utterance.call.number if isinstance(utterance, Utterance) else utterance.notice.notice_id
    return (who, utterance.pass_number, utterance.language, utterance.with_chime)


def say(announcer: Announcer, passes: int = 99, now: float = 0.0) -> list[Said]:
    said: list[Said] = []
    while len(said) < passes and (utterance := announcer.next_utterance(now)) is not None:
        said.append(told(utterance))
        announcer.ended()
    return said


def test_vietnamese_twice_then_english_with_one_chime() -> None:
    announcer = an_announcer()
    announcer.call(CALL, 0.0)
    assert say(announcer) == [("A001", 1, VI, True), ("A001", 2, VI, False), ("A001", 3, EN, False)]
    assert announcer.take_reports() == [Report(CALL.call_id)]


def test_a_growing_line_takes_the_repeat_but_leaves_english_then_takes_that_too() -> None:
    announcer = an_announcer()
    announcer.call(CALL, 0.0)
    assert say(announcer, 1) == [("A001", 1, VI, True)]
    for number in range(2):
        announcer.call(Call(f"c{number}", f"t{number}", f"C{number:03}", 1), 0.0)
    assert say(announcer, 2) == [("A001", 2, EN, False), ("C000", 1, VI, True)]
    for number in range(2, 12):
        announcer.call(Call(f"c{number}", f"t{number}", f"C{number:03}", 1), 0.0)
    assert say(announcer, 2) == [("C001", 1, VI, False), ("C002", 1, VI, False)]


def test_a_notice_is_said_once_in_each_language_it_was_typed_in() -> None:
    announcer = an_announcer()
    announcer.notice(NOTICE, 0.0)
    announcer.notice(NOTICE, 1.0)
    announcer.notice(Notice("n2", "Chỉ tiếng Việt.", passes=2), 0.0)
    assert say(announcer) == [
        ("n1", 1, VI, True),
        ("n1", 2, EN, False),
        ("n2", 1, VI, True),
        ("n2", 2, VI, False),
    ]
    assert announcer.take_notice_reports() == [NoticeReport("n1"), NoticeReport("n2")]


def test_calls_go_before_a_notice_and_between_its_passes() -> None:
    announcer = an_announcer(VI)
    announcer.notice(Notice("n", "Xin chào.", passes=2), 0.0)
    announcer.call(CALL, 0.0)
    assert say(announcer, 3) == [("A001", 1, VI, True), ("A001", 2, VI, False), ("n", 1, VI, True)]
    announcer.call(OTHER, 0.0)
    assert say(announcer) == [("B002", 1, VI, True), ("B002", 2, VI, False), ("n", 2, VI, True)]


def test_an_urgent_notice_goes_before_all_calls_but_cuts_no_sentence_off() -> None:
    announcer = an_announcer(VI)
    announcer.call(CALL, 0.0)
    announcer.call(OTHER, 0.0)
    assert announcer.next_utterance(0.0) is not None
    announcer.notice(URGENT, 0.0)
    assert announcer.next_utterance(0.0) is None
    announcer.ended()
    assert say(announcer)[:4] == [
        ("fire", 1, VI, True),
        ("fire", 2, VI, False),
        ("A001", 2, VI, True),
        ("B002", 1, VI, True),
    ]


def test_a_notice_that_waited_too_long_is_left_out() -> None:
    announcer = an_announcer()
    announcer.notice(Notice("n", "Còn mười phút.", patience_seconds=60), 0.0, age_seconds=50)
    assert say(announcer, now=10.5) == []
    assert announcer.take_notice_reports() == [NoticeReport("n", LeftOut.LATE)]


def test_a_notice_taken_back_is_not_said_and_reported_once() -> None:
    announcer = an_announcer()
    announcer.notice(NOTICE, 0.0)
    announcer.withdraw("n1")
    announcer.withdraw("n1")
    announcer.withdraw("unheard of")
    assert say(announcer) == []
    assert [report.left_out for report in announcer.take_notice_reports()] == [LeftOut.WITHDRAWN] * 2


def test_a_notice_taken_back_while_it_is_said_is_said_to_its_end_and_not_again() -> None:
    announcer = an_announcer()
    announcer.notice(NOTICE, 0.0)
    announcer.next_utterance(0.0)
    announcer.withdraw("n1")
    announcer.ended()
    assert say(announcer) == []
    assert announcer.take_notice_reports() == [NoticeReport("n1")]


def test_a_notice_that_failed_is_reported_and_not_repeated() -> None:
    announcer = an_announcer()
    announcer.notice(NOTICE, 0.0)
    announcer.next_utterance(0.0)
    announcer.ended(LeftOut.NO_VOICE)
    assert say(announcer) == []
    assert announcer.take_notice_reports() == [NoticeReport("n1", LeftOut.NO_VOICE)]


def test_a_notice_without_a_text_in_the_halls_languages_is_told_at_once() -> None:
    announcer = an_announcer(VI)
    announcer.notice(Notice("n", " ", "English only"), 0.0)
    assert announcer.take_notice_reports() == [NoticeReport("n", LeftOut.NO_WORDS)]


def test_notices_are_bounded() -> None:
    announcer = an_announcer()
    for number in range(NOTICES_MAX + 1):
        announcer.notice(Notice(str(number), "Xin chào."), 0.0)
    assert announcer.take_notice_reports() == [NoticeReport(str(NOTICES_MAX), LeftOut.LINE_FULL)]


def test_in_quiet_hours_only_what_is_urgent_is_said() -> None:
    announcer = an_announcer(VI)
    announcer.be_quiet(True)
    announcer.call(CALL, 0.0)
    announcer.notice(NOTICE, 0.0)
    announcer.notice(URGENT, 0.0)
    assert say(announcer) == [("fire", 1, VI, True), ("fire", 2, VI, False)]
    assert announcer.take_reports() == [Report(CALL.call_id, LeftOut.QUIET)]
    announcer.be_quiet(False)
    assert say(announcer) == [("n1", 1, VI, True)]


def test_quiet_hours_that_begin_during_a_call_take_its_repeat() -> None:
    announcer = an_announcer(VI)
    announcer.call(CALL, 0.0)
    announcer.next_utterance(0.0)
    announcer.be_quiet(True)
    announcer.ended()
    assert say(announcer) == []
    assert announcer.take_reports() == [Report(CALL.call_id)]
