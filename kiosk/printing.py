"""Tickets to the printer, and what the printer says about them to the screen and to the hall.

The printer lives on a thread of its own; its facts cross to the UI thread by a queued signal and are handled there,
one after another. The hall hears of every ticket how it ended, and only of one that the printer itself confirmed that
it was printed: a ticket that was sent and never confirmed may be on paper or not, so it counts as not printed, and if
the answer comes late after all, the hall hears that too.

What the hall is to hear is kept on the disk on the printer's own thread, before the printer's journal forgets the
ticket, so that at no moment neither of them knows of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import structlog
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hall_link.commands import Command, ReportPrintFailed
from hall_link.rows import PrinterCondition
from kiosk.jobs import report_of, ticket_and_copy
from kiosk.look import PRODUCTS_OWN, TicketLook
from kiosk.visit import Paper
from printer_drivers.document import TicketContent
from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, JobTaken, PrintFact, StatusChanged
from printer_drivers.job import JobState
from printer_drivers.spool import PrintQueueFullError
from printer_drivers.status import Trouble

OFFLINE_UNSAID_MILLISECONDS = 2_000
"""A line that is opening, or was lost for a moment, is no news for people."""
NO_PRINTER = "no_printer"
LINE_FULL = "too_many_tickets_wait"

_CONDITIONS: dict[Trouble, PrinterCondition] = {
    Trouble.NO_LINK: "offline",
    Trouble.OFFLINE: "offline",
    Trouble.PAPER_OUT: "no_paper",
    Trouble.COVER_OPEN: "cover_open",
    Trouble.CUTTER_ERROR: "cutter",
    Trouble.FATAL_ERROR: "broken",
    Trouble.RECOVERABLE_ERROR: "broken",
}
_ENDINGS: dict[JobState, Paper] = {
    JobState.FAILED_BEFORE_SEND: "failed",
    JobState.PRINTED_NOT_CUT: "not_cut",
    JobState.UNKNOWN: "unconfirmed",
    JobState.SENT_UNCONFIRMED: "unconfirmed",
}

_log = structlog.get_logger("kiosk.printing")


class Printer(Protocol):
    """What is needed of a `printer_drivers` printer."""

    def print(self, job_id: str, content: TicketContent) -> None: ...


class Reports(Protocol):
    """What is needed of `kiosk.reports.Reports`."""

    def tell(self, command: Command) -> None: ...

    def keep(self, command: Command) -> str: ...

    def send(self, command_id: str, command: Command) -> None: ...

    def over(self, question: str) -> None: ...


class Printing(QObject):
    """The kiosk's printer as the UI thread sees it.

    Make it, give `heard` to the printer as the function that takes its facts, and then the printer to `attach`.
    Without an attached printer every ticket is one that only the screen shows, and the hall is told so.
    """

    settled = Signal(str, str, str)
    """A ticket's id, its `Paper`, and a word for the reason."""
    conditionChanged = Signal()
    statusSeen = Signal(object)
    """The printer's own word (`PrinterStatus`), each time it changes."""
    paperUsed = Signal(float)
    """So many millimetres, for a ticket that the printer confirmed."""
    _heard = Signal(object, str)

    def __init__(
        self,
        reports: Reports,
        parent: QObject | None = None,
        *,
        look: TicketLook = PRODUCTS_OWN,
        offline_unsaid_milliseconds: int = OFFLINE_UNSAID_MILLISECONDS,
    ) -> None:
        super().__init__(parent)
        self.look = look
        """What the hall decided about its tickets."""
        self._reports = reports
        self._printer: Printer | None = None
        self._questions: dict[str, str] = {}
        self._left: dict[str, tuple[Paper, str] | None] = {}
        self._condition: PrinterCondition = "absent"
        self._offline_soon = QTimer(self, singleShot=True, interval=offline_unsaid_milliseconds)
        self._offline_soon.timeout.connect(lambda: self._set_condition("offline"))
        self._heard.connect(self._handle, Qt.ConnectionType.QueuedConnection)

    @property
    def condition(self) -> PrinterCondition:
        """What the printer can do now."""
        return self._condition

    def attach(self, printer: Printer, left: Iterable[str] = ()) -> None:
        """From now on tickets go to this printer, which has a moment to say how it is. `left`: the tickets that it had
        taken over before the program ended, and deals with by itself.
        """
        self._printer = printer
        self._left = dict.fromkeys(left)
        self._set_condition("ready")
        self._offline_soon.start()

    def print(self, job_id: str, words: TicketContent, question: str = "") -> None:
        """Put a ticket on paper; what becomes of it comes back by `settled`. `job_id`: see `kiosk.jobs`.

        `question`: the command id under which its number was asked for, over as soon as the ticket cannot be lost;
        empty for a reprint.
        """
        if job_id in self._left:
            self._reports.over(question)
            ending = self._left.pop(job_id)
            if ending is not None:
                self.settled.emit(job_id, *ending)
            return
        if self._printer is None:
            self._fail(job_id, NO_PRINTER, question)
            return
        self._questions[job_id] = question
        try:
            self._printer.print(job_id, words)
        except PrintQueueFullError:
            _log.error("not printed", job_id=job_id, reason=LINE_FULL)
            self._fail(job_id, LINE_FULL, self._questions.pop(job_id))
            self.settled.emit(job_id, "failed", self._condition)

    def _fail(self, job_id: str, reason: str, question: str) -> None:
        ticket_id, copy = ticket_and_copy(job_id)
        self._reports.tell(ReportPrintFailed(ticket_id, reason, copy))
        self._reports.over(question)

    def heard(self, fact: PrintFact) -> None:
        """A fact from the printer, on the printer's own thread."""
        self._heard.emit(fact, self._kept(fact))

    def _kept(self, fact: PrintFact) -> str:
        """Put on the disk what the fact means for the hall; its command id, or nothing where it means nothing."""
        command = report_of(fact)
        command_id = "" if command is None else self._reports.keep(command)
        if isinstance(fact, JobTaken | JobPrinted | JobFailed):
            question = self._questions.pop(fact.job_id, None)
            if question is not None:
                self._reports.over(question)
        return command_id

    def _handle(self, fact: PrintFact, command_id: str) -> None:
        command = report_of(fact)
        if command is not None:
            self._reports.send(command_id, command)
        match fact:
            case JobPrinted(job_id, mm):
                _log.info("printed", ticket_id=job_id, mm=round(mm))
                self.paperUsed.emit(mm)
                self._settle(job_id, "printed", "")
            case JobHeld(job_id, trouble):
                _log.warning("ticket waits for the printer", ticket_id=job_id, trouble=trouble.value)
                self.settled.emit(job_id, "held", _CONDITIONS[trouble])
            case JobFailed(job_id, state, reason):
                _log.error("not printed", ticket_id=job_id, state=state.value, reason=reason)
                self._settle(job_id, _ENDINGS[state], _reason(reason))
            case StatusChanged(status):
                _log.info("printer", trouble=status.trouble.value if status.trouble else None, paper=status.paper.value)
                self.statusSeen.emit(status)
                self._status_is(_CONDITIONS[status.trouble] if status.trouble else "ready")

    def _settle(self, ticket_id: str, paper: Paper, reason: str) -> None:
        if ticket_id in self._left:
            self._left[ticket_id] = (paper, reason)
        self.settled.emit(ticket_id, paper, reason)

    def _status_is(self, condition: PrinterCondition) -> None:
        if condition != "offline":
            self._offline_soon.stop()
            self._set_condition(condition)
        elif self._condition != "offline" and not self._offline_soon.isActive():
            self._offline_soon.start()

    def _set_condition(self, condition: PrinterCondition) -> None:
        if condition != self._condition:
            self._condition = condition
            self.conditionChanged.emit()


def _reason(word: str) -> str:
    """The printer's word for why, as the condition that the screen has words for; empty where it has none."""
    troubles = {trouble.value: condition for trouble, condition in _CONDITIONS.items()}
    return troubles.get(word, "")
