"""A rule of reading, and how rules turn a text into words: the first that fits where the reader stands takes its signs.

A rule is a pattern and what it makes of a match; it may say None ("24/30 is no date") and the next one is asked. Where
no rule fits, one sign is taken: punctuation stays, for engines breathe at it, and everything else becomes a space.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Words = Callable[[re.Match[str]], str | None]

_PUNCTUATION = frozenset(".,;:?!")
_BEFORE_PUNCTUATION = re.compile(r"\s+(?=[.,;:?!])")
_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"([.,;:?!])(?:\s*[.,;:?!])+")


@dataclass(frozen=True, slots=True)
class Rule:
    """`words` of a match of `pattern`; a rule begins only where a word or number begins, unless it is `inside`."""

    pattern: re.Pattern[str]
    words: Words
    inside: bool = False


def rule(pattern: str, words: Words, *, inside: bool = False) -> Rule:
    """A rule from the text of its pattern."""
    return Rule(re.compile(pattern), words, inside)


def in_words(text: str, rules: Sequence[Rule]) -> str:
    """The text by these rules, with tidy spaces and punctuation."""
    made: list[str] = []
    position = 0
    while position < len(text):
        end, words = _next(text, position, rules)
        made.append(words)
        position = end
    tidy = _BEFORE_PUNCTUATION.sub("", _SPACES.sub(" ", "".join(made)))
    return _REPEATED.sub(r"\1", tidy).strip(" ,;:")


def _next(text: str, position: int, rules: Sequence[Rule]) -> tuple[int, str]:
    """Where to read on, and what the signs before are in words."""
    begins = position == 0 or not (text[position - 1].isalnum() and text[position].isalnum())
    for one in rules:
        found = one.pattern.match(text, position) if begins or one.inside else None
        words = one.words(found) if found is not None and found.end() > position else None
        if found is not None and words is not None:
            return found.end(), f" {words} "
    sign = text[position]
    return position + 1, sign if sign in _PUNCTUATION else " "
