"""The page as a loudspeaker: told once, heard once, never two at once, given up when it says nothing."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display import page_player
from display.page_player import SOUNDS_KEPT_MAX, PagePlayer
from display.voice.playing import Ending
from display.voice.sound import Sound, write_sound
from hall_link.board_voice import Able, Ended, Play


class Listener:
    """A player, what its page was told, and how its sounds ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.told: list[Play] = []
        self.endings: list[Ending] = []
        self.player = PagePlayer(folder, self.told.append)
        self.player.ended.connect(self.endings.append)

    def sound(self, loudness: int = 1000) -> Path:
        path = self.folder.parent / f"{loudness}.wav"
        write_sound(Sound(array("h", [loudness] * 100), 22_050), path)
        return path


@pytest.fixture
def listener(qtbot: QtBot, tmp_path: Path) -> Listener:
    folder = tmp_path / "sounds"
    folder.mkdir()
    return Listener(folder)


def test_a_page_may_be_heard_only_after_it_has_said_so(listener: Listener) -> None:
    able = [listener.player.can_be_heard]
    for told in (True, False):
        listener.player.heard(Able(told))
        able.append(listener.player.can_be_heard)
    assert able == [False, True, False]


def test_a_sound_is_left_under_the_name_of_its_content_and_ends_when_the_page_says_so(
    listener: Listener, qtbot: QtBot
) -> None:
    listener.player.set_volume(0.6)
    listener.player.play(listener.sound(), 1.5)
    (told,) = listener.told
    assert (told.number, told.seconds, told.volume) == (1, 1.5, 0.6)
    assert (listener.folder / told.sound).read_bytes() == listener.sound().read_bytes()
    listener.player.heard(Ended(1, heard=True))
    assert listener.endings == [], "never from inside"
    qtbot.waitUntil(lambda: listener.endings == [Ending.PLAYED])
    listener.player.play(listener.sound(), 1.5)
    assert listener.told[1].sound == told.sound
    assert len(list(listener.folder.iterdir())) == 1


def test_what_the_page_could_not_play_has_failed(listener: Listener, qtbot: QtBot) -> None:
    listener.player.play(listener.sound(), 1.5)
    listener.player.heard(Ended(1, heard=False))
    qtbot.waitUntil(lambda: listener.endings == [Ending.FAILED])


def test_word_of_an_earlier_sound_ends_nothing(listener: Listener, qtbot: QtBot) -> None:
    listener.player.play(listener.sound(), 1.5)
    listener.player.heard(Ended(1, heard=True))
    qtbot.waitUntil(lambda: len(listener.endings) == 1)
    listener.player.play(listener.sound(2000), 1.5)
    listener.player.heard(Ended(1, heard=True))
    listener.player.heard(Ended(2, heard=False))
    listener.player.heard(Ended(2, heard=True))
    qtbot.waitUntil(lambda: listener.endings == [Ending.PLAYED, Ending.FAILED])


def test_two_at_once_are_a_mistake_of_the_caller(listener: Listener) -> None:
    listener.player.play(listener.sound(), 1.5)
    with pytest.raises(AssertionError, match="two announcements at once"):
        listener.player.play(listener.sound(), 1.5)


def test_a_page_that_says_nothing_is_given_up(
    listener: Listener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_player, "PAGE_MARGIN_SECONDS", 0.02)
    listener.player.play(listener.sound(), 0.01)
    qtbot.waitUntil(lambda: listener.endings == [Ending.OVERDUE])


def test_a_sound_that_is_gone_has_failed(listener: Listener, qtbot: QtBot) -> None:
    listener.player.play(listener.folder / "none.wav", 1.5)
    qtbot.waitUntil(lambda: listener.endings == [Ending.FAILED])
    assert listener.told == []


def test_being_stopped_nothing_follows(listener: Listener, qtbot: QtBot) -> None:
    listener.player.play(listener.sound(), 1.5)
    listener.player.stop()
    listener.player.heard(Ended(1, heard=True))
    listener.player.play(listener.sound(), 1.5)
    listener.player.heard(Ended(2, heard=True))
    qtbot.waitUntil(lambda: listener.endings == [Ending.PLAYED])


def test_only_so_many_sounds_are_kept(listener: Listener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SOUNDS_KEPT_MAX > 100
    monkeypatch.setattr(page_player, "SOUNDS_KEPT_MAX", 2)
    for number, loudness in enumerate((1, 2, 1, 3), start=1):
        listener.player.play(listener.sound(loudness), 1.5)
        with qtbot.waitSignal(listener.player.ended):
            listener.player.heard(Ended(number, heard=True))
    kept = {path.name for path in listener.folder.iterdir()}
    assert kept == {listener.told[2].sound, listener.told[3].sound}
