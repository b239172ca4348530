"""Who may come in: the hall's key, whole and exact, and a proper name."""

from __future__ import annotations

import pytest

from hall_server.web import errors
from hall_server.web.auth import Keys

KEY = "twenty-characters-long"
GOOD = {b"authorization": b"Bearer " + KEY.encode(), b"hall-device": b"kiosk-1"}


def test_the_key_and_a_name_let_in_and_give_the_actor() -> None:
    assert Keys(KEY).actor(GOOD) == "kiosk-1"


@pytest.mark.parametrize(
    "given",
    [b"", b"Bearer", b"Bearer ", KEY.encode(), b"Bearer " + KEY.encode()[:-1], b"Bearer " + KEY.encode() + b" ",
     b"Basic " + KEY.encode(), b"Bearer \xc3\xa9\xff"],
)  # fmt: skip
def test_anything_else_does_not(given: bytes) -> None:
    assert Keys(KEY).actor({**GOOD, b"authorization": given}) is errors.UNAUTHORIZED
    assert not Keys(KEY).opens({b"authorization": given})


def test_without_the_header_nobody_comes_in() -> None:
    assert Keys(KEY).actor({}) is errors.UNAUTHORIZED


@pytest.mark.parametrize("name", [b"", b"a b", b"x" * 41, b"ki\xc3\xb3sk", b"kiosk-1\n"])
def test_a_name_that_would_spoil_the_record_is_refused(name: bytes) -> None:
    assert Keys(KEY).actor({**GOOD, b"hall-device": name}) is errors.DEVICE_NAME


def test_a_key_that_could_be_guessed_is_no_key() -> None:
    with pytest.raises(ValueError, match="at least 20"):
        Keys("")
