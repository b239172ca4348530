"""Mistakes in what people wrote into files and the environment: where each stands and what is wrong with it, in both
languages.

Whoever reads such text collects every mistake before it gives up: a person who starts a hall mends them all in one
go, not one a start. The words of msgspec's complaints are turned here into Vietnamese and English, in one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from hall_link.rows import Words


class Mistake(NamedTuple):
    """`where`: `file:line: key`, `file: key` or the name of an environment variable."""

    where: str
    what: Words

    def __str__(self) -> str:
        return f"{self.where}: {self.what.vi} / {self.what.en}"


class SettingsError(Exception):
    """What was written cannot be used. `mistakes`: all of them in the order of reading; `places`: the same, one line
    each.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        assert self.mistakes, "an error without a mistake"
        super().__init__("\n".join(self.places))

    @property
    def places(self) -> list[str]:
        return [str(mistake) for mistake in self.mistakes]


_KINDS = {
    "int": ("số nguyên", "a whole number"),
    "float": ("số", "a number"),
    "bool": ("true hoặc false", "true or false"),
    "str": ("chuỗi ký tự", "text"),
    "array": ("danh sách", "a list"),
    "object": ("bảng", "a table"),
    "null": ("để trống", "nothing"),
    "time": ('giờ "HH:MM"', 'a time "HH:MM"'),
    "datetime": ("ngày giờ", "a date and time"),
    "date": ("ngày", "a date"),
}


def _kind(names: str, language: int) -> str:
    """`int | null` in words."""
    joint = (" hoặc ", " or ")[language]
    return joint.join(_KINDS.get(name, (name, name))[language] for name in names.split(" | "))


_COMPLAINTS: tuple[tuple[str, str, str], ...] = (
    (r"Expected `(?P<want>[^`]+)`, got `(?P<got>[^`]+)`", "cần {want}, không phải {got}", "needs {want}, not {got}"),
    (r"Expected `\w+` matching regex '(?P<rule>.*)'", "không đúng dạng {rule}", "does not have the form {rule}"),
    (r"Expected `(?:str|array|object)` of length (?P<rule>.+)", "độ dài phải {rule}", "its length must be {rule}"),
    (r"Expected `(?P<want>\w+)` (?P<rule>[<>]=? .+)", "cần {want} {rule}", "needs {want} {rule}"),
    (r"Invalid enum value (?P<rule>.+)", "không chấp nhận giá trị {rule}", "{rule} is not allowed"),
    (r"Invalid (?:RFC3339 encoded )?(?P<want>time|datetime|date)", "cần {want}", "needs {want}"),
    (r"Expected `(?P<want>[^`]+)`", "cần {want}", "needs {want}"),
)


def in_words(complaint: str) -> Words:
    """A msgspec `ValidationError` in words; one that the table does not know is passed on as it is."""
    plain = complaint.rsplit(" - at `", 1)[0]
    for pattern, vi, en in _COMPLAINTS:
        found = re.fullmatch(pattern, plain)
        if found is None:
            continue
        parts = found.groupdict()
        texts = []
        for language, template in enumerate((vi, en)):
            said = {name: text if name == "rule" else _kind(text, language) for name, text in parts.items()}
            texts.append(template.format(**said))
        return Words(texts[0], texts[1])
    return Words(f"không hợp lệ ({plain})", f"not valid ({plain})")
