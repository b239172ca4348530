"""What a wallboard can be told of its voice: engines, languages, how numbers are read, when it is loud or quiet."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from display.fullness import PASSES
from display.hours import VoiceHours
from display.occasions import CLOSING_MINUTES
from display.reading import STYLES, HalfHour, Language, Manner, TicketReading
from display.speaker import VoiceManner
from hall_link.settings import LinkSettings

EngineName = Literal["clips", "piper", "espeak"]
VoiceName = Annotated[str, Meta(min_length=1, max_length=60)]
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
ClockSpan = Annotated[str, Meta(pattern=rf"^{_CLOCK}-{_CLOCK}$")]
VolumeStep = Annotated[str, Meta(pattern=rf"^{_CLOCK}=(0(\.[0-9]+)?|1(\.0)?)$")]
MinutesBefore = Annotated[int, Meta(ge=1, le=120)]


class VoiceSettings(LinkSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`silent`: a board without a voice, beside one that has it; it reports what it shows and says nothing about
    speech. `voice_engines`: in the order in which they are tried. `voice`, `english_voice`: voices or languages of
    espeak-ng; `voice_rate`: words a minute; `voice_passes`: how often a call is said in the first of `voice_languages`
    when nobody else waits. `clips`, `english_clips`: folders of recorded clips; `piper`: the program;
    `piper_voice`, `piper_english_voice`: its voice files. `reading_style`, `ticket_reading`, `half_hour`: see
    `display.reading`. `volume`: 0 to 1; `volume_steps`: "07:30=0.6", from then on; `quiet_hours`: "11:30-13:30",
    nothing but urgent notices is said. `closing_minutes`: how long before the last number it is announced, empty for
    never.
    `announcements`: a folder that keeps each announcement as WAV with a log, empty for none.
    """

    silent: bool = False
    voice_engines: Annotated[tuple[EngineName, ...], Meta(max_length=3)] = ("espeak",)
    voice_languages: Annotated[tuple[Literal["vi", "en"], ...], Meta(min_length=1, max_length=2)] = ("vi",)
    voice: VoiceName = "vi"
    english_voice: VoiceName = "en"
    voice_rate: Annotated[int, Meta(ge=80, le=300)] = 140
    voice_passes: Annotated[int, Meta(ge=1, le=3)] = PASSES
    clips: str = ""
    english_clips: str = ""
    piper: str = "piper"
    piper_voice: str = ""
    piper_english_voice: str = ""
    reading_style: Literal["north", "south"] = "north"
    ticket_reading: Literal["digits", "number"] = "digits"
    half_hour: Literal["minutes", "half"] = "minutes"
    volume: Annotated[float, Meta(ge=0, le=1)] = 1.0
    volume_steps: Annotated[tuple[VolumeStep, ...], Meta(max_length=12)] = ()
    quiet_hours: Annotated[tuple[ClockSpan, ...], Meta(max_length=6)] = ()
    closing_minutes: Annotated[tuple[MinutesBefore, ...], Meta(max_length=4)] = CLOSING_MINUTES
    announcements: str = ""

    def reading_manner(self) -> Manner:
        """How numbers are read."""
        return Manner(STYLES[self.reading_style], TicketReading(self.ticket_reading), HalfHour(self.half_hour))

    def voice_manner(self) -> VoiceManner:
        """How the hall wants to be spoken to."""
        return VoiceManner(
            voice=self.voice,
            rate=self.voice_rate,
            passes=self.voice_passes,
            english_voice=self.english_voice,
            languages=tuple(dict.fromkeys(Language(tag) for tag in self.voice_languages)),
            reading=self.reading_manner(),
        )

    def voice_hours(self) -> VoiceHours:
        """How loud it is when."""
        return VoiceHours(self.volume, self.volume_steps, self.quiet_hours)
