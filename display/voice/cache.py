"""Sentences that were synthesized before, by (text, voice, rate): the repeat of a call costs nothing.

Bounded by the number of files; the one that was not used for longest goes first.
"""

import hashlib
from collections import OrderedDict
from pathlib import Path

from display.voice.engine import Speech, SpeechRequest

SPEECHES_MAX = 256
"""About 100 KB each: 25 MB at most."""


class SpeechCache:
    """WAV files in `folder`, which the owner makes and removes."""

    def __init__(self, folder: Path, speeches_max: int = SPEECHES_MAX) -> None:
        self._folder = folder
        self._speeches_max = speeches_max
        self._speeches: OrderedDict[SpeechRequest, Speech] = OrderedDict()

    def path_of(self, request: SpeechRequest) -> Path:
        """Where the sound of this request belongs."""
        text = "\0".join((request.text, request.voice, str(request.rate), request.language))
        return self._folder / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.wav"

    def get(self, request: SpeechRequest) -> Speech | None:
        """The sound made before, unless somebody has removed its file."""
        speech = self._speeches.get(request)
        if speech is None:
            return None
        if not speech.path.exists():
            del self._speeches[request]
            return None
        self._speeches.move_to_end(request)
        return speech

    def put(self, request: SpeechRequest, seconds: float) -> Speech:
        """Take up the file at `path_of(request)`."""
        speech = Speech(self.path_of(request), seconds)
        self._speeches[request] = speech
        self._speeches.move_to_end(request)
        while len(self._speeches) > self._speeches_max:
            _, oldest = self._speeches.popitem(last=False)
            oldest.path.unlink(missing_ok=True)
        return speech
