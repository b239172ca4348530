"""What staff say to the hall: in force for a while, few at a time, heard by zone."""

import pytest

from hall_server.domain import commands as c
from hall_server.domain.announcing import one_line
from hall_server.domain.model import ANNOUNCEMENTS_MAX, Heard
from tests.halls import DAY, MINUTE, MORNING, Rehearsal, document, open_hall

FIRST = "20261124-tb1"


def test_words_are_in_force_from_now_on_for_the_minutes_asked() -> None:
    hall = open_hall()
    hall.do(c.Announce("Mời quý vị uống nước", "Water is served", zone="main", minutes=15))
    one = hall.state.announcements[FIRST]
    assert (one.words.vi, one.words.en, one.zone) == ("Mời quý vị uống nước", "Water is served", "main")
    assert (one.made_at, one.until) == (MORNING, MORNING + 15 * MINUTE)


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\x00\u200b\ud800"])
def test_without_words_it_is_refused(blank: str) -> None:
    assert open_hall().refused(c.Announce(blank, "English alone")) == "announcement_empty"


def test_a_zone_that_the_hall_does_not_have_is_refused_with_those_that_it_has() -> None:
    hall = open_hall()
    assert hall.refused(c.Announce("Xin chào", zone="roof")) == "unknown_zone"
    hall.do(c.Announce("Xin chào"))
    assert hall.refused(c.ReportAnnouncementSpoken(FIRST, "roof", spoken=True)) == "unknown_zone"


def test_before_the_first_day_there_is_nobody_to_hear_it() -> None:
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document()))
    assert hall.refused(c.Announce("Xin chào")) == "day_closed"


def test_after_closing_it_can_be_said_too() -> None:
    hall = open_hall()
    hall.do(c.CloseDay(force=True))
    hall.do(c.Announce("Xin mời quý vị ra cửa chính", urgent=True))
    assert hall.state.announcements[FIRST].urgent


def test_too_many_at_a_time_are_refused_until_one_is_withdrawn_or_over() -> None:
    hall = open_hall()
    for _ in range(ANNOUNCEMENTS_MAX - 1):
        hall.do(c.Announce("Xin chào", minutes=60))
    hall.do(c.Announce("Xin chào", minutes=1))
    assert hall.refused(c.Announce("Xin chào")) == "too_many_announcements"
    hall.now += MINUTE
    hall.do(c.Announce("Xin chào", minutes=60))
    assert len(hall.state.announcements) == ANNOUNCEMENTS_MAX
    assert hall.refused(c.Announce("Xin chào")) == "too_many_announcements"
    hall.do(c.WithdrawAnnouncement(FIRST))
    hall.do(c.Announce("Xin chào"))
    assert f"20261124-tb{ANNOUNCEMENTS_MAX + 2}" in hall.state.announcements


def test_what_is_gone_can_neither_be_withdrawn_nor_heard() -> None:
    hall = open_hall()
    hall.do(c.Announce("Xin chào"))
    hall.do(c.WithdrawAnnouncement(FIRST))
    assert hall.refused(c.WithdrawAnnouncement(FIRST)) == "unknown_announcement"
    assert hall.refused(c.ReportAnnouncementSpoken(FIRST, "main", spoken=True)) == "unknown_announcement"


def test_each_zone_reports_for_itself_and_spoken_outweighs_not_spoken() -> None:
    hall = open_hall()
    hall.do(c.Announce("Xin chào"))
    hall.do(c.ReportAnnouncementSpoken(FIRST, "upstairs", spoken=True))
    hall.do(c.ReportAnnouncementSpoken(FIRST, "main", spoken=False, reason="no_voice"))
    assert hall.ask(c.ReportAnnouncementSpoken(FIRST, "main", spoken=False, reason="no_voice")) == ()
    hall.now += MINUTE
    hall.do(c.ReportAnnouncementSpoken(FIRST, "main", spoken=True))
    assert hall.ask(c.ReportAnnouncementSpoken(FIRST, "upstairs", spoken=False, reason="too_late")) == ()
    assert hall.state.announcements[FIRST].heard == (
        Heard("upstairs", MORNING, spoken=True),
        Heard("main", MORNING + MINUTE, spoken=True),
    )


def test_a_new_day_begins_without_any() -> None:
    hall = open_hall()
    hall.do(c.Announce("Xin chào", minutes=480))
    hall.now += DAY
    hall.do(c.CloseDay(force=True))
    hall.do(c.OpenDay())
    assert hall.state.announcements == {}
    hall.do(c.Announce("Xin chào"))
    assert list(hall.state.announcements) == ["20261125-tb1"]


def test_whatever_was_pasted_becomes_one_line() -> None:
    assert one_line(" Xe  43A-123.45\r\n\txin\x07 dời cho\u0302\u0303 ") == "Xe 43A-123.45 xin dời chỗ"
