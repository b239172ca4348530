"""Measures, once for each size of the window, whether the running board can be read from the last row.

What is too small is logged, and for a few minutes said in the board's bottom line, for whoever stands on the ladder;
after that a hall has no use for such words.
"""

import structlog
from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from display.layout import Installed
from display.legibility import judge
from display.ui.lettering import letterings
from display.ui.wallboard import WallboardPresenter

NOTICE_SECONDS = 300
SETTLE_MS = 1_000
"""From the first call to a page that has been drawn."""

_log = structlog.get_logger("display")


class SizeWatch(QObject):
    """Watches one board; `installed` without measures: does nothing."""

    def __init__(
        self,
        presenter: WallboardPresenter,
        window: QQuickWindow,
        installed: Installed,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._window = window
        self._installed = installed
        self._measured: tuple[int, int] | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self.measure)
        self._notice_ends = QTimer(self, singleShot=True, interval=NOTICE_SECONDS * 1000)
        self._notice_ends.timeout.connect(lambda: presenter.set_installer_notice(""))
        if installed.measured:
            presenter.visibleChanged.connect(lambda _ids: self._settled.start())
            presenter.layoutChanged.connect(self._settled.start)

    def measure(self) -> None:
        """Look at the page as it is drawn now."""
        size = (self._window.width(), self._window.height())
        if self._measured == size or not self._presenter.picture.visible_calls:
            return
        self._measured = size
        verdict = judge(letterings(self._window, self._installed), self._installed.distance_m)
        if not verdict.too_small:
            self._presenter.set_installer_notice("")
            return
        _log.warning(
            "texts too small for the last row: see --check-sizes",
            distance_m=verdict.distance_m,
            legible_to_m=round(verdict.legible_to_m, 1),
            texts=len(verdict.too_small),
        )
        self._presenter.set_installer_notice(f"{verdict.distance_m:g} m")
        self._notice_ends.start()
