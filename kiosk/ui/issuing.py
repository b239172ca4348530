"""What is shown while the server is asked for a number."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import flow, visit
from kiosk.attendant import Attendant
from kiosk.ticket import read

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class IssuingPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The page in between."""

    changed = Signal()

    def __init__(self, attendant: Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant

    def refresh(self) -> None:
        self.changed.emit()

    def _field_name(self) -> str:
        kiosk = self._attendant.kiosk
        field = self._attendant.field(kiosk.stage.field_id) if isinstance(kiosk.stage, visit.Issuing) else None
        return read(field.name, kiosk.language) if field else ""

    def _slow(self) -> bool:
        return flow.slow(self._attendant.kiosk, self._attendant.now, self._attendant.pace)

    fieldName = Property(str, _field_name, notify=changed)
    slow = Property(bool, _slow, notify=changed)
    """The answer takes long: say so, and offer to give up."""

    @Slot()
    def giveUp(self) -> None:
        """The person goes without a number."""
        self._attendant.play(visit.DoneTouched())
