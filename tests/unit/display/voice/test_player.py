"""The player always comes to an end: at the end, on an error, by its watchdog; with or without a sound device."""

import time
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from display.voice import player as player_module
from display.voice.player import Player
from display.voice.playing import Ending
from display.voice.sound import write_sound
from tests.unit.display.voice.sounds import tone

WAIT_MS = 10_000


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    write_sound(tone(0.6), tmp_path / "a.wav")
    return tmp_path / "a.wav"


def ending(player: Player, qtbot: QtBot, path: Path, seconds: float) -> Ending:
    with qtbot.waitSignal(player.ended, timeout=WAIT_MS) as waited:
        player.play(path, seconds)
    assert waited.args is not None
    assert isinstance(waited.args[0], Ending)
    return waited.args[0]


def test_a_sound_ends_on_time_again_and_again(qtbot: QtBot, sound: Path) -> None:
    player = Player()
    for _ in range(3):
        started = time.monotonic()
        assert ending(player, qtbot, sound, 0.6) is Ending.PLAYED
        assert 0.55 < time.monotonic() - started < 2.0


@pytest.mark.parametrize("content", [None, b"this is no sound"])
def test_a_sound_that_cannot_be_played_ends_too(qtbot: QtBot, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.wav"
    if content is not None:
        path.write_bytes(content)
    player = Player()
    assert ending(player, qtbot, path, 0.5) is Ending.FAILED
    write_sound(tone(0.2), tmp_path / "good.wav")
    assert ending(player, qtbot, tmp_path / "good.wav", 0.2) is Ending.PLAYED


def test_a_player_that_says_nothing_is_overdue(qtbot: QtBot, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "WATCHDOG_MARGIN_SECONDS", 0.1)
    monkeypatch.setattr(QMediaPlayer, "play", lambda _self: None)
    assert ending(Player(), qtbot, sound, 0.1) is Ending.OVERDUE


def test_two_at_once_is_a_bug(qtbot: QtBot, sound: Path) -> None:
    player = Player()
    player.play(sound, 0.6)
    with pytest.raises(AssertionError, match="two announcements"):
        player.play(sound, 0.6)
    player.stop()


def test_stopped_it_says_nothing_more(qtbot: QtBot, sound: Path) -> None:
    player = Player()
    player.play(sound, 0.6)
    player.stop()
    with qtbot.assertNotEmitted(player.ended, wait=800):
        pass
