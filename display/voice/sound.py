"""One announcement as one sound: chime, gap, sentence, pause.

Joined before playing, because a player that is given pieces leaves holes between them, or talks over itself. The
speech's sample rate is the rate of the whole: it is by far the longest part, and the chime, which is converted, has
no treble to lose. Everything becomes mono and 16 bits: what a hall's amplifier gets.
"""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

SAMPLE_BYTES = 2
SOUND_SECONDS_MAX = 60.0
"""No announcement is longer; a file that claims to be is not read into memory."""


class SoundError(Exception):
    """The file is not a PCM sound that can be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono samples of 16 bits at `rate` per second."""

    samples: array[int]
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


def read_sound(path: Path) -> Sound:
    """The WAV file as a `Sound`: PCM of 8, 16, 24 or 32 bits, channels averaged. Raises SoundError."""
    try:
        with wave.open(str(path), "rb") as file:
            rate, channels, width, frames = (
                *(file.getframerate(), file.getnchannels()),
                *(file.getsampwidth(), file.getnframes()),
            )
            if not rate or frames / rate > SOUND_SECONDS_MAX:
                raise SoundError(
                    f"{path.name}: {frames} frames at {rate} a second, at most {SOUND_SECONDS_MAX} seconds"
                )
            raw = file.readframes(frames)
    except (wave.Error, EOFError, OSError) as error:
        raise SoundError(f"{path.name}: {error}") from error
    return Sound(_mono(_samples_16(raw, width), channels), rate)


def write_sound(sound: Sound, path: Path) -> None:
    """Write a WAV file."""
    samples = sound.samples
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(sound.rate)
        file.writeframes(samples.tobytes())


def silence(seconds: float, rate: int) -> Sound:
    """Nothing, for so long."""
    return Sound(array("h", bytes(SAMPLE_BYTES * round(seconds * rate))), rate)


def at_rate(sound: Sound, rate: int) -> Sound:
    """The same sound at another sample rate: averaged when samples get fewer, on straight lines when they get more."""
    if rate == sound.rate or not sound.samples:
        return Sound(sound.samples, rate)
    length = max(1, round(len(sound.samples) * rate / sound.rate))
    step = len(sound.samples) / length
    resample = _averaged if step > 1 else _interpolated
    return Sound(resample(sound.samples, length, step), rate)


def join(parts: Iterable[Sound], rate: int) -> Sound:
    """The parts one after the other, each brought to `rate`."""
    samples = array("h")
    for part in parts:
        samples.extend(at_rate(part, rate).samples)
    return Sound(samples, rate)


def trimmed(sound: Sound, threshold: int = 64) -> Sound:
    """Without the silence at both ends, which engines add as they please; pauses are ours to set."""
    samples = sound.samples
    first = next((index for index, sample in enumerate(samples) if abs(sample) > threshold), len(samples))
    last = next((index for index in range(len(samples) - 1, first, -1) if abs(samples[index]) > threshold), first)
    return Sound(samples[first : last + 1], sound.rate)


def _samples_16(raw: bytes, width: int) -> array[int]:
    """Little-endian PCM of any width to 16 bits; 8 bits are unsigned by the format's definition."""
    if width == 1:
        return array("h", ((byte - 128) << 8 for byte in raw))
    if width not in (2, 3, 4):
        raise SoundError(f"samples of {width} bytes")
    if width > SAMPLE_BYTES:
        kept = bytearray(len(raw) // width * SAMPLE_BYTES)
        kept[0::2], kept[1::2] = raw[width - 2 :: width], raw[width - 1 :: width]
        raw = bytes(kept)
    samples = array("h", raw[: len(raw) // SAMPLE_BYTES * SAMPLE_BYTES])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _mono(samples: array[int], channels: int) -> array[int]:
    if channels == 1:
        return samples
    return array("h", (sum(frame) // channels for frame in zip(*[iter(samples)] * channels, strict=False)))


def _averaged(samples: array[int], length: int, step: float) -> array[int]:
    """Each new sample is the mean of the old ones it stands for, which also keeps the treble from folding back."""
    bounds = [min(len(samples) - 1, int(index * step)) for index in range(length)] + [len(samples)]
    return array("h", (_mean(samples, start, end) for start, end in pairwise(bounds)))


def _mean(samples: array[int], start: int, end: int) -> int:
    return sum(samples[start:end]) // (end - start)


def _interpolated(samples: array[int], length: int, step: float) -> array[int]:
    last = len(samples) - 1
    made = array("h", bytes(SAMPLE_BYTES * length))
    for index in range(length):
        position = index * step
        left = min(last, int(position))
        right = min(last, left + 1)
        made[index] = round(samples[left] + (samples[right] - samples[left]) * (position - left))
    return made
