"""A voice from clips: every call that the record list promises can be said, and what cannot is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from display.reading import Language, Manner, TicketReading
from display.sentences import Form, call_sentence
from display.voice.clip_engine import ClipEngine
from display.voice.clips import MANIFEST_NAME, read_book
from display.voice.engine import Speech, SpeechFailure, SpeechRequest
from display.voice.record_list import entries, manifest
from display.voice.shaping import root_mean_square
from display.voice.sound import read_sound, write_sound
from tests.unit.display.voice.answers import ask, code
from tests.unit.display.voice.sounds import loudness, tone

CALL = "Mời công dân có số a không không bảy đến quầy số ba."


def record(folder: Path, manner: Manner, language: Language = Language.VIETNAMESE) -> Path:
    """A folder with everything on the list, each clip a tone of its own loudness, with silence around."""
    folder.mkdir()
    (folder / MANIFEST_NAME).write_text(manifest(language, entries(language, manner, "ABX", 12)), "utf-8")
    for number, path in enumerate(sorted(set(read_book(folder, manner).clips.values()))):
        write_sound(tone(0.2, 44_100 if number % 2 else 16_000, height=1_000 + 400 * number), path)
    return folder


@pytest.fixture
def engine(qtbot: QtBot, tmp_path: Path) -> Iterator[ClipEngine]:
    made = ClipEngine([record(tmp_path / "vi", Manner())])
    yield made
    made.close()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tickets", TicketReading)
def test_the_record_list_is_all_that_calls_are_made_of(
    tmp_path: Path, language: Language, tickets: TicketReading
) -> None:
    manner = Manner(tickets=tickets)
    book = read_book(record(tmp_path / "clips", manner, language), manner)
    assert book.missing_files == []
    for form in Form:
        for number in (*(f"{series}{number:03}" for series in "ABX" for number in range(1000)), "A1021"):
            assert book.pieces(call_sentence(number, 12, form, language, manner).spoken)


def test_a_call_is_one_sound_evenly_loud_with_its_gaps(engine: ClipEngine, qtbot: QtBot) -> None:
    (answer,) = ask(engine, qtbot, SpeechRequest(CALL, "vi", 140))
    assert isinstance(answer, Speech)
    sound = read_sound(answer.path)
    assert sound.seconds == pytest.approx(answer.seconds) == pytest.approx(7 * 0.2 + 6 * 0.03, abs=0.02)
    words = [loudness(sound, 0.23 * index + 0.05, 0.23 * index + 0.15) for index in range(7)]
    assert max(words) < 1.15 * min(words)
    assert loudness(sound, 0.205, 0.225) < root_mean_square(sound) / 10


def test_the_repeat_comes_from_the_cache(engine: ClipEngine, qtbot: QtBot) -> None:
    request = SpeechRequest(CALL, "vi", 140)
    first, second = (ask(engine, qtbot, request)[0] for _ in range(2))
    assert first is second


def test_missing_clips_are_named(engine: ClipEngine, qtbot: QtBot) -> None:
    (answer,) = ask(engine, qtbot, SpeechRequest("Số rê không bảy, quầy số ba.", "vi", 140))
    assert answer == SpeechFailure("clips_missing", "no clip says: rê")


def test_a_broken_clip_is_told(engine: ClipEngine, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "vi" / "digits-7.wav").write_bytes(b"RIFF")
    assert code(ask(engine, qtbot, SpeechRequest(CALL, "vi", 140))[0]) == "clip_unusable"
    (tmp_path / "vi" / "digits-7.wav").unlink()
    assert code(ask(engine, qtbot, SpeechRequest(CALL, "vi", 140))[0]) == "clip_unusable"


def test_a_language_that_was_not_recorded_and_a_folder_that_is_none(
    engine: ClipEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    assert code(ask(engine, qtbot, SpeechRequest("Number", "en", 140, "en"))[0]) == "no_clips"
    nowhere = ClipEngine([tmp_path / "nowhere"])
    assert code(ask(nowhere, qtbot, SpeechRequest(CALL, "vi", 140))[0]) == "no_clips"
    nowhere.close()


def test_after_closing_nothing_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    engine = ClipEngine([record(tmp_path / "vi", Manner())])
    answers: list[object] = []
    engine.synthesize(SpeechRequest(CALL, "vi", 140), answers.append)
    engine.close()
    QCoreApplication.processEvents()
    assert answers == []
