"""What a wallboard can be told, by `config/display.example.toml` or the environment (`HALL_` + the capital name)."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from display.board_settings import BoardSettings
from display.speaker import VoiceManner


class DisplaySettings(BoardSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of one wallboard: what is seen (`BoardSettings`), and what is heard.

    `silent`: a board without a voice, beside one that has it; it reports what it shows and says nothing about speech.
    `voice`: a voice or language of espeak-ng; `voice_rate`: words a minute; `voice_passes`: how often a call is said
    when nobody else waits; `volume`: 0 to 1. `announcements`: a folder that keeps each announcement as WAV with a log,
    empty for none.
    """

    silent: bool = False
    voice: Annotated[str, Meta(min_length=1, max_length=60)] = "vi"
    voice_rate: Annotated[int, Meta(ge=80, le=300)] = 140
    voice_passes: Annotated[int, Meta(ge=1, le=3)] = 2
    volume: Annotated[float, Meta(ge=0, le=1)] = 1.0
    announcements: str = ""

    def voice_manner(self) -> VoiceManner:
        """How the hall wants to be spoken to."""
        return VoiceManner(self.voice, self.voice_rate, self.voice_passes)
