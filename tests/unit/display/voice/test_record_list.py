"""What must be recorded: nothing twice, every file with a name of its own, the words beside it."""

from display.reading import SOUTHERN, Language, Manner, TicketReading
from display.voice.record_list import entries, manifest

VI = Language.VIETNAMESE


def test_the_list_of_a_hall() -> None:
    found = list(entries(VI, Manner(), "AĐA", 3))
    assert [entry for entry in found if entry[0] in ("phrases", "letters", "counters")] == [
        ("phrases", "mời công dân có số", "mời công dân có số"),
        ("phrases", "đến", "đến"),
        ("phrases", "số", "số"),
        ("letters", "A", "a"),
        ("letters", "Đ", "đê"),
        ("counters", "1", "quầy số một"),
        ("counters", "2", "quầy số hai"),
        ("counters", "3", "quầy số ba"),
    ]
    assert [entry[2] for entry in found if entry[0] == "digits"] == [
        *("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    ]


def test_numbers_need_the_words_of_the_halls_region() -> None:
    manner = Manner(SOUTHERN, TicketReading.NUMBER)
    words = {entry[1] for entry in entries(VI, manner, "A", 1) if entry[0] == "words"}
    assert {"mười", "mươi", "mốt", "lăm", "trăm", "lẻ", "ngàn"} <= words
    assert words.isdisjoint({"linh", "nghìn", "tư"})


def test_each_file_has_a_name_of_its_own() -> None:
    lines = [line for line in manifest(VI, entries(VI, Manner(), "ABDĐEÊOÔƠUƯAĂÂ", 20)).splitlines() if ".wav" in line]
    names = [line.split('"')[3] for line in lines]
    assert len(set(names)) == len(names) > 40
    assert all(name.isascii() for name in names)
    assert all("  # " in line for line in lines)
