"""How numbers are read out, in Vietnamese and English.

Decides the words, never the digits: speech engines read Vietnamese numbers wrongly and letters by guess, so nothing
that reaches an engine holds a digit or a bare letter of a ticket. A ticket is read sign by sign ("A không không bảy"),
because people compare it with the paper in their hand; a counter is read as a number ("quầy số mười hai"), because
that is how people look for it. Source of the rules: Vietnamese school grammar for mốt, tư, lăm, linh and mươi.

Letter names are those halls use. Where two school names sound alike to the ear (G "giê" and D "dê"), the
distinct one is taken; `tests/unit/display/test_reading_phonemes.py` holds all of them apart in the engine's phonemes.
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum

NUMBER_READ_MAX = 999_999
"""The largest quantity that is read. Counters have three digits at most, waits in minutes four."""


class Language(Enum):
    """A language the voice speaks; the value is its BCP 47 tag."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class VietnameseStyle:
    """Regional words: the north says linh and nghìn, the south lẻ and ngàn."""

    zero_tens: str = "linh"
    thousand: str = "nghìn"


NORTHERN = VietnameseStyle()
SOUTHERN = VietnameseStyle(zero_tens="lẻ", thousand="ngàn")

VIETNAMESE_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
ENGLISH_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

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


def read_number(number: int, language: Language = Language.VIETNAMESE, style: VietnameseStyle = NORTHERN) -> str:
    """The one reading of a quantity, such as a counter or minutes: 0 to `NUMBER_READ_MAX`, else ValueError."""
    if not 0 <= number <= NUMBER_READ_MAX:
        raise ValueError(f"only 0 to {NUMBER_READ_MAX} are read as a number, not {number}")
    if language is Language.ENGLISH:
        return _english_number(number)
    return _vietnamese_number(number, style)


def read_digits(digits: str, language: Language = Language.VIETNAMESE) -> str:
    """Each digit by itself: "047" is "không bốn bảy"."""
    names = ENGLISH_DIGITS if language is Language.ENGLISH else VIETNAMESE_DIGITS
    return " ".join(names[int(digit)] for digit in digits)


def read_ticket(number: str, language: Language = Language.VIETNAMESE) -> str:
    """The words for the engine: "B012" is "bê không một hai". Signs that are neither letter nor digit are left out."""
    letters = ENGLISH_LETTERS if language is Language.ENGLISH else VIETNAMESE_LETTERS
    return " ".join(_read_sign(sign, letters, language) for sign in _signs(number))


def caption_ticket(number: str, language: Language = Language.VIETNAMESE) -> str:
    """The same words for the eye: letters stay letters, "B012" is "B không một hai"."""
    return " ".join(_read_sign(sign, {}, language) for sign in _signs(number))


def read_counter(number: int, language: Language = Language.VIETNAMESE, style: VietnameseStyle = NORTHERN) -> str:
    """Where to go: 12 is "quầy số mười hai"."""
    word = "counter" if language is Language.ENGLISH else "quầy số"
    return f"{word} {read_number(number, language, style)}"


def _signs(number: str) -> list[str]:
    """The letters (composed, upper case) and digits (as 0-9, whatever script they came in) of a ticket's number."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", number).upper())
    return [sign if sign.isalpha() else str(unicodedata.digit(sign)) for sign in composed if _has_name(sign)]


def _has_name(sign: str) -> bool:
    return sign.isalpha() or unicodedata.digit(sign, None) is not None


def _read_sign(sign: str, letters: dict[str, str], language: Language) -> str:
    return read_digits(sign, language) if sign.isdecimal() else letters.get(sign, sign)


def _vietnamese_number(number: int, style: VietnameseStyle) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _vietnamese_below_thousand(rest, style)
    head = f"{_vietnamese_below_thousand(thousands, style)} {style.thousand}"
    return f"{head} {_vietnamese_below_thousand(rest, style, after_thousand=True)}" if rest else head


def _vietnamese_below_thousand(number: int, style: VietnameseStyle, *, after_thousand: bool = False) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not after_thousand:
        return _vietnamese_below_hundred(rest)
    head = f"{VIETNAMESE_DIGITS[hundreds]} trăm"
    if not rest:
        return head
    if rest < 10:
        return f"{head} {style.zero_tens} {VIETNAMESE_DIGITS[rest]}"
    return f"{head} {_vietnamese_below_hundred(rest)}"


def _vietnamese_below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if not tens:
        return VIETNAMESE_DIGITS[unit]
    head = "mười" if tens == 1 else f"{VIETNAMESE_DIGITS[tens]} mươi"
    if not unit:
        return head
    after_tens = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return f"{head} {after_tens.get(unit, VIETNAMESE_DIGITS[unit])}"


def _english_number(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _english_below_thousand(rest)
    head = f"{_english_below_thousand(thousands)} thousand"
    if not rest:
        return head
    joint = " and " if rest < 100 else " "
    return f"{head}{joint}{_english_below_thousand(rest)}"


def _english_below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _english_below_hundred(rest)
    head = f"{ENGLISH_DIGITS[hundreds]} hundred"
    return f"{head} and {_english_below_hundred(rest)}" if rest else head


def _english_below_hundred(number: int) -> str:
    if number < 10:
        return ENGLISH_DIGITS[number]
    if number < 20:
        return _ENGLISH_TEENS[number - 10]
    tens, unit = divmod(number, 10)
    return f"{_ENGLISH_TENS[tens]} {ENGLISH_DIGITS[unit]}" if unit else _ENGLISH_TENS[tens]
