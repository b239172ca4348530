"""The printer that needs a hand, as QML reads it; the words for its condition are in DeskWords.qml."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from counter.desk import KioskPrinter

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrinterTrouble(QObject):
    """`kiosk`: what people call it, empty while all printers do well; `condition`: as its row says, or "low"."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: KioskPrinter | None = None

    def show(self, printer: KioskPrinter | None) -> None:
        if printer != self._now:
            self._now = printer
            self.changed.emit()

    def _condition(self) -> str:
        if self._now is None:
            return ""
        return "low" if self._now.ready else self._now.condition

    kiosk = Property(str, lambda self: self._now.name if self._now else "", notify=changed)
    condition = Property(str, _condition, notify=changed)
