"""The board knows what cannot be read from the last row, measured on the drawn page."""

import pytest
from structlog.testing import capture_logs

from display.board_settings import BoardSettings
from display.layout import Installed, Wanted
from display.legibility import judge
from display.size_check import LEGIBLE, NOT_MEASURED, TOO_SMALL, check_sizes
from display.ui.lettering import letterings
from display.ui.size_watch import SizeWatch
from tests.gui.display.board_hall import CALLS, BoardHall
from tests.gui.display.conftest import ShowBoard

SIZES = [(1920, 1080), (3840, 2160), (1080, 1920)]
NEAR, FAR = Installed(3, 75), Installed(12, 43)


def settings(distance_m: float, diagonal_inches: float) -> BoardSettings:
    return BoardSettings(key_file="k", device="d", viewing_distance_m=distance_m, diagonal_inches=diagonal_inches)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", ["auto", "three_columns"])
def test_texts_grow_until_the_last_row_can_read_them(show_board: ShowBoard, size: tuple[int, int], layout: str) -> None:
    if layout == "three_columns" and size[1] > size[0]:
        return
    hall = BoardHall(Wanted(layout), installed=NEAR)  # type: ignore[arg-type]
    hall.open(foretold=True)
    hall.have_called(*CALLS)
    board = show_board(hall, size)
    board.picture()
    verdict = judge(letterings(board.window, NEAR), NEAR.distance_m)
    assert verdict.too_small == ()
    assert verdict.legible_to_m < 2 * NEAR.distance_m


def test_it_is_logged_and_said_when_they_cannot(show_board: ShowBoard) -> None:
    hall = BoardHall(installed=FAR)
    hall.open()
    hall.have_called(*CALLS)
    board = show_board(hall)
    watch = SizeWatch(hall.presenter, board.window, FAR)
    with capture_logs() as logs:
        watch.measure()
        watch.measure()
    assert [log["event"] for log in logs] == ["texts too small for the last row: see --check-sizes"]
    assert logs[0]["legible_to_m"] < FAR.distance_m
    assert "12 m" in hall.presenter.property("installerNotice")


def test_a_legible_board_says_nothing(show_board: ShowBoard) -> None:
    hall = BoardHall(installed=NEAR)
    hall.open()
    hall.have_called(*CALLS)
    board = show_board(hall)
    with capture_logs() as logs:
        SizeWatch(hall.presenter, board.window, NEAR).measure()
    assert logs == []
    assert hall.presenter.property("installerNotice") == ""


@pytest.mark.parametrize(
    ("distance_m", "diagonal_inches", "status"), [(3, 75, LEGIBLE), (12, 43, TOO_SMALL), (0, 0, NOT_MEASURED)]
)
def test_check_sizes(
    qapp: object, capsys: pytest.CaptureFixture[str], distance_m: float, diagonal_inches: float, status: int
) -> None:
    assert check_sizes(settings(distance_m, diagonal_inches), None) == status
    assert capsys.readouterr().out != ""
