"""Who may come in: the hall's key, whole and exact, and a proper name; or a board's pass, for what a board may do."""

from __future__ import annotations

import pytest

from hall_link.feed import AnyView, CounterView, DisplayView, KioskView, StaffView
from hall_link.messages import COMMANDS
from hall_server.web import errors
from hall_server.web.auth import BOARD_COMMANDS, Caller, HeaderMap, Keys, cookie_of

KEY = "twenty-characters-long"
BOARD_KEY = "twenty-other-characters"
KEYS = Keys(KEY, BOARD_KEY)
PASS = KEYS.board_pass("tv-1", "main").encode()
BOARD = Caller("tv-1", "main")
GOOD = {b"authorization": b"Bearer " + KEY.encode(), b"hall-device": b"kiosk-1"}


def test_the_key_and_a_name_let_in_and_give_the_actor() -> None:
    assert KEYS.caller(GOOD) == Caller("kiosk-1")


@pytest.mark.parametrize(
    "given",
    [b"", b"Bearer", b"Bearer ", KEY.encode(), b"Bearer " + KEY.encode()[:-1], b"Bearer " + KEY.encode() + b" ",
     b"Basic " + KEY.encode(), b"Bearer \xc3\xa9\xff", b"Bearer " + BOARD_KEY.encode()],
)  # fmt: skip
def test_anything_else_does_not(given: bytes) -> None:
    assert KEYS.caller({**GOOD, b"authorization": given}) is errors.UNAUTHORIZED
    assert not KEYS.opens({b"authorization": given})


def test_without_the_header_nobody_comes_in() -> None:
    assert KEYS.caller({}) is errors.UNAUTHORIZED


@pytest.mark.parametrize("name", [b"", b"a b", b"x" * 41, b"ki\xc3\xb3sk", b"kiosk-1\n"])
def test_a_name_that_would_spoil_the_record_is_refused(name: bytes) -> None:
    assert KEYS.caller({**GOOD, b"hall-device": name}) is errors.DEVICE_NAME


def test_a_key_that_could_be_guessed_is_no_key() -> None:
    for keys in ((KEY, ""), ("", BOARD_KEY)):
        with pytest.raises(ValueError, match="at least 20"):
            Keys(*keys)


def test_a_pass_names_its_board_as_cookie_of_a_page_and_as_bearer_of_its_voice() -> None:
    assert KEYS.caller({b"authorization": b"Bearer " + PASS}) == BOARD
    assert KEYS.caller({b"cookie": b"a=b; hall-board=" + PASS + b"; c=d"}) == BOARD
    assert KEYS.caller({b"cookie": b"hall-board=" + PASS, b"hall-device": b"supervisor"}) == BOARD
    assert not KEYS.opens({b"authorization": b"Bearer " + PASS})


@pytest.mark.parametrize(
    "given",
    [b"", PASS[:-1], PASS + b"x", PASS.replace(b"tv-1", b"tv-2"), PASS.replace(b"main", b"upstairs"),
     b"tv-1~main~" + b"A" * 43, b"\xff" * 60],
)  # fmt: skip
def test_a_pass_that_was_changed_is_none(given: bytes) -> None:
    for headers in ({b"authorization": b"Bearer " + given}, {b"cookie": b"hall-board=" + given}):
        assert KEYS.caller(headers) is errors.UNAUTHORIZED
        assert KEYS.board(headers) is None


def test_a_cookie_of_another_name_is_no_pass() -> None:
    assert KEYS.board({b"cookie": b"not-hall-board=" + PASS}) is None


def test_another_board_key_ends_every_pass() -> None:
    assert Keys(KEY, BOARD_KEY + "2").board({b"cookie": b"hall-board=" + PASS}) is None


@pytest.mark.parametrize(
    ("origin", "comes_in"),
    [
        (None, True),
        (b"http://hall:8470", True),
        (b"http://hall", False),
        (b"http://elsewhere.example", False),
        (b"null", False),
    ],
)
def test_a_page_of_elsewhere_cannot_speak_for_the_board(origin: bytes | None, comes_in: bool) -> None:
    headers: HeaderMap = {b"cookie": b"hall-board=" + PASS, b"host": b"hall:8470"}
    if origin is not None:
        headers = {**headers, b"origin": origin}
    assert (KEYS.board(headers) == BOARD) is comes_in


def test_a_board_reports_what_was_shown_and_heard_and_asks_nothing_else() -> None:
    names = {spec.name for spec in COMMANDS}
    assert {name for name in names if BOARD.may_ask(name)} == BOARD_COMMANDS <= names
    assert all(Caller("kiosk-1").may_ask(name) for name in names)


@pytest.mark.parametrize(
    ("view", "seen"),
    [
        (DisplayView("main"), True),
        (DisplayView("upstairs"), False),
        (KioskView(), False),
        (CounterView(1), False),
        (StaffView(), False),
    ],
)
def test_a_board_sees_its_zone_and_nothing_else(view: AnyView, seen: bool) -> None:
    assert BOARD.may_see(view) is seen
    assert Caller("kiosk-1").may_see(view)


def test_the_cookie_is_kept_from_scripts_and_from_other_pages() -> None:
    cookie = cookie_of("tv-1~main~x").decode()
    assert cookie.startswith("hall-board=tv-1~main~x; ")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
