"""What the hall says when the rules say no: a code for programs, and for the person what happened and what to do now.

A refusal is a value, not an exception: nothing went wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hall_server.domain.sentences import SENTENCES, RefusalCode
from hall_server.domain.words import Words

__all__ = ["Refusal", "RefusalCode", "refuse"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """`params` fill the sentences; `places` name where the mistakes are, one line each."""

    code: RefusalCode
    params: Mapping[str, str | int] = field(default_factory=dict)
    places: tuple[str, ...] = ()

    @property
    def message(self) -> Words:
        text = SENTENCES[self.code]
        return Words(text.message_vi.format_map(self.params), text.message_en.format_map(self.params))

    @property
    def remedy(self) -> Words:
        text = SENTENCES[self.code]
        return Words(text.remedy_vi.format_map(self.params), text.remedy_en.format_map(self.params))


def refuse(code: RefusalCode, *places: str, **params: str | int) -> Refusal:
    return Refusal(code, params, places)
