"""piper as a program beside ours: what it is asked, and that whatever it does, there is one answer, in time."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display.voice.engine import Speech, SpeechRequest
from display.voice.piper_engine import PiperEngine
from display.voice.sound import read_sound
from tests.unit.display.voice.answers import ask, code

HELLO = SpeechRequest("Mời công dân có số a không không bảy.", "any", 95)

SPEAKS = """
import json, sys, wave
told = dict(zip(sys.argv[1::2], sys.argv[2::2]))
text = sys.stdin.buffer.read().decode()
with open(told["--model"] + ".asked", "a") as asked:
    asked.write(json.dumps([told, text]) + chr(10))
with wave.open(told["--output_file"], "wb") as file:
    file.setnchannels(1); file.setsampwidth(2); file.setframerate(22050)
    file.writeframes(bytes(44100))
"""
HANGS = "import sys, threading; sys.stdin.read(); threading.Event().wait()"
FAILS = "import sys; sys.stdin.read(); sys.exit(2)"
LEAVES_NOTHING = "import sys; sys.stdin.read()"
NO_SOUND = "import sys; open(sys.argv[4], 'w').write('no sound')"

MakeEngine = Callable[..., PiperEngine]


@pytest.fixture
def voice(tmp_path: Path) -> Path:
    (tmp_path / "vi.onnx").write_bytes(b"voice")
    return tmp_path / "vi.onnx"


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path, voice: Path) -> Iterator[MakeEngine]:
    made: list[PiperEngine] = []

    def engine(script: str, seconds_max: float = 10.0) -> PiperEngine:
        program = tmp_path / "piper"
        program.write_text(f"#!{sys.executable}\n{script}\n")
        program.chmod(0o755)
        made.append(PiperEngine({"vi": voice}, str(program), seconds_max))
        return made[-1]

    yield engine
    for one in made:
        one.close()


def test_it_is_asked_with_voice_file_and_rate_and_makes_a_sound(make: MakeEngine, qtbot: QtBot, voice: Path) -> None:
    engine = make(SPEAKS)
    (answer,) = ask(engine, qtbot, HELLO)
    assert isinstance(answer, Speech)
    assert answer.seconds == read_sound(answer.path).seconds == 1.0
    told, text = json.loads(Path(f"{voice}.asked").read_text())
    assert text == HELLO.text + "\n"
    assert (told["--model"], told["--length_scale"]) == (str(voice), "2.00")


def test_sentences_are_made_one_after_the_other_and_kept(make: MakeEngine, qtbot: QtBot, voice: Path) -> None:
    engine = make(SPEAKS)
    other = SpeechRequest("Xin chào.", "any", 140)
    answers = ask(engine, qtbot, HELLO, other)
    assert [code(answer) for answer in answers] == ["", ""]
    assert ask(engine, qtbot, HELLO, other) == answers
    assert len(Path(f"{voice}.asked").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("script", "failure"),
    [(FAILS, "piper_failed"), (LEAVES_NOTHING, "piper_failed"), (NO_SOUND, "piper_failed")],
)
def test_a_program_that_fails_is_a_failure(make: MakeEngine, qtbot: QtBot, script: str, failure: str) -> None:
    assert [code(answer) for answer in ask(make(script), qtbot, HELLO, HELLO)] == [failure] * 2


def test_a_program_that_hangs_is_killed_and_the_next_sentence_has_its_turn(make: MakeEngine, qtbot: QtBot) -> None:
    assert [code(answer) for answer in ask(make(HANGS, 0.3), qtbot, HELLO, HELLO)] == ["piper_hung"] * 2


def test_what_is_not_there_is_said(qtbot: QtBot, tmp_path: Path, make: MakeEngine, voice: Path) -> None:
    missing = PiperEngine({"vi": voice}, str(tmp_path / "nowhere"))
    assert code(ask(missing, qtbot, HELLO)[0]) == "no_piper"
    missing.close()
    engine = make(SPEAKS)
    assert code(ask(engine, qtbot, SpeechRequest("Hello.", "en", 140, "en"))[0]) == "no_piper_voice"
    voice.unlink()
    assert code(ask(engine, qtbot, HELLO)[0]) == "no_piper_voice"


def test_no_digit_reaches_it(make: MakeEngine, qtbot: QtBot) -> None:
    assert code(ask(make(SPEAKS), qtbot, SpeechRequest("số 7", "any", 140))[0]) == "digit_in_text"


def test_closing_kills_what_hangs(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make(HANGS)
    answers: list[object] = []
    engine.synthesize(HELLO, answers.append)
    engine.close()
    assert answers == []
