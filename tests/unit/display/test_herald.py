"""The hall speaks by itself in its own hour, and only while it is known what hour that is."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from display.herald import Herald
from display.occasions import Occasions
from display.speaker import Speaker, VoiceManner
from display.voice.engine import Speech
from hall_link.feed import AnyView, DisplayView
from hall_link.mirror import Mirror
from hall_link.rows import BoardRow, CounterRow
from tests.gui.display.speaking import EndingPlayer, ReadyEngine
from tests.unit.display.rows import NOW_MS, a_field, a_hall


class Feed:
    """A hall that gives its last number in so many minutes, and its board with the voice of the zone, or without."""

    device = "display-1"
    view: AnyView = DisplayView()

    def __init__(self, *, minutes_left: int = 30, live: bool = True, speaks: bool = True) -> None:
        ends = msgspec.structs.replace(a_field("A", 0), numbers_until=NOW_MS + minutes_left * 60_000)
        board = BoardRow(self.device, "main", voice=True, answers=True, speaks=speaks, since=NOW_MS)
        rows = (a_hall(), ends, CounterRow(1, "main", "open", [ends.field_id]), board)
        self.mirror = Mirror()
        self.mirror.rows = {row.key: row for row in rows}
        self.live = live

    def now_ms(self) -> int:
        return NOW_MS


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


def test_half_an_hour_before_the_last_number_it_is_said_once(room: Room) -> None:
    room.look(Feed())
    room.look(Feed())
    (asked,) = room.engine.asked
    assert "còn ba mươi phút nữa" in asked.text


@pytest.mark.parametrize("feed", [Feed(live=False), Feed(minutes_left=60)])
def test_a_stale_board_and_an_ordinary_hour_are_silent(room: Room, feed: Feed) -> None:
    room.look(feed)
    assert room.engine.asked == []


def test_what_another_board_of_the_zone_has_said_is_not_said_again(room: Room) -> None:
    room.look(Feed(speaks=False))
    room.look(Feed())
    assert room.engine.asked == []
