"""The parent of the worker: whatever the worker does, each request gets one answer, in time."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from display.voice.engine import Speech, SpeechFailure, SpeechRequest
from display.voice.worker_engine import DEATHS_MAX, REQUESTS_MAX, WorkerEngine

WAIT_MS = 20_000
SENTENCE = SpeechRequest("Mời công dân có số a không không bảy đến quầy số ba.", "vi", 140)

READY = "import json, sys, pathlib, os\nprint(json.dumps({'ready': True}), flush=True)\n"
HANGS = READY + "sys.stdin.read()\n"
NEVER_READY = "import sys\nsys.stdin.read()\n"
DIES = READY + "sys.stdin.readline()\nsys.exit(3)\n"
CONFUSED = READY + "sys.stdin.readline()\nprint('Audio saved to somewhere', flush=True)\nsys.stdin.read()\n"
NO_ENGINE = (
    "import json, sys\nprint(json.dumps({'ready': False, 'failure': 'no_engine', 'detail': 'no espeak'}), flush=True)\n"
)
DIES_ONCE = (
    READY
    + """
mark = pathlib.Path(sys.argv[1])
for line in sys.stdin:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), 9)
    request = json.loads(line)
    pathlib.Path(request['path']).write_bytes(b'sound')
    print(json.dumps({'id': request['id'], 'seconds': 1.0}), flush=True)
"""
)

Answers = list[Speech | SpeechFailure]
MakeEngine = Callable[..., WorkerEngine]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[MakeEngine]:
    engines: list[WorkerEngine] = []

    def engine(script: str | None = None, *arguments: str, seconds_max: float = 5.0) -> WorkerEngine:
        if script is None:
            made = WorkerEngine(synthesis_seconds_max=seconds_max)
        else:
            made = WorkerEngine(
                command=(sys.executable, "-c", script, *arguments),
                synthesis_seconds_max=seconds_max,
                start_seconds_max=seconds_max,
            )
        engines.append(made)
        return made

    yield engine
    for made in engines:
        made.close()


def ask(engine: WorkerEngine, qtbot: QtBot, *requests: SpeechRequest) -> Answers:
    answers: Answers = []
    for request in requests:
        engine.synthesize(request, answers.append)
    assert answers == [], "answers come later, never from inside the request"
    qtbot.waitUntil(lambda: len(answers) == len(requests), timeout=WAIT_MS)
    return answers


def numbered(count: int) -> list[SpeechRequest]:
    return [SpeechRequest("một " * number, "vi", 140) for number in range(1, count + 1)]


def codes(answers: Answers) -> list[str]:
    return [answer.code if isinstance(answer, SpeechFailure) else "speech" for answer in answers]


def test_sentences_of_the_real_voice_come_in_order(make: MakeEngine, qtbot: QtBot) -> None:
    answers = ask(make(), qtbot, *numbered(4))
    lengths = [answer.seconds for answer in answers if isinstance(answer, Speech)]
    assert len(lengths) == 4
    assert lengths == sorted(lengths)
    assert all(answer.path.exists() for answer in answers if isinstance(answer, Speech))


def test_the_same_sentence_is_made_once(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make()
    first, second = (ask(engine, qtbot, SENTENCE)[0] for _ in range(2))
    assert isinstance(first, Speech)
    assert first == second


def test_an_unknown_voice_is_an_answer_and_costs_no_worker(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make()
    assert codes(ask(engine, qtbot, SpeechRequest("một", "klingon", 140))) == ["unknown_voice"]
    assert engine.deaths == 0
    assert codes(ask(engine, qtbot, SENTENCE)) == ["speech"]


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty_text"), ("a " * 500, "text_too_long"), ("số 7", "digit_in_text")]
)
def test_what_would_harm_the_engine_never_reaches_it(make: MakeEngine, qtbot: QtBot, text: str, code: str) -> None:
    assert codes(ask(make(DIES), qtbot, SpeechRequest(text, "vi", 140))) == [code]


def test_killed_in_the_middle_of_a_sentence_it_is_made_by_the_next_worker(
    make: MakeEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    answers = ask(make(DIES_ONCE, str(tmp_path / "mark")), qtbot, *numbered(3))
    assert codes(answers) == ["speech"] * 3


def test_the_real_worker_killed_from_outside_is_replaced(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make()
    ask(engine, qtbot, SENTENCE)
    process = engine.findChild(QProcess)
    assert process is not None
    os.kill(process.processId(), signal.SIGKILL)
    assert codes(ask(engine, qtbot, *numbered(2))) == ["speech"] * 2


def test_a_stopped_worker_is_killed_and_replaced(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make(seconds_max=0.7)
    ask(engine, qtbot, SENTENCE)
    process = engine.findChild(QProcess)
    assert process is not None
    os.kill(process.processId(), signal.SIGSTOP)
    assert codes(ask(engine, qtbot, *numbered(2))) == ["speech"] * 2


@pytest.mark.parametrize(
    ("script", "code"),
    [
        *((HANGS, "worker_hung"), (NEVER_READY, "worker_hung"), (DIES, "worker_died")),
        *((CONFUSED, "worker_confused"), (NO_ENGINE, "no_engine"), ("raise SystemExit", "worker_died")),
    ],
)
def test_a_worker_that_never_works_is_an_answer_for_everybody(
    make: MakeEngine, qtbot: QtBot, script: str, code: str
) -> None:
    engine = make(script, seconds_max=0.5)
    answers = ask(engine, qtbot, *numbered(3))
    assert codes(answers) == [code] * 3
    assert engine.deaths == DEATHS_MAX


def test_a_program_that_is_not_there_is_an_answer(qtbot: QtBot) -> None:
    engine = WorkerEngine(command=("/no/such/program",))
    assert codes(ask(engine, qtbot, SENTENCE)) == ["worker_died"]
    engine.close()


def test_while_it_rests_it_answers_at_once(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make(DIES)
    ask(engine, qtbot, *numbered(3))
    answers: Answers = []
    engine.synthesize(SENTENCE, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=1_000)
    assert codes(answers) == ["worker_died"]


def test_requests_are_bounded(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make(HANGS, seconds_max=60)
    answers: Answers = []
    for request in [SENTENCE] * (REQUESTS_MAX + 1):
        engine.synthesize(request, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=WAIT_MS)
    assert codes(answers) == ["too_many_requests"]


def test_closed_it_leaves_no_process_no_file_and_no_answer(make: MakeEngine, qtbot: QtBot) -> None:
    engine = make()
    answer = ask(engine, qtbot, SENTENCE)[0]
    assert isinstance(answer, Speech)
    late: Answers = []
    engine.synthesize(SENTENCE, late.append)
    process = engine.findChild(QProcess)
    assert process is not None
    engine.close()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not answer.path.parent.exists()
    qtbot.wait(0)
    assert late == []


def test_the_worker_gets_what_it_needs(make: MakeEngine, qtbot: QtBot, tmp_path: Path) -> None:
    script = READY + "pathlib.Path(sys.argv[1]).write_text(sys.stdin.readline())\nsys.exit(0)\n"
    ask(make(script, str(tmp_path / "line")), qtbot, SENTENCE)
    line = json.loads((tmp_path / "line").read_text())
    assert (line["text"], line["voice"], line["rate"]) == (SENTENCE.text, "vi", 140)
