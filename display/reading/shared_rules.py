"""Rules that hold in both languages: addresses of the Internet, tickets, codes, plain numbers, words."""

import re
from dataclasses import dataclass

from display.reading.abbreviations import abbreviations_of
from display.reading.manners import Language, Manner
from display.reading.numbers import NUMBER_READ_MAX, read_decimal, read_digits, read_number
from display.reading.rules import Rule, rule
from display.reading.spoken_words import read_word
from display.reading.tickets import read_ticket

CODE_DIGITS_MIN = 9
"""Rows of digits this long, without separators, are codes: identity cards, taxes, telephones."""

_SIGNS = {
    Language.VIETNAMESE: {
        "&": "và",
        "+": "cộng",
        "=": "bằng",
        "%": "phần trăm",
        "@": "a còng",
        "°": "độ",
        "~": "khoảng",
    },
    Language.ENGLISH: {"&": "and", "+": "plus", "=": "equals", "%": "percent", "@": "at", "°": "degrees", "~": "about"},
}
_POINT = {Language.VIETNAMESE: "chấm", Language.ENGLISH: "dot"}
_STROKE = {Language.VIETNAMESE: "trên", Language.ENGLISH: "slash"}
_FRACTION = {Language.VIETNAMESE: "phần", Language.ENGLISH: "over"}
_TO = {Language.VIETNAMESE: "đến", Language.ENGLISH: "to"}


@dataclass(frozen=True, slots=True)
class SharedRules:
    """The rules for one language and manner, and the reading of quantities and codes that its own rules use too."""

    language: Language
    manner: Manner

    def first(self) -> list[Rule]:
        """Before the language's own rules."""
        return [
            rule(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", self._address),
            rule(r"(?:https?://)?(?:[A-Za-z0-9-]+\.)+(?:vn|com|net|org|edu|info)\b(?:/[\w./-]*\w)?", self._address),
        ]

    def last(self) -> list[Rule]:
        """After the language's own rules."""
        table = abbreviations_of(self.language)
        return [
            Rule(table.words_pattern, lambda found: table.words[found.group()]),
            rule(r"[A-ZĐ]{1,2}-?\d+(?![^\W_])", lambda found: read_ticket(found.group(), self.language, self.manner)),
            rule(r"(\d+)⁄(\d+)", self._fraction),
            rule(r"\d+", lambda found: self.row(found.group()), inside=True),
            rule(r"(?<=[^\W_])\s*-\s*(?=\d)", self._range, inside=True),
            rule(r"(?<=\d)\s*/\s*(?=\d)", lambda _: _STROKE[self.language], inside=True),
            rule(r"\s-\s|[()]", lambda _: ",", inside=True),
            rule(r"(?<!\w)-(?=\d)", lambda _: "âm" if self.language is Language.VIETNAMESE else "minus", inside=True),
            rule(r"[&+=%@°~]", lambda found: _SIGNS[self.language][found.group()], inside=True),
            rule(r"[^\W\d_]+", lambda found: read_word(found.group(), table.names, self.language), inside=True),
        ]

    def quantity(self, written: str) -> str | None:
        """A number as people of the language write it ("1.500.000", "2,5"); None when it is no quantity."""
        thousands, point = (".", ",") if self.language is Language.VIETNAMESE else (",", ".")
        whole, _, fraction = written.partition(point)
        if thousands in whole and re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", whole) is None:
            return None
        whole = whole.replace(thousands, "")
        if not whole.isdecimal() or int(whole) > NUMBER_READ_MAX or (fraction and not fraction.isdecimal()):
            return None
        if fraction:
            return read_decimal(whole, fraction, self.language, self.manner.style)
        return read_number(int(whole), self.language, self.manner.style)

    def row(self, digits: str) -> str:
        """A plain row of digits: a quantity, or a code when it is long or begins with zeros."""
        is_code = len(digits) >= CODE_DIGITS_MIN or (len(digits) >= 3 and digits.startswith("0"))
        return read_digits(digits, self.language) if is_code else self.number(int(digits))

    def number(self, number: int) -> str:
        """A quantity by itself."""
        return read_number(number, self.language, self.manner.style)

    def digits(self, text: str) -> str:
        """Only the digits of `text`, one by one."""
        return read_digits("".join(sign for sign in text if sign.isdecimal()), self.language)

    def _range(self, found: re.Match[str]) -> str | None:
        """A stroke between two numbers means "to"; behind a word it is only a stroke."""
        before = found.string[: found.start()]
        return _TO[self.language] if re.search(r"(?:\d|\b[hgHG]|\d[hgHG%])$", before) else ""

    def _fraction(self, found: re.Match[str]) -> str:
        return f"{self.row(found[1])} {_FRACTION[self.language]} {self.row(found[2])}"

    def _address(self, found: re.Match[str]) -> str:
        words = []
        for part in re.findall(r"\d+|[^\W\d_]+|[.@/]", found.group().removeprefix("https://").removeprefix("http://")):
            words.append(self._part_of_address(part))
        return " ".join(words)

    def _part_of_address(self, part: str) -> str:
        if part.isdecimal():
            return read_digits(part, self.language)
        signs = {".": _POINT[self.language], "@": _SIGNS[self.language]["@"], "/": _STROKE[self.language]}
        if part in signs:
            return signs[part]
        is_spelled = len(part) <= 3 and part not in ("com", "net", "org", "edu", "gov")
        return read_word(part.upper() if is_spelled else part, frozenset(), self.language)
