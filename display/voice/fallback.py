"""Several engines as one: the first that can say a sentence says it.

What fails is asked again for the next sentence: a clip may be missing in one and not in the other, and engines that
hang rest by themselves. A change of voice is a line in the log, once for each kind of failure, not for each sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest, VoiceEngine

_log = structlog.get_logger("display")


@dataclass(frozen=True, slots=True)
class NamedEngine:
    """An engine and what it is called in settings and logs."""

    name: str
    engine: VoiceEngine


class FallbackEngine:
    """A `VoiceEngine`. With no engine at all each answer is a failure: the hall goes on with chime and screen."""

    def __init__(self, engines: Sequence[NamedEngine]) -> None:
        self._engines = tuple(engines)
        self._told: set[tuple[str, str]] = set()

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        """See `VoiceEngine`."""
        self._ask(0, request, done, SpeechFailure("no_engine", "no voice is set up"))

    def close(self) -> None:
        """See `VoiceEngine`."""
        for one in self._engines:
            one.engine.close()

    def _ask(self, index: int, request: SpeechRequest, done: SpeechDone, last: SpeechFailure) -> None:
        if index >= len(self._engines):
            done(last)
            return
        one = self._engines[index]

        def take(answer: Speech | SpeechFailure) -> None:
            if isinstance(answer, SpeechFailure):
                self._tell(one.name, answer)
                self._ask(index + 1, request, done, answer)
            else:
                done(answer)

        one.engine.synthesize(request, take)

    def _tell(self, name: str, failure: SpeechFailure) -> None:
        if (name, failure.code) not in self._told:
            self._told.add((name, failure.code))
            _log.warning("a voice failed, the next is asked", voice=name, failure=failure.code, detail=failure.detail)
