"""The names of letters, written for the ear of an engine.

Letter names are those halls use. Where two school names sound alike to the ear (G "giê" and D "dê"), the distinct one
is taken; `tests/unit/display/reading/test_phonemes.py` holds all of them apart in the engine's phonemes.
"""

from display.reading.manners import Language

VIETNAMESE_LETTERS = {
    **{"A": "a", "Ă": "á", "Â": "ớ", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "Ê": "ê"},
    **{"F": "ép", "G": "gờ", "H": "hát", "I": "i", "J": "di", "K": "ca", "L": "e lờ", "M": "em mờ", "N": "en nờ"},
    **{"O": "o", "Ô": "ô", "Ơ": "ơ", "P": "pê", "Q": "quy", "R": "e rờ", "S": "ét sì", "T": "tê", "U": "u"},
    **{"Ư": "ư", "V": "vê", "W": "vê kép", "X": "ích xì", "Y": "i dài", "Z": "dét"},
}
"""Written for the ear of a Vietnamese engine: it swallows the vowel of "gi", so J is given as "di"."""

ENGLISH_LETTERS = {
    **{"A": "eh", "B": "bee", "C": "see", "D": "dee", "E": "ee", "F": "ef", "G": "gee", "H": "aitch", "I": "eye"},
    **{"J": "jay", "K": "kay", "L": "el", "M": "em", "N": "en", "O": "oh", "P": "pee", "Q": "cue", "R": "ar"},
    **{"S": "ess", "T": "tee", "U": "you", "V": "vee", "W": "double you", "X": "ex", "Y": "why", "Z": "zed"},
}
"""Written for the ear of an English engine: a bare "A" would be read as the article, and "ay" as "I"."""


def letters_of(language: Language) -> dict[str, str]:
    """The name of each capital letter."""
    return ENGLISH_LETTERS if language is Language.ENGLISH else VIETNAMESE_LETTERS


def spell(letters: str, language: Language = Language.VIETNAMESE) -> str:
    """Letter by letter: "GCN" is "gờ xê en nờ". What has no name is left as it is."""
    names = letters_of(language)
    return " ".join(names.get(letter, letter) for letter in letters.upper())
