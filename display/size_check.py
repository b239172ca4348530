"""``./hall display --check-sizes``: draws the board as it is set up, measures every text, and says what is too small.

The page is drawn with an example hall and its calls, off the screen, in the pixels of the screen it will hang on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtQuick import QQuickWindow

from display.board import Board
from display.board_settings import BoardSettings
from display.layout import Installed
from display.legibility import Lettering, judge, report
from display.ui.lettering import letterings
from display.ui.media import MediaPresenter
from display.ui.wallboard import WallboardPresenter
from hall_link.mirror import Mirror
from hall_link.qt.stage import Backend, Stage
from hall_link.rows import AnyRow, CallRow, FieldRow, HallRow, WaitRange, Words

LEGIBLE, TOO_SMALL, NOT_MEASURED = 0, 1, 2
SIZE_DEFAULT = (1920, 1080)
_AT = 1_795_484_520_000
_FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Cư trú", "Hộ kinh doanh", "Bảo hiểm xã hội")
_CALLS = (("E005", 8), ("A046", 2), ("C017", 6), ("B012", 4), ("C018", 5), ("A047", 3))


class ExampleHall:
    """A hall at work, as a feed."""

    live = True
    stale_since: int | None = None

    def __init__(self) -> None:
        self.mirror = Mirror()
        self.mirror.rows.update({row.key: row for row in _rows()})

    def now_ms(self) -> int:
        return _AT + 60_000


def check_sizes(settings: BoardSettings, size: tuple[int, int] | None) -> int:
    """Print what was found; the exit status. `size`: of the screen in pixels."""
    installed = settings.appearance.installed
    if not installed.measured:
        print("viewing_distance_m, diagonal_inches: chưa đặt trong tệp cấu hình · not set")
        return NOT_MEASURED
    width, height = size or SIZE_DEFAULT
    with Stage("display", backend=Backend.SOFTWARE, language=settings.language) as stage:
        board = Board(settings.ticker, settings.language)
        presenter = WallboardPresenter(ExampleHall(), board, time.monotonic, settings.appearance)
        window = stage.show("display.ui", "WallboardWindow", {"presenter": presenter, "media": MediaPresenter()})
        verdict = judge(_measured(window, presenter, (width, height), installed), installed.distance_m)
    print(report(verdict, installed.diagonal_inches, width, height))
    return TOO_SMALL if verdict.too_small else LEGIBLE


def _measured(
    window: QQuickWindow, presenter: WallboardPresenter, size: tuple[int, int], installed: Installed
) -> list[Lettering]:
    window.resize(*size)
    window.show()
    presenter.start()
    window.grabWindow()
    QCoreApplication.processEvents()
    return letterings(window, installed)


def _rows() -> Iterator[AnyRow]:
    name = Words("Trung tâm Phục vụ hành chính công", "Public service centre")
    place = Words("Phường Hải Châu", "Hai Chau ward")
    yield HallRow("hall", name, place, "1022", "Asia/Ho_Chi_Minh", "07:30", "17:00", "open", "2026-11-24")
    for position, field in enumerate(_FIELDS):
        series = "ABCDEG"[position]
        words, wait = Words(field), WaitRange(10, 20)
        yield FieldRow(
            series, series, words, "stamp", position, True, [1], 4, _AT, wait=wait, next_numbers=[f"{series}048"]
        )
    for place_in_day, (number, counter) in enumerate(_CALLS):
        ticket = f"20261124-{number}"
        at = _AT + place_in_day
        yield CallRow(f"{ticket}-1", ticket, number, "A", counter, "main", at, 1, "first_come", 0, current=True)
