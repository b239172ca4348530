"""What the desk says about the last press, as QML reads it; the words for its codes are in DeskNotice.qml."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from counter.presses import Notice
from counter.ui.lines import said

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeskSays(QObject):
    """`kind`: empty, or as in `counter.presses.Notice`; `obstacle`: its code; the rest: the server's words."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._language = ""

    def show(self, notice: Notice | None, language: str) -> None:
        if (notice, language) != (self._notice, self._language):
            self._notice, self._language = notice, language
            self.changed.emit()

    def _message(self) -> str:
        problem = self._notice.problem if self._notice else None
        return said(problem.message, self._language) if problem else ""

    def _remedy(self) -> str:
        problem = self._notice.problem if self._notice else None
        return said(problem.remedy, self._language) if problem else ""

    kind = Property(str, lambda self: self._notice.kind if self._notice else "", notify=changed)
    obstacle = Property(str, lambda self: (self._notice.obstacle or "") if self._notice else "", notify=changed)
    message = Property(str, _message, notify=changed)
    remedy = Property(str, _remedy, notify=changed)
