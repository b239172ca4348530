"""The WAV of a morning: everything in it in order, with its chime, its gaps and its pauses, and nothing else."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication

import assets
from display.announcer import LATE_SECONDS_MAX
from display.voice.composer import CHIME_GAP_SECONDS, PAUSE_SECONDS
from display.voice.sound import Sound, at_rate, read_sound
from display.voice.worker_engine import WorkerEngine
from tests.morning import RATE, SILENCE_SECONDS_MAX, Heard, Morning, morning
from tests.unit.display.voice.sounds import loudness

CALLS = 30
EDGE_SECONDS = 0.02


@pytest.fixture(scope="module")
def heard(qapp: QGuiApplication) -> Iterator[Morning]:
    engine = WorkerEngine()
    yield morning(engine, seed=7, calls=CALLS)
    engine.close()


@pytest.fixture(scope="module")
def chime() -> Sound:
    return at_rate(read_sound(assets.path("sounds/chime.wav")), RATE)


def length(one: Heard) -> float:
    return one.ends - one.begins


def test_the_file_is_as_long_as_what_was_said_and_the_silence_between(heard: Morning) -> None:
    silences = [min(after.begins - before.ends, SILENCE_SECONDS_MAX) for before, after in pairwise(heard.heard)]
    first = min(heard.heard[0].begins, SILENCE_SECONDS_MAX)
    expected = first + sum(map(length, heard.heard)) + sum(silences)
    assert heard.sound.seconds == pytest.approx(expected, abs=0.01)


def test_nothing_overlaps_neither_in_time_nor_in_the_file(heard: Morning) -> None:
    for before, after in pairwise(heard.heard):
        assert before.ends <= after.begins
        assert before.at + length(before) <= after.at + 1 / RATE


def test_each_begins_with_its_chime_and_a_gap_where_it_has_one(heard: Morning, chime: Sound) -> None:
    for one in heard.heard:
        start = round(one.at * RATE)
        begins_with_chime = heard.sound.samples[start : start + len(chime.samples)] == chime.samples
        assert begins_with_chime is one.with_chime
        if one.with_chime:
            gap = one.at + chime.seconds
            assert loudness(heard.sound, gap + EDGE_SECONDS, gap + CHIME_GAP_SECONDS - EDGE_SECONDS) == 0


def test_each_is_speech_then_a_pause_then_silence_until_the_next(heard: Morning, chime: Sound) -> None:
    for index, one in enumerate(heard.heard):
        speech = one.at + (chime.seconds + CHIME_GAP_SECONDS if one.with_chime else 0.0)
        end = one.at + length(one)
        following = heard.heard[index + 1].at if index + 1 < len(heard.heard) else heard.sound.seconds
        assert loudness(heard.sound, speech, end - PAUSE_SECONDS) > 300, one.text
        assert loudness(heard.sound, end - PAUSE_SECONDS + EDGE_SECONDS, following) == 0, one.text


def test_longer_sentences_last_longer(heard: Morning) -> None:
    vietnamese = [
        one for one in heard.heard if one.language == "vi" and not one.with_chime and "." not in one.text[:-1]
    ]
    for one in vietnamese:
        assert 0.2 < (length(one) - PAUSE_SECONDS) / len(one.text.split()) < 0.45


def test_calls_are_first_said_in_the_order_in_which_they_were_made(heard: Morning) -> None:
    firsts = [one for one in heard.heard if one.pass_number == 1 and one.call_id.endswith("-1")]
    assert len(firsts) > CALLS / 2
    assert [one.made for one in firsts] == sorted(one.made for one in firsts)
    assert all(one.begins - one.made <= LATE_SECONDS_MAX for one in firsts)


def test_nothing_is_said_twice_by_accident_and_each_call_has_its_report(heard: Morning) -> None:
    passes = [(one.call_id, one.pass_number) for one in heard.heard]
    assert len(passes) == len(set(passes))
    spoken = {report.call_id for report in heard.reports if report.left_out is None}
    assert spoken == {one.call_id for one in heard.heard} - {"n1", "n2"}
    reported = [report.call_id for report in heard.reports]
    assert len(reported) == len(set(reported)) >= CALLS


def test_both_languages_and_both_notices_are_heard(heard: Morning) -> None:
    assert {"n1", "n2"} <= {one.call_id for one in heard.heard}
    assert {one.language for one in heard.heard} == {"vi", "en"}
    assert any("chín giờ đến chín giờ mười lăm phút" in one.text for one in heard.heard)
