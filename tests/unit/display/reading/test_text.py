"""What stands written, as people say it: the tables `spoken_vi.tsv` and `spoken_en.tsv`, case by case."""

from pathlib import Path

import pytest

from display.reading import SOUTHERN, HalfHour, Language, Manner, TicketReading, read_text

Case = tuple[str, str]


def cases(name: str) -> list[Case]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    return [(written, spoken) for written, spoken in pairs]


VIETNAMESE = cases("spoken_vi.tsv")
ENGLISH = cases("spoken_en.tsv")


@pytest.mark.parametrize(("written", "spoken"), VIETNAMESE)
def test_vietnamese(written: str, spoken: str) -> None:
    assert read_text(written) == spoken


@pytest.mark.parametrize(("written", "spoken"), ENGLISH)
def test_english(written: str, spoken: str) -> None:
    assert read_text(written, Language.ENGLISH) == spoken


def test_the_table_is_as_large_as_the_language_asks_for() -> None:
    assert len({written for written, _ in VIETNAMESE}) == len(VIETNAMESE) >= 200
    assert len({written for written, _ in ENGLISH}) == len(ENGLISH) >= 40


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("1.205 hồ sơ", "một ngàn hai trăm lẻ năm hồ sơ"),
        ("24 người", "hai mươi bốn người"),
        ("ngày 2/9", "ngày mồng hai tháng chín"),
        ("50k", "năm mươi ngàn đồng"),
        ("thứ 4, tháng 4", "thứ tư, tháng tư"),
        ("24:00", "hai mươi bốn giờ"),
    ],
)
def test_the_south_has_its_own_words(written: str, spoken: str) -> None:
    assert read_text(written, manner=Manner(SOUTHERN)) == spoken


def test_the_hall_chooses_how_tickets_and_half_hours_are_read() -> None:
    manner = Manner(tickets=TicketReading.NUMBER, half_hour=HalfHour.HALF)
    assert read_text("A047 lúc 8h30", manner=manner) == "a bốn mươi bảy lúc tám giờ rưỡi"
    assert read_text("A047 at 8:30", Language.ENGLISH, manner) == "eh forty seven at half past eight in the morning"


def test_decomposed_letters_are_the_same_text() -> None:
    assert read_text("U\u031bBND") != "ủy ban nhân dân"
    assert read_text("Mo\u031b\u0300i quy\u0301 vi\u0323") == "Mời quý vị"


@pytest.mark.parametrize("written", ["", "   ", "😀🙏", "---", "\x00\u200b"])
def test_where_there_is_no_word_nothing_is_said(written: str) -> None:
    assert read_text(written) == ""
