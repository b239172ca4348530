"""`./hall voice`: what it prints, where it fails, and that what it writes can be heard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from display.reading import Language
from display.voice.__main__ import run
from display.voice.clips import MANIFEST_NAME, read_book
from display.voice.commands import say
from display.voice.playing import Ending, SoundPlayer
from display.voice.sound import read_sound, write_sound
from display.voice_settings import VoiceSettings
from hall_link.qt.launch import SETTINGS_WRONG
from tests.unit.display.voice.sounds import loudness, tone

SETTINGS = VoiceSettings(key_file="-", device="voice")

Told = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["1021", "--style", "north"], "một nghìn không trăm hai mươi mốt"),
        (["1021", "--style", "south"], "một ngàn không trăm hai mươi mốt"),
        (["3000000004"], "ba tỷ không trăm linh bốn"),
        (["A047"], "a không bốn bảy"),
        (["A047", "--tickets", "number"], "a bốn mươi bảy"),
        (["A047", "--language", "en"], "eh zero four seven"),
        (["nghỉ lúc 11h30", "--half-hour", "half"], "nghỉ lúc mười một giờ rưỡi"),
    ],
)
def test_read(arguments: list[str], words: str, capsys: Told) -> None:
    assert run(["read", *arguments]) == 0
    assert capsys.readouterr().out == f"{words}\n"


def test_the_boards_settings_hold_and_options_go_before_them(tmp_path: Path, capsys: Told) -> None:
    file = tmp_path / "display.toml"
    file.write_text('key_file = "k"\ndevice = "d"\nreading_style = "south"\nzone = "upstairs"\n', "utf-8")
    run(["read", "105", "--settings", str(file)])
    run(["read", "105", "--settings", str(file), "--style", "north"])
    assert capsys.readouterr().out.splitlines() == ["một trăm lẻ năm", "một trăm linh năm"]
    file.write_text("reading_stile = 1\n", "utf-8")
    assert run(["read", "105", "--settings", str(file)]) == SETTINGS_WRONG
    assert "reading_style" in capsys.readouterr().err


def test_say_writes_what_is_heard(qtbot: QtBot, tmp_path: Path, capsys: Told) -> None:
    out = tmp_path / "a.wav"
    assert run(["say", "Số A047, quầy 3", "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("Số a không bốn bảy, quầy ba\n")
    plain = read_sound(out)
    assert loudness(plain, 0.1, plain.seconds - 1) > 300
    assert run(["say", "Số A047, quầy 3", "--chime", "--out", str(out)]) == 0
    assert read_sound(out).seconds > plain.seconds + 1


def test_what_cannot_be_said_is_an_error(qtbot: QtBot, tmp_path: Path, capsys: Told) -> None:
    assert run(["say", "😀", "--out", str(tmp_path / "a.wav")]) == 1
    assert "empty_text" in capsys.readouterr().err
    assert run(["say", "xin chào", "--engines", "piper", "--out", str(tmp_path / "a.wav")]) == 1
    assert "no_piper" in capsys.readouterr().err
    assert run(["say", "xin chào", "--out", str(tmp_path / "nowhere" / "a.wav")]) == 1


class HandPlayer(SoundPlayer):
    """Ends at once, as it is told."""

    def __init__(self, ending: Ending | None) -> None:
        super().__init__()
        self._ending = ending
        self.seconds = 0.0

    @property
    def can_be_heard(self) -> bool:
        return self._ending is not None

    def play(self, path: Path, seconds: float) -> None:
        self.seconds = read_sound(path).seconds
        QTimer.singleShot(0, self, lambda: self.ended.emit(self._ending))

    def stop(self) -> None:
        """It has ended already."""


@pytest.mark.parametrize(("ending", "status"), [(Ending.PLAYED, 0), (Ending.FAILED, 1), (None, 1)])
def test_say_plays_it_where_there_is_a_device(qtbot: QtBot, ending: Ending | None, status: int) -> None:
    player = HandPlayer(ending)
    told = say("xin chào", Language.VIETNAMESE, SETTINGS, None, with_chime=True, make_player=lambda _: player)
    assert told == status
    assert (player.seconds > 1) is (ending is not None)


def test_check_tries_every_engine(qtbot: QtBot, capsys: Told) -> None:
    assert run(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "thứ tự · order: espeak"
    assert [line.split()[0] for line in lines[1:4]] == ["clips", "piper", "*"]
    assert " ok " in lines[3]


def test_check_fails_where_the_chosen_engines_are_silent(qtbot: QtBot, capsys: Told) -> None:
    assert run(["check", "--engines", "clips", "piper"]) == 1
    assert "no voice" in capsys.readouterr().err


def test_the_record_list_is_a_manifest_and_shrinks_as_clips_come(tmp_path: Path, capsys: Told) -> None:
    arguments = ["record-list", "--letters", "ab", "--counters", "2", "--folder", str(tmp_path)]
    assert run(arguments) == 0
    listed = capsys.readouterr().out
    (tmp_path / MANIFEST_NAME).write_text(listed, "utf-8")
    book = read_book(tmp_path)
    assert len(book.clips) == len(book.missing_files) == 17
    for path in book.missing_files[3:]:
        write_sound(tone(0.1), path)
    assert run(arguments) == 0
    assert capsys.readouterr().out.count(".wav") == 3


def test_a_folder_with_a_broken_manifest_is_told(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / MANIFEST_NAME).write_text("[words", "utf-8")
    assert run(["record-list", "--folder", str(tmp_path)]) == 1
    assert MANIFEST_NAME in capsys.readouterr().err
