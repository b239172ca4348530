"""The table of abbreviations, units and names, from `abbreviations.toml` beside this file."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from display.reading.manners import Language

_FILE = Path(__file__).with_name("abbreviations.toml")


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What stands for what in one language; `documents`, `names` and `holidays` are of the country."""

    words: dict[str, str]
    units: dict[str, str]
    documents: dict[str, str]
    names: frozenset[str]
    holidays: frozenset[str]
    words_pattern: re.Pattern[str]
    units_pattern: str


@cache
def abbreviations_of(language: Language) -> Abbreviations:
    """The table, read once. Raises OSError or tomllib.TOMLDecodeError: an installation without it is broken."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    words: dict[str, str] = table[language.value]
    units: dict[str, str] = table["units"][language.value]
    return Abbreviations(
        words=words,
        units=units,
        documents=table["documents"],
        names=frozenset(table["names"]["words"]),
        holidays=frozenset(table["holidays"]["dates"]),
        words_pattern=re.compile("|".join(_whole(key) for key in _longest_first(words))),
        units_pattern="|".join(re.escape(key) for key in _longest_first(units)),
    )


def _longest_first(table: dict[str, str]) -> list[str]:
    return sorted(table, key=lambda key: (-len(key), key))


def _whole(key: str) -> str:
    """The key, and no letter behind it that would make it part of a longer word."""
    return re.escape(key) if key.endswith(".") else rf"{re.escape(key)}(?![^\W_])"
