"""A human voice from recorded clips: a `VoiceEngine` that joins them, loudness matched and joints faded.

Clips are read and matched once, when they are first needed; the joined sentences are kept like those of any engine.
The rate of the request is not heard: people recorded as they speak.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer

from display.reading import Manner
from display.voice.cache import SpeechCache
from display.voice.clips import ClipBook, ClipsMissing, ManifestError, Piece, read_book
from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest, objection
from display.voice.shaping import COMMA_GAP_SECONDS, WORD_GAP_SECONDS, crossfaded, matched
from display.voice.sound import Sound, SoundError, at_rate, read_sound, trimmed, write_sound

RATE = 22_050
CLIPS_KEPT_MAX = 1024
"""In memory; a clip of half a second takes 22 KB."""

_log = structlog.get_logger("display")


class ClipEngine(QObject):
    """`folders`: one for each language that was recorded."""

    def __init__(self, folders: Sequence[Path], manner: Manner | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books: dict[str, ClipBook] = {}
        self._trouble = SpeechFailure("no_clips", "no clips are recorded in this language")
        for folder in folders:
            self._open(folder, manner)
        self._sounds: dict[Path, Sound] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="hall-clips-", ignore_cleanup_errors=True)
        self._cache = SpeechCache(Path(self._folder.name))
        self._closed = False

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        """See `VoiceEngine`."""
        answer = objection(request) or self._cache.get(request) or self._make(request)
        QTimer.singleShot(0, self, lambda: self._answer(done, answer))

    def close(self) -> None:
        """See `VoiceEngine`."""
        self._closed = True
        self._sounds.clear()
        self._folder.cleanup()

    def _open(self, folder: Path, manner: Manner | None) -> None:
        try:
            book = read_book(folder, manner)
        except ManifestError as error:
            self._trouble = SpeechFailure("no_clips", str(error))
            _log.warning("clips cannot be used", detail=str(error))
            return
        if book.missing_files:
            _log.warning("clips missing", files=[path.name for path in book.missing_files])
        self._books[book.language.value] = book

    def _answer(self, done: SpeechDone, answer: Speech | SpeechFailure) -> None:
        if not self._closed:
            done(answer)

    def _make(self, request: SpeechRequest) -> Speech | SpeechFailure:
        book = self._books.get(request.language)
        if book is None:
            return self._trouble
        try:
            sound = self._joined(book.pieces(request.text))
        except ClipsMissing as missing:
            return SpeechFailure("clips_missing", f"no clip says: {missing}")
        except SoundError as error:
            return SpeechFailure("clip_unusable", str(error))
        try:
            write_sound(sound, self._cache.path_of(request))
        except OSError as error:
            return SpeechFailure("not_writable", str(error))
        return self._cache.put(request, sound.seconds)

    def _joined(self, pieces: Sequence[Piece]) -> Sound:
        gaps = [COMMA_GAP_SECONDS if piece.stop else WORD_GAP_SECONDS for piece in pieces[:-1]]
        return crossfaded([self._sound(piece.path) for piece in pieces], RATE, gaps)

    def _sound(self, path: Path) -> Sound:
        known = self._sounds.get(path)
        if known is None:
            known = matched(trimmed(at_rate(read_sound(path), RATE)))
            if len(self._sounds) < CLIPS_KEPT_MAX:
                self._sounds[path] = known
        return known
