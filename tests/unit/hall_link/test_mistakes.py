import msgspec
import pytest

from hall_link.mistakes import Mistake, SettingsError, in_words
from hall_link.rows import Words


def test_a_mistake_is_one_line_in_both_languages() -> None:
    assert str(Mistake("hall.toml:3: name", Words("thiếu", "is missing"))) == "hall.toml:3: name: thiếu / is missing"


def test_an_error_has_a_mistake() -> None:
    with pytest.raises(AssertionError):
        SettingsError([])


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (
            int | None,
            "x",
            Words("cần số nguyên hoặc để trống, không phải chuỗi ký tự", "needs a whole number or nothing, not text"),
        ),
        (list[int], {}, Words("cần danh sách, không phải bảng", "needs a list, not a table")),
    ],
)
def test_complaints_are_put_in_words(kind: object, value: object, words: Words) -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(value, kind)
    assert in_words(str(caught.value)) == words


def test_a_complaint_unheard_of_is_passed_on() -> None:
    assert in_words("Odd thing - at `$.x`") == Words("không hợp lệ (Odd thing)", "not valid (Odd thing)")
