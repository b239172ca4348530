"""What any voice must be able to do, so that a better one can take the place of another.

An engine turns one text into one WAV file and answers later, on the caller's thread, exactly once per request. It
never raises for an environment that is not there: a voice that is missing is an answer (`SpeechFailure`), and the
hall goes on with chime and screen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

TEXT_CHARS_MAX = 400
"""No announcement is longer; a longer text is a mistake and would hold up the line."""


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """`text` without digits; `voice` an id or language of the engine ("vi"); `rate` in words a minute; `language` of
    the text, for engines that keep one voice for each.
    """

    text: str
    voice: str
    rate: int
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Speech:
    """A valid WAV file (PCM) that holds the text. It stays in place until the engine is closed."""

    path: Path
    seconds: float


@dataclass(frozen=True, slots=True)
class SpeechFailure:
    """Why there is no sound: `code` is one word for logs and warnings, `detail` is for whoever repairs it."""

    code: str
    detail: str


SpeechDone = Callable[[Speech | SpeechFailure], None]


class VoiceEngine(Protocol):
    """Anything that can say a text."""

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        """Answer by `done` exactly once, now or later, always on the thread of the caller."""

    def close(self) -> None:
        """Let go of processes and files; requests that are still open are not answered any more."""


def objection(request: SpeechRequest) -> SpeechFailure | None:
    """Why no engine should be given this request at all: engines hang on empty text, and read digits wrongly."""
    if not any(sign.isalpha() for sign in request.text):
        return SpeechFailure("empty_text", "there is no word in the text")
    if len(request.text) > TEXT_CHARS_MAX:
        return SpeechFailure("text_too_long", f"{len(request.text)} characters, at most {TEXT_CHARS_MAX}")
    if any(sign.isnumeric() and not sign.isalpha() for sign in request.text):
        return SpeechFailure("digit_in_text", "numbers are read by display.reading, not by an engine")
    return None
