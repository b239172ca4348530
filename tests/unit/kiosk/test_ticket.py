"""The words of the paper ticket, in both languages."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from hall_link.rows import ProcedureRow, WaitRange, Words
from kiosk.ticket import content, counters_sentence, mark_in_words, read
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, field_row, hall_row, issued

HOUR_MS = 3_600_000
PROCEDURE = ProcedureRow("1.001193", "HT", Words("Đăng ký khai sinh", "Birth registration"))


def test_ticket_in_vietnamese() -> None:
    ticket = content(issued("A007", ahead=17, counters=(5, 6)), hall_row(), field_row(), PROCEDURE, "vi")
    assert ticket.hall == "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert (ticket.place, ticket.caption, ticket.number) == ("Phường Hải Châu", "SỐ THỨ TỰ", "A007")
    assert (ticket.field, ticket.procedure) == ("Hộ tịch", "Đăng ký khai sinh")
    assert list(ticket.facts) == [
        ("Người chờ trước", "17"),
        ("Quầy sẽ gọi", "5 hoặc 6"),
        ("Lấy số lúc", "08:42 24/11/2026"),
        ("Buổi", "Sáng"),
    ]
    assert ticket.footer[-1] == "Đường dây nóng 1022 · mã 7f3a·c21e"
    assert "Thiếu giấy tờ?" in ticket.footer[0]
    assert ticket.qr_payload is None


def test_ticket_in_english_falls_back_to_vietnamese_names() -> None:
    field = field_row(name="Cư trú", en="")
    ticket = content(issued(ahead=0, counters=()), hall_row(), field, None, "en")
    assert (ticket.hall, ticket.caption) == ("PUBLIC ADMINISTRATIVE SERVICE CENTRE", "YOUR NUMBER")
    assert (ticket.field, ticket.procedure) == ("Cư trú", None)
    assert list(ticket.facts)[:2] == [("People ahead", "Nobody"), ("Counter", "See the hall's board")]


@pytest.mark.parametrize(
    ("wait", "vi", "en"),
    [
        (WaitRange(50, 80), "50–80 phút", "50–80 min"),
        (WaitRange(0, 5), "dưới 5 phút", "under 5 min"),
    ],
)
def test_an_expected_wait_stands_on_the_ticket(wait: WaitRange, vi: str, en: str) -> None:
    given = issued(wait=wait)
    vietnamese = content(given, hall_row(), field_row(), None, "vi")
    english = content(given, hall_row(), field_row(), None, "en")
    assert list(vietnamese.facts)[1] == ("Dự kiến chờ", vi)
    assert list(english.facts)[1] == ("Expected wait", en)


def test_where_nothing_is_foretold_no_wait_is_printed() -> None:
    assert "Dự kiến chờ" not in dict(content(issued(), hall_row(), field_row(), None, "vi").facts)


@pytest.mark.parametrize(("hours", "session"), [(0, "Sáng"), (3, "Sáng"), (4, "Chiều"), (9, "Chiều"), (10, "Tối")])
def test_session_by_the_halls_clock(hours: int, session: str) -> None:
    given = issued()
    later = with_fields(given.result.ticket, issued_at=EIGHT_FORTY_TWO + hours * HOUR_MS)
    ticket = content(
        replace(given, result=with_fields(given.result, ticket=later)), hall_row(), field_row(), None, "vi"
    )
    assert dict(ticket.facts)["Buổi"] == session


def test_time_is_the_halls_not_the_machines() -> None:
    ticket = content(issued(), hall_row(time_zone="Asia/Tokyo"), field_row(), None, "vi")
    assert dict(ticket.facts)["Lấy số lúc"] == "10:42 24/11/2026"


def test_field_that_is_no_more_and_hall_without_hotline() -> None:
    ticket = content(issued(), hall_row(hotline=""), None, None, "vi")
    assert ticket.field == ""
    assert ticket.footer[-1] == "mã 7f3a·c21e"


def test_without_mark_and_hotline_no_empty_sentence_is_printed() -> None:
    ticket = content(replace(issued(), mark=""), hall_row(hotline=""), None, None, "vi")
    assert ticket.footer[-1] == ""


@pytest.mark.parametrize(
    ("counters", "sentence"), [([], "Xem bảng gọi số"), ([5], "5"), ([5, 6], "5 hoặc 6"), ([1, 5, 6], "1, 5 hoặc 6")]
)
def test_counters_in_a_sentence(counters: list[int], sentence: str) -> None:
    assert counters_sentence(counters, "vi") == sentence


def test_mark_and_words() -> None:
    assert mark_in_words("7f3ac21e00112233") == "7f3a·c21e"
    assert read(Words("Đất đai"), "en") == "Đất đai"
    assert read(Words("Đất đai", "Land"), "en") == "Land"
