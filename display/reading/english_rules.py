"""What offices write in English, as people say it. Dates are the day first, as everywhere in Việt Nam."""

import re

from display.reading.abbreviations import abbreviations_of
from display.reading.manners import Language, Manner
from display.reading.numbers import NUMBER_READ_MAX, read_english_ordinal
from display.reading.rules import Rule, rule
from display.reading.shared_rules import SharedRules
from display.reading.times import is_date, is_time, read_date, read_time

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CALL_WORDS = r"(?P<words>(?i:hotline|call|dial|phone|telephone|tel))(?P<link>\.?\s*:?\s*)"
_CURRENCIES = {**dict.fromkeys(("vnd", "dong"), "dong"), "usd": "dollars", "eur": "euros"}


class EnglishRules:
    """The rules for one manner of reading."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._shared = SharedRules(Language.ENGLISH, manner)
        self._table = abbreviations_of(Language.ENGLISH)

    def all(self) -> list[Rule]:
        """In the order in which they are asked."""
        return [*self._shared.first(), *self._times(), *self._numbers(), *self._shared.last()]

    def _times(self) -> list[Rule]:
        return [
            rule(r"(?:(?i:the)\s+)?(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)", self._date),
            rule(r"(\d{1,2})(?::(\d{2}))?\s*(?i:([ap])\.?m\b\.?)", self._half_day_time),
            rule(r"(\d{1,2}):(\d{2})(?!\d)", self._time),
        ]

    def _numbers(self) -> list[Rule]:
        currency = "|".join(_CURRENCIES)
        end = r"(?![^\W_])"
        return [
            rule(_CALL_WORDS + r"(?P<code>\d[\d .]*\d)(?!\d|[,.]\d)", self._call),
            rule(r"(?:\+84[ .-]?|0)\d{1,3}(?:[ .-]?\d{3,4}){2}(?!\d)", self._telephone),
            rule(r"1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4})?(?!\d)", lambda found: self._shared.digits(found.group())),
            rule(rf"\$\s?({_NUMBER})", lambda found: self._with(found[1], "dollars")),
            rule(rf"({_NUMBER})\s*(?i:({currency})){end}", lambda it: self._with(it[1], _CURRENCIES[it[2].lower()])),
            rule(rf"({_NUMBER})\s*%", lambda found: self._with(found[1], "percent")),
            rule(
                rf"({_NUMBER})\s?({self._table.units_pattern}){end}",
                lambda it: self._with(it[1], self._table.units[it[2]]),
            ),
            rule(r"(\d{1,9})(?:st|nd|rd|th)\b", self._ordinal),
            rule(
                r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+\.\d+(?![\d.])",
                lambda it: self._shared.quantity(it.group()),
            ),
        ]

    def _date(self, found: re.Match[str]) -> str | None:
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        return read_date(day, month, year, Language.ENGLISH, self._manner) if is_date(day, month) else None

    def _time(self, found: re.Match[str]) -> str | None:
        hour, minute = int(found[1]), int(found[2])
        return read_time(hour, minute, Language.ENGLISH, self._manner) if is_time(hour, minute) else None

    def _half_day_time(self, found: re.Match[str]) -> str | None:
        hour, minute = int(found[1]), int(found[2] or 0)
        if not 1 <= hour <= 12 or minute > 59:
            return None
        afternoon = 12 if found[3].lower() == "p" else 0
        return read_time(hour % 12 + afternoon, minute, Language.ENGLISH, self._manner)

    def _call(self, found: re.Match[str]) -> str:
        return f"{found['words']} {self._shared.digits(found['code'])}"

    def _telephone(self, found: re.Match[str]) -> str:
        plus = "plus " if found.group().startswith("+") else ""
        return plus + self._shared.digits(found.group())

    def _with(self, number: str, behind: str) -> str | None:
        words = self._shared.quantity(number)
        return None if words is None else f"{words} {behind}"

    def _ordinal(self, found: re.Match[str]) -> str | None:
        number = int(found[1])
        return read_english_ordinal(number) if 0 < number <= NUMBER_READ_MAX else None
