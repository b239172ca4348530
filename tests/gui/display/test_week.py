"""A board that runs for days holds no more on the last of them than on the first."""

from display.ui.frames import FrameWitness
from tests.gui.display.board_hall import BoardHall
from tests.gui.display.conftest import ShowBoard
from tests.gui.display.week import DAYS, days, rss_mb

CALLS_A_DAY = 30
GROWTH_MB_MAX = 3.0


def test_memory_is_flat_over_a_week(show_board: ShowBoard) -> None:
    hall = BoardHall(motion=True)
    hall.open()
    board = show_board(hall, (960, 540))
    shown: list[str] = []
    witness = FrameWitness(board.window)
    witness.drawn.connect(shown.append)
    hall.presenter.visibleChanged.connect(witness.expect)
    frames = 0

    def on_frame() -> None:
        nonlocal frames
        frames += 1

    def drawn() -> None:
        before = frames
        board.window.update()
        board.wait(lambda: frames >= before + 2)

    board.window.frameSwapped.connect(on_frame)
    held = [rss_mb() for _ in days(hall, CALLS_A_DAY, drawn)]
    assert len(set(shown)) == DAYS * CALLS_A_DAY, "every call of the week was drawn"
    assert held[-1] - held[0] < GROWTH_MB_MAX, f"MB after each day: {held}"
