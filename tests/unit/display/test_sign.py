"""Rows in, the sign of one counter out."""

import pytest

from display.board import Moment
from display.sign import Sign, SignPhase, SignPicture
from hall_link.rows import CallRow, CounterRow, CounterState, HallRow
from tests.unit.display.rows import NOW_MS, a_call, a_hall

A001 = "20261124-A001"
NOW = Moment(NOW_MS, 0.0, live=True)


def counter(ticket_id: str | None = None, state: CounterState = "open", zone: str = "main") -> CounterRow:
    return CounterRow(3, zone, state, ["HT"], ticket_id)


def see(
    row: CounterRow | None, calls: list[CallRow], hall: HallRow | None = None, sign: Sign | None = None
) -> SignPicture:
    return (sign or Sign(3, "main")).picture(hall or a_hall(), [row] if row else [], calls, NOW)


def test_before_anything_was_heard_it_is_connecting() -> None:
    assert Sign(3, "main").picture(None, [], [], NOW) == SignPicture()


@pytest.mark.parametrize(
    ("row", "hall", "phase"),
    [
        (None, a_hall(), SignPhase.NOT_HERE),
        (counter(zone="upstairs"), a_hall(), SignPhase.NOT_HERE),
        (counter(state="closed"), a_hall(), SignPhase.CLOSED),
        (counter(), a_hall("closed"), SignPhase.CLOSED),
        (counter(), a_hall(), SignPhase.FREE),
    ],
)
def test_without_anybody_there(row: CounterRow | None, hall: HallRow, phase: SignPhase) -> None:
    picture = see(row, [a_call("A001", 4)], hall)
    assert (picture.phase, picture.number, picture.clock) == (phase, "", "08:42")


def test_who_is_called_and_then_served() -> None:
    called = see(counter(A001), [a_call("B001", 4), a_call("A001", 3)])
    assert (called.phase, called.number, called.call_id) == (SignPhase.CALLING, "A001", f"{A001}-1")
    assert see(counter(A001), [a_call("A001", 3, current=False)]).phase is SignPhase.SERVING
    assert see(counter(), [a_call("A001", 3, current=False)]).number == ""


def test_a_call_that_left_the_zones_view_is_remembered() -> None:
    sign = Sign(3, "main")
    see(counter(A001), [a_call("A001", 3)], sign=sign)
    assert see(counter(A001), [], sign=sign).number == "A001"
    assert see(counter("20261124-A002"), [], sign=sign).phase is SignPhase.FREE


def test_stale_since() -> None:
    picture = Sign(3, "main").picture(a_hall(), [counter()], [], Moment(NOW_MS, 0.0, False, NOW_MS - 60_000))
    assert (picture.live, picture.stale_since) == (False, "08:41")
