"""piper, a neural voice, as an optional program beside ours: used where a hall supplies it and a voice file.

One process a sentence: `piper --model VOICE --output_file WAV --length_scale N`, the text on standard input, which the
releases of piper have in common. It loads its voice each time, half a second and more on a small machine; sentences
are kept, so a repeat costs nothing. A sentence that takes too long costs the process its life, and the answer is a
failure, for which the hall has its next engine.
"""

import tempfile
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import structlog
from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer

from display.voice.cache import SpeechCache
from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest, objection
from display.voice.sound import SoundError, read_sound

SYNTHESIS_SECONDS_MAX = 6.0
"""Loading a voice of medium size takes a second on a small machine; whatever takes this long hangs."""
WORDS_A_MINUTE_AT_SCALE_ONE = 190
"""About what Vietnamese voices speak by themselves; the rate of a request is put in relation to it."""
REQUESTS_MAX = 64
EXIT_MS_MAX = 500
PART_SUFFIX = ".part"

_log = structlog.get_logger("display")


@dataclass(slots=True)
class _Job:
    request: SpeechRequest
    done: SpeechDone
    part: Path


class PiperEngine(QObject):
    """`program`: a path, or a name to be found on PATH. `voices`: the voice file (.onnx) of each language."""

    def __init__(
        self,
        voices: Mapping[str, Path],
        program: str = "piper",
        seconds_max: float = SYNTHESIS_SECONDS_MAX,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voices = dict(voices)
        self._program = QStandardPaths.findExecutable(program)
        self._program_wanted = program
        self._folder = tempfile.TemporaryDirectory(prefix="hall-piper-", ignore_cleanup_errors=True)
        self._cache = SpeechCache(Path(self._folder.name))
        self._waiting: deque[_Job] = deque()
        self._job: _Job | None = None
        self._process: QProcess | None = None
        self._watchdog = QTimer(self, singleShot=True, interval=round(seconds_max * 1000))
        self._watchdog.timeout.connect(lambda: self._end(SpeechFailure("piper_hung", "no sound in time")))
        self._closed = False

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        """See `VoiceEngine`."""
        answer = self._cache.get(request) or objection(request) or self._reluctance(request)
        if answer is not None:
            known = answer
            QTimer.singleShot(0, self, lambda: self._answer(done, known))
            return
        path = self._cache.path_of(request)
        self._waiting.append(_Job(request, done, path.with_name(path.name + PART_SUFFIX)))
        self._continue()

    def close(self) -> None:
        """See `VoiceEngine`."""
        self._closed = True
        self._waiting.clear()
        self._job = None
        self._bury()
        self._folder.cleanup()

    def _reluctance(self, request: SpeechRequest) -> SpeechFailure | None:
        voice = self._voices.get(request.language)
        if not self._program:
            return SpeechFailure("no_piper", f"there is no program {self._program_wanted}")
        if voice is None:
            return SpeechFailure("no_piper_voice", f"no voice file for {request.language} is set")
        if not voice.is_file():
            return SpeechFailure("no_piper_voice", f"{voice} is not there")
        if len(self._waiting) >= REQUESTS_MAX:
            return SpeechFailure("too_many_requests", f"{REQUESTS_MAX} sentences wait already")
        return None

    def _answer(self, done: SpeechDone, answer: Speech | SpeechFailure) -> None:
        if not self._closed:
            done(answer)

    def _continue(self) -> None:
        if self._closed or self._job is not None or not self._waiting:
            return
        job = self._job = self._waiting.popleft()
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda status, _: self._on_finished(status))
        process.errorOccurred.connect(lambda _: self._end(SpeechFailure("piper_failed", process.errorString())))
        self._watchdog.start()
        scale = WORDS_A_MINUTE_AT_SCALE_ONE / job.request.rate
        voice = self._voices[job.request.language]
        arguments = ["--model", str(voice), "--output_file", str(job.part), "--length_scale", f"{scale:.2f}"]
        process.start(self._program, arguments)
        process.write(job.request.text.encode() + b"\n")
        process.closeWriteChannel()

    def _on_finished(self, status: int) -> None:
        job = self._job
        if job is None:
            return
        if status != 0:
            self._end(SpeechFailure("piper_failed", f"it ended with status {status}"))
            return
        try:
            seconds = read_sound(job.part).seconds
            job.part.replace(self._cache.path_of(job.request))
        except (SoundError, OSError) as error:
            self._end(SpeechFailure("piper_failed", str(error)))
            return
        self._end(self._cache.put(job.request, seconds))

    def _end(self, answer: Speech | SpeechFailure) -> None:
        """The sentence is made, or is not. Called more than once for one failure; only the first counts."""
        job, self._job = self._job, None
        if job is None:
            return
        if isinstance(answer, SpeechFailure):
            _log.warning("piper failed", failure=answer.code, detail=answer.detail)
        self._bury()
        self._answer(job.done, answer)
        self._continue()

    def _bury(self) -> None:
        self._watchdog.stop()
        process, self._process = self._process, None
        if process is None:
            return
        # Cut now, not when the process is deleted: its slots hold this engine, and may be the last to do so.
        for signal in (process.finished, process.errorOccurred):
            signal.disconnect()
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(EXIT_MS_MAX)
        process.deleteLater()
