"""The hall speaks by itself: last numbers soon, sorry for the wait; each occasion once."""

from display.occasions import APOLOGY_AGAIN_SECONDS, Closing, LateField, Occasions, Outlook

DAY = "2026-11-24"
LATE = LateField("HT", "Hộ tịch", "", 45)


def minutes_said(occasions: Occasions, *lefts: int | None, date: str = DAY) -> list[str]:
    outlooks = [Outlook(date, () if left is None else (Closing(left),)) for left in lefts]
    return [notice.vi for outlook in outlooks for notice in occasions.due(outlook, 0.0)]


def test_closing_soon_is_said_at_each_mark_once() -> None:
    said = minutes_said(Occasions(), 60, 31, 30, 30, 29, 12, 10, 9, 1)
    assert [words[:32] for words in said] == ["Kính thưa quý vị, còn 30 phút nữ", "Kính thưa quý vị, còn 10 phút nữ"]


def test_a_board_that_was_away_says_the_minutes_that_are_left() -> None:
    occasions = Occasions()
    assert "còn 28 phút" in minutes_said(occasions, 28)[0]
    assert minutes_said(occasions, 20, 7) == []


def test_a_closed_hall_is_silent_and_a_new_day_begins_anew() -> None:
    occasions = Occasions()
    assert minutes_said(occasions, None) == []
    assert len(minutes_said(occasions, 30)) == len(minutes_said(occasions, 30, date="2026-11-25")) == 1


def test_sorry_is_said_with_the_new_range_and_again_only_after_a_while() -> None:
    occasions = Occasions()
    outlook = Outlook(DAY, late=(LATE,))
    (first,) = occasions.due(outlook, 0.0)
    assert "Xin lỗi" in first.vi
    assert "không quá 45 phút" in first.vi
    assert "Hộ tịch" in first.en
    assert occasions.due(outlook, APOLOGY_AGAIN_SECONDS - 1) == []
    (second,) = occasions.due(outlook, APOLOGY_AGAIN_SECONDS)
    assert second.notice_id != first.notice_id


def test_where_nothing_is_foretold_sorry_is_said_without_a_promise() -> None:
    (notice,) = Occasions().due(Outlook(DAY, late=(LateField("HT", "Hộ tịch", "Civil status", None),)), 0.0)
    assert "phút" not in notice.vi
    assert "Civil status" in notice.en


def test_a_field_that_ends_before_the_hall_is_named() -> None:
    occasions = Occasions()
    closings = (Closing(10, "DD", "Đất đai", "Land"), Closing(30))
    land, hall = occasions.due(Outlook(DAY, closings), 0.0)
    assert "còn 10 phút nữa lĩnh vực Đất đai ngừng phát số" in land.vi
    assert "the field Land" in land.en
    assert "còn 30 phút nữa bộ phận một cửa ngừng phát số" in hall.vi
    assert occasions.due(Outlook(DAY, closings), 0.0) == []
