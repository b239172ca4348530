"""Words as they are written: which are read as they stand, and which letter by letter.

A word in capitals may be shouting ("THÔNG BÁO"), a name ("ZALO") or an abbreviation that no table holds ("XKLĐ"). What
can be a Vietnamese syllable is one; a known name stays; a short rest is spelled; a long rest is left to the engine.
"""

import re
import unicodedata

from display.reading.letters import spell
from display.reading.manners import Language

SPELLED_LETTERS_MAX = 6
"""Longer words in capitals are names of other languages."""

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_CONSONANTS = frozenset("BCDĐFGHJKLMNPQRSTVWXZ")
_LATIN = re.compile(r"[A-ZÀ-ỸĐ]+", re.IGNORECASE)


def is_syllable(word: str) -> bool:
    """Whether `word` can be one Vietnamese syllable, in whatever case, with or without its tone."""
    bare = _TONES.sub("", unicodedata.normalize("NFD", word.lower()))
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def read_word(word: str, names: frozenset[str], language: Language) -> str:
    """One word of letters alone."""
    if not word.isupper() or word in names or _LATIN.fullmatch(word) is None:
        return word
    if len(word) == 1:
        spelled = word in _CONSONANTS and language is Language.VIETNAMESE
        return spell(word, language) if spelled else word
    if language is Language.ENGLISH:
        return spell(word, language) if not set(word) & set("AEIOUY") else word
    if is_syllable(word):
        return word.lower()
    return spell(word, language) if len(word) <= SPELLED_LETTERS_MAX else word
