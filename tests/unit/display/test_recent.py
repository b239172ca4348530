"""The list: everybody long enough, the newest on top."""

from display.newest import HOLD_SECONDS, BoardCall
from display.recent import LINES_MAX, WAITING_MAX, RecentList


def call(number: int, attempt: int = 1) -> BoardCall:
    return BoardCall(f"{number}-{attempt}", f"t{number}", f"A{number:03}", 1)


def numbers(recent: RecentList) -> list[int]:
    return [int(one.number[1:]) for one in recent.calls]


def test_while_there_is_room_everybody_comes_in_at_once() -> None:
    recent = RecentList(3)
    for number in (1, 2, 3):
        recent.arrive(call(number))
    recent.advance(0)
    assert numbers(recent) == [3, 2, 1]


def test_a_full_list_lets_nobody_in_before_its_lowest_line_was_read() -> None:
    recent = RecentList(2)
    for number in (1, 2, 3):
        recent.arrive(call(number))
    recent.advance(0)
    assert numbers(recent) == [2, 1]
    recent.advance(HOLD_SECONDS - 0.1)
    assert numbers(recent) == [2, 1]
    recent.advance(HOLD_SECONDS)
    assert numbers(recent) == [3, 2]


def test_history_gives_way_at_once() -> None:
    recent = RecentList(2)
    recent.fill([call(1), call(2)])
    recent.arrive(call(3))
    recent.advance(0)
    assert numbers(recent) == [3, 2]


def test_a_recall_takes_over_the_line_or_the_place_in_line() -> None:
    recent = RecentList(2)
    for number in (1, 2, 3):
        recent.arrive(call(number))
    recent.advance(0)
    recent.arrive(call(3, attempt=2))
    assert [one.call_id for one in recent.waiting] == ["3-2"]
    recent.over({"3-2"})
    recent.arrive(call(1, attempt=2))
    recent.advance(1)
    assert [one.call_id for one in recent.calls] == ["1-2", "2-1"]


def test_who_is_over_before_having_a_line_leaves() -> None:
    recent = RecentList(1)
    recent.arrive(call(1))
    recent.arrive(call(2))
    recent.advance(0)
    recent.over({"2-1"})
    recent.advance(HOLD_SECONDS)
    assert numbers(recent) == [1]


def test_a_page_that_grows_shows_more_of_the_past() -> None:
    recent = RecentList(2)
    recent.fill([call(number) for number in range(LINES_MAX + 2)])
    recent.resize(4)
    assert numbers(recent) == [11, 10, 9, 8]
    recent.resize(LINES_MAX + 5)
    assert len(recent.calls) == LINES_MAX


def test_the_line_has_an_end() -> None:
    recent = RecentList(1)
    for number in range(WAITING_MAX + 10):
        recent.arrive(call(number))
    assert len(recent.waiting) == WAITING_MAX
    recent.clear()
    assert recent.waiting == ()
