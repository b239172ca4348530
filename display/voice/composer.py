"""Chime, gap, sentence, pause: the one WAV file that is played for one pass of a call.

The chime stands before the first pass: it wakes attention, the repeat uses it. Without a voice the chime stands
alone, so that people look up at the screen; without a chime the sentence does. The pause is part of the sound, so
that even a player that is quick to take the next one leaves people time to breathe.
"""

from collections import deque
from dataclasses import dataclass
from pathlib import Path

import structlog

from display.voice.engine import Speech
from display.voice.sound import Sound, SoundError, at_rate, join, read_sound, silence, trimmed, write_sound

CHIME_GAP_SECONDS = 0.25
PAUSE_SECONDS = 0.6
RATE_WITHOUT_SPEECH = 22_050
FILES_KEPT_MAX = 8
"""The player holds one; the others are there for whoever wants to look what was just played."""

_log = structlog.get_logger("display")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A WAV file and its whole length."""

    path: Path
    seconds: float


class Composer:
    """Writes announcements into `folder`, which the owner makes and removes. `chime`: a WAV file, or None."""

    def __init__(self, folder: Path, chime: Path | None) -> None:
        self._folder = folder
        self._chime = _chime_or_none(chime)
        self._files: deque[Path] = deque()
        self._made = 0

    @property
    def has_chime(self) -> bool:
        """False when the hall has none or its file cannot be read, which the log has said."""
        return self._chime is not None

    def frame_seconds(self, *, with_chime: bool) -> float:
        """What chime and pauses add to a sentence."""
        if self._chime is None or not with_chime:
            return PAUSE_SECONDS
        return self._chime.seconds + CHIME_GAP_SECONDS + PAUSE_SECONDS

    def compose(self, speech: Speech | None, *, with_chime: bool) -> Announcement | None:
        """One file; None when there is nothing to be heard. Raises SoundError for a speech that cannot be read."""
        sentence = None if speech is None else trimmed(read_sound(speech.path))
        parts = [*self._chime_part(sentence, with_chime=with_chime), *([] if sentence is None else [sentence])]
        if not any(len(part.samples) for part in parts):
            return None
        rate = RATE_WITHOUT_SPEECH if sentence is None else sentence.rate
        sound = join([*parts, silence(PAUSE_SECONDS, rate)], rate)
        return Announcement(self._write(sound), sound.seconds)

    def _chime_part(self, sentence: Sound | None, *, with_chime: bool) -> list[Sound]:
        if self._chime is None or not with_chime:
            return []
        if sentence is None:
            return [self._chime]
        if self._chime.rate != sentence.rate:
            self._chime = at_rate(self._chime, sentence.rate)
        return [self._chime, silence(CHIME_GAP_SECONDS, sentence.rate)]

    def _write(self, sound: Sound) -> Path:
        self._made += 1
        path = self._folder / f"announcement-{self._made:06}.wav"
        write_sound(sound, path)
        self._files.append(path)
        while len(self._files) > FILES_KEPT_MAX:
            self._files.popleft().unlink(missing_ok=True)
        return path


def _chime_or_none(path: Path | None) -> Sound | None:
    if path is None:
        return None
    try:
        return at_rate(read_sound(path), RATE_WITHOUT_SPEECH)
    except SoundError as error:
        _log.warning("no chime", detail=str(error))
        return None
