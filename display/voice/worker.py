"""The process that talks to pyttsx3, so that whatever goes wrong in there can be killed.

Lines of JSON: a request `{"id", "text", "voice", "rate", "path"}` on stdin, an answer `{"id", "seconds"}` or `{"id",
"failure", "detail"}` on stdout; the first line out is `{"ready": true}` or `{"ready": false, "failure", "detail"}`.

pyttsx3 must be led by the hand, each of these was seen to go wrong:
- it prints to stdout, which therefore is kept for ourselves and replaced by stderr before it is imported;
- its first `runAndWait` returns too early, and an empty one hangs: it is primed with a word, and never run on nothing;
- espeak-ng sets a rate on a thread of its own, and a run that begins before cancels it, so that every later sentence
  has an old rate: each setting is awaited before the run, and the end of the sentence after it;
- of several queued texts only the last is made: one text, one run;
- it hangs for ever when it cannot write the file: the file is made by us before, and the time a text may take is
  bounded by an alarm that ends the process;
- an unknown voice is only whispered to a callback: voices are looked up before.
A file appears under its name only when it is whole: made as `.part`, read back, renamed.
"""

import json
import os
import signal
import sys
import tempfile
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Protocol

ALARM_SECONDS = 20
"""The parent gives up long before; this ends a worker whose parent has died."""
END_SECONDS_MAX = 10.0
"""How long after a run its sound may still be written."""
SETTING_SECONDS_MAX = 2.0
SETTLE_SECONDS = 0.005
"""espeak-ng's thread may miss what it is told in the moment in which it goes to rest."""
PRIMING_TEXT = "a"
PART_SUFFIX = ".part"


class SpeechEngine(Protocol):
    """The part of pyttsx3's engine that is used here."""

    def connect(self, topic: str, cb: Callable[..., None]) -> object: ...
    def getProperty(self, name: str) -> Any: ...
    def setProperty(self, name: str, value: object) -> None: ...
    def save_to_file(self, text: str, filename: str) -> None: ...
    def runAndWait(self) -> None: ...


class RequestError(Exception):
    """A request that cannot be carried out; the worker lives on."""

    def __init__(self, failure: str, detail: str) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


class Worker:
    """One engine, primed when it is made, and the voices it has."""

    def __init__(self, engine: SpeechEngine) -> None:
        self._engine = engine
        self._voices = _voices_by_name(engine)
        self._ended = threading.Event()
        self._whole = False
        engine.connect("finished-utterance", self._on_end)
        self._prime()

    def answer(self, line: str) -> dict[str, object]:
        """Carry out one request and say how it went."""
        request = json.loads(line)
        try:
            seconds = self._make(request["text"], request["voice"], int(request["rate"]), Path(request["path"]))
        except RequestError as refusal:
            return {"id": request["id"], "failure": refusal.failure, "detail": refusal.detail}
        return {"id": request["id"], "seconds": seconds}

    def _prime(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._run(PRIMING_TEXT, Path(folder) / "prime.wav")

    def _make(self, text: str, voice: str, rate: int, path: Path) -> float:
        if not text.strip():
            raise RequestError("empty_text", "there is nothing to say")
        voice_id = self._voices.get(voice.lower())
        if voice_id is None:
            raise RequestError("unknown_voice", f"{voice} is not a voice of this engine")
        part = path.with_name(path.name + PART_SUFFIX)
        _require_writable(part)
        self._set("voice", voice_id)
        self._set("rate", rate)
        self._run(text, part)
        seconds = _seconds_of_speech(part)
        part.replace(path)
        return seconds

    def _set(self, name: str, value: object) -> None:
        """Set a property and wait until the engine has it, telling it again as often as it slept through."""
        deadline = time.monotonic() + SETTING_SECONDS_MAX
        while self._engine.getProperty(name) != value:
            if time.monotonic() > deadline:
                raise RequestError("setting_not_taken", f"{name} is not {value}")
            self._engine.setProperty(name, value)
            threading.Event().wait(SETTLE_SECONDS)

    def _run(self, text: str, part: Path) -> None:
        """Say one text into a file, to its very end."""
        self._ended.clear()
        self._engine.save_to_file(text, str(part))
        self._engine.runAndWait()
        if not self._ended.wait(END_SECONDS_MAX) or not self._whole:
            raise RequestError("not_made", "the engine did not say the text to its end")
        threading.Event().wait(SETTLE_SECONDS)

    def _on_end(self, name: str | None, completed: bool) -> None:
        """Called by the engine, on whichever thread it likes."""
        self._whole = completed
        self._ended.set()


def _voices_by_name(engine: SpeechEngine) -> dict[str, str]:
    """Ids by id, by the id's last part and by language: "aav/vi" and "vi" both name the Vietnamese voice."""
    names: dict[str, str] = {}
    for voice in engine.getProperty("voices") or []:
        for name in (voice.id, voice.id.rpartition("/")[2], *voice.languages):
            if isinstance(name, str):
                names.setdefault(name.lower(), voice.id)
    return names


def _require_writable(part: Path) -> None:
    try:
        part.write_bytes(b"")
    except OSError as error:
        raise RequestError("not_writable", str(error)) from error


def _seconds_of_speech(part: Path) -> float:
    try:
        with wave.open(str(part), "rb") as speech:
            frames, rate = speech.getnframes(), speech.getframerate()
    except (wave.Error, EOFError, OSError) as error:
        raise RequestError("not_made", f"the engine left no valid sound: {error}") from error
    if not frames:
        raise RequestError("not_made", "the engine left a sound without length")
    return frames / rate


def _private_stdout() -> IO[str]:
    """Our own way out; what libraries print to stdout goes to stderr from now on, below Python too."""
    ours = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(ours, "w", encoding="utf-8", newline="\n")


def _say(out: IO[str], message: dict[str, object]) -> None:
    out.write(json.dumps(message, ensure_ascii=False) + "\n")
    out.flush()


def _set_alarm(seconds: int) -> None:
    """Where there is no alarm (Windows), the parent's own time-out is the only one."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _open_worker() -> Worker:
    import pyttsx3

    try:
        return Worker(pyttsx3.init())
    except (ImportError, OSError, RuntimeError) as error:
        raise RequestError("no_engine", f"{type(error).__name__}: {error}") from error


def main() -> int:
    """Serve requests until stdin ends."""
    out = _private_stdout()
    _set_alarm(ALARM_SECONDS)
    try:
        worker = _open_worker()
    except RequestError as refusal:
        _say(out, {"ready": False, "failure": refusal.failure, "detail": refusal.detail})
        return 1
    _say(out, {"ready": True})
    _set_alarm(0)
    for line in iter(sys.stdin.readline, ""):
        _set_alarm(ALARM_SECONDS)
        _say(out, worker.answer(line))
        _set_alarm(0)
    return 0


if __name__ == "__main__":
    # The engine's library may fail while it is taken down; everything has been said by now.
    status = main()
    sys.stderr.flush()
    os._exit(status)
