"""Shown means drawn: nothing is reported before frames were swapped, and nothing of a window that draws none."""

from pytestqt.qtbot import QtBot

from display.ui.frames import FrameWitness
from tests.gui.display.board_hall import BoardHall
from tests.gui.display.conftest import ShowBoard


def test_a_call_is_drawn_some_frames_after_it_was_bound(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    frames: list[int] = []
    drawn: list[str] = []
    board.window.frameSwapped.connect(lambda: frames.append(1))
    witness = FrameWitness(board.window)
    witness.drawn.connect(drawn.append)
    hall.presenter.visibleChanged.connect(witness.expect)
    before = len(frames)
    hall.call(("A001", 1), ("B001", 2))
    assert drawn == []
    board.wait(lambda: len(drawn) == 2)
    assert len(frames) - before >= 2
    assert set(drawn) == {"20261124-A001-1", "20261124-B001-1"}


def test_each_call_once(hall: BoardHall, show_board: ShowBoard) -> None:
    hall.open()
    board = show_board(hall)
    drawn: list[str] = []
    witness = FrameWitness(board.window)
    witness.drawn.connect(drawn.append)
    hall.presenter.visibleChanged.connect(witness.expect)
    hall.call(("A001", 1))
    board.wait(lambda: len(drawn) == 1)
    hall.call(("B001", 2))
    board.wait(lambda: len(drawn) == 2)
    assert drawn == ["20261124-A001-1", "20261124-B001-1"]


def test_a_hidden_window_shows_nothing(hall: BoardHall, show_board: ShowBoard, qtbot: QtBot) -> None:
    hall.open()
    board = show_board(hall)
    witness = FrameWitness(board.window)
    hall.presenter.visibleChanged.connect(witness.expect)
    board.window.hide()
    qtbot.waitUntil(lambda: not board.window.isExposed())
    with qtbot.assertNotEmitted(witness.drawn, wait=300):
        hall.call(("A001", 1))
    with qtbot.waitSignal(witness.drawn):
        board.window.show()
