"""A text in the hall's own languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`en` empty: only Vietnamese was given."""

    vi: str
    en: str = ""
