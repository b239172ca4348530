"""A screen that goes is told of; one that comes is used."""

from PySide6.QtGui import QGuiApplication, QWindow
from structlog.testing import capture_logs

from display.ui.screens import ScreenWatch
from tests.gui.display.board_hall import BoardHall
from tests.gui.display.conftest import ShowBoard


def test_a_pulled_cable(hall: BoardHall, show_board: ShowBoard, qapp: QGuiApplication) -> None:
    hall.open()
    board = show_board(hall)
    watch = ScreenWatch(qapp, board.window)
    screen = qapp.primaryScreen()
    with capture_logs() as logs:
        qapp.screenRemoved.emit(screen)
        hall.call(("A001", 1))
        assert board.text("newestNumber") == "A001"
        qapp.screenAdded.emit(screen)
    assert [log["event"] for log in logs] == ["screen gone: calls are not shown there", "screen found"]
    assert board.window.screen() is screen
    assert board.window.visibility() is not QWindow.Visibility.Hidden
    watch.deleteLater()
