"""What passes between a board in a browser and its voice, which sits beside the server: JSON, a message a line.

The voice decides what is said, when and how loud; the page plays one sound at a time and tells how it ended. So the
rules of the announcer stand in one place, for a board in a browser as for any other.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

MESSAGE_BYTES_MAX = 4096
"""Either way: a caption is the longest of them."""
SOUND_NAME = r"[0-9a-f]{32}\.wav"
"""Below `/board/sounds/`; named after its content, so it may be kept for ever."""


class VoiceMessage(Struct, frozen=True, tag_field="voice"):
    """One message, either way."""


class Play(VoiceMessage, frozen=True, tag="play"):
    """Play this sound now; `number` counts them, `seconds` long, `volume` from 0 to 1."""

    number: int
    sound: str
    seconds: float
    volume: float


class Caption(VoiceMessage, frozen=True, tag="caption"):
    """What is being said, word for word; empty in between."""

    text: str


class Trouble(VoiceMessage, frozen=True, tag="trouble"):
    """A word for what keeps people from hearing it: "no_voice", "no_sound"; empty when nothing does."""

    code: str


class Able(VoiceMessage, frozen=True, tag="able"):
    """The page may be heard, or may not: a browser lets nothing sound before somebody has touched the screen."""

    able: bool


class Ended(VoiceMessage, frozen=True, tag="ended"):
    """The sound of this number came to its end; `heard`: all of it was played."""

    number: Annotated[int, Meta(ge=0)]
    heard: bool


FromVoice = Play | Caption | Trouble
FromPage = Able | Ended
