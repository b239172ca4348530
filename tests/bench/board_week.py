"""A simulated week of calls before a real window, 1920 x 1080; says what the process holds after it.

python -m tests.bench.board_week CALLS_A_DAY
"""

from __future__ import annotations

import json
import logging
import sys

from PySide6.QtGui import QGuiApplication

from hall_link import logs
from hall_link.qt.stage import Backend, Stage
from tests.bench.board_process import until
from tests.gui.display.board_hall import BoardHall
from tests.gui.display.week import DAYS, days, rss_mb


def main(calls_a_day: int) -> None:
    logs.set_up(libraries=logging.ERROR)
    with Stage("display", backend=Backend.SOFTWARE) as stage:
        hall = BoardHall(motion=True)
        hall.open()
        window = stage.show("display.ui", "WallboardWindow", {"presenter": hall.presenter, "media": hall.media})
        window.show()
        frames = 0

        def on_frame() -> None:
            nonlocal frames
            frames += 1

        def drawn() -> None:
            before = frames
            window.update()
            until(lambda: frames > before)

        window.frameSwapped.connect(on_frame)
        held = [rss_mb() for _ in days(hall, calls_a_day, drawn)]
        QGuiApplication.processEvents()
        print(
            json.dumps({"rss_mb": held[-1], "growth_mb": held[-1] - held[0], "calls": DAYS * calls_a_day}), flush=True
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
