"""The bottom line: who may say something there, in which order, and in pieces that fit."""

import msgspec

from display.bottom_line import NOTHING, BottomLine, Reader, Saying, bottom_lines
from display.hall_time import LATE_TOLERANCE_SECONDS
from hall_link.rows import AnnouncementRow, FieldRow, WaitRange, Words
from tests.unit.display.rows import NOW_MS, a_field

OWN = ("Xin giữ phiếu.", "Xin giữ trật tự.")
HERE = Reader()
LONG = "Chiều nay hệ thống đất đai bảo trì từ 14h00 đến 15h30; quý vị có việc gấp xin gặp cán bộ ở bàn hướng dẫn."


def typed(vi: str, *, urgent: bool = False, zone: str = "", at: int = NOW_MS, en: str = "") -> AnnouncementRow:
    return AnnouncementRow(f"tb-{at}-{vi}", Words(vi, en), urgent, zone, at, at + 600_000)


def late(name: str, high: int | None = 45) -> FieldRow:
    wait = None if high is None else WaitRange(30, high)
    late_at = NOW_MS - LATE_TOLERANCE_SECONDS * 1000
    return msgspec.structs.replace(a_field("A", 0, name, waiting=3), late_at=late_at, wait=wait)


def lines(
    *said: AnnouncementRow,
    why: str = "",
    fields: tuple[FieldRow, ...] = (),
    reader: Reader = HERE,
    at: int = NOW_MS,
) -> list[tuple[Saying, str]]:
    return [(line.saying, line.text) for line in bottom_lines(OWN, why, said, fields, reader, at)]


def test_with_nothing_to_say_it_is_the_halls_own_sentences() -> None:
    assert lines() == [(Saying.HALL, OWN[0]), (Saying.HALL, OWN[1])]
    assert bottom_lines((), "", (), (), Reader(), NOW_MS) == [NOTHING] == [BottomLine()]


def test_why_what_staff_say_and_sorry_take_turns_in_this_order() -> None:
    said = (typed("Hai", at=NOW_MS), typed("Một", at=NOW_MS - 1))
    assert lines(*said, why="A047", fields=(late("Hộ tịch"), a_field("B", 1)), reader=Reader(letters=80)) == [
        (Saying.WHY, "A047"),
        (Saying.STAFF, "Một"),
        (Saying.STAFF, "Hai"),
        (Saying.SORRY, "Xin lỗi quý vị, Hộ tịch chờ lâu hơn trên phiếu, nay không quá 45 phút."),
    ]


def test_what_is_urgent_stands_alone() -> None:
    assert lines(typed("Một"), typed("Cháy", urgent=True), why="A047", fields=(late("Hộ tịch"),)) == [
        (Saying.URGENT, "Cháy")
    ]


def test_another_zone_what_is_over_and_what_is_yet_to_come_are_not_shown() -> None:
    over, future = typed("Hết", at=NOW_MS - 600_000), typed("Sau", at=NOW_MS + 1)
    here = lines(typed("Dưới", zone="main"), typed("Trên", zone="upstairs"), over, future)
    assert here == [(Saying.STAFF, "Dưới")]
    assert lines(typed("Trên", zone="upstairs"), reader=Reader("upstairs")) == [(Saying.STAFF, "Trên")]


def test_english_where_it_was_written() -> None:
    english = Reader(language="en")
    said = lines(typed("Một", en="One"), typed("Hai"), fields=(late("Hộ tịch", None),), reader=english)
    assert [text for _, text in said] == ["Hai", "One", "We are sorry, Hộ tịch takes longer than printed."]


def test_what_is_long_is_cut_into_even_pieces_of_whole_words() -> None:
    for letters in (40, 66, 120):
        pieces = [text for _, text in lines(typed(LONG), reader=Reader(letters=letters))]
        assert " ".join(piece.removesuffix(" …") for piece in pieces) == LONG
        assert all(piece.endswith(" …") for piece in pieces[:-1])
        lengths = [len(piece.removesuffix(" …")) for piece in pieces]
        assert max(lengths) <= letters
        assert max(lengths) - min(lengths) <= letters // 3


def test_a_word_longer_than_the_line_is_broken_rather_than_lost() -> None:
    pieces = [text for _, text in lines(typed("x" * 100), reader=Reader(letters=40))]
    assert sum(piece.count("x") for piece in pieces) == 100
