"""The pages from rows alone, in English too, and columns that stand under each other."""

from __future__ import annotations

from hall_link.feed import Snapshot
from hall_link.mirror import Mirror
from hall_link.preview import HallPreview, PreviewedCounter, PreviewedMove
from hall_link.rows import (
    AnnouncementRow,
    AnyRow,
    BoardRow,
    CallRow,
    CounterRow,
    FieldRow,
    HallRow,
    HeardInZone,
    TicketRow,
    Words,
)
from hall_link.story import StoryPassing, TicketStory
from staff.access import Standing
from staff.announce_page import announced_page, announcements_page, full_id
from staff.preview_page import preview_page
from staff.status_page import status_page
from staff.story_page import story_page
from staff.wording import table
from tests.halls import HOUR, MINUTE, MORNING

ZONE = "Asia/Ho_Chi_Minh"
HALL = HallRow("h", Words("Bộ phận", "Centre"), Words("Phường"), "", ZONE, "07:30", "17:00", "open", "2026-11-24")


def standing(*rows: AnyRow, feeds: dict[str, int] | None = None) -> Standing:
    mirror = Mirror()
    mirror.replace(Snapshot(1, "m", MORNING, list(rows)))
    return Standing(mirror, MORNING, feeds or {})


def test_a_quiet_hall_needs_no_hand() -> None:
    field = FieldRow("HT", "A", Words("Hộ tịch", "Civil status"), "baby", 0, True, [1], 0, None)
    page = status_page(standing(HALL, field, feeds={"kiosk": 1, "display": 2}), "en")
    assert page[0] == "Centre · 08:00 · giving numbers"
    assert page[-1] == "  nothing"
    assert "kiosks: 1, counter screens: 0, wallboards: 2" in page[-4]


def test_a_hall_without_a_document_says_so() -> None:
    assert status_page(standing(), "vi") == ["Bộ phận chưa có cấu hình."]


def test_who_stays_away_beyond_the_agreed_time_is_named() -> None:
    held = TicketRow("t", "A001", "HT", None, "on_hold", MORNING - HOUR, 0, 1, hold_until=MORNING - MINUTE)
    counter = CounterRow(1, "main", "paused", ["HT"], helps=["DD"], pause_reason="lunch")
    page = "\n".join(status_page(standing(HALL, held, counter), "en"))
    assert "A001: was expected back at 07:59" in page
    assert "paused: lunch" in page
    assert "HT (DD)" in page


def test_a_story_with_something_untold_or_unexplained_says_it_aloud() -> None:
    ticket = TicketRow("20261124-A001", "A001", "HT", None, "missed", MORNING, MORNING, 1)
    passed = [StoryPassing(MORNING, "c", "A009", 1, None, Words("A009 trước", "A009 first"))]
    page = story_page(TicketStory(ticket, [], passed, 3, 1, 0, 7, 1), ZONE, "en")
    assert "  08:00  ↷  A009 first" in page
    assert "7 more are not listed." in page
    assert page[-1].startswith("WITHOUT A REASON: 1.")


def test_a_preview_shows_what_changes_and_what_stays() -> None:
    found = HallPreview(
        MORNING,
        [PreviewedCounter(1, ["A001"], ["A001"]), PreviewedCounter(2, ["B001"], [])],
        [PreviewedMove("A002", 3, 5)],
        [],
    )
    page = preview_page(found, ZONE, "en")
    assert "  Counter 1: A001" in page
    assert "  Counter 2: B001  →  –" in page
    assert "  A002  3 → 5" in page
    assert page[-1] == "  nothing differs"


def test_columns_stand_under_each_other_whatever_the_letters() -> None:
    assert table([("Đất đai", "1"), ("HT", "22")]) == ["  Đất đai  1", "  HT       22"]
    assert table([]) == []


def a_call(seconds_ago: int, *, shown: bool) -> CallRow:
    called_at = MORNING - seconds_ago * 1000
    shown_at = called_at + 100 if shown else None
    return CallRow("c", "t", "A001", "HT", 1, "main", called_at, 1, "first_come", 0, True, shown_at=shown_at)


def warnings(*rows: AnyRow) -> list[str]:
    page = status_page(standing(HALL, *rows, feeds={"kiosk": 1, "display": 1}), "en")
    return [line.strip() for line in page[page.index("NEEDS A HAND") + 1 :]]


def test_a_call_whose_ticks_do_not_come_is_named_in_time() -> None:
    assert warnings(a_call(5, shown=False)) == ["nothing"]
    assert warnings(a_call(6, shown=False)) == ["! A001: no wallboard has shown it"]
    assert warnings(a_call(30, shown=True)) == ["nothing"]
    assert warnings(a_call(31, shown=True)) == ["! A001: has not been heard yet"]


def test_a_board_that_does_not_answer_and_a_zone_without_a_voice_are_named() -> None:
    gone = BoardRow("display-1", "main", voice=True, answers=False, speaks=False, since=MORNING - MINUTE)
    other = BoardRow("display-2", "main", voice=True, answers=True, speaks=True, since=MORNING)
    assert warnings(gone, other) == ["! wallboard display-1 (zone main) has not answered since 07:59"]
    assert warnings(gone)[1:] == ["! zone main: no wallboard speaks"]
    mute = BoardRow("display-3", "upstairs", voice=False, answers=True, speaks=False, since=MORNING)
    assert warnings(other, mute) == ["! zone upstairs: no wallboard speaks"]


def announcement(serial: int, *heard: HeardInZone, until: int = MORNING + MINUTE) -> AnnouncementRow:
    words = Words("Mời quý vị uống nước.", "Water is served.")
    return AnnouncementRow(f"20261124-tb{serial}", words, serial == 2, "", MORNING, until, list(heard))


def test_announcements_in_force_with_what_each_zone_has_heard() -> None:
    spoken, failed = HeardInZone("main", MORNING, spoken=True), HeardInZone("up", MORNING, False, "no_voice")
    rows = [announcement(2, spoken, failed), announcement(1), announcement(3, until=MORNING)]
    assert announcements_page(rows, MORNING, ZONE, "en") == [
        "  tb1  until 08:01  whole hall          Water is served.  [not spoken yet]",
        "  tb2  until 08:01  whole hall  urgent  Water is served.  [main: spoken, up: not spoken (no_voice)]",
    ]
    assert announcements_page([], MORNING, ZONE, "vi") == ["Không có thông báo nào."]
    assert "./hall announce --withdraw tb1" in announced_page(announcement(1), ZONE, "vi")[1]


def test_an_announcement_is_named_as_people_type_it() -> None:
    rows = [announcement(1)]
    assert full_id("TB1", rows) == "20261124-tb1"
    assert full_id("tb9", rows) == "tb9"
