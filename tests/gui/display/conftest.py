"""A wallboard on the stage, in front of a hall that the test plays."""

from collections.abc import Callable

import pytest

from display.ui.pictures import PROVIDER
from hall_link.qt.stage import Stage
from tests.gui.display.board_hall import BoardHall
from tests.gui.shown import Show, Shown

ShowBoard = Callable[..., Shown]


@pytest.fixture
def hall() -> BoardHall:
    return BoardHall()


@pytest.fixture
def show_board(show: Show, stage: Stage) -> ShowBoard:
    """`show_board(hall, size=(1920, 1080))`: the board's window in front of that hall."""

    def load(hall: BoardHall, size: tuple[int, int] = (1920, 1080)) -> Shown:
        stage.engine.addImageProvider(PROVIDER, hall.media.pictures)
        board = show("display.ui", "WallboardWindow", presenter=hall.presenter, media=hall.media)
        board.window.resize(*size)
        board.wait(lambda: (board.window.contentItem().width(), board.window.contentItem().height()) == size)
        return board

    return load
