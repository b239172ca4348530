"""The ticket at the counter as QML reads it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from counter.clock import running_time, time_of_day
from counter.desk import Current
from counter.ui.lines import said, what_for

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CurrentTicket(QObject):
    """`title`: the procedure, or the field where none was chosen; `field`: the field where `title` is not it already.

    `timeLimit`, `fee`: empty where the hall has not verified them. `usualMinutes`: of such a service, 0 if not known.
    `callReason`: why it was called,
    with `callNote`: the class, the appointment's time or the reason that staff gave. `shown`, `spoken`, `printed`:
    "pending", "done" or "failed"; `notSpoken`: the loudspeaker's reason.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._now: Current | None = None
        self._language = ""
        self._time_zone = ""

    def show(self, current: Current | None, language: str, time_zone: str) -> None:
        if (current, language, time_zone) != (self._now, self._language, self._time_zone):
            self._now, self._language, self._time_zone = current, language, time_zone
            self.changed.emit()

    def _title(self) -> str:
        return "" if self._now is None else what_for(self._now.procedure, self._now.field, self._language)

    def _field(self) -> str:
        return "" if self._now is None or self._now.procedure is None else said(self._now.field, self._language)

    def _call_note(self) -> str:
        now = self._now
        if now is None:
            return ""
        if now.call_reason == "appointment" and now.appointment_at is not None:
            return time_of_day(now.appointment_at, self._time_zone)
        if now.call_reason == "priority" and now.priority is not None:
            return said(now.priority, self._language)
        return now.note

    def _called_at(self) -> str:
        return "" if self._now is None else time_of_day(self._now.called_at, self._time_zone)

    here = Property(bool, lambda self: self._now is not None, notify=changed)
    number = Property(str, lambda self: self._now.number if self._now else "", notify=changed)
    title = Property(str, _title, notify=changed)
    field = Property(str, _field, notify=changed)
    timeLimit = Property(str, lambda self: self._now.time_limit if self._now else "", notify=changed)
    fee = Property(str, lambda self: self._now.fee if self._now else "", notify=changed)
    callReason = Property(str, lambda self: self._now.call_reason if self._now else "", notify=changed)
    callNote = Property(str, _call_note, notify=changed)
    notSpoken = Property(str, lambda self: self._now.not_spoken if self._now else "", notify=changed)
    serving = Property(bool, lambda self: self._now is not None and self._now.serving, notify=changed)
    calledAt = Property(str, _called_at, notify=changed)
    waitedMinutes = Property(int, lambda self: self._now.waited_minutes if self._now else 0, notify=changed)
    timer = Property(str, lambda self: running_time(self._now.seconds if self._now else 0), notify=changed)
    usualMinutes = Property(int, lambda self: (self._now and self._now.usual_minutes) or 0, notify=changed)
    attempt = Property(int, lambda self: self._now.attempt if self._now else 0, notify=changed)
    shown = Property(str, lambda self: self._now.shown if self._now else "pending", notify=changed)
    spoken = Property(str, lambda self: self._now.spoken if self._now else "pending", notify=changed)
    printed = Property(str, lambda self: self._now.printed if self._now else "pending", notify=changed)
