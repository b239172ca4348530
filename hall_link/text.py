"""Names and ids as people write them into a hall's document."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from hall_link.rows import Words

Identifier = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Name = Annotated[str, Meta(min_length=1, max_length=200)]


class Text(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in Vietnamese and, where the hall has it, in English."""

    vi: Name
    en: Annotated[str, Meta(max_length=200)] = ""

    def words(self) -> Words:
        return Words(self.vi, self.en)
