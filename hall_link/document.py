"""The hall's own document: its name, hours, fields, procedures and counters, in one validated piece.

Written by people as TOML (`config/hall.example.toml`), put in force by the command `configure_hall`; every version
stays in the journal, so yesterday's decisions can be explained with yesterday's document. Shapes and ranges are checked
here, what the parts say about each other (a counter serving an unknown field, one series letter used twice) by the
server's rules.
"""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from hall_link.rows import Words

Identifier = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Series = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}$", description="One or two letters A-Z before the number")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
CounterNumber = Annotated[int, Meta(ge=1, le=999)]


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Vietnamese and, where the hall has it, in English."""

    vi: Name
    en: Annotated[str, Meta(max_length=200)] = ""

    def words(self) -> Words:
        return Words(self.vi, self.en)


class FieldDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A field: its series of numbers, its name, its icon on the kiosk (a name from assets/icons)."""

    field_id: Identifier
    series: Series
    name: Text
    icon: Identifier = "ticket"


class ProcedureDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A procedure of the catalogue, under the field whose counters take it."""

    procedure_id: Identifier
    field_id: Identifier
    name: Text
    time_limit: Annotated[str, Meta(max_length=400)] = ""
    fee: Annotated[str, Meta(max_length=400)] = ""


class CounterDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A counter: its number on the wall, the fields it serves when opened without a choice, the zone whose board calls
    it."""

    counter_id: CounterNumber
    fields: Annotated[tuple[Identifier, ...], Meta(min_length=1, max_length=100)]
    zone: Identifier = "main"


class HallDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """One hall. `opens`, `closes`: local times of the first and last number; equal times mean round the clock."""

    hall_id: Identifier
    name: Text
    place: Text
    fields: Annotated[tuple[FieldDocument, ...], Meta(min_length=1, max_length=200)]
    counters: Annotated[tuple[CounterDocument, ...], Meta(min_length=1, max_length=200)]
    procedures: Annotated[tuple[ProcedureDocument, ...], Meta(max_length=5000)] = ()
    hotline: Annotated[str, Meta(max_length=40)] = ""
    time_zone: Annotated[str, Meta(max_length=60)] = "Asia/Ho_Chi_Minh"
    opens: datetime.time = datetime.time(7, 30)
    closes: datetime.time = datetime.time(17, 0)
