"""The board as it was approved by eye: layouts, lights, distances, states."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from display.layout import Installed, Wanted
from display.newest import HOLD_SECONDS
from hall_link.qt.stage import Stage
from hall_link.rows import AnnouncementRow, CallRow, WaitRange, Words
from tests.gui.display.approved import looks_as_approved
from tests.gui.display.board_hall import CALLS, FIELDS, BoardHall
from tests.gui.display.conftest import ShowBoard
from tests.unit.display.rows import NOW_MS, a_call, a_field


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


def overtaken(hall: BoardHall) -> None:
    """The newest call came before others, and the hall says why."""
    hall.open(foretold=True)
    hall.have_called(*CALLS[:-1])
    hall.put(why_called(a_call("A047", 3, at=hall.now_ms() - 1)))
    hall.wait(HOLD_SECONDS)


def announced(hall: BoardHall) -> None:
    foretold(hall)
    vi = "Chiều nay hệ thống đất đai bảo trì từ 14h00 đến 15h30; quý vị có việc gấp xin gặp cán bộ ở bàn hướng dẫn."
    en = "The land system is down from 14:00 to 15:30; for urgent business please see the staff at the help desk."
    hall.put(typed(vi, en))


def urgent(hall: BoardHall) -> None:
    calling(hall)
    hall.put(typed("Mời quý vị ra ngoài bằng cửa chính, không dùng thang máy.", urgent=True))


def sorry(hall: BoardHall) -> None:
    foretold(hall)
    late = a_field("A", 0, FIELDS[0], 4)
    hall.put(msgspec.structs.replace(late, late_at=hall.now_ms() - 600_000, wait=WaitRange(30, 45)))


def why_called(row: CallRow) -> CallRow:
    why = Words(
        "A047 được gọi trước 3 số lấy sớm hơn vì thuộc diện ưu tiên theo quy định.",
        "A047 was called before 3 earlier number(s) because it has priority by law.",
    )
    return msgspec.structs.replace(row, why=why, overtook=3)


def typed(vi: str, en: str = "", *, urgent: bool = False) -> AnnouncementRow:
    return AnnouncementRow("tb1", Words(vi, en), urgent, "", NOW_MS - 1, NOW_MS + 600_000)


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
    "overtaken": (overtaken, ACROSS, {}),
    "overtaken_day_english": (overtaken, ACROSS, {"night": False, "language": "en"}),
    "overtaken_upright": (overtaken, UPRIGHT, {}),
    "overtaken_three_columns": (overtaken, ACROSS, {"wanted": Wanted("three_columns", 8), "night": False}),
    "overtaken_far": (overtaken, ACROSS, {"installed": FAR}),
    "urgent": (urgent, ACROSS, {}),
    "urgent_day_upright": (urgent, UPRIGHT, {"night": False}),
    "announced": (announced, ACROSS, {}),
    "announced_day_english": (announced, ACROSS, {"night": False, "language": "en"}),
    "announced_upright": (announced, UPRIGHT, {}),
    "announced_far": (announced, ACROSS, {"installed": FAR}),
    "sorry": (sorry, ACROSS, {}),
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
