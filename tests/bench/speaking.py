"""The voice: from a press of "next" to the first sound, and how late the last call is when forty come at once.

The press goes by HTTP to a real server, the call comes back by the feed, the sentence is made by the real engine (each
ticket is another one, so none is kept already) and played by the real player. The first sound is when the player's
position begins to move. The floor is the same player with a finished file: what Qt and the sound system cost alone.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QLoggingCategory, QTimer

import assets
from display.announcer import LATE_SECONDS_MAX
from display.hearing import hear
from display.speaker import Speaker, VoiceManner
from display.voice.composer import PAUSE_SECONDS
from display.voice.player import Player
from display.voice.worker_engine import WorkerEngine
from hall_link.commands import CallNext, Command, IssueTicket, OpenCounter, StartService
from hall_link.feed import DisplayView
from hall_link.messages import CalledResult
from hall_link.qt.link import Accepted, HallLink, Outcome
from hall_link.rows import CallRow
from hall_link.settings import LinkSettings
from tests.bench.child import Child
from tests.bench.figures import Figure, percentile
from tests.bench.premises import Premises
from tests.e2e.server_process import ServerProcess
from tests.morning import Morning, burst

COUNTER, FIELD = 2, "HT"
"""A counter of the example hall and a field that it serves."""
CROWD = 200
WARMING_UP = 3
"""Presses that are not counted: a board speaks its first sentence of a day when it is started."""
HEARD_SECONDS = 0.4
WAIT_SECONDS_MAX = 20.0
BURST_COUNTERS, BURST_SECONDS, BURSTS = 40, 10.0, 3

Say = Callable[[Figure], None]


def measure(presses: int, say: Say) -> None:
    """All figures of the voice."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    application = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory(prefix="bench-display-") as folder:
        floor = _first_sound_alone_ms(presses, Path(folder))
    for subscribers in (1, CROWD):
        with tempfile.TemporaryDirectory(prefix="bench-display-") as folder, Premises(Path(folder)).server() as server:
            taken = _press_to_sound_ms(server, subscribers, presses)
        for percent in (50, 99):
            name = f"call_to_audio_p{percent}" + ("" if subscribers == 1 else f"_{subscribers}")
            say(Figure(name, percentile(taken, percent), "ms", percentile(floor, percent)))
    _overload(say)
    del application


class _Ear(Player):
    """A player that notes when the first sound of a file came, and plays no more of it than that takes.

    The rest is cut from the file, for a player that is stopped in the moment in which it begins may hang.
    """

    def __init__(self) -> None:
        super().__init__()
        self.first_sound: float | None = None
        self._player.positionChanged.connect(self._on_position)

    def play(self, path: Path, seconds: float) -> None:
        self.first_sound = None
        _cut(path)
        super().play(path, min(seconds, HEARD_SECONDS))

    @property
    def is_playing(self) -> bool:
        return self._playing

    def _on_position(self, position_ms: int) -> None:
        if position_ms > 0 and self.first_sound is None:
            self.first_sound = time.monotonic() - position_ms / 1000


def _first_sound_alone_ms(times: int, folder: Path) -> list[float]:
    ear = _Ear()
    sound = folder / "chime.wav"
    shutil.copyfile(assets.path("sounds/chime.wav"), sound)
    taken = []
    for _ in range(times):
        began = time.monotonic()
        ear.play(sound, HEARD_SECONDS)
        taken.append((_first_sound(ear) - began) * 1000)
        _until(lambda: not ear.is_playing)
    return taken


def _cut(path: Path) -> None:
    """Leave the first `HEARD_SECONDS` of a WAV file."""
    with wave.open(str(path), "rb") as whole:
        shape, frames = whole.getparams(), whole.readframes(round(HEARD_SECONDS * whole.getframerate()))
    with wave.open(str(path), "wb") as part:
        part.setparams(shape)
        part.writeframes(frames)


def _first_sound(ear: _Ear) -> float:
    """When it came."""
    _until(lambda: ear.first_sound is not None)
    assert ear.first_sound is not None
    return ear.first_sound


class _Desk:
    """A counter that calls, and a board that speaks, at the same real server."""

    def __init__(self, link: HallLink) -> None:
        self._link = link
        self._current: str | None = None

    def do(self, command: Command) -> Accepted:
        outcomes: list[Outcome] = []
        self._link.submit(command, outcomes.append)
        _until(lambda: bool(outcomes))
        (outcome,) = outcomes
        assert isinstance(outcome, Accepted), outcome
        return outcome

    def press(self) -> float:
        """Call the next; when it was pressed."""
        began = time.monotonic()
        result = self.do(CallNext(COUNTER, self._current)).result
        assert isinstance(result, CalledResult)
        assert result.ticket is not None
        self._current = result.ticket.ticket_id
        return began

    def start(self) -> None:
        assert self._current is not None
        self.do(StartService(COUNTER, self._current))


def _press_to_sound_ms(server: ServerProcess, subscribers: int, presses: int) -> list[float]:
    key_file = server.folder / "hall.key"
    with _speaking_board(server, key_file) as (desk, ear), _others(server, key_file, subscribers - 1):
        for _ in range(presses + WARMING_UP):
            desk.do(IssueTicket(FIELD))
        taken = []
        for _ in range(presses + WARMING_UP):
            ear.first_sound = None
            began = desk.press()
            taken.append((_first_sound(ear) - began) * 1000)
            _until(lambda: not ear.is_playing)
            desk.start()
        return taken[WARMING_UP:]


@contextmanager
def _others(server: ServerProcess, key_file: Path, count: int) -> Iterator[None]:
    """So many other wallboards at the feed."""
    if not count:
        yield
        return
    with Child("tests.bench.subscribers", server.url, str(key_file), str(count)) as crowd:
        assert crowd.hear() == {"ready": count}
        yield


@contextmanager
def _speaking_board(server: ServerProcess, key_file: Path) -> Iterator[tuple[_Desk, _Ear]]:
    link = HallLink(LinkSettings(server_url=server.url, key_file=str(key_file), device="display-1"), DisplayView())
    ear, engine = _Ear(), WorkerEngine()
    engine.start()
    speaker = Speaker(engine, ear, assets.path("sounds/chime.wav"), VoiceManner(passes=1), time.monotonic)

    def on_rows(_: list[str]) -> None:
        hear(speaker.announcer, link.mirror.all(CallRow), link.now_ms(), time.monotonic())
        speaker.proceed()

    link.changed.connect(on_rows)
    link.start()
    try:
        _until(lambda: bool(link.live))
        desk = _Desk(link)
        desk.do(OpenCounter(COUNTER))
        yield desk, ear
    finally:
        speaker.close()
        link.stop()


def _overload(say: Say) -> None:
    engine = WorkerEngine()
    bursts = [burst(engine, seed, BURST_COUNTERS, BURST_SECONDS) for seed in range(BURSTS)]
    engine.close()
    firsts = [one for each in bursts for one in each.heard if one.pass_number == 1]
    staleness = max(one.begins - one.made for one in firsts)
    assert staleness <= LATE_SECONDS_MAX
    say(Figure("overload_staleness_max", staleness, "s"))
    say(Figure("overload_calls_spoken", len(firsts) / BURSTS, "of 40"))
    say(Figure("words_per_minute", _words_per_minute(bursts), "words/min"))


def _words_per_minute(bursts: list[Morning]) -> float:
    plain = [one for each in bursts for one in each.heard if one.language == "vi" and not one.with_chime]
    seconds = sum(one.ends - one.begins - PAUSE_SECONDS for one in plain)
    return 60 * sum(len(one.text.split()) for one in plain) / seconds


def _until(condition: Callable[[], bool]) -> None:
    """Let Qt work until it holds. Raises TimeoutError."""
    loop, deadline = QEventLoop(), time.monotonic() + WAIT_SECONDS_MAX
    watch = QTimer(interval=1)
    watch.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    watch.start()
    if not condition():
        loop.exec()
    if not condition():
        raise TimeoutError("what the bench waits for did not come")
