"""The hall speaks by itself: closing soon, sorry for the wait; each occasion once."""

from display.occasions import APOLOGY_AGAIN_SECONDS, LateField, Occasions, Outlook

DAY = "2026-11-24"
LATE = LateField("HT", "Hộ tịch", "", 30, 45)


def minutes_said(occasions: Occasions, *lefts: int | None, date: str = DAY) -> list[str]:
    return [notice.vi for left in lefts for notice in occasions.due(Outlook(date, left), 0.0)]


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
    outlook = Outlook(DAY, None, (LATE,))
    (first,) = occasions.due(outlook, 0.0)
    assert "Xin lỗi" in first.vi
    assert "30 đến 45 phút" in first.vi
    assert "Hộ tịch" in first.en
    assert occasions.due(outlook, APOLOGY_AGAIN_SECONDS - 1) == []
    (second,) = occasions.due(outlook, APOLOGY_AGAIN_SECONDS)
    assert second.notice_id != first.notice_id
