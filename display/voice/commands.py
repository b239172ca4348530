"""What `./hall voice` does: say, check, record-list. Answers go to stdout, what is wrong to stderr, both languages."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QLoggingCategory

import assets
from display.reading import Language, read_text
from display.sentences import Form, call_sentence
from display.voice.clips import MANIFEST_NAME, ManifestError, key_of, read_book
from display.voice.engine import Speech, SpeechFailure, SpeechRequest
from display.voice.equipment import engine_of, voice_of
from display.voice.playing import Ending, SoundPlayer
from display.voice.record_list import entries, manifest
from display.voice.sound import SoundError
from display.voice.trial import keep, make, play
from display.voice_settings import EngineName, VoiceSettings

FAILED = 1
SPECIMEN_NUMBER, SPECIMEN_COUNTER = "A047", 3


def say(
    text: str,
    language: Language,
    settings: VoiceSettings,
    out: Path | None,
    *,
    with_chime: bool,
    make_player: Callable[[float], SoundPlayer] | None = None,
) -> int:
    """Say `text`, into the file `out` or to be heard; the exit status."""
    _application()
    words = read_text(text, language, settings.reading_manner())
    voice = voice_of(settings)
    try:
        answer = make(voice, settings.voice_manner().request(words, language)).answer
        if isinstance(answer, SpeechFailure):
            return _fail(f"không đọc được · it could not be said: {answer.code}: {answer.detail}")
        chime = assets.path("sounds/chime.wav") if with_chime else None
        if out is not None:
            print(f"{words}\n{keep(answer, chime, out):.2f} s: {out}")
            return 0
        return _heard(words, answer, chime, (make_player or _player)(settings.volume))
    except (SoundError, OSError) as error:
        return _fail(str(error))
    finally:
        voice.close()


def check(settings: VoiceSettings) -> int:
    """Let each engine say a call in each language of the hall; 0 when the hall has a voice for all of them."""
    _application()
    print(f"thứ tự · order: {', '.join(settings.voice_engines) or '-'}")
    heard = dict.fromkeys(settings.voice_manner().languages, False)
    for name in get_args(EngineName):
        for language in heard:
            works = _check_engine(name, language, settings)
            heard[language] |= works and name in settings.voice_engines
    device = "có · yes" if _player(settings.volume).can_be_heard else "không, chỉ ghi được ra tệp · no, files only"
    print(f"thiết bị âm thanh · sound device: {device}")
    if all(heard.values()):
        return 0
    missing = ", ".join(language.value for language, works in heard.items() if not works)
    return _fail(f"chưa có giọng, chỉ còn chuông và màn hình · no voice, chime and screen only: {missing}")


def record_list(language: Language, settings: VoiceSettings, letters: str, counters: int, folder: Path | None) -> int:
    """Print what must be recorded, as the manifest of the folder; with `folder`, only what it lacks."""
    manner = settings.reading_manner()
    found = list(entries(language, manner, letters.upper(), counters))
    if folder is not None and (folder / MANIFEST_NAME).exists():
        try:
            book = read_book(folder, manner)
        except ManifestError as error:
            return _fail(str(error))
        there = {words for words, path in book.clips.items() if path.is_file()}
        found = [entry for entry in found if key_of(entry[2]) not in there]
    print(manifest(language, found))
    count = f"{len(found)} đoạn cần thu · clips to record"
    print(f"# {count}; {MANIFEST_NAME}, WAV, mono, 22050 Hz hoặc cao hơn · or more")
    return 0


def _check_engine(name: EngineName, language: Language, settings: VoiceSettings) -> bool:
    spoken = call_sentence(SPECIMEN_NUMBER, SPECIMEN_COUNTER, Form.FULL, language, settings.reading_manner()).spoken
    manner = settings.voice_manner()
    engine = engine_of(name, settings)
    try:
        # The first answer of an engine holds the time it takes to start, which a hall meets once a day.
        first = make(engine, manner.request(spoken, language))
        again = make(engine, _other(manner.request(spoken, language)))
    finally:
        engine.close()
    chosen = "*" if name in settings.voice_engines else " "
    answer = first.answer
    if isinstance(answer, Speech):
        times = f"{first.seconds_taken * 1000:.0f} ms, {again.seconds_taken * 1000:.0f} ms"
        print(f"{chosen} {name:7} {language.value}  ok   {answer.seconds:.2f} s ({times}): {spoken}")
        return True
    print(f"{chosen} {name:7} {language.value}  --   {answer.code}: {answer.detail}")
    return False


def _other(request: SpeechRequest) -> SpeechRequest:
    """The same words, and no sentence that was kept."""
    return SpeechRequest(request.text.rstrip(".") + "!", request.voice, request.rate, request.language)


def _heard(words: str, speech: Speech, chime: Path | None, player: SoundPlayer) -> int:
    if not player.can_be_heard:
        return _fail("không có thiết bị âm thanh, xin dùng --out · there is no sound device, use --out FILE.wav")
    print(words)
    with tempfile.TemporaryDirectory(prefix="hall-say-") as folder:
        sound = Path(folder) / "say.wav"
        ending = play(player, sound, keep(speech, chime, sound))
    return 0 if ending is Ending.PLAYED else _fail(f"không phát được · it could not be played: {ending.value}")


def _application() -> QCoreApplication:
    return QCoreApplication.instance() or QCoreApplication([])


def _player(volume: float) -> SoundPlayer:
    # What Qt fails to find of video acceleration while it loads says nothing about the voice.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    from display.voice.player import Player

    return Player(volume)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED
