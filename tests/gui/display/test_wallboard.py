"""What people read on the board, in every state and on every screen."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from display.newest import HOLD_SECONDS
from tests.gui.display.board_hall import CALLS, LONG_NAME, BoardHall
from tests.gui.display.conftest import ShowBoard
from tests.gui.shown import Shown, all_items

SIZES = [(1920, 1080), (1366, 768), (3840, 2160), (1080, 1920)]
LONG_CALLS = (("AB1234", 102), ("AB1235", 999), ("K1000", 12), ("AB9999", 888))


def box(item: QQuickItem) -> QRectF:
    """Where the item is in the window."""
    corner = item.mapToScene(QPointF(0, 0))
    far = item.mapToScene(QPointF(item.width(), item.height()))
    return QRectF(corner, far)


def texts(board: Shown) -> list[QQuickItem]:
    """Every text that is to be seen."""
    items = all_items(board.window.contentItem())
    return [item for item in items if item.inherits("QQuickText") and item.isVisible() and item.property("text")]


def words(board: Shown) -> str:
    return " | ".join(str(item.property("text")) for item in texts(board))


def test_the_call_its_counter_its_words_and_the_list(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    hall.have_called(*CALLS)
    board = show_board(hall)
    assert (board.text("newestNumber"), board.text("newestCounter")) == ("A047", "3")
    assert board.text("caption") == "Mời công dân có số A không bốn bảy đến quầy số ba"
    assert all(board.is_shown(f"recent-{number}") for number, _ in CALLS)
    tops = [box(board.find(f"recent-{number}")).top() for number, _ in reversed(CALLS)]
    assert tops == sorted(tops)


def test_how_many_wait_in_each_field(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    assert [board.text(f"waiting-{series}") for series in "ABCG"] == ["4", "2", "17", "123"]


def test_the_hall_and_its_clock(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    assert (board.text("hallName"), board.text("clock")) == ("Trung tâm Phục vụ hành chính công", "08:42")
    hall.wait(60)
    assert board.text("clock") == "08:43"
    assert "Thứ Ba 24/11/2026 | 16 tháng Mười âm lịch" in words(board)


def test_a_new_call_takes_the_place_when_the_last_was_there_long_enough(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    hall.call(("A001", 1))
    assert board.text("newestNumber") == "A001"
    hall.call(("B001", 2))
    assert board.text("newestNumber") == "A001"
    assert board.is_shown("recent-B001")
    hall.wait(HOLD_SECONDS)
    assert (board.text("newestNumber"), board.text("newestCounter")) == ("B001", "2")


def test_the_caption_says_what_the_voice_says(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    hall.call(("A001", 1), ("B001", 2))
    board = show_board(hall)
    hall.presenter.say("Số B không không một, quầy số hai")
    assert board.text("caption") == "Số B không không một, quầy số hai"
    hall.presenter.say("")
    assert board.text("caption") == "Mời công dân có số A không không một đến quầy số một"


def test_before_the_first_call_it_says_so(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    assert "Chưa có số nào được gọi" in words(board)
    assert not board.is_shown("newestNumber")


def test_a_closed_hall_says_when_it_opens(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open("closed")
    board = show_board(hall)
    assert board.is_shown("closedNotice")
    assert "Giờ phát số: 07:30 đến 17:00" in words(board)
    assert not board.is_shown("newestNumber")


def test_when_numbers_have_ended_those_who_wait_are_told_that_they_are_served(
    hall: BoardHall, show_board: ShowBoard
) -> None:
    hall.open("closing")
    hall.have_called(*CALLS)
    board = show_board(hall)
    assert "Đã hết giờ phát số. | Quý vị đang chờ vẫn được phục vụ." in words(board)


def test_before_a_server_was_heard_numbers_are_said_to_hold(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.live = False
    board = show_board(hall)
    assert board.is_shown("connectingNotice")
    assert "Số trên phiếu của quý vị vẫn được giữ nguyên." in words(board)
    assert not board.is_shown("linkBanner")


def test_stale_rows_never_look_live(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    hall.have_called(*CALLS)
    board = show_board(hall)
    live = {board.find(name).property("color").name() for name in ("newestNumber", "newestCounter")}
    assert not board.is_shown("linkBanner")
    hall.lose()
    assert board.is_shown("linkBanner")
    assert "Mất kết nối từ 08:41. Thông tin dưới đây có thể đã cũ." in words(board)
    grey = {board.find(name).property("color").name() for name in ("newestNumber", "newestCounter")}
    assert len(grey) == 1
    assert grey.isdisjoint(live)
    assert not board.is_shown("caption")
    hall.live, hall.stale_since = True, None
    hall.presenter.refresh()
    assert not board.is_shown("linkBanner")


def test_a_new_call_slides_in_and_then_everything_stands_still(show_board: ShowBoard) -> None:
    hall = BoardHall(motion=True)
    hall.open()
    board = show_board(hall)
    hall.call(("A001", 1))
    left = box(board.find("newestNumber")).left()
    board.wait(lambda: box(board.find("newestNumber")).left() > left)
    board.wait(lambda: box(board.find("newestNumber")).left() == 56)


def test_where_the_hall_wants_no_motion_nothing_moves(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    hall.call(("A001", 1))
    assert box(board.find("newestNumber")).left() == 56


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("stale", [False, True])
@pytest.mark.parametrize("calls", [CALLS, LONG_CALLS])
def test_everything_fits_on_every_screen(
    show_board: ShowBoard, size: tuple[int, int], stale: bool, calls: tuple[tuple[str, int], ...]
) -> None:
    hall = BoardHall()
    hall.open(names=[LONG_NAME] * 10)
    hall.have_called(*calls)
    if stale:
        hall.lose()
    board = show_board(hall, size)
    window = QRectF(0, 0, *size)
    for item in texts(board):
        assert window.contains(box(item)), item.property("text")
        assert item.property("contentHeight") <= item.height() + 1, item.property("text")
    number, place = box(board.find("newestNumber")), box(board.find("newestCounter"))
    assert number.right() < place.left()
    for name in ("newestNumber", "newestCounter", *(f"recent-{called}" for called, _ in calls)):
        for text in [one for one in all_items(board.find(name)) if one.inherits("QQuickText")]:
            assert text.property("contentWidth") <= text.width() + 1, f"{name} runs out of its box"
    lowest = max(box(board.find(f"recent-{called}")).bottom() for called, _ in calls)
    assert lowest <= box(board.find("ticker")).top()


@pytest.mark.parametrize("size", SIZES)
def test_a_called_number_is_legible_from_the_last_row(show_board: ShowBoard, size: tuple[int, int]) -> None:
    """Viewing distance / 140 for the called number: from 10 m on a board of 55 inches, 71 mm."""
    hall = BoardHall()
    hall.open()
    hall.have_called(*CALLS)
    board = show_board(hall, size)
    diagonal_mm = 55 * 25.4
    mm_per_pixel = diagonal_mm / (size[0] ** 2 + size[1] ** 2) ** 0.5
    for name in ("newestNumber", "newestCounter"):
        item = board.find(name)
        scale = box(item).height() / item.height()
        capitals = item.property("fittedSize") * item.property("capitals") * scale
        assert capitals * mm_per_pixel >= 71
