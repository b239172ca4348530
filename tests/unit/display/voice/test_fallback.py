"""The first voice that can say it says it; with none, the answer is the last failure."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest
from display.voice.fallback import FallbackEngine, NamedEngine

HELLO = SpeechRequest("xin chào", "vi", 140)
SPEECH = Speech(Path("a.wav"), 1.0)
MISSING = SpeechFailure("clips_missing", "no clip says: chào")
HUNG = SpeechFailure("worker_hung", "no answer")


class Scripted:
    """Answers with what it was given, in turn."""

    def __init__(self, *answers: Speech | SpeechFailure) -> None:
        self.answers = list(answers)
        self.asked = 0
        self.closed = False

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        self.asked += 1
        done(self.answers.pop(0))

    def close(self) -> None:
        self.closed = True


def heard(engine: FallbackEngine) -> Speech | SpeechFailure:
    answers: list[Speech | SpeechFailure] = []
    engine.synthesize(HELLO, answers.append)
    (answer,) = answers
    return answer


def test_the_first_that_can_is_enough() -> None:
    first, second = Scripted(SPEECH), Scripted()
    assert heard(FallbackEngine([NamedEngine("clips", first), NamedEngine("espeak", second)])) == SPEECH
    assert second.asked == 0


def test_the_next_is_asked_for_this_sentence_and_the_first_again_for_the_next() -> None:
    first, second = Scripted(MISSING, SPEECH), Scripted(SPEECH)
    engine = FallbackEngine([NamedEngine("clips", first), NamedEngine("espeak", second)])
    with capture_logs() as logs:
        assert heard(engine) == heard(engine) == SPEECH
    assert (first.asked, second.asked) == (2, 1)
    assert [(log["voice"], log["failure"]) for log in logs] == [("clips", "clips_missing")]


def test_a_failure_is_logged_once_for_each_kind() -> None:
    engine = FallbackEngine([NamedEngine("espeak", Scripted(HUNG, HUNG, MISSING))])
    with capture_logs() as logs:
        assert [heard(engine) for _ in range(3)] == [HUNG, HUNG, MISSING]
    assert [log["failure"] for log in logs] == ["worker_hung", "clips_missing"]


def test_with_no_voice_at_all_that_is_the_answer() -> None:
    answer = heard(FallbackEngine([]))
    assert isinstance(answer, SpeechFailure)
    assert answer.code == "no_engine"


@pytest.mark.parametrize("count", [1, 3])
def test_closing_closes_all(count: int) -> None:
    engines = [Scripted() for _ in range(count)]
    FallbackEngine([NamedEngine(str(number), engine) for number, engine in enumerate(engines)]).close()
    assert all(engine.closed for engine in engines)
