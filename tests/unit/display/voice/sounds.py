"""Small sounds for the tests of the voice."""

import math
import wave
from array import array
from pathlib import Path

from display.voice.sound import Sound


def tone(seconds: float, rate: int = 22_050, hertz: float = 440.0, height: int = 8_000) -> Sound:
    """A sine."""
    count = round(seconds * rate)
    return Sound(array("h", (round(height * math.sin(2 * math.pi * hertz * i / rate)) for i in range(count))), rate)


def write_raw(path: Path, frames: bytes, rate: int, channels: int, width: int) -> Path:
    """Any WAV, also one that our own writer would not make."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(frames)
    return path


def loudness(sound: Sound, start: float, end: float) -> float:
    """Root mean square between two moments in seconds."""
    part = sound.samples[round(start * sound.rate) : round(end * sound.rate)]
    return math.sqrt(sum(sample * sample for sample in part) / max(1, len(part)))


def crossings(sound: Sound) -> int:
    """How often the wave rises through zero: its hertz times its seconds."""
    return sum(1 for before, after in zip(sound.samples, sound.samples[1:], strict=False) if before < 0 <= after)
