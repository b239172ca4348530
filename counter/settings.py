"""What a counter can be told, by `config/counter.example.toml` or the environment (`HALL_` + the name in capitals)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from hall_link.settings import LinkSettings


class CounterSettings(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of one officer's screen.

    `counter`: the counter to sit down at; 0 for a page to choose. `language`: "vi" or "en" at the start. `backend`: who
    draws, the `gpu`, `software`, or whichever is there (`auto`).
    """

    counter: Annotated[int, Meta(ge=0, le=999)] = 0
    language: Literal["vi", "en"] = "vi"
    backend: Literal["auto", "software", "gpu"] = "auto"
