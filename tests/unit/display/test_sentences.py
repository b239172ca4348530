"""Spoken sentence and caption say the same."""

import pytest

from display.reading import Language
from display.sentences import Form, Sentence, call_sentence


def test_in_full() -> None:
    assert call_sentence("B047", 12, Form.FULL) == Sentence(
        spoken="Mời công dân có số bê không bốn bảy đến quầy số mười hai.",
        caption="Mời công dân có số B không bốn bảy đến quầy số mười hai",
    )


def test_in_short() -> None:
    assert call_sentence("B047", 2, Form.SHORT).spoken == "Số bê không bốn bảy, quầy số hai."


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("language", Language)
def test_the_short_form_is_shorter_and_neither_holds_a_digit(form: Form, language: Language) -> None:
    sentence = call_sentence("AB1234", 102, form, language)
    assert not any(sign.isnumeric() for sign in sentence.spoken + sentence.caption)
    assert len(sentence.spoken) <= len(call_sentence("AB1234", 102, Form.FULL, language).spoken)
