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
from counter.press_commands import HERE, Target, obstacle_to, target_of
from counter.presses import Presses
from counter.ui.current_ticket import CurrentTicket
from counter.ui.desk_says import DeskSays
from counter.ui.lines import Destination, Line, destinations_of, joined, lines_of, typed_place
from counter.ui.options import DutyDraft, DutyLine, Option, options_of
from counter.ui.printer_trouble import PrinterTrouble
from hall_link.mirror import Mirror
from hall_link.qt.link import Accepted, Outcome, Refused, Unreached
from hall_link.qt.rows_model import RowsModel

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 500
"""How often the timers on the screen are looked at; rows that come are shown at once."""
SEARCHED_CHARACTERS_MAX = 8
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
        self._printer = PrinterTrouble(self)
        self._lines = RowsModel(Line, lambda line: line.ticketId, self)
        self._destinations = RowsModel(Destination, lambda place: (place.fieldId, place.counterId), self)
        self._options = RowsModel(Option, lambda option: option.optionId, self)
        self._duties = RowsModel(DutyLine, lambda line: line.fieldId, self)
        self._draft = DutyDraft()
        self._asking: Press | None = None
        self._asked_ticket = ""
        self._searched = ""
        self._ticker = QTimer(self)
        self._ticker.setInterval(LOOK_EVERY_MS)
        self._ticker.timeout.connect(self._look)

    # ------------------------------------------------------------------------------------------------ for the program

    def sit_down(self, counter_id: int, link: Link) -> None:
        """Show counter `counter_id` from now on, over `link`, which holds that counter's view."""
        self._link = link
        self._presses = Presses()
        self._stop_asking()
        self._searched = ""
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

    @property
    def desk(self) -> Desk:
        """What is on the screen now."""
        return self._desk

    def give(self, press: Press, target: Target = HERE) -> None:
        """One press, from wherever it comes."""
        self._stop_asking()
        self._look()
        if self._link is None:
            return
        link, presses = self._link, self._presses
        command = presses.press(press, self._desk, self._monotonic_ms(), target)
        if command is not None:
            command_id = link.submit(command, lambda outcome: self._answered(press, presses, outcome))
            _log.info("pressed", press=press, counter=self._desk.counter_id, command_id=command_id)
        self._look()

    # ----------------------------------------------------------------------------------------------------- for the QML

    @Slot(str)
    def press(self, press: str) -> None:
        """One press of a button or key that needs no choice; `press` is a value of `counter.desk.Press`."""
        self.give(Press(press))

    @Slot(str)
    @Slot(str, str)
    def ask(self, press: str, ticket_id: str = "") -> None:
        """Show the choices of "hold", "transfer", "pause", "serve", and about `ticket_id` of "choose" and "reprint".

        A second time takes them away. What is not possible now is said instead.
        """
        wanted, before = Press(press), self._asking
        self.letGo()
        if before is wanted and self._asked_ticket == ticket_id:
            return
        self._look()
        target = Target(ticket_id=ticket_id or None)
        one_printer = wanted is Press.REPRINT and sum(one.ready for one in self._desk.printers) == 1
        if one_printer or self._presses.under_way is not None or obstacle_to(wanted, self._desk, target) is not None:
            self.give(wanted, target)
            return
        self._asking, self._asked_ticket = wanted, ticket_id
        self._look()

    @Slot(str)
    def take(self, option_id: str) -> None:
        """One of the `options` was picked."""
        if self._asking is not None:
            self.give(self._asking, target_of(self._asking, option_id, self._asked_ticket))

    @Slot(str)
    def turnDuty(self, field_id: str) -> None:
        """Another duty for this field, in the sheet only."""
        self._draft.turn(field_id, self._desk.duties)
        self._look()

    @Slot()
    def serve(self) -> None:
        """Serve from now on what the sheet says."""
        duties = self._desk.duties
        fields, helps = self._draft.fields(duties, "serves"), self._draft.fields(duties, "helps")
        self.give(Press.SERVE, Target(fields=fields, helps=helps))

    @Slot(str, int)
    def transfer(self, field_id: str, counter_id: int) -> None:
        """Send the ticket that is here to a field, or where `field_id` is empty to a counter."""
        self.give(Press.TRANSFER, Target(to_field=field_id or None, to_counter=counter_id or None))

    @Slot(str)
    def cancel(self, ticket_id: str) -> None:
        """Take a ticket of the list out of the queue."""
        self.give(Press.CANCEL, Target(ticket_id=ticket_id))

    @Slot(str)
    def bringBack(self, ticket_id: str) -> None:
        """Somebody who was away is here again."""
        self.give(Press.RETURN, Target(ticket_id=ticket_id))

    @Slot(str)
    def search(self, text: str) -> None:
        """List only the numbers that contain `text`; everybody when it is empty."""
        self._searched = text[:SEARCHED_CHARACTERS_MAX].upper()
        self._look()

    @Slot()
    def letGo(self) -> None:
        """Let go of a press that waits for its second one, and of what was being chosen."""
        self._presses.let_go()
        self._stop_asking()
        self._look()

    @Slot(str, result=int)
    def destinationOf(self, typed: str) -> int:
        """The place in `destinations` of the field or counter whose mark was typed; -1 for none."""
        return typed_place([place.mark for place in self._destinations.rows], typed)

    @Slot(str, result=int)
    def dutyOf(self, typed: str) -> int:
        """The place in `duties` of the field whose series was typed; -1 for none."""
        return typed_place([line.mark for line in self._duties.rows], typed)

    # ---------------------------------------------------------------------------------------------------------- inside

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

    def _stop_asking(self) -> None:
        self._asking, self._asked_ticket = None, ""
        self._draft.clear()

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
        self._printer.show(self._desk.printer_trouble)
        self._check_asking()
        self._lines.put(lines_of(self._desk, self._language, time_zone, self._searched))
        self._destinations.put(destinations_of(self._desk, self._language))
        self._options.put(options_of(self._asking or "", self._desk, time_zone))
        self._duties.put(self._draft.lines(self._desk.duties, self._language))
        presses = self._presses
        asked = (self._asking, self._asked_ticket, self._searched)
        shown = (self._desk, self._language, presses.under_way, presses.armed, presses.armed_ticket, asked)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _check_asking(self) -> None:
        """Choices about what is no longer so must not stay open."""
        if self._asking is None:
            return
        target = Target(ticket_id=self._asked_ticket or None)
        if self._presses.under_way is not None or obstacle_to(self._asking, self._desk, target) is not None:
            self._stop_asking()

    def _asked_number(self) -> str:
        waiting = {line.ticket_id: line.number for line in self._desk.waiting}
        away = {line.ticket_id: line.number for line in self._desk.away}
        return (waiting | away).get(self._asked_ticket, "")

    def _may(self, press: Press) -> bool:
        return press not in self._desk.obstacles

    current = Property(CurrentTicket, lambda self: self._current, constant=True)
    printer = Property(PrinterTrouble, lambda self: self._printer, constant=True)
    says = Property(DeskSays, lambda self: self._says, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    destinations = Property(QObject, lambda self: self._destinations, constant=True)
    counterId = Property(int, lambda self: self._desk.counter_id, notify=changed)
    stage = Property(str, lambda self: self._desk.stage, notify=changed)
    open = Property(bool, lambda self: self._desk.stage in {"idle", "called", "serving"}, notify=changed)
    live = Property(bool, lambda self: self._desk.live, notify=changed)
    day = Property(str, lambda self: self._desk.day or "", notify=changed)
    serves = Property(str, lambda self: joined(self._desk.serves, self._language), notify=changed)
    helps = Property(str, lambda self: joined(self._desk.helps, self._language), notify=changed)
    pauseReason = Property(str, lambda self: self._desk.pause_reason, notify=changed)
    waitingCount = Property(int, lambda self: len(self._desk.waiting), notify=changed)
    longestMinutes = Property(int, lambda self: self._desk.longest_minutes, notify=changed)
    underWay = Property(str, lambda self: self._presses.under_way or "", notify=changed)
    armed = Property(str, lambda self: self._presses.armed or "", notify=changed)
    armedTicket = Property(str, lambda self: self._presses.armed_ticket or "", notify=changed)
    asking = Property(str, lambda self: self._asking or "", notify=changed)
    askedNumber = Property(str, _asked_number, notify=changed)
    options = Property(QObject, lambda self: self._options, constant=True)
    duties = Property(QObject, lambda self: self._duties, constant=True)
    searched = Property(str, lambda self: self._searched, notify=changed)
    undoKind = Property(str, lambda self: self._desk.undo.kind if self._desk.undo else "", notify=changed)
    undoNumber = Property(str, lambda self: self._desk.undo.number if self._desk.undo else "", notify=changed)
    canNext = Property(bool, lambda self: self._may(Press.NEXT), notify=changed)
    canStart = Property(bool, lambda self: self._may(Press.START), notify=changed)
    canRecall = Property(bool, lambda self: self._may(Press.RECALL), notify=changed)
    canTransfer = Property(bool, lambda self: self._may(Press.TRANSFER), notify=changed)
    canMiss = Property(bool, lambda self: self._may(Press.MISSED), notify=changed)
    canFinish = Property(bool, lambda self: self._may(Press.FINISH), notify=changed)
    canOpen = Property(bool, lambda self: self._may(Press.OPEN), notify=changed)
    canClose = Property(bool, lambda self: self._may(Press.CLOSE), notify=changed)
    canHold = Property(bool, lambda self: self._may(Press.HOLD), notify=changed)
    canReprint = Property(bool, lambda self: self._may(Press.REPRINT), notify=changed)
    canChoose = Property(bool, lambda self: self._may(Press.CHOOSE), notify=changed)
    canReturn = Property(bool, lambda self: self._may(Press.RETURN), notify=changed)
    canUndo = Property(bool, lambda self: self._may(Press.UNDO), notify=changed)
    canResume = Property(bool, lambda self: self._may(Press.RESUME), notify=changed)
    canPause = Property(bool, lambda self: self._may(Press.PAUSE), notify=changed)
    canServe = Property(bool, lambda self: self._may(Press.SERVE), notify=changed)
