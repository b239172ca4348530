"""The board as it was approved by eye, state by state: pictures beside this file.

When a look changes on purpose, the picture that a failing test names is looked at and put in the place of the old one.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui.display.board_hall import CALLS, BoardHall
from tests.gui.display.conftest import ShowBoard

APPROVED = Path(__file__).parent / "pictures"
DIFFERENT_PART_MAX = 0.002
"""Glyph edges may differ by a Qt patch release; a moved item differs by far more."""
CHANNEL_STEP_MAX = 24


def calling(hall: BoardHall) -> None:
    hall.open()
    hall.have_called(*CALLS)


def stale(hall: BoardHall) -> None:
    calling(hall)
    hall.lose()


def burst(hall: BoardHall) -> None:
    calling(hall)
    hall.wait(5)
    hall.call(("B013", 1), ("C019", 12), ("A048", 2))
    hall.presenter.say("Mời công dân có số B không một ba đến quầy số một")


def quiet(hall: BoardHall) -> None:
    hall.open()


def closed(hall: BoardHall) -> None:
    hall.open("closed")


ACROSS, UPRIGHT = (960, 540), (540, 960)
SCENES: dict[str, tuple[Callable[[BoardHall], None], tuple[int, int]]] = {
    "calling": (calling, ACROSS),
    "calling_upright": (calling, UPRIGHT),
    "stale": (stale, ACROSS),
    "burst": (burst, ACROSS),
    "quiet": (quiet, ACROSS),
    "closed": (closed, ACROSS),
}


def different_part(one: QImage, other: QImage) -> float:
    """Which part of the pixels differs by more than `CHANNEL_STEP_MAX` in any channel."""
    assert one.size() == other.size()
    left, right = (bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits()) for image in (one, other))
    steps = sum(abs(a - b) > CHANNEL_STEP_MAX for a, b in zip(left, right, strict=True))
    return steps / len(left)


@pytest.mark.parametrize("name", SCENES)
def test_it_looks_as_approved(hall: BoardHall, show_board: ShowBoard, tmp_path: Path, name: str) -> None:
    scene, size = SCENES[name]
    scene(hall)
    seen = tmp_path / f"{name}.png"
    picture = show_board(hall, size).picture(seen)
    approved = QImage(str(APPROVED / f"{name}.png"))
    assert not approved.isNull(), f"nothing approved yet for {seen}"
    assert different_part(picture, approved) <= DIFFERENT_PART_MAX, f"compare {seen} with {APPROVED / seen.name}"
