"""How fully calls are said: the steps by which a voice gets shorter when more people are called than can be told.

First the sentence shortens, then repeats are dropped, then the other languages, and at last the chime between calls
that follow one another: it has woken everybody already. People who read the board lose nothing of it.
"""

from dataclasses import dataclass
from enum import Enum

from display.reading import Language
from display.sentences import Form

PASSES = 2
"""How often a call is said in the hall's first language when nobody else waits to be called."""


class Chime(Enum):
    """Before each call, or only when the voice was silent before."""

    EACH_CALL = "each_call"
    AFTER_SILENCE = "after_silence"


@dataclass(frozen=True, slots=True)
class Fullness:
    """One step. `languages`: of each pass, in order."""

    form: Form
    languages: tuple[Language, ...]
    chime: Chime = Chime.EACH_CALL

    def next_language(self, said: tuple[Language, ...]) -> Language | None:
        """The language of the pass after those that were said, perhaps at other steps; None when it is enough."""
        left = list(said)
        for language in self.languages:
            if language not in left:
                return language
            left.remove(language)
        return None


def steps(languages: tuple[Language, ...], passes: int) -> tuple[Fullness, ...]:
    """The steps from the fullest to the tersest. `passes`: in the first language; each other one is said once."""
    if passes < 1 or not languages:
        raise ValueError(f"a call is said at least once, not {passes} times in {len(languages)} languages")
    first, others = languages[:1], languages[1:]
    return (
        Fullness(Form.FULL, (*first * passes, *others)),
        Fullness(Form.SHORT, (*first * passes, *others)),
        Fullness(Form.SHORT, languages),
        Fullness(Form.SHORT, first, Chime.AFTER_SILENCE),
    )
