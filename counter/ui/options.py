"""The short lists from which an officer picks one thing: how long to hold, why a break, why a call out of order.

No Qt in here; the words for the ids are in DeskWords.qml.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter.clock import time_of_day
from counter.desk import Desk, FieldDuty
from counter.ui.lines import said

PAUSE_REASONS = ("rest", "lunch", "meeting", "errand")
"""Why a counter calls nobody for a while; the words are what the record keeps."""


@dataclass(frozen=True)
class Option:
    """One of a short list. `key`: the digit that picks it; `detail`: a time "08:45" that belongs to it, or empty.
    `words`: what it is called, where DeskWords.qml has no words for its id."""

    optionId: str
    key: str
    detail: str
    words: str = ""


def options_of(asking: str, desk: Desk, time_zone: str) -> list[Option]:
    """The options of what is being asked ("hold", "pause", "choose" or "reprint"); none for anything else."""
    match asking:
        case "hold":
            found = [(str(choice.minutes), time_of_day(choice.until, time_zone)) for choice in desk.holds]
        case "pause":
            found = [(reason, "") for reason in PAUSE_REASONS]
        case "choose":
            found = [(reason, "") for reason in desk.manual_reasons]
        case _:
            found = []
    if asking == "reprint":
        ready = [printer for printer in desk.printers if printer.ready]
        return [Option(one.kiosk_id, str(place), "", one.name) for place, one in enumerate(ready, start=1)]
    return [Option(option_id, str(place), detail) for place, (option_id, detail) in enumerate(found, start=1)]


@dataclass(frozen=True)
class DutyLine:
    """A field and what the counter is to do for it. `duty`: "serves", "helps" or "none"; `mark`: its series."""

    fieldId: str
    mark: str
    name: str
    waiting: int
    duty: str


NEXT_DUTY = {"none": "serves", "serves": "helps", "helps": "none"}


class DutyDraft:
    """What the officer is choosing; empty of wishes it says what holds now."""

    def __init__(self) -> None:
        self._wished: dict[str, str] = {}

    def clear(self) -> None:
        self._wished = {}

    def turn(self, field_id: str, duties: tuple[FieldDuty, ...]) -> None:
        """The next duty for this field: none, serves, helps, none again."""
        now = next((self._duty(field) for field in duties if field.field_id == field_id), None)
        if now is not None:
            self._wished[field_id] = NEXT_DUTY[now]

    def lines(self, duties: tuple[FieldDuty, ...], language: str) -> list[DutyLine]:
        return [
            DutyLine(field.field_id, field.series, said(field.name, language), field.waiting, self._duty(field))
            for field in duties
        ]

    def fields(self, duties: tuple[FieldDuty, ...], duty: str) -> tuple[str, ...]:
        """The fields with this duty, in the hall's order."""
        return tuple(field.field_id for field in duties if self._duty(field) == duty)

    def _duty(self, field: FieldDuty) -> str:
        return self._wished.get(field.field_id, field.duty)
