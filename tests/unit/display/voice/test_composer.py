"""What one pass of a call sounds like: chime, gap, sentence, pause."""

from pathlib import Path

import pytest

import assets
from display.voice.composer import CHIME_GAP_SECONDS, FILES_KEPT_MAX, PAUSE_SECONDS, Composer
from display.voice.engine import Speech
from display.voice.sound import SoundError, read_sound, write_sound
from tests.unit.display.voice.sounds import loudness, tone


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    sound = tone(1.0, 22_050)
    write_sound(sound, tmp_path / "speech.wav")
    return Speech(tmp_path / "speech.wav", sound.seconds)


@pytest.fixture
def chime(tmp_path: Path) -> Path:
    write_sound(tone(0.5, 44_100), tmp_path / "chime.wav")
    return tmp_path / "chime.wav"


def composer(tmp_path: Path, chime: Path | None) -> Composer:
    (tmp_path / "out").mkdir(exist_ok=True)
    return Composer(tmp_path / "out", chime)


def test_chime_gap_sentence_pause(tmp_path: Path, speech: Speech, chime: Path) -> None:
    made = composer(tmp_path, chime).compose(speech, with_chime=True)
    assert made is not None
    sound = read_sound(made.path)
    assert sound.seconds == made.seconds == pytest.approx(0.5 + CHIME_GAP_SECONDS + 1.0 + PAUSE_SECONDS, abs=0.01)
    assert loudness(sound, 0.1, 0.4) > 1000
    assert loudness(sound, 0.51, 0.5 + CHIME_GAP_SECONDS - 0.01) == 0
    assert loudness(sound, 0.5 + CHIME_GAP_SECONDS + 0.01, 1.7) > 1000
    assert loudness(sound, sound.seconds - PAUSE_SECONDS + 0.01, sound.seconds) == 0


def test_the_repeat_has_no_chime(tmp_path: Path, speech: Speech, chime: Path) -> None:
    made = composer(tmp_path, chime).compose(speech, with_chime=False)
    assert made is not None
    assert made.seconds == pytest.approx(1.0 + PAUSE_SECONDS, abs=0.01)


def test_without_a_voice_the_chime_stands_alone(tmp_path: Path, chime: Path) -> None:
    made = composer(tmp_path, chime).compose(None, with_chime=True)
    assert made is not None
    assert made.seconds == pytest.approx(0.5 + PAUSE_SECONDS, abs=0.01)


@pytest.mark.parametrize("name", [None, "missing.wav"])
def test_without_a_chime_the_sentence_stands_alone(tmp_path: Path, speech: Speech, name: str | None) -> None:
    made = composer(tmp_path, None if name is None else tmp_path / name)
    assert not made.has_chime
    announcement = made.compose(speech, with_chime=True)
    assert announcement is not None
    assert announcement.seconds == pytest.approx(1.0 + PAUSE_SECONDS, abs=0.01)


def test_with_neither_there_is_nothing_to_play(tmp_path: Path) -> None:
    assert composer(tmp_path, None).compose(None, with_chime=True) is None


def test_a_speech_that_is_broken_is_told(tmp_path: Path, chime: Path) -> None:
    (tmp_path / "speech.wav").write_bytes(b"RIFF")
    with pytest.raises(SoundError):
        composer(tmp_path, chime).compose(Speech(tmp_path / "speech.wav", 1.0), with_chime=True)


def test_few_files_are_kept(tmp_path: Path, chime: Path) -> None:
    made = composer(tmp_path, chime)
    last = [made.compose(None, with_chime=True) for _ in range(FILES_KEPT_MAX + 3)][-1]
    assert last is not None
    assert len(list((tmp_path / "out").iterdir())) == FILES_KEPT_MAX
    assert last.path.exists()


def test_the_halls_own_chime_can_be_used(tmp_path: Path) -> None:
    made = composer(tmp_path, assets.path("sounds/chime.wav"))
    assert made.has_chime
    assert 0.5 < made.frame_seconds(with_chime=True) < 4.0
