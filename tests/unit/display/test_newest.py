"""The large place: held long enough, in order, never for a call that is over, never a minute late."""

from display.newest import HOLD_SECONDS, LINE_MAX, BoardCall, NewestPlace


def a_call(number: str, attempt: int = 1) -> BoardCall:
    return BoardCall(f"{number}-{attempt}", number, number, 3)


def shown(place: NewestPlace) -> str:
    assert place.shown is not None
    return place.shown.call_id


def test_the_first_call_comes_at_once() -> None:
    place = NewestPlace()
    place.arrive(a_call("A001"))
    assert place.advance(0.0, ())
    assert shown(place) == "A001-1"


def test_each_call_stays_its_time_even_when_many_come_at_once() -> None:
    place = NewestPlace()
    for number in ("A001", "A002", "A003"):
        place.arrive(a_call(number))
    seen: dict[str, int] = {}
    for second in range(60):
        place.advance(float(second), ())
        seen.setdefault(shown(place), second)
    assert list(seen) == ["A001-1", "A002-1", "A003-1"]
    assert [later - earlier for earlier, later in zip(seen.values(), [*seen.values()][1:], strict=False)] == [12, 12]


def test_a_lone_call_stays_until_the_next() -> None:
    place = NewestPlace()
    place.arrive(a_call("A001"))
    place.advance(0.0, ())
    assert not place.advance(3600.0, ())
    place.arrive(a_call("A002"))
    assert place.advance(3600.0, ())
    assert shown(place) == "A002-1"


def test_it_is_not_taken_a_moment_too_early() -> None:
    place = NewestPlace()
    place.arrive(a_call("A001"))
    place.advance(0.0, ())
    place.arrive(a_call("A002"))
    assert not place.advance(HOLD_SECONDS - 0.01, ())
    assert place.advance(HOLD_SECONDS, ())


def test_who_came_meanwhile_needs_no_eyes() -> None:
    place = NewestPlace()
    for number in ("A001", "A002", "A003"):
        place.arrive(a_call(number))
    place.advance(0.0, ())
    place.over({"A001-1", "A002-1"})
    assert shown(place) == "A001-1"
    place.advance(HOLD_SECONDS, ())
    assert shown(place) == "A003-1"


def test_a_recall_of_the_one_shown_takes_its_place_at_once() -> None:
    place = NewestPlace()
    place.arrive(a_call("A001"))
    place.advance(0.0, ())
    place.arrive(a_call("A001", attempt=2))
    assert place.advance(1.0, ())
    assert shown(place) == "A001-2"


def test_a_recall_of_one_in_line_keeps_its_place() -> None:
    place = NewestPlace()
    for number in ("A001", "A002", "A003"):
        place.arrive(a_call(number))
    place.advance(0.0, ())
    place.arrive(a_call("A002", attempt=2))
    assert [call.call_id for call in place.line] == ["A002-2", "A003-1"]


def test_under_a_flood_those_in_the_list_make_room_oldest_first() -> None:
    place = NewestPlace()
    numbers = [f"A{number:03}" for number in range(1, 9)]
    for number in numbers:
        place.arrive(a_call(number))
    place.advance(0.0, {f"{number}-1" for number in numbers[2:]})
    assert len(place.line) <= LINE_MAX
    assert [call.number for call in (place.shown, *place.line) if call is not None] == [
        *("A001", "A002", "A007", "A008"),
    ]


def test_who_is_not_in_the_list_is_never_left_out() -> None:
    place = NewestPlace()
    for number in range(10):
        place.arrive(a_call(f"A{number:03}"))
    place.advance(0.0, ())
    assert len(place.line) == 9


def test_a_new_day_begins_empty() -> None:
    place = NewestPlace()
    place.arrive(a_call("A001"))
    place.advance(0.0, ())
    place.clear()
    assert place.shown is None
    assert place.line == ()
