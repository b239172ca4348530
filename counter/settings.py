"""What a counter can be told, by `config/counter.example.toml` or the environment (`HALL_` + the name in capitals)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from hall_link.settings import LinkSettings


class CounterSettings(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of one officer's screen.

    `counter`: the counter to sit down at; 0 for a page to choose. `language`: "vi" or "en" at the start. `backend`: who
    draws, the `gpu`, `software`, or whichever is there (`auto`). `bar`: begin as a bar at the top edge. `next_hotkey`:
    the key that calls the next number from any program, as in `counter.hotkeys.combination`; empty for none.
    `keypad_port`: the serial port of a call keypad, empty for none; `keypad_baud`: its speed.
    """

    counter: Annotated[int, Meta(ge=0, le=999)] = 0
    language: Literal["vi", "en"] = "vi"
    backend: Literal["auto", "software", "gpu"] = "auto"
    bar: bool = False
    next_hotkey: str = ""
    keypad_port: str = ""
    keypad_baud: Annotated[int, Meta(ge=300, le=921_600)] = 9600
