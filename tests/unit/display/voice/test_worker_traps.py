"""The traps of the speech library, played by an engine that falls into each of them on demand."""

import json
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from display.voice import worker as worker_module
from display.voice.worker import PART_SUFFIX, Worker


@dataclass
class Voice:
    id: str
    languages: list[str]


class TrickyEngine:
    """Sounds like pyttsx3. `deaf_to`: how many settings it sleeps through; `whole`, `frames`: what a run leaves."""

    def __init__(self) -> None:
        self.deaf_to = 0
        self.whole = True
        self.frames = 2_205
        self.says_when_done = True
        self.settings: dict[str, object] = {"voice": "gmw/en", "rate": 200}
        self.said: list[tuple[str, object, object]] = []
        self._queued: tuple[str, str] | None = None
        self._on_end: Callable[..., None] | None = None

    def connect(self, topic: str, cb: Callable[..., None]) -> object:
        assert topic == "finished-utterance"
        self._on_end = cb
        return cb

    def getProperty(self, name: str) -> object:
        voices = [Voice("aav/vi", ["vi"]), Voice("aav/vi-vn-x-south", ["vi-vn-x-south"])]
        return voices if name == "voices" else self.settings[name]

    def setProperty(self, name: str, value: object) -> None:
        if self.deaf_to:
            self.deaf_to -= 1
        else:
            self.settings[name] = value

    def save_to_file(self, text: str, filename: str) -> None:
        assert text
        assert self._queued is None, "of several queued texts only the last is made"
        self._queued = (text, filename)

    def runAndWait(self) -> None:
        assert self._queued is not None, "an empty run hangs"
        (text, filename), self._queued = self._queued, None
        self.said.append((text, self.settings["voice"], self.settings["rate"]))
        if self.frames:
            with wave.open(filename, "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(22_050)
                file.writeframes(bytes(2 * self.frames))
        if self.says_when_done and self._on_end is not None:
            self._on_end(name=None, completed=self.whole)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> TrickyEngine:
    monkeypatch.setattr(worker_module, "END_SECONDS_MAX", 0.05)
    monkeypatch.setattr(worker_module, "SETTING_SECONDS_MAX", 0.05)
    return TrickyEngine()


def ask(worker: Worker, path: Path, *, text: str = "một", voice: str = "vi", rate: int = 140) -> dict[str, object]:
    return worker.answer(json.dumps({"id": 7, "text": text, "voice": voice, "rate": rate, "path": str(path)}))


def test_it_is_primed_before_the_first_request(engine: TrickyEngine) -> None:
    Worker(engine)
    assert len(engine.said) == 1


def test_a_sound_appears_whole_and_under_its_name(engine: TrickyEngine, tmp_path: Path) -> None:
    assert ask(Worker(engine), tmp_path / "a.wav") == {"id": 7, "seconds": 0.1}
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]
    assert engine.said[-1] == ("một", "aav/vi", 140)


def test_settings_are_told_again_until_they_are_taken(engine: TrickyEngine, tmp_path: Path) -> None:
    worker = Worker(engine)
    engine.deaf_to = 3
    assert "seconds" in ask(worker, tmp_path / "a.wav", voice="vi-VN-x-south", rate=90)
    assert engine.said[-1] == ("một", "aav/vi-vn-x-south", 90)


def test_settings_never_taken_are_a_failure_not_a_wrong_voice(engine: TrickyEngine, tmp_path: Path) -> None:
    worker = Worker(engine)
    engine.deaf_to = 1_000
    assert ask(worker, tmp_path / "a.wav")["failure"] == "setting_not_taken"
    assert len(engine.said) == 1


@pytest.mark.parametrize(
    ("whole", "says_when_done", "frames"),
    [(False, True, 2_205), (True, False, 2_205), (True, True, 0)],
    ids=["broken off", "never told", "empty"],
)
def test_half_a_sentence_never_gets_its_name(
    engine: TrickyEngine, tmp_path: Path, whole: bool, says_when_done: bool, frames: int
) -> None:
    worker = Worker(engine)
    engine.whole, engine.says_when_done, engine.frames = whole, says_when_done, frames
    assert ask(worker, tmp_path / "a.wav")["failure"] == "not_made"
    assert not (tmp_path / "a.wav").exists()
    engine.whole, engine.says_when_done, engine.frames = True, True, 2_205
    assert "seconds" in ask(worker, tmp_path / "a.wav")
    assert [path.suffix for path in tmp_path.iterdir() if path.suffix == PART_SUFFIX] == []


@pytest.mark.parametrize(("text", "voice", "failure"), [("", "vi", "empty_text"), ("một", "klingon", "unknown_voice")])
def test_what_would_hang_it_is_refused(
    engine: TrickyEngine, tmp_path: Path, text: str, voice: str, failure: str
) -> None:
    worker = Worker(engine)
    assert ask(worker, tmp_path / "a.wav", text=text, voice=voice)["failure"] == failure
    assert len(engine.said) == 1


def test_a_folder_that_is_not_there_is_refused(engine: TrickyEngine, tmp_path: Path) -> None:
    assert ask(Worker(engine), tmp_path / "none" / "a.wav")["failure"] == "not_writable"
