"""Less and less is said, in a fixed order of what is given up."""

import pytest

from display.fullness import Chime, steps
from display.reading import Language
from display.sentences import Form

VI, EN = Language.VIETNAMESE, Language.ENGLISH


def test_first_the_sentence_then_repeats_then_languages_and_the_chime() -> None:
    assert [(step.form, step.languages, step.chime) for step in steps((VI, EN), 2)] == [
        (Form.FULL, (VI, VI, EN), Chime.EACH_CALL),
        (Form.SHORT, (VI, VI, EN), Chime.EACH_CALL),
        (Form.SHORT, (VI, EN), Chime.EACH_CALL),
        (Form.SHORT, (VI,), Chime.AFTER_SILENCE),
    ]


def test_the_next_pass_fits_what_was_said_at_a_fuller_step() -> None:
    full, _, brief, tersest = steps((VI, EN), 2)
    assert [full.next_language(said) for said in ((), (VI,), (VI, VI), (VI, VI, EN))] == [VI, VI, EN, None]
    assert brief.next_language((VI,)) is EN
    assert brief.next_language((VI, VI)) is EN
    assert tersest.next_language((VI,)) is None


@pytest.mark.parametrize(("languages", "passes"), [((VI,), 0), ((), 1)])
def test_never_is_no_choice(languages: tuple[Language, ...], passes: int) -> None:
    with pytest.raises(ValueError, match="at least once"):
        steps(languages, passes)
