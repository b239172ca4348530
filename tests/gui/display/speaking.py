"""A voice that takes no time: an engine that has every sentence ready, and a player that ends at once."""

from __future__ import annotations

from array import array
from pathlib import Path

from PySide6.QtCore import QTimer

from display.voice.engine import Speech, SpeechDone, SpeechRequest
from display.voice.playing import Ending, SoundPlayer
from display.voice.sound import Sound, write_sound


class ReadyEngine:
    """Says everything with the same sound, and remembers what it was asked."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        self.asked: list[SpeechRequest] = []

    @staticmethod
    def make_speech(folder: Path) -> Speech:
        """A tenth of a second of anything that can be heard."""
        sound = Sound(array("h", [4_000, -4_000] * 1_100), 22_050)
        write_sound(sound, folder / "speech.wav")
        return Speech(folder / "speech.wav", sound.seconds)

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        self.asked.append(request)
        done(self._speech)

    def close(self) -> None:
        """Nothing to let go of."""


class EndingPlayer(SoundPlayer):
    """Has played everything as soon as the loop turns."""

    @property
    def can_be_heard(self) -> bool:
        return True

    def play(self, path: Path, seconds: float) -> None:
        QTimer.singleShot(0, self, self._end)

    def stop(self) -> None:
        """It has ended already."""

    def _end(self) -> None:
        self.ended.emit(Ending.PLAYED)
