"""One utterance, every fault on its way, and with the real voice no overlap. Long because it plays whole scenes."""

import json
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from display.hours import Loudness
from display.notices import Notice
from display.reading import SOUTHERN, Language, Manner, TicketReading
from display.sentences import Form, call_sentence
from display.speaker import Speaker, VoiceManner
from display.utterances import Call, LeftOut, NoticeReport, Report
from display.voice.engine import Speech, SpeechDone, SpeechFailure, SpeechRequest
from display.voice.player import Player
from display.voice.playing import Ending, SoundPlayer
from display.voice.recording import LOG_NAME, Recording
from display.voice.sound import read_sound, write_sound
from display.voice.worker_engine import WorkerEngine
from tests.unit.display.voice.sounds import tone

Answer = Speech | SpeechFailure | None


class ScriptedEngine:
    """Answers at once with what it was given; None keeps the caller waiting."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[SpeechRequest] = []
        self.closed = False

    def synthesize(self, request: SpeechRequest, done: SpeechDone) -> None:
        self.asked.append(request)
        if self.answer is not None:
            done(self.answer)

    def close(self) -> None:
        self.closed = True


class HandPlayer(SoundPlayer):
    """Plays until the test says how it ended."""

    def __init__(self, *, can_be_heard: bool = True) -> None:
        super().__init__()
        self._can_be_heard = can_be_heard
        self.played: list[float] = []
        self.playing = False
        self.volume = 1.0

    @property
    def can_be_heard(self) -> bool:
        return self._can_be_heard

    def play(self, path: Path, seconds: float) -> None:
        assert path.exists()
        assert not self.playing
        self.playing = True
        self.played.append(seconds)

    def stop(self) -> None:
        self.playing = False

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def end(self, ending: Ending = Ending.PLAYED) -> None:
        self.playing = False
        self.ended.emit(ending)


class Booth:
    """A speaker with scripted surroundings, and what came out of it."""

    def __init__(
        self,
        tmp_path: Path,
        answer: Answer,
        *,
        chime: bool = True,
        can_be_heard: bool = True,
        record: bool = False,
        manner: VoiceManner = VoiceManner(),  # noqa: B008  (frozen)
        loudness: Callable[[], Loudness] | None = None,
    ) -> None:
        write_sound(tone(0.4, 44_100), tmp_path / "chime.wav")
        self.engine = ScriptedEngine(answer)
        self.player = HandPlayer(can_be_heard=can_be_heard)
        self.kept = tmp_path / "kept"
        recording = Recording(self.kept) if record else None
        chime_file = tmp_path / "chime.wav" if chime else None
        self.speaker = Speaker(self.engine, self.player, chime_file, manner, time.monotonic, recording, loudness)
        self.reports: list[Report] = []
        self.captions: list[str] = []
        self.speaker.reported.connect(self.reports.append)
        self.speaker.captionChanged.connect(self.captions.append)

    def call(self, *calls: Call) -> None:
        for call in calls:
            self.speaker.announcer.call(call, time.monotonic())
        self.speaker.proceed()


FIRST = Call("20261124-A001-1", "20261124-A001", "A001", 2)
SECOND = Call("20261124-B012-1", "20261124-B012", "B012", 12)
NO_VOICE = SpeechFailure("no_engine", "there is no espeak-ng")

MakeBooth = Callable[..., Booth]


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    write_sound(tone(1.0), tmp_path / "speech.wav")
    return Speech(tmp_path / "speech.wav", 1.0)


@pytest.fixture
def booth(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeBooth]:
    made: list[Booth] = []

    def make(answer: Answer, **how: Any) -> Booth:
        made.append(Booth(tmp_path, answer, **how))
        return made[-1]

    yield make
    for one in made:
        one.speaker.close()
        assert one.engine.closed


def test_a_call_is_said_with_chime_and_again_without(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech)
    one.call(FIRST)
    sentence = call_sentence("A001", 2, Form.FULL)
    assert one.engine.asked == [SpeechRequest(sentence.spoken, "vi", 140)]
    assert one.captions == [sentence.caption]
    one.player.end()
    one.player.end()
    assert len(one.player.played) == 2
    assert one.player.played[0] - one.player.played[1] > 0.4
    assert one.captions == [sentence.caption, ""] * 2
    assert not one.player.playing


def test_spoken_is_reported_when_the_sound_has_ended_not_when_it_began(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech)
    one.call(FIRST)
    assert one.reports == []
    one.player.end()
    assert one.reports == [Report(FIRST.call_id)]


def test_the_next_begins_when_the_first_is_done(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech)
    one.call(FIRST, SECOND)
    for _ in range(4):
        assert one.player.playing
        one.player.end()
    assert [report.call_id for report in one.reports] == [FIRST.call_id, SECOND.call_id]
    assert not one.player.playing


def test_without_a_voice_the_chime_sounds_and_the_counter_is_told(booth: MakeBooth) -> None:
    one = booth(NO_VOICE)
    one.call(FIRST)
    assert one.player.playing
    one.player.end()
    assert one.reports == [Report(FIRST.call_id, LeftOut.NO_VOICE)]
    assert one.speaker.trouble == "no_voice"
    assert not one.player.playing


def test_without_voice_and_chime_the_line_still_moves(booth: MakeBooth, qtbot: QtBot) -> None:
    one = booth(NO_VOICE, chime=False)
    one.call(FIRST, SECOND)
    qtbot.waitUntil(lambda: len(one.reports) == 2, timeout=1000)
    assert {report.left_out for report in one.reports} == {LeftOut.NO_VOICE}


def test_a_speech_that_cannot_be_read_is_no_voice(booth: MakeBooth, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    one = booth(Speech(tmp_path / "broken.wav", 1.0))
    one.call(FIRST)
    qtbot.waitUntil(lambda: bool(one.reports), timeout=1000)
    assert one.reports == [Report(FIRST.call_id, LeftOut.NO_VOICE)]


@pytest.mark.parametrize("ending", [Ending.FAILED, Ending.OVERDUE])
def test_a_sound_that_did_not_play_was_not_spoken(booth: MakeBooth, speech: Speech, ending: Ending) -> None:
    one = booth(speech)
    one.call(FIRST)
    one.player.end(ending)
    assert one.reports == [Report(FIRST.call_id, LeftOut.NO_SOUND)]
    assert one.speaker.trouble == "no_sound"
    one.call(SECOND)
    one.player.end()
    assert one.speaker.trouble == ""


def test_where_nobody_can_hear_it_nothing_was_spoken(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech, can_be_heard=False)
    one.call(FIRST)
    one.player.end()
    assert one.reports == [Report(FIRST.call_id, LeftOut.NO_SOUND)]


def test_what_is_recorded_counts_as_spoken_also_without_a_sound_device(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech, can_be_heard=False, record=True)
    one.call(FIRST)
    one.player.end()
    assert one.reports == [Report(FIRST.call_id)]


def test_the_real_voice_in_order_without_overlap_and_of_the_right_length(qtbot: QtBot, tmp_path: Path) -> None:
    recording = Recording(tmp_path / "kept")
    manner = VoiceManner(rate=300, passes=2)
    speaker = Speaker(WorkerEngine(), Player(), None, manner, time.monotonic, recording)
    reports: list[Report] = []
    speaker.reported.connect(reports.append)
    for call in (FIRST, SECOND):
        speaker.announcer.call(call, time.monotonic())
    speaker.proceed()
    log = tmp_path / "kept" / LOG_NAME
    qtbot.waitUntil(lambda: log.exists() and log.read_text("utf-8").count("\n") == 4, timeout=40_000)
    speaker.close()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [(line["number"], line["pass_number"]) for line in lines] == [
        *(("A001", 1), ("A001", 2), ("B012", 1), ("B012", 2)),
    ]
    for line in lines:
        seconds = read_sound(tmp_path / "kept" / line["file"]).seconds
        assert line["length_ms"] == pytest.approx(seconds * 1000, abs=1)
        assert line["length_ms"] <= line["ended_ms"] - line["started_ms"] + 5 < line["length_ms"] + 1500
        assert line["ended_by"] == "played"
    assert all(before["ended_ms"] <= after["started_ms"] for before, after in pairwise(lines))
    assert reports == [Report(FIRST.call_id), Report(SECOND.call_id)]


NOTICE = Notice("n1", "UBND phường nghỉ từ 11h30.", "Closed from 11:30.")


def test_a_notice_is_shown_as_typed_and_spoken_in_words(booth: MakeBooth, speech: Speech) -> None:
    one = booth(speech, record=True)
    notices: list[NoticeReport] = []
    one.speaker.noticed.connect(notices.append)
    one.speaker.announcer.notice(NOTICE, time.monotonic())
    one.speaker.proceed()
    spoken = "Ủy ban nhân dân phường nghỉ từ mười một giờ ba mươi phút."
    assert one.engine.asked == [SpeechRequest(spoken, "vi", 140)]
    assert one.captions == [NOTICE.vi]
    one.player.end()
    assert notices == [NoticeReport("n1")]
    line = json.loads((one.kept / LOG_NAME).read_text("utf-8"))
    assert (line["call_id"], line["number"], line["counter"], line["text"]) == ("n1", "notice", 0, NOTICE.vi)


def test_each_language_has_its_voice(booth: MakeBooth, speech: Speech) -> None:
    languages = (Language.VIETNAMESE, Language.ENGLISH)
    one = booth(speech, manner=VoiceManner(passes=1, languages=languages, english_voice="en-gb"))
    one.call(FIRST)
    one.player.end()
    one.player.end()
    english = call_sentence("A001", 2, Form.FULL, Language.ENGLISH).spoken
    assert one.engine.asked[1:] == [SpeechRequest(english, "en-gb", 140, "en")]


def test_it_reads_as_the_hall_wants(booth: MakeBooth, speech: Speech) -> None:
    reading = Manner(SOUTHERN, TicketReading.NUMBER)
    one = booth(speech, manner=VoiceManner(reading=reading))
    one.call(Call("x", "t", "A105", 24))
    assert one.engine.asked[0].text == "Mời công dân có số a một trăm lẻ năm đến quầy số hai mươi bốn."


def test_the_hour_sets_the_volume_and_quiet_hours_silence_calls(booth: MakeBooth, speech: Speech) -> None:
    hour = [Loudness(0.5), Loudness(0.3, quiet=True)]
    one = booth(speech, loudness=lambda: hour[0])
    one.call(FIRST)
    assert one.player.volume == 0.5
    one.player.end()
    one.player.end()
    hour.pop(0)
    one.call(SECOND)
    assert not one.player.playing
    assert one.reports == [Report(FIRST.call_id), Report(SECOND.call_id, LeftOut.QUIET)]


def test_a_notice_without_a_word_is_no_trouble_of_the_voice(booth: MakeBooth, speech: Speech, qtbot: QtBot) -> None:
    one = booth(speech)
    notices: list[NoticeReport] = []
    one.speaker.noticed.connect(notices.append)
    one.speaker.announcer.notice(Notice("n2", "🙏"), time.monotonic())
    one.speaker.proceed()
    qtbot.waitUntil(lambda: bool(notices), timeout=1000)
    assert notices == [NoticeReport("n2", LeftOut.NO_WORDS)]
    assert one.engine.asked == []
    assert one.speaker.trouble == ""
