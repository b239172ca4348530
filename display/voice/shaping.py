"""Recorded pieces made to sound like one sentence: equally loud, and without a click where they meet."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence

from display.voice.sound import Sound, at_rate, silence

LOUDNESS = 3300.0
"""Root mean square that every piece is brought to: 20 dB below full scale, as loud as speech usually is."""
GAIN_MAX = 8.0
"""A piece that would need more was recorded wrongly; its noise would be all that is heard."""
PEAK = 32_000
CROSSFADE_SECONDS = 0.02
WORD_GAP_SECONDS = 0.03
COMMA_GAP_SECONDS = 0.18
"""What a speaker leaves between words, and at a comma."""


def root_mean_square(sound: Sound) -> float:
    """How loud it is, in samples of 16 bits."""
    if not sound.samples:
        return 0.0
    return math.sqrt(sum(sample * sample for sample in sound.samples) / len(sound.samples))


def matched(sound: Sound, loudness: float = LOUDNESS) -> Sound:
    """The same sound, this loud, as far as its peaks and `GAIN_MAX` allow."""
    present = root_mean_square(sound)
    if present == 0:
        return sound
    peak = max(map(abs, sound.samples))
    gain = min(loudness / present, GAIN_MAX, PEAK / peak)
    return Sound(array("h", (round(sample * gain) for sample in sound.samples)), sound.rate)


def crossfaded(pieces: Sequence[Sound], rate: int, gaps: Sequence[float]) -> Sound:
    """The pieces one after the other at `rate`; `gaps`: seconds after each but the last.

    At each joint the end of one and the beginning of the next fade over `CROSSFADE_SECONDS`; where there is no gap they
    overlap for so long, so that the sum stays as loud.
    """
    if len(gaps) != max(0, len(pieces) - 1):
        raise ValueError(f"{len(pieces)} pieces have {len(pieces) - 1} gaps, not {len(gaps)}")
    made: array[int] = array("h")
    fade = round(CROSSFADE_SECONDS * rate)
    for index, piece in enumerate(pieces):
        samples = _faded(at_rate(piece, rate).samples, fade, begin=index > 0, end=index < len(pieces) - 1)
        if index and gaps[index - 1] <= 0:
            _lay_over(made, samples, min(fade, len(samples), len(made)))
            continue
        if index:
            made.extend(silence(gaps[index - 1], rate).samples)
        made.extend(samples)
    return Sound(made, rate)


def _faded(samples: array[int], count: int, *, begin: bool, end: bool) -> array[int]:
    made = array("h", samples)
    count = min(count, len(made) // 2)
    for step in range(count):
        part = (step + 1) / (count + 1)
        if begin:
            made[step] = round(made[step] * part)
        if end:
            made[-1 - step] = round(made[-1 - step] * part)
    return made


def _lay_over(made: array[int], samples: array[int], count: int) -> None:
    """Append `samples`, its first `count` upon the last of `made`."""
    start = len(made) - count
    for step in range(count):
        made[start + step] = max(-PEAK, min(PEAK, made[start + step] + samples[step]))
    made.extend(samples[count:])
