"""Screens come and go while a board runs: a cable is pulled, a television sleeps. Said in the log, and put right.

Qt moves a window from a screen that is gone to another one, or keeps it without any; nothing is drawn then, and so
nothing is reported as shown. When a screen comes, the window is put onto it again as it was.
"""

import structlog
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

_log = structlog.get_logger("display")


class ScreenWatch(QObject):
    """Watches the screens on behalf of one window."""

    def __init__(self, app: QGuiApplication, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        app.screenAdded.connect(self._on_added)
        app.screenRemoved.connect(self._on_removed)

    def _on_removed(self, screen: QScreen) -> None:
        _log.warning("screen gone: calls are not shown there", screen=screen.name())

    def _on_added(self, screen: QScreen) -> None:
        _log.info("screen found", screen=screen.name())
        visibility = self._window.visibility()
        self._window.setScreen(screen)
        if visibility is not QWindow.Visibility.Hidden:
            self._window.setVisibility(visibility)
