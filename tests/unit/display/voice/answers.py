"""Asks an engine and waits for its answer."""

from pytestqt.qtbot import QtBot

from display.voice.engine import Speech, SpeechFailure, SpeechRequest, VoiceEngine

WAIT_MS = 20_000
Answer = Speech | SpeechFailure


def ask(engine: VoiceEngine, qtbot: QtBot, *requests: SpeechRequest) -> list[Answer]:
    """The answers, in the order in which they came; none may come from inside the request."""
    answers: list[Answer] = []
    for request in requests:
        engine.synthesize(request, answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == len(requests), timeout=WAIT_MS)
    return answers


def code(answer: Answer) -> str:
    """What failed; "" when nothing did."""
    return answer.code if isinstance(answer, SpeechFailure) else ""
