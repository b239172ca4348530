"""The counters of the hall, to choose one to sit down at."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.look import counters_of
from counter.ui.lines import Seat, seats_of, typed_place
from hall_link.mirror import Mirror
from hall_link.qt.rows_model import RowsModel

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChoosePresenter(QObject):
    """`chosen(counter_id)`: the officer chose. `heard`: the hall has been heard, so an empty list is the truth."""

    chosen = Signal(int)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seats = RowsModel(Seat, lambda seat: seat.counterId, self)
        self._heard = False

    def show(self, mirror: Mirror, language: str) -> None:
        self._seats.put(seats_of(counters_of(mirror), language))
        if self._heard != (mirror.hall is not None):
            self._heard = not self._heard
            self.changed.emit()

    @Slot(int)
    def choose(self, counter_id: int) -> None:
        self.chosen.emit(counter_id)

    @Slot(str, result=int)
    def indexOf(self, typed: str) -> int:
        """The place of the counter whose number was typed; -1 for none."""
        return typed_place([str(seat.counterId) for seat in self._seats.rows], typed)

    counters = Property(QObject, lambda self: self._seats, constant=True)
    heard = Property(bool, lambda self: self._heard, notify=changed)
