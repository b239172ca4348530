"""The one reading of each number, in both languages and both regions."""

import pytest

from display.reading import (
    ENGLISH_LETTERS,
    NUMBER_READ_MAX,
    SOUTHERN,
    VIETNAMESE_LETTERS,
    Language,
    caption_ticket,
    read_counter,
    read_number,
    read_ticket,
)

VIETNAMESE_NUMBERS = {
    **{0: "không", 1: "một", 4: "bốn", 5: "năm", 9: "chín", 10: "mười", 11: "mười một", 14: "mười bốn"},
    **{15: "mười lăm", 19: "mười chín", 20: "hai mươi", 21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm"},
    **{31: "ba mươi mốt", 44: "bốn mươi tư", 55: "năm mươi lăm", 99: "chín mươi chín", 100: "một trăm"},
    **{101: "một trăm linh một", 104: "một trăm linh bốn", 105: "một trăm linh năm", 110: "một trăm mười"},
    **{111: "một trăm mười một", 115: "một trăm mười lăm", 121: "một trăm hai mươi mốt"},
    **{555: "năm trăm năm mươi lăm", 999: "chín trăm chín mươi chín", 1000: "một nghìn"},
    **{1001: "một nghìn không trăm linh một", 1010: "một nghìn không trăm mười", 1100: "một nghìn một trăm"},
    **{1015: "một nghìn không trăm mười lăm", 2024: "hai nghìn không trăm hai mươi tư"},
    **{9999: "chín nghìn chín trăm chín mươi chín", 21_001: "hai mươi mốt nghìn không trăm linh một"},
    **{100_000: "một trăm nghìn", 105_405: "một trăm linh năm nghìn bốn trăm linh năm"},
}
ENGLISH_NUMBERS = {
    **{0: "zero", 7: "seven", 10: "ten", 12: "twelve", 13: "thirteen", 20: "twenty", 21: "twenty one"},
    **{40: "forty", 99: "ninety nine", 100: "one hundred", 101: "one hundred and one"},
    **{115: "one hundred and fifteen", 1000: "one thousand", 1001: "one thousand and one"},
    **{1100: "one thousand one hundred", 9999: "nine thousand nine hundred and ninety nine"},
}


@pytest.mark.parametrize(("number", "words"), VIETNAMESE_NUMBERS.items())
def test_vietnamese_number(number: int, words: str) -> None:
    assert read_number(number) == words


@pytest.mark.parametrize(("number", "words"), ENGLISH_NUMBERS.items())
def test_english_number(number: int, words: str) -> None:
    assert read_number(number, Language.ENGLISH) == words


def test_the_south_has_its_own_words() -> None:
    assert read_number(2105, style=SOUTHERN) == "hai ngàn một trăm lẻ năm"


@pytest.mark.parametrize("number", [-1, NUMBER_READ_MAX + 1])
def test_what_is_no_quantity_of_a_hall_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="only 0 to"):
        read_number(number)


@pytest.mark.parametrize(
    ("number", "spoken", "caption"),
    [
        ("A001", "a không không một", "A không không một"),
        ("A007", "a không không bảy", "A không không bảy"),
        ("B012", "bê không một hai", "B không một hai"),
        ("AB1234", "a bê một hai ba bốn", "A B một hai ba bốn"),
        ("Đ104", "đê một không bốn", "Đ một không bốn"),
        ("K1000", "ca một không không không", "K một không không không"),
        ("a-047 ", "a không bốn bảy", "A không bốn bảy"),
        ("Ａ００７", "a không không bảy", "A không không bảy"),
        ("C٠١٢", "xê không một hai", "C không một hai"),
        ("", "", ""),
    ],
)
def test_a_ticket_is_read_sign_by_sign(number: str, spoken: str, caption: str) -> None:
    assert read_ticket(number) == spoken
    assert caption_ticket(number) == caption


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert read_ticket("O\u031b001") == read_ticket("Ơ001") == "ơ không không một"


def test_a_ticket_in_english() -> None:
    assert read_ticket("A107", Language.ENGLISH) == "eh one zero seven"
    assert caption_ticket("A107", Language.ENGLISH) == "A one zero seven"


@pytest.mark.parametrize(
    ("counter", "words"),
    [
        *((1, "quầy số một"), (4, "quầy số bốn"), (10, "quầy số mười"), (12, "quầy số mười hai")),
        *((21, "quầy số hai mươi mốt"), (104, "quầy số một trăm linh bốn"), (999, "quầy số chín trăm chín mươi chín")),
    ],
)
def test_a_counter_is_read_as_a_number(counter: int, words: str) -> None:
    assert read_counter(counter) == words


def test_a_counter_in_english() -> None:
    assert read_counter(12, Language.ENGLISH) == "counter twelve"


def test_every_letter_of_a_series_has_a_name_in_both_languages() -> None:
    series = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert series <= VIETNAMESE_LETTERS.keys()
    assert series == ENGLISH_LETTERS.keys()
    assert len(set(VIETNAMESE_LETTERS.values())) == len(VIETNAMESE_LETTERS)
