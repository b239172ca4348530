"""The board as it was approved by eye: layouts, lights, distances, states."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from display.layout import Installed, Wanted
from hall_link.qt.stage import Stage
from tests.gui.display.approved import looks_as_approved
from tests.gui.display.board_hall import CALLS, BoardHall
from tests.gui.display.conftest import ShowBoard


def calling(hall: BoardHall) -> None:
    hall.open()
    hall.have_called(*CALLS)


def foretold(hall: BoardHall) -> None:
    hall.open(foretold=True)
    hall.have_called(("B009", 1), ("A044", 2), ("E004", 8), ("A045", 10), *CALLS)


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
FAR = Installed(distance_m=5, diagonal_inches=65)
Scene = tuple[Callable[[BoardHall], None], tuple[int, int], dict[str, Any]]
SCENES: dict[str, Scene] = {
    "calling": (calling, ACROSS, {}),
    "calling_upright": (calling, UPRIGHT, {}),
    "stale": (stale, ACROSS, {}),
    "stale_day": (stale, ACROSS, {"night": False}),
    "burst": (burst, ACROSS, {}),
    "quiet": (quiet, ACROSS, {}),
    "quiet_day": (quiet, ACROSS, {"night": False}),
    "closed": (closed, ACROSS, {}),
    "foretold": (foretold, ACROSS, {}),
    "foretold_day": (foretold, ACROSS, {"night": False}),
    "foretold_english": (foretold, ACROSS, {"language": "en"}),
    "foretold_upright": (foretold, UPRIGHT, {"wanted": Wanted("auto", 8), "night": False}),
    "three_columns": (foretold, ACROSS, {"wanted": Wanted("three_columns", 8)}),
    "far": (foretold, ACROSS, {"installed": FAR}),
    "far_upright": (foretold, UPRIGHT, {"installed": FAR}),
    "far_three_columns": (foretold, ACROSS, {"wanted": Wanted("three_columns"), "installed": FAR, "night": False}),
}


@pytest.mark.parametrize("name", SCENES)
def test_it_looks_as_approved(stage: Stage, show_board: ShowBoard, tmp_path: Path, name: str) -> None:
    scene, size, manner = SCENES[name]
    stage.set_language(manner.get("language", "vi"))
    hall = BoardHall(**manner)
    scene(hall)
    seen = tmp_path / f"{name}.png"
    looks_as_approved(show_board(hall, size).picture(seen), seen)
