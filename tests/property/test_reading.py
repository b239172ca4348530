"""Whatever number comes, its reading is one, tells it from every other, and holds no digit."""

from hypothesis import given
from hypothesis import strategies as st

from display.reading import NORTHERN, SOUTHERN, Language, VietnameseStyle, read_digits, read_number, read_ticket
from display.sentences import Form, call_sentence

STYLES = st.sampled_from([NORTHERN, SOUTHERN])


def test_every_number_to_9999_has_a_reading_of_its_own() -> None:
    for language in Language:
        assert len({read_number(number, language) for number in range(10_000)}) == 10_000


@given(st.integers(0, 999_999), STYLES)
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


@given(st.from_regex(r"[A-Z]{1,2}[0-9]{3,5}", fullmatch=True), st.integers(1, 999), st.sampled_from(Form))
def test_no_digit_reaches_an_engine(number: str, counter: int, form: Form) -> None:
    for language in Language:
        assert not any(sign.isnumeric() for sign in call_sentence(number, counter, form, language).spoken)


@given(st.text(max_size=20))
def test_no_digit_of_any_script_reaches_an_engine(number: str) -> None:
    assert not any(sign.isdigit() for sign in read_ticket(number))


@given(st.from_regex(r"[0-9]{1,8}", fullmatch=True))
def test_digits_are_read_one_by_one(digits: str) -> None:
    names = read_digits(digits).split()
    assert len(names) == len(digits)
    assert len({read_digits(digit) for digit in set(digits)}) == len(set(digits))
