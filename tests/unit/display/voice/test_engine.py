"""What no engine is given."""

import pytest

from display.voice.engine import TEXT_CHARS_MAX, SpeechRequest, objection


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty_text"),
        ("  ...!", "empty_text"),
        ("a " * TEXT_CHARS_MAX, "text_too_long"),
        ("A 007", "digit_in_text"),
    ],
)
def test_refused_before_it_can_hang_an_engine(text: str, code: str) -> None:
    refusal = objection(SpeechRequest(text, "vi", 140))
    assert refusal is not None
    assert refusal.code == code


def test_a_sentence_is_accepted() -> None:
    assert objection(SpeechRequest("Mời công dân có số a không không bảy đến quầy số ba.", "vi", 140)) is None
