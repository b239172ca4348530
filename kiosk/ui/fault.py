"""What the fault page shows: which trouble it is and the facts that its sentences name. The sentences are in QML."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from hall_link.messages import Problem
from kiosk import visit
from kiosk.attendant import Attendant
from kiosk.ticket import local_time, read

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class FaultPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The fault page."""

    changed = Signal()

    def __init__(self, attendant: Attendant, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._last = "searching"

    def refresh(self) -> None:
        kiosk = self._attendant.kiosk
        if isinstance(kiosk.stage, visit.Told):
            self._last = kiosk.stage.trouble
        elif isinstance(kiosk.stage, visit.Choosing | visit.Claiming) and kiosk.blocked is not None:
            self._last = self._closed() if kiosk.blocked == "closed" else kiosk.blocked
        self.changed.emit()

    def _closed(self) -> str:
        """A closed hall says when it opens; before that hour, after the last one, or unexpectedly in between."""
        hall = self._attendant.hall
        if hall is None or hall.opens == hall.closes:
            return "closed"
        now = f"{local_time(self._attendant.link.now_ms(), hall.time_zone):%H:%M}"
        if now < hall.opens:
            return "before_hours"
        return "after_hours" if now >= hall.closes else "closed"

    def _trouble(self) -> str:
        return self._last

    def _told(self) -> visit.Told | None:
        stage = self._attendant.kiosk.stage
        return stage if isinstance(stage, visit.Told) else None

    def _problem(self) -> Problem | None:
        told = self._told()
        return told.problem if told else None

    def _message(self) -> str:
        problem = self._problem()
        return read(problem.message, self._attendant.kiosk.language) if problem else ""

    def _remedy(self) -> str:
        problem = self._problem()
        return read(problem.remedy, self._attendant.kiosk.language) if problem else ""

    def _field_name(self) -> str:
        told = self._told()
        field = self._attendant.field(told.field_id) if told else None
        return read(field.name, self._attendant.kiosk.language) if field else ""

    def _reopens(self) -> str:
        told, hall = self._told(), self._attendant.hall
        if hall is None:
            return ""
        field = self._attendant.field(told.field_id) if told else None
        at = hall.reopens_at if told is None else field.reopens_at if field else None
        return "" if at is None else f"{local_time(at, hall.time_zone):%H:%M}"

    def _since(self) -> str:
        since, hall = self._attendant.link.stale_since, self._attendant.hall
        return f"{local_time(since, hall.time_zone):%H:%M}" if since is not None and hall else ""

    def _opens(self) -> str:
        return self._attendant.hall.opens if self._attendant.hall else ""

    def _closes(self) -> str:
        return self._attendant.hall.closes if self._attendant.hall else ""

    def _hotline(self) -> str:
        return self._attendant.hall.hotline if self._attendant.hall else ""

    def _printer(self) -> str:
        return self._attendant.printer

    def _elsewhere(self) -> str:
        other = self._attendant.elsewhere
        return other.name if other else ""

    def _leavable(self) -> bool:
        return self._told() is not None

    trouble = Property(str, _trouble, notify=changed)
    """A `visit.Blocked` (a closed day as "before_hours", "after_hours" or "closed") or a `visit.Trouble`."""
    message = Property(str, _message, notify=changed)
    remedy = Property(str, _remedy, notify=changed)
    fieldName = Property(str, _field_name, notify=changed)
    reopens = Property(str, _reopens, notify=changed)
    """When the touched field, or the hall after its break, gives numbers again; empty where nobody said."""
    since = Property(str, _since, notify=changed)
    opens = Property(str, _opens, notify=changed)
    closes = Property(str, _closes, notify=changed)
    hotline = Property(str, _hotline, notify=changed)
    printer = Property(str, _printer, notify=changed)
    elsewhere = Property(str, _elsewhere, notify=changed)
    """What people call a kiosk that can print; empty where there is none."""
    leavable = Property(bool, _leavable, notify=changed)
    """It concerns one touch, and one more leads back; else it goes when its cause does."""

    @Slot()
    def back(self) -> None:
        """Back to the fields."""
        self._attendant.play(visit.DoneTouched())
