"""A board over the real link at a real server: what was shown and spoken comes back as facts; a lost server is seen."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from display.board import Board
from display.hearing import has_voice
from display.layout import Appearance
from display.settings import DisplaySettings
from display.speaker import Speaker, VoiceManner
from display.ui.media import MediaPresenter
from display.ui.wallboard import WallboardPresenter
from display.voice.engine import Speech
from display.wallboard import Wallboard
from hall_link.document import CounterDocument, FieldDocument, HallDocument
from hall_link.feed import DisplayView
from hall_link.qt.link import HallLink
from hall_link.rows import AnnouncementRow, BoardRow, CallRow
from hall_link.text import Text
from tests.gui.display.speaking import EndingPlayer, ReadyEngine
from tests.gui.served_hall import ServedHall
from tests.gui.shown import Show, Shown

ALL_DAY = datetime.time(0, 0)
DOCUMENT = HallDocument(
    hall_id="hai-chau",
    name=Text("Trung tâm Phục vụ hành chính công"),
    place=Text("Phường Hải Châu"),
    fields=(FieldDocument("HT", "A", Text("Hộ tịch")), FieldDocument("CT", "B", Text("Chứng thực"))),
    counters=(CounterDocument(1, ("HT",)), CounterDocument(2, ("CT",)), CounterDocument(3, ("HT",), zone="upstairs")),
    opens=ALL_DAY,
    closes=ALL_DAY,
)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(DOCUMENT, tmp_path) as served:
        for counter in (1, 2, 3):
            served.ask("open_counter", {"counter_id": counter})
        yield served


class LinkedBoard:
    """The parts as the program puts them together, with a voice that takes no time."""

    def __init__(self, hall: ServedHall, show: Show, speech: Speech, device: str = "display-1") -> None:
        settings = DisplaySettings(server_url=hall.url, key_file=str(hall.key_file), device=device)
        self.link = HallLink(settings, DisplayView(), duty="speak")
        self.presenter = WallboardPresenter(self.link, Board(), time.monotonic, Appearance(motion=False))
        self.shown: Shown = show("display.ui", "WallboardWindow", presenter=self.presenter, media=MediaPresenter())
        self.player = EndingPlayer()
        self.engine = ReadyEngine(speech)
        speaker = Speaker(self.engine, self.player, None, VoiceManner(passes=1), time.monotonic)
        self.board = Wallboard(self.link, self.presenter, self.shown.window, speaker, time.monotonic)
        self.board.start()

    def calls(self) -> dict[str, CallRow]:
        return {row.number: row for row in self.link.mirror.all(CallRow)}

    def confirmed(self, number: str) -> bool:
        """Whether the record says that the call was both shown and spoken."""
        row = self.calls().get(number)
        return row is not None and row.shown_at is not None and row.spoken == "spoken"

    def speaks(self) -> bool:
        return has_voice(self.link.mirror, self.link.device)


@pytest.fixture
def board(hall: ServedHall, show: Show, tmp_path: Path) -> Iterator[LinkedBoard]:
    made = LinkedBoard(hall, show, ReadyEngine.make_speech(tmp_path))
    made.shown.wait(lambda: bool(made.link.live) and made.speaks())
    yield made
    made.board.close()


def test_a_call_is_shown_and_spoken_and_both_are_on_record(hall: ServedHall, board: LinkedBoard) -> None:
    hall.issue("HT")
    hall.ask("call_next", {"counter_id": 1})
    board.shown.wait(lambda: board.confirmed("A001"))
    assert (board.shown.text("newestNumber"), board.shown.text("newestCounter")) == ("A001", "1")


def test_calls_at_once_are_all_confirmed_and_spoken_in_their_order(hall: ServedHall, board: LinkedBoard) -> None:
    hall.issue("HT")
    hall.issue("CT")
    hall.ask("call_next", {"counter_id": 2})
    hall.ask("call_next", {"counter_id": 1})
    board.shown.wait(lambda: board.confirmed("A001") and board.confirmed("B001"))
    assert [request.text.split(" số ")[1][:2].strip() for request in board.engine.asked] == ["bê", "a"]


def test_a_recall_is_a_call_of_its_own(hall: ServedHall, board: LinkedBoard) -> None:
    hall.issue("HT")
    hall.ask("call_next", {"counter_id": 1})
    board.shown.wait(lambda: board.confirmed("A001"))
    ticket_id = board.calls()["A001"].ticket_id
    hall.ask("recall", {"counter_id": 1, "ticket_id": ticket_id})
    rows = board.link.mirror
    board.shown.wait(lambda: len(rows.all(CallRow)) == 2 and all(row.spoken == "spoken" for row in rows.all(CallRow)))
    assert len(board.engine.asked) == 2


def test_another_zone_is_neither_shown_nor_spoken(hall: ServedHall, board: LinkedBoard) -> None:
    hall.issue("HT", 2)
    hall.ask("call_next", {"counter_id": 3})
    hall.ask("call_next", {"counter_id": 1})
    board.shown.wait(lambda: board.confirmed("A002"))
    assert set(board.calls()) == {"A002"}


def test_a_lost_server_is_seen_and_its_return_too(hall: ServedHall, board: LinkedBoard) -> None:
    hall.issue("HT", 2)
    hall.ask("call_next", {"counter_id": 1})
    board.shown.wait(lambda: board.confirmed("A001"))
    hall.stop()
    board.shown.wait(lambda: board.shown.is_shown("linkBanner"))
    assert board.shown.text("newestNumber") == "A001"
    hall.start()
    board.shown.wait(lambda: not board.shown.is_shown("linkBanner"))
    ticket_id = board.calls()["A001"].ticket_id
    hall.ask("start_service", {"counter_id": 1, "ticket_id": ticket_id})
    hall.ask("call_next", {"counter_id": 1, "finishing": ticket_id})
    board.shown.wait(lambda: board.confirmed("A002"))
    assert len(board.engine.asked) == 2


def test_what_staff_announce_is_spoken_once_and_that_is_on_record(hall: ServedHall, board: LinkedBoard) -> None:
    hall.ask("announce", {"vi": "Mời quý vị uống nước."})
    mirror = board.link.mirror
    board.shown.wait(lambda: any(row.heard for row in mirror.all(AnnouncementRow)))
    (row,) = mirror.all(AnnouncementRow)
    assert [(heard.zone, heard.spoken) for heard in row.heard] == [("main", True)]
    assert [request.text for request in board.engine.asked] == ["Mời quý vị uống nước."]
    hall.ask("withdraw_announcement", {"announcement_id": row.announcement_id})
    board.shown.wait(lambda: not mirror.all(AnnouncementRow))


def test_of_two_boards_one_speaks_and_the_other_takes_over(
    hall: ServedHall, board: LinkedBoard, show: Show, tmp_path: Path
) -> None:
    other = LinkedBoard(hall, show, ReadyEngine.make_speech(tmp_path), "display-2")
    try:
        board.shown.wait(lambda: len(other.link.mirror.all(BoardRow)) == 2)
        hall.issue("HT", 2)
        hall.ask("call_next", {"counter_id": 1})
        board.shown.wait(lambda: board.confirmed("A001") and other.confirmed("A001"))
        assert (len(board.engine.asked), len(other.engine.asked)) == (1, 0)
        board.board.close()
        other.shown.wait(other.speaks)
        ticket_id = other.calls()["A001"].ticket_id
        hall.ask("start_service", {"counter_id": 1, "ticket_id": ticket_id})
        hall.ask("call_next", {"counter_id": 1, "finishing": ticket_id})
        other.shown.wait(lambda: other.confirmed("A002"))
        assert (len(board.engine.asked), len(other.engine.asked)) == (1, 1)
    finally:
        other.board.close()
