"""Rows in, picture out."""

import msgspec
import pytest

from display.board import IDLE_SECONDS, PAGE_SECONDS, Board, Moment, Phase, Picture
from display.layout import Layout
from display.newest import HOLD_SECONDS
from hall_link.rows import CallRow, HallRow, WaitRange, Words
from tests.unit.display.rows import NOW_MS, a_call, a_field, a_hall


def moment(now: float = 0.0, *, live: bool = True, stale_since_ms: int | None = None) -> Moment:
    return Moment(NOW_MS + round(now * 1000), now, live, stale_since_ms)


def see(board: Board, calls: list[CallRow], now: float = 0.0, hall: HallRow | None = None) -> Picture:
    hall = hall or a_hall()
    board.take_calls(hall, calls, NOW_MS + round(now * 1000))
    return board.picture(hall, [], moment(now))


def numbers(picture: Picture) -> list[str]:
    return [call.number for call in picture.recent]


def newest(picture: Picture) -> str:
    assert picture.newest is not None
    return picture.newest.number


def test_before_anything_was_heard_it_is_connecting_and_shows_nothing() -> None:
    assert Board().picture(None, [], moment(live=False)) == Picture()
    assert Picture().phase is Phase.CONNECTING


def test_the_frame_of_the_board() -> None:
    picture = see(Board(("Xin giữ phiếu.",)), [])
    assert (picture.hall, picture.place) == ("Trung tâm Phục vụ hành chính công", "Phường Hải Châu")
    assert (picture.clock, picture.date, picture.lunar) == ("08:42", "Thứ Ba 24/11/2026", "16 tháng Mười âm lịch")
    assert (picture.opens, picture.closes, picture.hotline) == ("07:30", "17:00", "1022")
    assert (picture.bottom.text, picture.live, picture.stale_since) == ("Xin giữ phiếu.", True, "")


def test_in_english_where_the_hall_has_it() -> None:
    hall = a_hall()
    picture = Board(language="en").picture(hall, [a_field("A", 0)], moment())
    assert (picture.hall, picture.date, picture.lunar) == ("Public service centre", "Tuesday 24/11/2026", "")
    assert picture.fields[0].name == "Hộ tịch"


def test_an_open_hall_without_a_call_is_quiet() -> None:
    assert see(Board(), []).phase is Phase.QUIET


def test_a_closed_hall_shows_no_calls() -> None:
    picture = see(Board(), [a_call("A001")], hall=a_hall("closed"))
    assert picture.phase is Phase.CLOSED
    assert picture.visible_calls == frozenset()


def test_a_hall_that_is_closing_goes_on_calling() -> None:
    picture = see(Board(), [a_call("A001")], hall=a_hall("closing"))
    assert (picture.phase, picture.closing) == (Phase.CALLING, True)


def test_a_call_is_shown_large_and_heads_the_list() -> None:
    picture = see(Board(), [a_call("A046", at=NOW_MS - 60_000), a_call("A047", 3)])
    assert picture.phase is Phase.CALLING
    assert newest(picture) == "A047"
    assert numbers(picture) == ["A047", "A046"]
    assert [call.fresh for call in picture.recent] == [True, False]
    assert picture.visible_calls == {"20261124-A047-1", "20261124-A046-1"}


def test_the_list_holds_the_last_calls_newest_first() -> None:
    calls = [a_call(f"A{number:03}", at=NOW_MS - 60_000 + number) for number in range(10)]
    picture = see(Board(), calls)
    assert numbers(picture) == [f"A{number:03}" for number in range(9, 9 - Layout().lines, -1)]


def test_a_ticket_stands_in_the_list_once_with_its_newest_call() -> None:
    calls = [a_call("A001", current=False), a_call("A002", at=NOW_MS + 1), a_call("A001", at=NOW_MS + 2, attempt=2)]
    picture = see(Board(), calls)
    assert numbers(picture) == ["A001", "A002"]
    assert picture.recent[0].call_id == "20261124-A001-2"


def test_many_at_once_are_all_marked_fresh_and_come_to_the_large_place_in_turn() -> None:
    board = Board()
    calls = [a_call(f"A{number:03}", at=NOW_MS + number) for number in range(3)]
    picture = see(board, calls)
    assert newest(picture) == "A000"
    assert [call.fresh for call in picture.recent] == [True] * 3
    assert newest(see(board, calls, HOLD_SECONDS - 0.1)) == "A000"
    assert newest(see(board, calls, HOLD_SECONDS)) == "A001"
    last = see(board, calls, 2 * HOLD_SECONDS)
    assert newest(last) == "A002"
    assert [call.fresh for call in last.recent] == [True, False, False]


def test_after_a_start_only_the_latest_call_is_large_not_the_history() -> None:
    board = Board()
    calls = [a_call(f"A{number:03}", at=NOW_MS - 600_000 + number) for number in range(4)]
    assert newest(see(board, calls)) == "A003"
    assert newest(see(board, calls, HOLD_SECONDS)) == "A003"


def test_a_call_that_the_board_slept_through_stands_in_the_list_only() -> None:
    board = Board()
    first = a_call("A001", at=NOW_MS)
    see(board, [first])
    slept = [first, a_call("A002", at=NOW_MS + 1_000), a_call("A003", at=NOW_MS + 90_000)]
    picture = see(board, slept, now=91.0)
    assert newest(picture) == "A003"
    assert numbers(picture) == ["A003", "A002", "A001"]


def test_who_is_being_served_leaves_the_line_for_the_large_place() -> None:
    board = Board()
    calls = [a_call("A001"), a_call("A002", at=NOW_MS + 1), a_call("A003", at=NOW_MS + 2)]
    see(board, calls)
    calls[1] = a_call("A002", at=NOW_MS + 1, current=False)
    assert newest(see(board, calls, HOLD_SECONDS)) == "A003"


def test_a_call_so_quickly_over_that_nobody_heard_of_it_is_still_shown_large() -> None:
    board = Board()
    see(board, [a_call("A001", at=NOW_MS - 60_000)], now=-20.0)
    picture = see(board, [a_call("A001", at=NOW_MS - 60_000), a_call("A002", current=False)])
    assert newest(picture) == "A002"


def test_stale_rows_are_said_to_be_stale_and_since_when() -> None:
    board = Board()
    hall, calls = a_hall(), [a_call("A001")]
    board.take_calls(hall, calls, NOW_MS)
    picture = board.picture(hall, [], moment(live=False, stale_since_ms=NOW_MS - 60_000))
    assert (picture.live, picture.stale_since) == (False, "08:41")
    assert picture.phase is Phase.CALLING


def test_a_new_day_forgets_who_was_called_yesterday() -> None:
    board = Board()
    see(board, [a_call("A047")])
    picture = see(board, [], now=60.0, hall=a_hall(business_date="2026-11-25"))
    assert picture.phase is Phase.QUIET
    assert picture.newest is None


def test_fields_stand_in_the_halls_order_with_who_waits() -> None:
    fields = [a_field("B", 1, "Chứng thực", waiting=2), a_field("A", 0, waiting=17)]
    picture = Board().picture(a_hall(), fields, moment())
    assert [(field.series, field.waiting) for field in picture.fields] == [("A", 17), ("B", 2)]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (8, [8]), (9, [5, 4]), (14, [7, 7]), (25, [7, 7, 7, 4])]
)
def test_too_many_fields_take_turns_on_even_pages(count: int, sizes: list[int]) -> None:
    fields = [a_field("A", position) for position in range(count)]
    board = Board()
    start = -(NOW_MS // 1000 % (PAGE_SECONDS * len(sizes)))
    pictures = [board.picture(a_hall(), fields, moment(start + page * PAGE_SECONDS)) for page in range(len(sizes))]
    assert [len(picture.fields) for picture in pictures] == sizes
    assert [(picture.page, picture.pages) for picture in pictures] == [(page, len(sizes)) for page in range(len(sizes))]
    assert len({field.field_id for picture in pictures for field in picture.fields}) == count
    assert max(sizes) <= Layout().fields_a_page


def test_sentences_of_the_ticker_take_turns() -> None:
    board = Board(("một", "hai", "ba"))
    said = [board.picture(a_hall(), [], moment(turn * PAGE_SECONDS)).bottom.text for turn in range(3)]
    assert sorted(said) == ["ba", "hai", "một"]


def test_what_the_hall_foretells_of_a_field() -> None:
    told = msgspec.structs.replace(a_field("A", 0, waiting=4), wait=WaitRange(10, 20), next_numbers=["A048", "A049"])
    picture = Board().picture(a_hall(), [told, a_field("B", 1)], moment())
    assert [(one.low, one.high, one.following) for one in picture.fields] == [(10, 20, "A048"), (-1, -1, "")]


def test_of_forty_calls_at_once_each_stays_twelve_seconds_where_it_can_be_read() -> None:
    board, hall = Board(), a_hall()
    everything = [a_call(f"A{number:03}", number, at=NOW_MS + number * 250) for number in range(1, 41)]
    first_seen: dict[str, float] = {}
    last_seen: dict[str, float] = {}
    for tick in range(4 * 120):
        now = tick / 4
        made = [call for call in everything if call.called_at <= NOW_MS + now * 1000]
        board.take_calls(hall, made[-12:], NOW_MS + round(now * 1000))
        for call_id in board.picture(hall, [], moment(now)).visible_calls:
            first_seen.setdefault(call_id, now)
            last_seen[call_id] = now
    assert set(first_seen) == {call.call_id for call in everything}
    assert all(last_seen[one] - first_seen[one] >= HOLD_SECONDS - 0.25 for one in first_seen)
    late = [first_seen[call.call_id] - (call.called_at - NOW_MS) / 1000 for call in everything]
    assert max(late) <= 40 / Layout().lines * HOLD_SECONDS


def test_pictures_may_take_the_large_place_when_nobody_was_called_for_a_while() -> None:
    board = Board()
    calls = [a_call("A001")]
    assert not see(board, calls).idle
    assert not see(board, calls, IDLE_SECONDS - 1).idle
    assert see(board, calls, IDLE_SECONDS).idle
    later = [*calls, a_call("A002", at=NOW_MS + IDLE_SECONDS * 1000)]
    assert not see(board, later, IDLE_SECONDS).idle
    hall = a_hall()
    assert not board.picture(hall, [], moment(500, live=False, stale_since_ms=NOW_MS)).idle


def test_why_the_large_number_came_first_stands_in_the_bottom_line_as_long_as_it_is_large() -> None:
    board, why = Board(("Xin giữ phiếu.",), "en"), Words("vì ưu tiên", "by priority")
    first = msgspec.structs.replace(a_call("A001"), why=why)
    assert see(board, [first]).bottom.text == "by priority"
    second = a_call("A002", 3, at=NOW_MS + 1)
    assert see(board, [first, second], now=1).bottom.text == "by priority"
    assert see(board, [first, second], now=HOLD_SECONDS).bottom.text == "Xin giữ phiếu."
