"""What the pages of priority and appointment show, and, on every page, which of them was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from hall_link.qt.rows_model import RowsModel
from hall_link.rows import PriorityRow
from kiosk import visit
from kiosk.attendant import Attendant
from kiosk.claims import PHRASES, outcome, slot_text, slots
from kiosk.ticket import read

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class ClassCard:
    """One class of priority as its card says it; the names are the roles in QML."""

    classId: str
    label: str
    basis: str


@QmlElement
@QmlUncreatable("made by the program")
class ClaimsPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """Priority and appointment."""

    changed = Signal()

    def __init__(self, attendant: Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._model = RowsModel(ClassCard, lambda card: card.classId, self)
        self._slots: list[int] = []

    def refresh(self) -> None:
        """Show the rows and the state as they are now. The times stay as they were while somebody reads them."""
        language = self._attendant.kiosk.language
        rows = sorted(self._attendant.link.mirror.all(PriorityRow), key=lambda row: (-row.credit_minutes, row.class_id))
        self._model.put([ClassCard(row.class_id, read(row.label, language), row.legal_basis) for row in rows])
        if self._attendant.kiosk.stage != visit.Claiming("appointment"):
            self._slots = slots(self._attendant.link.now_ms())
        self.changed.emit()

    def _classes(self) -> QObject:
        return self._model

    def _class_count(self) -> int:
        return self._model.rowCount()

    def _takes_appointments(self) -> bool:
        hall = self._attendant.hall
        return hall is not None and hall.appointments

    def _times(self) -> list[str]:
        hall = self._attendant.hall
        return [slot_text(slot, hall) for slot in self._slots] if hall else []

    def _page(self) -> int:
        return self._attendant.kiosk.tile_page

    def _words(self) -> str:
        """As the server gave it once there is a number, until then as the person said."""
        kiosk, hall = self._attendant.kiosk, self._attendant.hall
        if hall is None:
            return ""
        phrases = PHRASES[kiosk.language]
        if isinstance(kiosk.stage, visit.Holding):
            ticket = kiosk.stage.issued.result.ticket
            name, value = outcome(ticket, hall, self._attendant.priority(ticket.priority_class), kiosk.language)
            return f"{name}: {value}" if name else ""
        match kiosk.claim:
            case visit.PriorityClaim(class_id):
                row = self._attendant.priority(class_id)
                return f"{phrases.priority}: {read(row.label, kiosk.language) if row else class_id}"
            case visit.AppointmentClaim(slot):
                return f"{phrases.appointment}: {slot_text(slot, hall)}"
        return ""

    def _icon(self) -> str:
        return "calendar-check" if isinstance(self._attendant.kiosk.claim, visit.AppointmentClaim) else "accessibility"

    classes = Property(QObject, _classes, constant=True)
    classCount = Property(int, _class_count, notify=changed)
    takesAppointments = Property(bool, _takes_appointments, notify=changed)
    times = Property(list, _times, notify=changed)
    """Times of appointments to choose from, such as "08:30"."""
    classPage = Property(int, _page, notify=changed)
    words = Property(str, _words, notify=changed)
    """What was chosen, such as "Ưu tiên: Người từ 75 tuổi"; empty for most people."""
    iconName = Property(str, _icon, notify=changed)

    @Slot()
    def openPriority(self) -> None:
        """Show the classes."""
        self._attendant.play(visit.ClaimTouched("priority"))

    @Slot()
    def openAppointment(self) -> None:
        """Show the times."""
        self._attendant.play(visit.ClaimTouched("appointment"))

    @Slot(str)
    def chooseClass(self, class_id: str) -> None:
        """A class was touched."""
        if self._attendant.priority(class_id) is not None:
            self._attendant.play(visit.ClaimMade(visit.PriorityClaim(class_id)))

    @Slot(int)
    def chooseTime(self, place: int) -> None:
        """The time at that place in `times` was touched."""
        self._attendant.play(visit.ClaimMade(visit.AppointmentClaim(self._slots[place])))

    @Slot()
    def drop(self) -> None:
        """What was chosen is taken back."""
        self._attendant.play(visit.ClaimMade(None))

    @Slot()
    def back(self) -> None:
        """Back to the fields, with nothing new chosen."""
        self._attendant.play(visit.DoneTouched())

    @Slot(int)
    def turn(self, page: int) -> None:
        """Show that page of classes, from 0."""
        self._attendant.play(visit.TilesTurned(page))
