"""Counts what arrives at the window `HandField`."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "tests.gui.hall_link.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PressesPresenter(QObject):
    """`arrived` holds the names of the items pressed, in order."""

    arrivedChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def _arrived(self) -> list[str]:
        return self.names

    arrived = Property(list, _arrived, notify=arrivedChanged)

    @Slot(str)
    def press(self, name: str) -> None:
        """An item was pressed. "fault" is a bug on purpose."""
        if name == "fault":
            raise ValueError("a bug on purpose")
        self.names.append(name)
        self.arrivedChanged.emit()
