"""The hall speaks by itself in its own hour, and only while it is known what hour that is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from display.herald import Herald
from display.occasions import Occasions
from display.speaker import Speaker, VoiceManner
from display.voice.engine import Speech
from hall_link.mirror import Mirror
from tests.gui.display.speaking import EndingPlayer, ReadyEngine
from tests.unit.display.rows import NOW_MS, a_hall

HALF_PAST_FOUR_MS = NOW_MS + (7 * 60 + 48) * 60_000


class Feed:
    """A hall that closes at five."""

    def __init__(self, now_ms: int, *, live: bool) -> None:
        self.mirror = Mirror()
        self.mirror.rows["hall/hall"] = a_hall()
        self.live = live
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms


class Room:
    """A voice that takes no time, and a herald in front of it."""

    def __init__(self, speech: Speech) -> None:
        self.engine = ReadyEngine(speech)
        self.speaker = Speaker(self.engine, EndingPlayer(), None, VoiceManner(), lambda: 0.0)
        self.occasions = Occasions()

    def look(self, feed: Feed) -> None:
        Herald(feed, self.speaker, self.occasions, lambda: 0.0).look()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(ReadyEngine.make_speech(tmp_path))
    yield made
    made.speaker.close()


def test_half_an_hour_before_closing_it_is_said_once(room: Room) -> None:
    feed = Feed(HALF_PAST_FOUR_MS, live=True)
    room.look(feed)
    room.look(feed)
    (asked,) = room.engine.asked
    assert "còn ba mươi phút nữa" in asked.text


@pytest.mark.parametrize("feed", [Feed(HALF_PAST_FOUR_MS, live=False), Feed(NOW_MS, live=True)])
def test_a_stale_board_and_an_ordinary_hour_are_silent(room: Room, feed: Feed) -> None:
    room.look(feed)
    assert room.engine.asked == []
