"""What the page that asks for an identity card shows."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import visit
from kiosk.attendant import Attendant
from kiosk.identity import IdentityReader
from kiosk.ticket import read

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class IdentityPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The page between a field that asks and the number."""

    changed = Signal()

    def __init__(self, attendant: Attendant, reader: IdentityReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._reader = reader
        reader.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the rows and the state as they are now."""
        self.changed.emit()

    def _field_name(self) -> str:
        kiosk = self._attendant.kiosk
        field = self._attendant.field(kiosk.stage.field_id) if isinstance(kiosk.stage, visit.Identifying) else None
        return read(field.name, kiosk.language) if field else ""

    def _unread(self) -> bool:
        stage = self._attendant.kiosk.stage
        return isinstance(stage, visit.Identifying) and stage.unread

    fieldName = Property(str, _field_name, notify=changed)
    ready = Property(bool, lambda self: self._reader.ready, notify=changed)
    """A card can be read here now."""
    unread = Property(bool, _unread, notify=changed)
    """What was held before the scanner was no identity card."""

    @Slot()
    def back(self) -> None:
        """Back to the fields, without a number."""
        self._attendant.play(visit.DoneTouched())
