"""Reading, converting and joining of sounds, and what is refused."""

import struct
from array import array
from pathlib import Path

import pytest

from display.voice.sound import Sound, SoundError, at_rate, join, read_sound, silence, trimmed, write_sound
from tests.unit.display.voice.sounds import crossings, loudness, tone, write_raw


def test_what_is_written_is_read(tmp_path: Path) -> None:
    sound = tone(0.1)
    write_sound(sound, tmp_path / "a.wav")
    assert read_sound(tmp_path / "a.wav") == sound


@pytest.mark.parametrize(
    ("width", "frame"),
    [
        *((1, bytes([128 + 64])), (2, struct.pack("<h", 64 << 8))),
        *((3, struct.pack("<i", 64 << 16)[:3]), (4, struct.pack("<i", 64 << 24))),
    ],
)
def test_every_width_of_sample_becomes_16_bits(tmp_path: Path, width: int, frame: bytes) -> None:
    path = write_raw(tmp_path / "a.wav", frame * 10, 8_000, 1, width)
    assert list(read_sound(path).samples) == [64 << 8] * 10


def test_channels_are_averaged(tmp_path: Path) -> None:
    path = write_raw(tmp_path / "a.wav", struct.pack("<hhhh", 100, 300, -50, -150), 8_000, 2, 2)
    assert list(read_sound(path).samples) == [200, -100]


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all, but some text"])
def test_what_is_no_sound_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.wav").write_bytes(content)
    with pytest.raises(SoundError, match=r"bad\.wav"):
        read_sound(tmp_path / "bad.wav")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"none\.wav"):
        read_sound(tmp_path / "none.wav")


def test_an_endless_sound_is_not_read(tmp_path: Path) -> None:
    write_raw(tmp_path / "long.wav", bytes(2 * 61 * 100), 100, 1, 2)
    with pytest.raises(SoundError, match="at most"):
        read_sound(tmp_path / "long.wav")


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("target", [16_000, 22_050, 48_000])
def test_another_rate_keeps_length_pitch_and_loudness(rate: int, target: int) -> None:
    before = tone(0.5, rate)
    after = at_rate(before, target)
    assert after.rate == target
    assert after.seconds == pytest.approx(before.seconds, abs=1 / target)
    assert crossings(after) == pytest.approx(220, abs=2)
    assert loudness(after, 0, 0.5) == pytest.approx(loudness(before, 0, 0.5), rel=0.05)


def test_a_sound_of_nothing_survives_another_rate() -> None:
    assert at_rate(Sound(array("h"), 8_000), 22_050).seconds == 0


def test_joined_parts_follow_each_other_and_their_lengths_add_up() -> None:
    parts = [tone(0.5, 44_100), silence(0.25, 22_050), tone(1.0, 22_050)]
    whole = join(parts, 22_050)
    assert whole.seconds == pytest.approx(1.75, abs=0.001)
    assert loudness(whole, 0.0, 0.5) > 1000
    assert loudness(whole, 0.51, 0.74) == 0
    assert loudness(whole, 0.75, 1.75) > 1000


def test_silence_at_both_ends_is_cut() -> None:
    padded = join([silence(0.3, 22_050), tone(0.5), silence(0.4, 22_050)], 22_050)
    assert trimmed(padded).seconds == pytest.approx(0.5, abs=0.01)


def test_silence_alone_is_cut_to_nearly_nothing() -> None:
    assert trimmed(silence(0.3, 22_050)).seconds < 0.001
