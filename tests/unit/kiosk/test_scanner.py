"""Scans out of bytes, cards out of scans. All people here are invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner import SCAN_BYTES_MAX, IdentityCard, ScanReader, identity_card

CARD = "099199001234|012345678|Nguyễn Thị Thử Nghiệm|02011999|Nữ|Số 1 đường Ví Dụ, phường Mẫu|15082021"


def test_a_card_is_read() -> None:
    assert identity_card(CARD) == IdentityCard(
        number="099199001234",
        old_number="012345678",
        full_name="Nguyễn Thị Thử Nghiệm",
        born=date(1999, 1, 2),
        sex="Nữ",
        address="Số 1 đường Ví Dụ, phường Mẫu",
        issued=date(2021, 8, 15),
    )


def test_more_fields_are_kept_as_they_are_and_an_old_number_may_be_missing() -> None:
    card = identity_card("000000000001||TRẦN VĂN MẪU|31121950|Nam|Xã Ví Dụ|01012025||cha|mẹ|")
    assert card is not None
    assert (card.old_number, card.tail) == ("", ("", "cha", "mẹ", ""))


@pytest.mark.parametrize("prefix", ["000", "031", "096", "097", "999"])
def test_no_province_is_refused(prefix: str) -> None:
    assert identity_card(prefix + CARD[3:]) is not None


def test_loose_marks_are_joined() -> None:
    card = identity_card("099199001234||Lê Thị Thử|1999|Nữ|x|")
    assert card is not None
    assert card.full_name == "Lê Thị Thử"
    assert (card.born, card.issued) == (None, None)


def test_a_day_that_does_not_exist_does_not_refuse_the_card() -> None:
    card = identity_card(CARD.replace("02011999", "31021999"))
    assert card is not None
    assert card.born is None


@pytest.mark.parametrize(
    "scan",
    [
        "",
        "https://example.invalid/t/1",
        "1|2|3|4|5|6|7",
        "09919900123|0|A|02011999|Nam|x|y",
        "12345678901२|0|A|0|0|0|0",
    ],
)
def test_other_codes_are_no_cards(scan: str) -> None:
    assert identity_card(scan) is None


def test_a_card_does_not_show_itself_in_a_log() -> None:
    assert "Nguyễn" not in repr(identity_card(CARD))
    assert "0991" not in str(identity_card(CARD))


def test_scans_end_with_either_line_end_and_empty_ones_are_nothing() -> None:
    assert list(ScanReader().feed("một\rhai\r\n\n\rba\n".encode())) == ["một", "hai", "ba"]


def test_garbage_is_dropped_and_the_next_scan_is_whole() -> None:
    reader = ScanReader()
    garbage = b"\xff\xfe\r" + b"x" * (SCAN_BYTES_MAX + 1) + b"\r" + b"a\x00b\r"
    assert list(reader.feed(garbage + CARD.encode() + b"\r")) == [CARD]
    assert reader.broken == 3


def test_a_broken_line_forgets_half_a_scan() -> None:
    reader = ScanReader()
    assert list(reader.feed(b"half")) == []
    reader.lost()
    assert list(reader.feed(b"whole\r")) == ["whole"]


@given(st.binary(max_size=400), st.integers(0, 400))
def test_scans_do_not_depend_on_how_bytes_arrive(data: bytes, cut: int) -> None:
    whole, pieces = list(ScanReader().feed(data)), ScanReader()
    assert [*pieces.feed(data[:cut]), *pieces.feed(data[cut:])] == whole


@given(st.text(max_size=200))
def test_no_text_is_too_strange(scan: str) -> None:
    assert identity_card(scan) is None or scan.count("|") >= 6
