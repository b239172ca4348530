"""The parent's side of the pyttsx3 worker: a `VoiceEngine` that survives whatever the worker does.

A QProcess, because the screen's thread must never wait and QProcess tells it when there is news. One request is with
the worker at a time; the others wait here, so that a kill loses one and not all. A request that takes too long costs
the worker its life; the next worker gets the request once more, and if that fails too, the answer is a failure. After
several deaths in a row the engine rests, answering at once, so that a broken voice cannot hold up the line of calls.
"""

import json
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import structlog
from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer

from display.voice.cache import SpeechCache
from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest, objection

START_SECONDS_MAX = 10.0
"""A cold machine imports pyttsx3 and opens espeak-ng well within this."""
SYNTHESIS_SECONDS_MAX = 3.0
"""A sentence takes about 15 ms; whatever takes this long hangs."""
ATTEMPTS_MAX = 2
"""How often one request is given to a worker."""
DEATHS_MAX = 4
"""So many workers may die in a row before the engine rests."""
REST_SECONDS = 60.0
REQUESTS_MAX = 64
"""How many requests may wait; as many as calls may wait to be spoken."""
EXIT_MS_MAX = 500
"""How long closing waits for the worker to be gone after it was killed."""

WORKER_COMMAND = (sys.executable, "-m", "display.voice.worker")

_log = structlog.get_logger("display")


@dataclass(slots=True)
class _Job:
    number: int
    request: SpeechRequest
    done: SpeechDone
    path: Path
    attempts: int = 0


class WorkerEngine(QObject):
    """pyttsx3 in a process of its own. `command` starts a worker that speaks the protocol of `display.voice.worker`."""

    def __init__(
        self,
        parent: QObject | None = None,
        command: Sequence[str] = WORKER_COMMAND,
        synthesis_seconds_max: float = SYNTHESIS_SECONDS_MAX,
        start_seconds_max: float = START_SECONDS_MAX,
    ) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._synthesis_ms_max = round(synthesis_seconds_max * 1000)
        self._start_ms_max = round(start_seconds_max * 1000)
        self._folder = tempfile.TemporaryDirectory(prefix="hall-voice-", ignore_cleanup_errors=True)
        self._cache = SpeechCache(Path(self._folder.name))
        self._waiting: deque[_Job] = deque()
        self._job: _Job | None = None
        self._jobs_made = 0
        self._process: QProcess | None = None
        self._ready = False
        self._deaths = 0
        self._resting: QElapsedTimer | None = None
        self._last_failure = SpeechFailure("no_engine", "the voice has not been started")
        self._watchdog = QTimer(self, singleShot=True)
        self._watchdog.timeout.connect(self._on_timeout)
        self._closed = False

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        """See `VoiceEngine`. Answers from the cache at once, else when the worker has made the sound."""
        refusal = objection(request) or self._reluctance()
        known = self._cache.get(request)
        if known is not None or refusal is not None:
            answer = known or refusal
            assert answer is not None
            QTimer.singleShot(0, self, lambda: self._answer(done, answer))
            return
        self._jobs_made += 1
        path = self._cache.path_of(request)
        self._waiting.append(_Job(self._jobs_made, request, done, path))
        self._continue()

    def start(self) -> None:
        """Start the worker before the first call, so that nobody waits for it."""
        self._continue()

    def close(self) -> None:
        """See `VoiceEngine`."""
        self._closed = True
        self._waiting.clear()
        self._job = None
        self._bury()
        self._folder.cleanup()

    @property
    def deaths(self) -> int:
        """How many workers died since the last one did its work."""
        return self._deaths

    def _reluctance(self) -> SpeechFailure | None:
        if len(self._waiting) >= REQUESTS_MAX:
            return SpeechFailure("too_many_requests", f"{REQUESTS_MAX} sentences wait already")
        if self._resting is not None and self._resting.hasExpired(round(REST_SECONDS * 1000)):
            self._resting = None
            self._deaths = 0
        return None if self._resting is None else self._last_failure

    def _answer(self, done: SpeechDone, answer: Speech | SpeechFailure) -> None:
        if not self._closed:
            done(answer)

    def _continue(self) -> None:
        """Give the worker its next request, or make a worker."""
        if self._closed or self._resting is not None:
            return
        if self._process is None:
            self._start_worker()
        elif self._ready and self._job is None and self._waiting:
            self._give(self._waiting.popleft())

    def _start_worker(self) -> None:
        self._ready = False
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._reader(process))
        process.finished.connect(lambda *_: self._on_gone(process, SpeechFailure("worker_died", "the worker ended")))
        process.errorOccurred.connect(lambda _: self._on_gone(process, self._start_failure(process)))
        self._process = process
        self._watchdog.start(self._start_ms_max)
        process.start(self._command[0], self._command[1:])

    def _start_failure(self, process: QProcess) -> SpeechFailure:
        return SpeechFailure("worker_died", process.errorString())

    def _reader(self, process: QProcess) -> Callable[[], None]:
        def read() -> None:
            while process is self._process and process.canReadLine():
                self._on_line(bytes(process.readLine().data()))

        return read

    def _give(self, job: _Job) -> None:
        assert self._process is not None
        job.attempts += 1
        self._job = job
        line = {"id": job.number, "path": str(job.path), **asdict(job.request)}
        self._process.write(json.dumps(line).encode() + b"\n")
        self._watchdog.start(self._synthesis_ms_max)

    def _on_line(self, line: bytes) -> None:
        try:
            message = json.loads(line)
        except ValueError:
            self._kill(SpeechFailure("worker_confused", f"not a line of JSON: {line[:80]!r}"))
            return
        if "ready" in message:
            self._on_ready(message)
        elif self._job is not None and message.get("id") == self._job.number:
            self._on_done(self._job, message)

    def _on_ready(self, message: dict[str, object]) -> None:
        if message["ready"] is not True:
            self._kill(SpeechFailure(str(message.get("failure")), str(message.get("detail"))))
            return
        self._watchdog.stop()
        self._ready = True
        self._continue()

    def _on_done(self, job: _Job, message: dict[str, object]) -> None:
        self._watchdog.stop()
        self._job = None
        self._deaths = 0
        seconds = message.get("seconds")
        if isinstance(seconds, int | float):
            self._answer(job.done, self._cache.put(job.request, float(seconds)))
        else:
            self._answer(job.done, SpeechFailure(str(message.get("failure")), str(message.get("detail"))))
        self._continue()

    def _on_timeout(self) -> None:
        what = "started" if not self._ready else "answered"
        self._kill(SpeechFailure("worker_hung", f"the worker has not {what} in time"))

    def _kill(self, failure: SpeechFailure) -> None:
        if self._process is not None:
            self._on_gone(self._process, failure)

    def _on_gone(self, process: QProcess, failure: SpeechFailure) -> None:
        """A worker died or had to. Called more than once for one death; only the first counts."""
        if process is not self._process:
            return
        _log.warning("voice worker lost", failure=failure.code, detail=failure.detail)
        self._bury()
        self._deaths += 1
        self._last_failure = failure
        job, self._job = self._job, None
        if job is not None and job.attempts < ATTEMPTS_MAX:
            self._waiting.appendleft(job)
        elif job is not None:
            self._answer(job.done, failure)
        if self._deaths >= DEATHS_MAX:
            self._rest()
        elif self._waiting:
            self._continue()

    def _rest(self) -> None:
        self._resting = QElapsedTimer()
        self._resting.start()
        jobs = list(self._waiting)
        self._waiting.clear()
        for job in jobs:
            self._answer(job.done, self._last_failure)

    def _bury(self) -> None:
        """Make an end of the present worker, whatever it is doing."""
        self._watchdog.stop()
        process, self._process = self._process, None
        self._ready = False
        if process is None:
            return
        # Cut now, not when the process is deleted: its slots hold this engine, and may be the last to do so.
        for signal in (process.readyReadStandardOutput, process.finished, process.errorOccurred):
            signal.disconnect()
        if process.state() != QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(EXIT_MS_MAX)
        process.deleteLater()
