"""The voice of the board: takes what the announcer hands out, has it synthesized, joined and played, and reports.

One utterance is on its way at a time: announcer -> engine -> composer -> player -> announcer. A step that fails ends
the utterance with a reason and the next one follows; nothing here can stop the line.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QTimer, Signal

from display.announcer import Announcer, Call, LeftOut, Utterance
from display.sentences import Form, Sentence, call_sentence
from display.voice.composer import Announcement, Composer
from display.voice.engine import Speech, SpeechFailure, SpeechRequest, VoiceEngine
from display.voice.playing import Ending, SoundPlayer
from display.voice.recording import Announced, Recording
from display.voice.sound import SoundError

SECONDS_PER_WORD_AT_ONE_A_MINUTE = 42.0
"""Measured with espeak-ng: a Vietnamese syllable lasts 42 s / rate; used only to foresee the backlog."""

_log = structlog.get_logger("display")


@dataclass(frozen=True, slots=True)
class VoiceManner:
    """How the hall wants to be spoken to: the engine's voice, words a minute, how often each call is said."""

    voice: str = "vi"
    rate: int = 140
    passes: int = 2


@dataclass(slots=True)
class _UnderWay:
    utterance: Utterance
    sentence: Sentence
    announcement: Announcement | None = None
    started: float = 0.0
    voice_failed: bool = False


class Speaker(QObject):
    """`reported` carries an announcer.Report per call; `captionChanged` what is being said, or "" in between;
    `troubleChanged` a word for what keeps people from hearing it, or ""."""

    reported = Signal(object)
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._player = player
        self._manner = manner
        self._now = now
        self._recording = recording
        self._folder = tempfile.TemporaryDirectory(prefix="hall-announcements-", ignore_cleanup_errors=True)
        self._composer = Composer(Path(self._folder.name), chime)
        self.announcer = Announcer(self._foreseen_seconds, manner.passes)
        self._under_way: _UnderWay | None = None
        self._trouble = ""
        player.ended.connect(self._on_played)

    @property
    def trouble(self) -> str:
        """What keeps people from hearing the calls: "no_voice", "no_sound" or ""."""
        return self._trouble

    def proceed(self) -> None:
        """To be called after the announcer was told of calls: pass on reports, and speak if nothing is being said."""
        self._pass_on_reports()
        if self._under_way is not None:
            return
        utterance = self.announcer.next_utterance(self._now())
        self._pass_on_reports()
        if utterance is None:
            return
        sentence = call_sentence(utterance.call.number, utterance.call.counter, utterance.form)
        self._under_way = _UnderWay(utterance, sentence)
        request = SpeechRequest(sentence.spoken, self._manner.voice, self._manner.rate)
        self._engine.synthesize(request, self._on_speech)

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
            return self._composer.compose(speech, with_chime=under_way.utterance.pass_number == 1)
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
        self._set_trouble("" if failure is None else failure.value)
        self.captionChanged.emit("")
        self.proceed()

    def _announced(self, under_way: _UnderWay, ending: Ending) -> Announced:
        call, announcement = under_way.utterance.call, under_way.announcement
        assert announcement is not None
        return Announced(
            call_id=call.call_id,
            number=call.number,
            counter=call.counter,
            pass_number=under_way.utterance.pass_number,
            form=under_way.utterance.form.value,
            text=under_way.sentence.caption,
            spoken=not under_way.voice_failed,
            started_ms=round(under_way.started * 1000),
            ended_ms=round(self._now() * 1000),
            length_ms=round(announcement.seconds * 1000),
            ended_by=ending.value,
        )

    def _foreseen_seconds(self, call: Call, form: Form) -> float:
        words = len(call_sentence(call.number, call.counter, form).spoken.split())
        return self._composer.frame_seconds + words * SECONDS_PER_WORD_AT_ONE_A_MINUTE / self._manner.rate

    def _pass_on_reports(self) -> None:
        for report in self.announcer.take_reports():
            self.reported.emit(report)

    def _set_trouble(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self.troubleChanged.emit(trouble)


def _path_of(under_way: _UnderWay) -> Path:
    assert under_way.announcement is not None
    return under_way.announcement.path
