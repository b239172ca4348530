"""The worker process with the real espeak-ng, spoken to by its own lines."""

import json
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

SECONDS_MAX = 20


class Talk:
    """One worker and its two pipes."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "display.voice.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def hear(self) -> dict[str, object]:
        assert self.process.stdout is not None
        heard = json.loads(self.process.stdout.readline())
        assert isinstance(heard, dict)
        return heard

    def ask(self, text: str, path: Path, voice: str = "vi", rate: int = 140) -> dict[str, object]:
        assert self.process.stdin is not None
        self.process.stdin.write(
            json.dumps({"id": 7, "text": text, "voice": voice, "rate": rate, "path": str(path)}) + "\n"
        )
        self.process.stdin.flush()
        return self.hear()

    def end(self) -> int:
        self.process.communicate(timeout=SECONDS_MAX)
        return self.process.returncode


@pytest.fixture
def talk() -> Iterator[Talk]:
    made = Talk()
    assert made.hear() == {"ready": True}
    yield made
    made.end()


def test_a_sentence_becomes_a_sound_of_the_length_it_says(talk: Talk, tmp_path: Path) -> None:
    answer = talk.ask("Mời công dân có số a không không bảy đến quầy số ba.", tmp_path / "a.wav")
    with wave.open(str(tmp_path / "a.wav")) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    assert answer == {"id": 7, "seconds": pytest.approx(seconds)}
    assert 2.0 < seconds < 8.0
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_the_first_the_second_and_the_third_are_all_made(talk: Talk, tmp_path: Path) -> None:
    lengths = [talk.ask(text, tmp_path / f"{text}.wav")["seconds"] for text in ("một", "một hai", "một hai ba bốn")]
    assert lengths == sorted(set(lengths), key=lambda seconds: float(str(seconds)))


def test_a_slower_rate_takes_longer(talk: Talk, tmp_path: Path) -> None:
    slow = talk.ask("một hai ba", tmp_path / "a.wav", rate=90)
    quick = talk.ask("một hai ba", tmp_path / "b.wav", rate=200)
    assert float(str(slow["seconds"])) > float(str(quick["seconds"])) * 1.3


@pytest.mark.parametrize("voice", ["vi", "aav/vi", "VI", "vi-VN-x-south", "en-gb"])
def test_a_voice_goes_by_its_id_or_its_language(talk: Talk, tmp_path: Path, voice: str) -> None:
    assert "seconds" in talk.ask("một", tmp_path / "a.wav", voice)


def test_what_cannot_be_done_is_refused_and_the_worker_lives_on(talk: Talk, tmp_path: Path) -> None:
    assert talk.ask("một", tmp_path / "a.wav", voice="klingon")["failure"] == "unknown_voice"
    assert talk.ask("", tmp_path / "a.wav")["failure"] == "empty_text"
    assert talk.ask("một", tmp_path / "no" / "such" / "folder.wav")["failure"] == "not_writable"
    assert list(tmp_path.iterdir()) == []
    assert "seconds" in talk.ask("một", tmp_path / "a.wav")


def test_a_huge_text_is_only_slow(talk: Talk, tmp_path: Path) -> None:
    answer = talk.ask("Mời công dân " * 40, tmp_path / "a.wav")
    assert float(str(answer["seconds"])) > 20


def test_it_ends_when_its_parent_says_nothing_more() -> None:
    talk = Talk()
    talk.hear()
    assert talk.end() == 0
