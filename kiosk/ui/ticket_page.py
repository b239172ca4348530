"""What the ticket page shows: the number, what it is for, who comes before, and where its paper is."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import flow, visit
from kiosk.attendant import Attendant, whole_seconds
from kiosk.ticket import local_time, mark_in_words, read

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class TicketPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The ticket page. After the visit it keeps its last words until the page has gone from sight."""

    changed = Signal()

    def __init__(self, attendant: Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._last: visit.Holding | None = None

    def refresh(self) -> None:
        stage = self._attendant.kiosk.stage
        if isinstance(stage, visit.Holding):
            self._last = stage
        self.changed.emit()

    def _number(self) -> str:
        return self._last.issued.result.ticket.number if self._last else ""

    def _field_name(self) -> str:
        field = self._attendant.field(self._last.issued.result.ticket.field_id) if self._last else None
        return read(field.name, self._attendant.kiosk.language) if field else ""

    def _ahead(self) -> int:
        return self._last.issued.result.ahead if self._last else 0

    def _wait(self) -> str:
        wait = self._last.issued.result.wait if self._last else None
        if wait is None:
            return ""
        return f"{wait.low}–{wait.high}′" if wait.low else f"< {wait.high}′"

    def _counters(self) -> str:
        return " · ".join(str(counter) for counter in self._last.issued.result.counters) if self._last else ""

    def _taken(self) -> str:
        hall = self._attendant.hall
        if self._last is None or hall is None:
            return ""
        return f"{local_time(self._last.issued.result.ticket.issued_at, hall.time_zone):%H:%M · %d/%m/%Y}"

    def _mark(self) -> str:
        return mark_in_words(self._last.issued.mark) if self._last else ""

    def _paper(self) -> str:
        return self._last.paper if self._last else "printing"

    def _reason(self) -> str:
        return self._last.reason if self._last else ""

    def _elsewhere(self) -> str:
        """Only while its own paper is not to be had, and another kiosk can help."""
        other = self._attendant.elsewhere
        return other.name if self._last is not None and self._last.paper in flow.UNPRINTED and other else ""

    def _closes_in(self) -> int:
        attendant = self._attendant
        return whole_seconds(flow.closes_in(attendant.kiosk, attendant.now, attendant.pace))

    number = Property(str, _number, notify=changed)
    fieldName = Property(str, _field_name, notify=changed)
    ahead = Property(int, _ahead, notify=changed)
    wait = Property(str, _wait, notify=changed)
    """The expected wait in minutes, or empty where nothing can be foretold."""
    counters = Property(str, _counters, notify=changed)
    taken = Property(str, _taken, notify=changed)
    mark = Property(str, _mark, notify=changed)
    paper = Property(str, _paper, notify=changed)
    reason = Property(str, _reason, notify=changed)
    """A condition of the printer (`hall_link.rows.PrinterCondition`), "silent", the kiosk that prints instead, or
    empty."""
    elsewhere = Property(str, _elsewhere, notify=changed)
    """The kiosk that could print the ticket instead of this one; empty where none can, or none needs to."""
    closesIn = Property(int, _closes_in, notify=changed)
    """Seconds until the page closes itself; -1 while it stays."""

    @Slot()
    def printElsewhere(self) -> None:
        """Print it there."""
        other = self._attendant.elsewhere
        if other is not None:
            self._attendant.play(visit.ElsewhereTouched(other.kiosk_id, other.name))

    @Slot()
    def done(self) -> None:
        """The person has read it."""
        self._attendant.play(visit.DoneTouched())
