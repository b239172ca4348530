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

from hall_link.policies import PoliciesDocument
from hall_link.text import Identifier, Text

Series = Annotated[str, Meta(pattern=r"^[A-Z]{1,2}$", description="One or two letters A-Z before the number")]
CounterNumber = Annotated[int, Meta(ge=1, le=999)]


class FieldDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A field: its series of numbers, its name, its icon on the kiosk (a name from assets/icons).

    `last_number`: local time of its last number, where that is earlier than the hall's. `rejoin_on_transfer`: who is
    sent on to this field stands behind those who wait there; else the place is kept. `one_per_person`: the kiosk asks
    for the identity card, and nobody has two live tickets here.
    """

    field_id: Identifier
    series: Series
    name: Text
    icon: Identifier = "ticket"
    last_number: datetime.time | None = None
    rejoin_on_transfer: bool = False
    one_per_person: bool = False


class ProcedureDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A procedure of the catalogue, under the field whose counters take it."""

    procedure_id: Identifier
    field_id: Identifier
    name: Text
    time_limit: Annotated[str, Meta(max_length=400)] = ""
    fee: Annotated[str, Meta(max_length=400)] = ""


class CounterDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """A counter: its number on the wall, the fields it serves when opened without a choice, the zone whose board calls
    it, and the fields that it helps when it can."""

    counter_id: CounterNumber
    fields: Annotated[tuple[Identifier, ...], Meta(min_length=1, max_length=100)]
    zone: Identifier = "main"
    helps: Annotated[tuple[Identifier, ...], Meta(max_length=100)] = ()


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
    policies: PoliciesDocument = PoliciesDocument()
