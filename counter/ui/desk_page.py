"""Stands between one counter's desk and its page: rows and time in, properties out; presses in, commands out.

It decides nothing: what is seen comes from `counter.look`, what a press does from `counter.presses.Presses`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

import structlog
from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.desk import Desk, Press
from counter.link import Link
from counter.look import look
from counter.presses import HERE, Presses, Target
from counter.ui.current_ticket import CurrentTicket
from counter.ui.desk_says import DeskSays
from counter.ui.lines import Destination, Line, destinations_of, joined, lines_of, typed_place
from hall_link.mirror import Mirror
from hall_link.qt.link import Accepted, Outcome, Refused, Unreached
from hall_link.qt.rows_model import RowsModel

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 500
"""How often the timers on the screen are looked at; rows that come are shown at once."""
TIME_ZONE_UNTIL_HEARD = "Asia/Ho_Chi_Minh"

_log = structlog.get_logger("counter")


@QmlElement
class DeskPresenter(QObject):
    """`monotonic_ms`: a clock that never runs back, for double presses and waits; times shown come from the link."""

    changed = Signal()

    def __init__(self, monotonic_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._monotonic_ms = monotonic_ms
        self._link: Link | None = None
        self._desk = Desk(0, "unknown", live=False)
        self._presses = Presses()
        self._language = "vi"
        self._shown: tuple[object, ...] = ()
        self._current = CurrentTicket(self)
        self._says = DeskSays(self)
        self._lines = RowsModel(Line, lambda line: line.ticketId, self)
        self._destinations = RowsModel(Destination, lambda place: (place.fieldId, place.counterId), self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(LOOK_EVERY_MS)
        self._ticker.timeout.connect(self._look)

    # ------------------------------------------------------------------------------------------------ for the program

    def sit_down(self, counter_id: int, link: Link) -> None:
        """Show counter `counter_id` from now on, over `link`, which holds that counter's view."""
        self._link = link
        self._presses = Presses()
        self._desk = Desk(counter_id, "unknown", live=False)
        link.changed.connect(self._look)
        link.liveChanged.connect(self._look)
        self._ticker.start()
        self._look()

    def stand_up(self) -> None:
        """Show nothing any more; the link is the caller's to stop."""
        self._ticker.stop()
        if self._link is not None:
            self._link.changed.disconnect(self._look)
            self._link.liveChanged.disconnect(self._look)
            self._link = None

    def speak(self, language: str) -> None:
        """Show the hall's own texts in `language`."""
        self._language = language
        self._look()

    # ----------------------------------------------------------------------------------------------------- for the QML

    @Slot(str)
    def press(self, press: str) -> None:
        """One press of a button or key without a target; `press` is a value of `counter.desk.Press`."""
        self._press(Press(press), HERE)

    @Slot(str, int)
    def transfer(self, field_id: str, counter_id: int) -> None:
        """Send the ticket that is here to a field, or where `field_id` is empty to a counter."""
        self._press(Press.TRANSFER, Target(to_field=field_id or None, to_counter=counter_id or None))

    @Slot(str)
    def cancel(self, ticket_id: str) -> None:
        """Take a ticket of the list out of the queue."""
        self._press(Press.CANCEL, Target(ticket_id=ticket_id))

    @Slot()
    def letGo(self) -> None:
        """Let go of a press that waits for its second one."""
        self._presses.let_go()
        self._look()

    @Slot(str, result=int)
    def destinationOf(self, typed: str) -> int:
        """The place in `destinations` of the field or counter whose mark was typed; -1 for none."""
        return typed_place([place.mark for place in self._destinations.rows], typed)

    # ---------------------------------------------------------------------------------------------------------- inside

    def _press(self, press: Press, target: Target) -> None:
        if self._link is None:
            return
        self._look()
        link, presses = self._link, self._presses
        command = presses.press(press, self._desk, self._monotonic_ms(), target)
        if command is not None:
            command_id = link.submit(command, lambda outcome: self._answered(press, presses, outcome))
            _log.info("pressed", press=press, counter=self._desk.counter_id, command_id=command_id)
        self._look()

    def _answered(self, press: Press, presses: Presses, outcome: Outcome) -> None:
        """`presses`: those of the counter at which it was pressed, which may have been left since."""
        match outcome:
            case Accepted():
                presses.accepted(outcome.seq, self._monotonic_ms())
            case Refused():
                _log.info("refused", press=press, code=outcome.problem.code)
                presses.refused(outcome.problem)
            case Unreached():
                _log.warning("unreached", press=press, code=outcome.problem.code)
                presses.unreached(outcome.problem)
            case _:
                assert_never(outcome)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Bring the screen up to what the rows and the clock say."""
        if self._link is None:
            return
        mirror: Mirror = self._link.mirror
        self._desk = look(mirror, self._desk.counter_id, live=bool(self._link.live), now_ms=self._link.now_ms())
        self._presses.look(self._desk, mirror.seq, self._monotonic_ms())
        time_zone = mirror.hall.time_zone if mirror.hall else TIME_ZONE_UNTIL_HEARD
        self._current.show(self._desk.current, self._language, time_zone)
        self._says.show(self._presses.notice, self._language)
        self._lines.put(lines_of(self._desk, self._language, time_zone))
        self._destinations.put(destinations_of(self._desk, self._language))
        presses = self._presses
        shown = (self._desk, self._language, presses.under_way, presses.armed, presses.armed_ticket)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _may(self, press: Press) -> bool:
        return press not in self._desk.obstacles

    current = Property(CurrentTicket, lambda self: self._current, constant=True)
    says = Property(DeskSays, lambda self: self._says, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    destinations = Property(QObject, lambda self: self._destinations, constant=True)
    counterId = Property(int, lambda self: self._desk.counter_id, notify=changed)
    stage = Property(str, lambda self: self._desk.stage, notify=changed)
    open = Property(bool, lambda self: self._desk.stage in {"idle", "called", "serving"}, notify=changed)
    live = Property(bool, lambda self: self._desk.live, notify=changed)
    day = Property(str, lambda self: self._desk.day or "", notify=changed)
    serves = Property(str, lambda self: joined(self._desk.serves, self._language), notify=changed)
    waitingCount = Property(int, lambda self: len(self._desk.waiting), notify=changed)
    longestMinutes = Property(int, lambda self: self._desk.longest_minutes, notify=changed)
    underWay = Property(str, lambda self: self._presses.under_way or "", notify=changed)
    armed = Property(str, lambda self: self._presses.armed or "", notify=changed)
    armedTicket = Property(str, lambda self: self._presses.armed_ticket or "", notify=changed)
    canNext = Property(bool, lambda self: self._may(Press.NEXT), notify=changed)
    canStart = Property(bool, lambda self: self._may(Press.START), notify=changed)
    canRecall = Property(bool, lambda self: self._may(Press.RECALL), notify=changed)
    canTransfer = Property(bool, lambda self: self._may(Press.TRANSFER), notify=changed)
    canMiss = Property(bool, lambda self: self._may(Press.MISSED), notify=changed)
    canFinish = Property(bool, lambda self: self._may(Press.FINISH), notify=changed)
    canOpen = Property(bool, lambda self: self._may(Press.OPEN), notify=changed)
    canClose = Property(bool, lambda self: self._may(Press.CLOSE), notify=changed)
