"""A morning of a hall as it is heard: seeded calls through the real announcer and the real voice, as one WAV and a log.

Time is ours, so four hours take half a minute; what is heard is not: each utterance lasts as long as its sound. Long
silence is cut to `SILENCE_SECONDS_MAX`, and the log says where in the file and when in the morning each one stands.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from array import array
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

import assets
from display.announcer import Announcer
from display.notices import Notice
from display.reading import Language
from display.sentences import closing_text
from display.speaker import VoiceManner
from display.utterances import Call, NoticeUtterance, Report, Utterance
from display.voice.composer import Composer
from display.voice.engine import Speech, VoiceEngine
from display.voice.sound import Sound, read_sound, silence, write_sound
from display.voice.trial import make
from display.voice.worker_engine import WorkerEngine

RATE = 22_050
SILENCE_SECONDS_MAX = 2.0
MORNING_SECONDS = 4 * 3600.0
COUNTERS = 8
MANNER = VoiceManner(languages=(Language.VIETNAMESE, Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Heard:
    """One utterance. `begins`, `ends`: seconds of the morning, chime and pause included; `at`: seconds in the file."""

    call_id: str
    pass_number: int
    language: str
    text: str
    with_chime: bool
    made: float
    begins: float
    ends: float
    at: float


@dataclass(frozen=True, slots=True)
class Morning:
    """What was heard, in order, what became of each call, and the whole sound."""

    heard: tuple[Heard, ...]
    reports: tuple[Report, ...]
    sound: Sound

    def write(self, folder: Path) -> None:
        """`morning.wav` and `morning.jsonl`. The file may be longer than what one announcement may be."""
        folder.mkdir(parents=True, exist_ok=True)
        write_sound(self.sound, folder / "morning.wav")
        lines = [json.dumps(asdict(one), ensure_ascii=False) for one in self.heard]
        (folder / "morning.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


@dataclass(frozen=True, slots=True)
class _Event:
    at: float
    what: str
    call: Call | None = None
    notice: Notice | None = None


def morning(engine: VoiceEngine, seed: int, calls: int) -> Morning:
    """Run one. Needs a Qt application."""
    return _heard(engine, _events(seed, calls))


def burst(engine: VoiceEngine, seed: int, counters: int, seconds: float) -> Morning:
    """So many counters call within so many seconds, and nobody comes before he is called. Needs a Qt application."""
    chance = random.Random(seed)
    events: list[_Event] = []
    for counter in range(1, counters + 1):
        ticket = f"{chance.choice('ABCDEGHK')}{counter:03}"
        events.append(_Event(chance.uniform(0, seconds), "call", Call(f"{ticket}-1", ticket, ticket, counter)))
    return _heard(engine, sorted(events, key=lambda event: event.at))


def _heard(engine: VoiceEngine, events: list[_Event]) -> Morning:
    with tempfile.TemporaryDirectory(prefix="hall-morning-") as folder:
        return _Run(engine, Composer(Path(folder), assets.path("sounds/chime.wav")), events).run()


def _events(seed: int, calls: int) -> list[_Event]:
    """People are called in waves: two or three counters at once, then a while nobody."""
    chance = random.Random(seed)
    events: list[_Event] = []
    for number in range(1, calls + 1):
        at = chance.uniform(0, MORNING_SECONDS * 0.95)
        if number % 3:
            at = events[-1].at + chance.expovariate(1 / 6.0) if events else at
        ticket = f"{chance.choice('ABCDEGHK')}{number:03}"
        counter = chance.randint(1, COUNTERS)
        call = Call(f"{ticket}-1", ticket, ticket, counter)
        events.append(_Event(at, "call", call))
        if chance.random() < 0.15:
            again = at + chance.uniform(20, 60)
            recall = Call(f"{ticket}-2", ticket, ticket, counter)
            events += [_Event(again, "call", recall), _Event(again, "over", call), _Event(again + 40, "over", recall)]
        else:
            events.append(_Event(at + chance.uniform(4, 60), "over", call))
    vi, en = (closing_text(30, "", language) for language in (Language.VIETNAMESE, Language.ENGLISH))
    break_ends = Notice("n1", "Hệ thống DVC tạm dừng từ 9h00 đến 9h15, xin quý vị thông cảm.")
    closing = Notice("n2", vi, en)
    events += [_Event(5400.0, "notice", notice=break_ends), _Event(MORNING_SECONDS - 1800, "notice", notice=closing)]
    return sorted(events, key=lambda event: event.at)


class _Run:
    def __init__(self, engine: VoiceEngine, composer: Composer, events: list[_Event]) -> None:
        self._engine = engine
        self._composer = composer
        self._events = events
        self._made = {event.call.call_id: event.at for event in events if event.call and event.what == "call"}
        self._announcer = Announcer(self._foreseen_seconds, MANNER.passes, MANNER.languages)
        self._samples: array[int] = array("h")
        self._silent_since = 0.0

    def run(self) -> Morning:
        heard = list(self._heard())
        return Morning(tuple(heard), tuple(self._announcer.take_reports()), Sound(self._samples, RATE))

    def _heard(self) -> Iterator[Heard]:
        now = 0.0
        while True:
            self._happen_until(now)
            utterance = self._announcer.next_utterance(now)
            if utterance is not None:
                heard = self._say(utterance, now)
                now = heard.ends
                self._happen_until(now)
                self._announcer.ended()
                yield heard
            elif self._events:
                now = max(now, self._events[0].at)
            else:
                return

    def _happen_until(self, now: float) -> None:
        while self._events and self._events[0].at <= now:
            event = self._events.pop(0)
            if event.notice is not None:
                self._announcer.notice(event.notice, event.at)
            elif event.call is not None and event.what == "call":
                self._announcer.call(event.call, event.at)
            elif event.call is not None:
                self._announcer.over(event.call.call_id)

    def _say(self, utterance: Utterance | NoticeUtterance, now: float) -> Heard:
        sentence = MANNER.sentence(utterance)
        answer = make(self._engine, MANNER.request(sentence.spoken, utterance.language)).answer
        assert isinstance(answer, Speech), answer
        announcement = self._composer.compose(answer, with_chime=utterance.with_chime)
        assert announcement is not None
        before = min(now - self._silent_since, SILENCE_SECONDS_MAX)
        self._samples.extend(silence(before, RATE).samples)
        at = len(self._samples) / RATE
        sound = read_sound(announcement.path)
        assert sound.rate == RATE
        self._samples.extend(sound.samples)
        self._silent_since = now + sound.seconds
        is_call = isinstance(utterance, Utterance)
        call_id = utterance.call.call_id if isinstance(utterance, Utterance) else utterance.notice.notice_id
        return Heard(
            call_id=call_id,
            pass_number=utterance.pass_number,
            language=utterance.language.value,
            text=sentence.spoken,
            with_chime=utterance.with_chime,
            made=self._made[call_id] if is_call else now,
            begins=now,
            ends=self._silent_since,
            at=at,
        )

    def _foreseen_seconds(self, utterance: Utterance) -> float:
        return self._composer.frame_seconds(with_chime=utterance.with_chime) + MANNER.foreseen_seconds(utterance)


def main() -> None:
    """`python -m tests.morning DIR`: write one to listen to."""
    application = QCoreApplication.instance() or QCoreApplication([])
    engine = WorkerEngine()
    morning(engine, seed=7, calls=120).write(Path(sys.argv[1]))
    engine.close()
    application.quit()


if __name__ == "__main__":
    main()
