"""How a ticket's number and a counter are read.

A ticket is read sign by sign ("A không không bảy"), because people compare it with the paper in their hand, or as a
number ("A bảy") where the hall prefers it; a counter always as a number ("quầy số mười hai"), because that is how
people look for it.
"""

import unicodedata
from itertools import groupby

from display.reading.letters import letters_of
from display.reading.manners import NORTHERN, Language, Manner, TicketReading, VietnameseStyle
from display.reading.numbers import NUMBER_READ_MAX, read_digits, read_number

_NO_NAMES: dict[str, str] = {}


def read_ticket(number: str, language: Language = Language.VIETNAMESE, manner: Manner | None = None) -> str:
    """The words for the engine: "B012" is "bê không một hai". Signs that are neither letter nor digit are left out."""
    return _read(number, letters_of(language), language, manner or Manner())


def caption_ticket(number: str, language: Language = Language.VIETNAMESE, manner: Manner | None = None) -> str:
    """The same words for the eye: letters stay letters, "B012" is "B không một hai"."""
    return _read(number, _NO_NAMES, language, manner or Manner())


def read_counter(number: int, language: Language = Language.VIETNAMESE, style: VietnameseStyle = NORTHERN) -> str:
    """Where to go: 12 is "quầy số mười hai"."""
    word = "counter" if language is Language.ENGLISH else "quầy số"
    return f"{word} {read_number(number, language, style)}"


def _read(number: str, letters: dict[str, str], language: Language, manner: Manner) -> str:
    words = []
    for are_digits, run in groupby(_signs(number), str.isdecimal):
        signs = "".join(run)
        if are_digits:
            words.append(_read_run(signs, language, manner))
        else:
            words += [letters.get(sign, sign) for sign in signs]
    return " ".join(words)


def _read_run(digits: str, language: Language, manner: Manner) -> str:
    if manner.tickets is TicketReading.DIGITS or int(digits) > NUMBER_READ_MAX:
        return read_digits(digits, language)
    return read_number(int(digits), language, manner.style)


def _signs(number: str) -> list[str]:
    """The letters (composed, upper case) and digits (as 0-9, whatever script they came in) of a ticket's number."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", number).upper())
    return [sign if sign.isalpha() else str(unicodedata.digit(sign)) for sign in composed if _has_name(sign)]


def _has_name(sign: str) -> bool:
    return sign.isalpha() or unicodedata.digit(sign, None) is not None
