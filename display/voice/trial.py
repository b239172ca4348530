"""Trying the voice out, without a hall: one sentence, by the engines as they are set up, into a file or to be heard."""

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop

from display.voice.composer import Composer
from display.voice.engine import Speech, SpeechFailure, SpeechRequest, VoiceEngine
from display.voice.playing import Ending, SoundPlayer


@dataclass(frozen=True, slots=True)
class Made:
    """What an engine answered, and after how many seconds."""

    answer: Speech | SpeechFailure
    seconds_taken: float


def make(engine: VoiceEngine, request: SpeechRequest) -> Made:
    """Ask an engine and wait: each engine bounds its own time. Needs a Qt application."""
    started = time.monotonic()
    answers: list[Speech | SpeechFailure] = []
    loop = QEventLoop()

    def done(answer: Speech | SpeechFailure) -> None:
        answers.append(answer)
        loop.quit()

    engine.synthesize(request, done)
    if not answers:
        loop.exec()
    return Made(answers[0], time.monotonic() - started)


def keep(speech: Speech, chime: Path | None, out: Path) -> float:
    """Write the sentence as it is heard in the hall; its length in seconds. Raises SoundError, OSError."""
    with tempfile.TemporaryDirectory(prefix="hall-trial-") as folder:
        announcement = Composer(Path(folder), chime).compose(speech, with_chime=chime is not None)
        if announcement is None:
            return 0.0
        shutil.copyfile(announcement.path, out)
        return announcement.seconds


def play(player: SoundPlayer, sound: Path, seconds: float) -> Ending:
    """Play it to its end; the player's watchdog bounds the time."""
    endings: list[Ending] = []
    loop = QEventLoop()

    def ended(ending: Ending) -> None:
        endings.append(ending)
        loop.quit()

    player.ended.connect(ended)
    player.play(sound, seconds)
    loop.exec()
    player.ended.disconnect(ended)
    return endings[0]
