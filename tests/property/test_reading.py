"""Whatever number or text comes: one reading, told from every other, and no digit in it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from display.reading import (
    NORTHERN,
    NUMBER_READ_MAX,
    SOUTHERN,
    HalfHour,
    Language,
    Manner,
    TicketReading,
    VietnameseStyle,
    read_digits,
    read_number,
    read_text,
    read_ticket,
)
from display.sentences import Form, call_sentence

STYLES = st.sampled_from([NORTHERN, SOUTHERN])
NUMBERS = st.integers(0, NUMBER_READ_MAX)
LANGUAGES = st.sampled_from(Language)
MANNERS = st.builds(Manner, STYLES, st.sampled_from(TicketReading), st.sampled_from(HalfHour))
WRITTEN = st.lists(
    st.sampled_from(
        [
            *("A007", "24/11/2026", "31/02", "8h30", "99:99", "1.234.567", "0905.123.456", "50.000đ", "2,5%", "T2-T6"),
            *(
                "-",
                "/",
                ".",
                ",",
                " ",
                "UBND",
                "Quý IV",
                "½",
                "٣",
                "Ⅷ",
                "①",
                "億",
                "5km",
                "1/2/3/4",
                "QH15",
                "+84",
                "K",
            ),
            *("TP.HCM", "CT01", "118/2025/NĐ-CP", "a1b2", "http://x1.vn/2", "1th", "13pm", "$5", "२", "m²", "9" * 15),
        ]
    ),
    max_size=12,
).map("".join)


def value(words: str, style: VietnameseStyle) -> int:
    """The number that these Vietnamese words mean, read by a grammar of its own."""
    digits = {"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
    digits |= {"mốt": 1, "tư": 4, "lăm": 5}
    scales = {style.thousand: 10**3, "triệu": 10**6, "tỷ": 10**9}
    total = group = unit = 0
    for word in words.split():
        if word in scales:
            total, group, unit = total + (group + unit) * scales[word], 0, 0
        elif word == "trăm":
            group, unit = group + unit * 100, 0
        elif word == "mươi":
            group, unit = group + unit * 10, 0
        elif word == "mười":
            group += 10
        elif word != style.zero_tens:
            unit = digits[word]
    return total + group + unit


@given(NUMBERS, STYLES)
def test_people_hear_the_number_that_was_meant(number: int, style: VietnameseStyle) -> None:
    assert value(read_number(number, style=style), style) == number


def test_every_number_to_9999_has_a_reading_of_its_own() -> None:
    for language in Language:
        assert len({read_number(number, language) for number in range(10_000)}) == 10_000


@given(NUMBERS, NUMBERS, LANGUAGES)
def test_two_numbers_never_sound_alike(one: int, other: int, language: Language) -> None:
    assert (read_number(one, language) == read_number(other, language)) == (one == other)


@given(NUMBERS, STYLES)
def test_grammar_of_a_vietnamese_number(number: int, style: VietnameseStyle) -> None:
    words = read_number(number, style=style).split()
    for before, word in zip(["", *words], words, strict=False):
        if word in ("mốt", "tư"):
            assert before == "mươi"
        if word == "lăm":
            assert before in ("mươi", "mười")
        if word == "năm":
            assert before not in ("mươi", "mười")
        if word == style.zero_tens:
            assert before == "trăm"
        if word == "mươi":
            assert before not in ("không", "một")


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{3,5}", fullmatch=True), st.integers(1, 999), st.sampled_from(Form), MANNERS)
def test_no_digit_reaches_an_engine(number: str, counter: int, form: Form, manner: Manner) -> None:
    for language in Language:
        assert not any(sign.isnumeric() for sign in call_sentence(number, counter, form, language, manner).spoken)


@given(st.text(max_size=20))
def test_no_digit_of_any_script_reaches_an_engine(number: str) -> None:
    assert not any(sign.isdigit() for sign in read_ticket(number))


@given(st.text(max_size=80) | WRITTEN, LANGUAGES, MANNERS)
def test_whatever_staff_type_is_read_without_a_digit(text: str, language: Language, manner: Manner) -> None:
    words = read_text(text, language, manner)
    assert not any(sign.isnumeric() for sign in words)
    assert re.search(r"\s\s|\s[.,;:?!]|^\s|\s$", words) is None


@given(WRITTEN, LANGUAGES)
def test_no_digit_is_lost(text: str, language: Language) -> None:
    assert bool(re.search(r"\d", text)) <= bool(read_text(text, language))


@given(st.from_regex(r"[0-9]{1,8}", fullmatch=True))
def test_digits_are_read_one_by_one(digits: str) -> None:
    names = read_digits(digits).split()
    assert len(names) == len(digits)
    assert len({read_digits(digit) for digit in set(digits)}) == len(set(digits))
