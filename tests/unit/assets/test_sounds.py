"""The chime is the one its generator makes, in the agreed format, and it neither clips nor clicks."""

import itertools
import struct
import wave

import assets
from assets.sounds import make_chime


def read_chime() -> tuple[wave._wave_params, list[int]]:
    with wave.open(str(assets.path("sounds/chime.wav")), "rb") as file:
        parameters = file.getparams()
        frames = file.readframes(parameters.nframes)
    return parameters, list(struct.unpack(f"<{parameters.nframes}h", frames))


def test_format() -> None:
    parameters, _ = read_chime()
    assert (parameters.framerate, parameters.sampwidth, parameters.nchannels) == (44_100, 2, 1)
    assert 0.8 <= parameters.nframes / parameters.framerate <= 1.5


def test_is_what_the_generator_makes() -> None:
    _, kept = read_chime()
    made = make_chime.samples()
    assert len(kept) == len(made)
    # One step of tolerance: the last bit of a sine differs between C libraries
    assert max(abs(a - b) for a, b in zip(kept, made, strict=True)) <= 1


def test_does_not_clip_and_is_not_faint() -> None:
    _, kept = read_chime()
    assert 20_000 < max(map(abs, kept)) < 24_000


def test_starts_and_ends_in_silence_without_clicks() -> None:
    _, kept = read_chime()
    assert kept[0] == kept[-1] == 0
    steps = [abs(b - a) for a, b in itertools.pairwise(kept)]
    assert max(steps) < 6_000
    assert max(map(abs, kept[:44])) < 1_500, "the first millisecond must be soft"
    assert max(map(abs, kept[-441:])) < 500, "the last ten milliseconds must have died away"
