"""The voice of the board: takes what the announcer hands out, has it synthesized, joined and played, and reports.

One utterance is on its way at a time: announcer -> engine -> composer -> player -> announcer. A step that fails ends
the utterance with a reason and the next one follows; nothing here can stop the line.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer, Signal

from display.announcer import Announcer
from display.fullness import PASSES
from display.hours import Loudness
from display.reading import Language, Manner
from display.sentences import Sentence, call_sentence, typed_sentence
from display.utterances import LeftOut, NoticeUtterance, Utterance
from display.voice.composer import Announcement, Composer
from display.voice.engine import Speech, SpeechFailure, SpeechRequest, VoiceEngine
from display.voice.playing import Ending, SoundPlayer
from display.voice.recording import NOTICE_NUMBER, Announced, Recording, Subject
from display.voice.sound import SoundError

SECONDS_PER_WORD_AT_ONE_A_MINUTE = 42.0
"""Measured with espeak-ng: a Vietnamese syllable lasts 42 s / rate; used only to foresee the backlog."""

_log = structlog.get_logger("display")


@dataclass(frozen=True, slots=True)
class VoiceManner:
    """How the hall wants to be spoken to: the engine's voice, words a minute, how often each call is said in the first
    of `languages` (in the others once), and how numbers are read.
    """

    voice: str = "vi"
    rate: int = 140
    passes: int = PASSES
    english_voice: str = "en"
    languages: tuple[Language, ...] = (Language.VIETNAMESE,)
    reading: Manner = field(default_factory=Manner)

    def request(self, text: str, language: Language) -> SpeechRequest:
        """What an engine is asked for."""
        voice = self.english_voice if language is Language.ENGLISH else self.voice
        return SpeechRequest(text, voice, self.rate, language.value)

    def foreseen_seconds(self, utterance: Utterance | NoticeUtterance) -> float:
        """About how long the words last."""
        return len(self.sentence(utterance).spoken.split()) * SECONDS_PER_WORD_AT_ONE_A_MINUTE / self.rate

    def sentence(self, utterance: Utterance | NoticeUtterance) -> Sentence:
        """The words of an utterance."""
        if isinstance(utterance, NoticeUtterance):
            return typed_sentence(utterance.notice.text(utterance.language), utterance.language, self.reading)
        call = utterance.call
        return call_sentence(call.number, call.counter, utterance.form, utterance.language, self.reading)


@dataclass(slots=True)
class _UnderWay:
    utterance: Utterance | NoticeUtterance
    sentence: Sentence
    announcement: Announcement | None = None
    started: float = 0.0
    voice_failed: bool = False


class Speaker(QObject):
    """`reported` carries a `Report` per call, `noticed` a `NoticeReport` per notice; `captionChanged` what is being
    said, or "" in between; `troubleChanged` a word for what keeps people from hearing it, or "". `loudness`: how loud
    it may be now; without it, always as loud as the player is."""

    reported = Signal(object)
    noticed = Signal(object)
    captionChanged = Signal(str)
    troubleChanged = Signal(str)

    def __init__(
        self,
        engine: VoiceEngine,
        player: SoundPlayer,
        chime: Path | None,
        manner: VoiceManner,
        now: Callable[[], float],
        recording: Recording | None = None,
        loudness: Callable[[], Loudness] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._player = player
        self._manner = manner
        self._now = now
        self._recording = recording
        self._loudness = loudness
        self._folder = tempfile.TemporaryDirectory(prefix="hall-announcements-", ignore_cleanup_errors=True)
        self._composer = Composer(Path(self._folder.name), chime)
        self.announcer = Announcer(self._foreseen_seconds, manner.passes, manner.languages)
        self._under_way: _UnderWay | None = None
        self._trouble = ""
        player.ended.connect(self._on_played)

    @property
    def trouble(self) -> str:
        """What keeps people from hearing the calls: "no_voice", "no_sound" or ""."""
        return self._trouble

    def proceed(self) -> None:
        """To be called after the announcer was told of anything: pass on reports, speak if nothing is being said."""
        self._pass_on_reports()
        if self._under_way is not None:
            return
        self._heed_the_hour()
        utterance = self.announcer.next_utterance(self._now())
        self._pass_on_reports()
        if utterance is None:
            return
        sentence = self._manner.sentence(utterance)
        self._under_way = _UnderWay(utterance, sentence)
        if not sentence.spoken:
            QTimer.singleShot(0, self, lambda: self._end(LeftOut.NO_WORDS))
            return
        self._engine.synthesize(self._manner.request(sentence.spoken, utterance.language), self._on_speech)

    def close(self) -> None:
        """Be silent and let go of files and processes."""
        self._player.stop()
        self._engine.close()
        self._folder.cleanup()

    def _on_speech(self, answer: Speech | SpeechFailure) -> None:
        under_way = self._under_way
        assert under_way is not None
        speech = answer if isinstance(answer, Speech) else None
        if isinstance(answer, SpeechFailure):
            under_way.voice_failed = True
            _log.warning("no voice", failure=answer.code, detail=answer.detail)
        under_way.announcement = self._compose(under_way, speech)
        if under_way.announcement is None:
            # Later, for a line of calls without any sound must not be worked off in one turn of the loop.
            QTimer.singleShot(0, self, lambda: self._end(LeftOut.NO_VOICE))
            return
        under_way.started = self._now()
        self._player.play(under_way.announcement.path, under_way.announcement.seconds)
        self.captionChanged.emit(under_way.sentence.caption)

    def _compose(self, under_way: _UnderWay, speech: Speech | None) -> Announcement | None:
        try:
            return self._composer.compose(speech, with_chime=under_way.utterance.with_chime)
        except (SoundError, OSError) as error:
            under_way.voice_failed = True
            _log.warning("no announcement", detail=str(error))
            return None

    def _on_played(self, ending: Ending) -> None:
        under_way = self._under_way
        assert under_way is not None
        if self._recording is not None:
            self._recording.keep(self._announced(under_way, ending), _path_of(under_way))
        self._end(self._failure(under_way, ending))

    def _failure(self, under_way: _UnderWay, ending: Ending) -> LeftOut | None:
        if under_way.voice_failed:
            return LeftOut.NO_VOICE
        is_heard = self._player.can_be_heard or self._recording is not None
        return None if is_heard and ending is Ending.PLAYED else LeftOut.NO_SOUND

    def _end(self, failure: LeftOut | None) -> None:
        self._under_way = None
        self.announcer.ended(failure)
        if failure is not LeftOut.NO_WORDS:
            self._set_trouble("" if failure is None else failure.value)
        self.captionChanged.emit("")
        self.proceed()

    def _announced(self, under_way: _UnderWay, ending: Ending) -> Announced:
        utterance, announcement = under_way.utterance, under_way.announcement
        assert announcement is not None
        return Announced(
            **_subject(utterance),
            pass_number=utterance.pass_number,
            language=utterance.language.value,
            text=under_way.sentence.caption,
            spoken=not under_way.voice_failed,
            started_ms=round(under_way.started * 1000),
            ended_ms=round(self._now() * 1000),
            length_ms=round(announcement.seconds * 1000),
            ended_by=ending.value,
        )

    def _foreseen_seconds(self, utterance: Utterance) -> float:
        frame = self._composer.frame_seconds(with_chime=utterance.with_chime)
        return frame + self._manner.foreseen_seconds(utterance)

    def _heed_the_hour(self) -> None:
        if self._loudness is not None:
            loudness = self._loudness()
            self.announcer.be_quiet(loudness.quiet)
            self._player.set_volume(loudness.volume)

    def _pass_on_reports(self) -> None:
        for report in self.announcer.take_reports():
            self.reported.emit(report)
        for notice_report in self.announcer.take_notice_reports():
            self.noticed.emit(notice_report)

    def _set_trouble(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.troubleChanged.emit(trouble)


def _path_of(under_way: _UnderWay) -> Path:
    assert under_way.announcement is not None
    return under_way.announcement.path


def _subject(utterance: Utterance | NoticeUtterance) -> Subject:
    """Whom or what it is about, for the log."""
    if isinstance(utterance, NoticeUtterance):
        return Subject(call_id=utterance.notice.notice_id, number=NOTICE_NUMBER, counter=0, form=NOTICE_NUMBER)
    call = utterance.call
    return Subject(call_id=call.call_id, number=call.number, counter=call.counter, form=utterance.form.value)
