"""Makes `chime.wav`, the two warm tones before each call: ``python -m assets.sounds.make_chime``.

A falling major third, E5 then C5, because it calls without alarming. Each tone is a soft bell: partials that die the
sooner the higher they are, eased in and out so that no speaker clicks. It leaves 3 dB of headroom. The same samples
come out every time; the file is committed, and a test compares it with what this makes.
"""

import math
import struct
import wave
from pathlib import Path

RATE_HERTZ = 44_100
SECONDS = 1.25
PEAK = 10 ** (-3 / 20)
TONES = ((0.0, 659.255, 0.9), (0.40, 523.251, 1.0))
"""Start in seconds, pitch in hertz, loudness."""
PARTIALS = ((1.0, 1.0, 0.34), (2.0, 0.32, 0.20), (3.0, 0.11, 0.11), (4.16, 0.05, 0.06))
"""Multiple of the pitch, loudness, seconds until it has died to 1/e."""
ATTACK_SECONDS = 0.012
FADE_SECONDS = 0.15


def eased(part: float) -> float:
    """0 to 1 along half a cosine, for `part` from 0 to 1 and beyond."""
    return 0.5 - 0.5 * math.cos(math.pi * min(max(part, 0.0), 1.0))


def tone(seconds: float, pitch_hertz: float) -> float:
    """One bell, `seconds` after it was struck."""
    if seconds < 0:
        return 0.0
    sound = sum(
        loudness * math.exp(-seconds / decay) * math.sin(2 * math.pi * pitch_hertz * multiple * seconds)
        for multiple, loudness, decay in PARTIALS
    )
    return sound * eased(seconds / ATTACK_SECONDS)


def samples() -> list[int]:
    """The whole chime as 16-bit samples, one channel."""
    count = int(SECONDS * RATE_HERTZ)
    waves = []
    for index in range(count):
        at = index / RATE_HERTZ
        sound = sum(loudness * tone(at - start, pitch) for start, pitch, loudness in TONES)
        waves.append(sound * eased((count - 1 - index) / (FADE_SECONDS * RATE_HERTZ)))
    scale = PEAK * 32_767 / max(abs(value) for value in waves)
    return [round(value * scale) for value in waves]


def write(path: Path) -> None:
    """Write the chime as a WAV file: 44.1 kHz, 16 bits, mono."""
    made = samples()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HERTZ)
        file.writeframes(struct.pack(f"<{len(made)}h", *made))


if __name__ == "__main__":
    write(Path(__file__).with_name("chime.wav"))
