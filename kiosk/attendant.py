"""Runs the visit: carries what happens into the flow, and what the flow decides out to the server and the printer.

It decides nothing itself. Events are played one after another in the order they came, also when an effect ends at once
(a link that refuses a command may say so before `submit` returns). What the pages show is read from here by the
presenters.

A question is on the disk before it is asked, and until its ticket is in the printer's journal: a kiosk that dies in
between asks again when it comes back, under the same id, and the number is the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

import structlog
from PySide6.QtCore import QObject, QTimer, Signal

from hall_link import problems
from hall_link.commands import CancelTicket, IssueTicket, ReprintTicket
from hall_link.effects import Accepted, Outcome, Refused
from hall_link.messages import IssuedResult
from hall_link.mirror import Mirror
from hall_link.rows import FieldRow, HallRow, PrinterCondition, PrinterRow, PriorityRow, ProcedureRow
from kiosk import flow, visit
from kiosk.ledger import Owed
from kiosk.look import TicketLook
from kiosk.paper import Named, paper_ticket
from kiosk.reports import Reports, Submitter
from kiosk.standing import WithoutPaper, blocked
from printer_drivers.document import TicketContent

TICK_MILLISECONDS = 200
"""How often time is played into the flow: what a person sees of it are whole seconds."""
FRESH_SECONDS_MAX = 30.0
"""So long after a touch its person may still stand before a kiosk that has just come back."""
QUESTION_SECONDS_MAX = 3600.0
"""A question older than that is not asked again: its number, if it has one, was called long ago."""
NOBODY_TOOK_IT = "nobody was at the kiosk any more when the number came"

_log = structlog.get_logger("kiosk")


class Link(Submitter, Protocol):
    """What the kiosk needs of `hall_link.qt.link.HallLink`."""

    @property
    def live(self) -> bool: ...
    @property
    def heard_ever(self) -> bool: ...
    @property
    def stale_since(self) -> int | None: ...
    @property
    def mirror(self) -> Mirror: ...

    def now_ms(self) -> int: ...


class PaperMaker(Protocol):
    """What it needs of `kiosk.printing.Printing`."""

    @property
    def condition(self) -> PrinterCondition: ...
    @property
    def look(self) -> TicketLook: ...

    def print(self, job_id: str, words: TicketContent, question: str = "") -> None: ...


class Attendant(QObject):
    """The kiosk's visit in motion. `clock`: milliseconds that never run backwards. Call `start` once the window
    stands.
    """

    changed = Signal()
    """State, rows, the printer or a visible second changed."""

    def __init__(
        self,
        link: Link,
        paper: PaperMaker,
        reports: Reports,
        *,
        kiosk_id: str,
        pace: visit.Pace,
        without_paper: WithoutPaper,
        clock: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.link = link
        self.pace = pace
        self._paper = paper
        self._ledger = reports.ledger
        self._reports = reports
        self._kiosk_id = kiosk_id
        self._asked_as: dict[int, str] = {}
        self._question_of: dict[str, str] = {}
        self._without_paper: WithoutPaper = without_paper
        self._clock = clock
        self._events: deque[visit.Event] = deque()
        self._playing = False
        self._seen: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self.tick)
        self.kiosk = visit.Kiosk(touched_at=clock(), printer=paper.condition != "absent")
        self.look_around()

    # ------------------------------------------------------------------------------------------------ what happens

    def start(self) -> None:
        """Let time pass by itself from now on, and go on where an earlier run of the program ended."""
        self._timer.start()
        left = [owed for owed in self._ledger.owed if isinstance(owed.command, IssueTicket)]
        for owed in left:
            self._ask_again(owed, last=owed is left[-1])

    def stop(self) -> None:
        """Let no more time pass."""
        self._timer.stop()

    def play(self, event: visit.Event) -> None:
        """Something happened: work out what follows, and do it."""
        self._events.append(event)
        if self._playing:
            return
        self._playing = True
        try:
            while self._events:
                self.kiosk, effects = flow.step(self.kiosk, self._events.popleft(), self.now, self.pace)
                for effect in effects:
                    self._carry_out(effect)
        finally:
            self._playing = False
        self._tell()

    def tick(self) -> None:
        """Time went by."""
        self.play(visit.Ticked())

    def look_around(self) -> None:
        """The rows, the link or the printer changed."""
        link = self.link
        reason = blocked(
            self.hall,
            len(link.mirror.all(FieldRow)),
            live=link.live,
            heard_ever=link.heard_ever,
            printer=self._paper.condition,
            without_paper=self._without_paper,
        )
        self._seen = ()
        self.play(visit.Surrounded(reason))

    def paper_settled(self, ticket_id: str, paper: visit.Paper, reason: str) -> None:
        """The printer said what became of a ticket."""
        self.play(visit.PaperSettled(ticket_id, paper, reason))

    # ------------------------------------------------------------------------------------------- what the pages read

    @property
    def now(self) -> int:
        """The clock of the flow, in milliseconds."""
        return self._clock()

    @property
    def hall(self) -> HallRow | None:
        return self.link.mirror.hall

    @property
    def printer(self) -> PrinterCondition:
        return self._paper.condition

    @property
    def elsewhere(self) -> PrinterRow | None:
        """Another kiosk of the hall whose printer can print now, one with paper enough first."""
        others = [row for row in self.link.mirror.all(PrinterRow) if row.kiosk_id != self._kiosk_id]
        ready = [row for row in others if row.condition == "ready"]
        return min(ready, key=lambda row: (row.low, row.kiosk_id), default=None)

    def field(self, field_id: str) -> FieldRow | None:
        """The field's newest row, or None when the hall has it no more."""
        row = self.link.mirror.get(f"field/{field_id}")
        return row if isinstance(row, FieldRow) else None

    def procedure(self, procedure_id: str | None) -> ProcedureRow | None:
        """The procedure's newest row; None where none was named or known."""
        row = self.link.mirror.get(f"procedure/{procedure_id}")
        return row if isinstance(row, ProcedureRow) else None

    def priority(self, class_id: str | None) -> PriorityRow | None:
        """The priority class's newest row; None where none was named or known."""
        row = self.link.mirror.get(f"priority/{class_id}")
        return row if isinstance(row, PriorityRow) else None

    # ---------------------------------------------------------------------------------------------------- outwards

    def _carry_out(self, effect: visit.Effect) -> None:
        match effect:
            case visit.Ask(ask, field_id, claim, person):
                command = _issue(field_id, claim, person)
                command_id = self._asked_as.get(ask) or self._ledger.owe(command, self.kiosk.language)
                self._asked_as[ask] = command_id
                _log.info("asked for a number", ask=ask, field_id=field_id, command_id=command_id)
                self.link.submit(
                    command,
                    lambda outcome: self._answered(ask, outcome),
                    patience_seconds=self.pace.answer_ms / 1000,
                    command_id=command_id,
                )
            case visit.Print(issued, language):
                ticket = issued.result.ticket
                _log.info("number", ticket_id=ticket.ticket_id, number=ticket.number, ahead=issued.result.ahead)
                hall = self.hall
                assert hall is not None, "a number from a hall that was never heard of"
                field, procedure = self.field(ticket.field_id), self.procedure(ticket.procedure_id)
                named = Named(hall, field, procedure, self.priority(ticket.priority_class))
                words = paper_ticket(issued, named, language, self._paper.look)
                self._paper.print(ticket.ticket_id, words, self._question_of.pop(ticket.ticket_id))
            case visit.PrintElsewhere(ticket_id, kiosk_id, name):
                _log.info("print elsewhere", ticket_id=ticket_id, kiosk_id=kiosk_id)
                self.link.submit(
                    ReprintTicket(ticket_id, kiosk_id),
                    lambda outcome: self._elsewhere_answered(ticket_id, name, outcome),
                )
            case visit.HandBack(ticket_id):
                _log.warning("hand a number back", ticket_id=ticket_id)
                self._reports.tell(CancelTicket(ticket_id, NOBODY_TOOK_IT))
                self._reports.over(self._question_of.pop(ticket_id))

    def _elsewhere_answered(self, ticket_id: str, name: str, outcome: Outcome) -> None:
        if isinstance(outcome, Accepted):
            self.paper_settled(ticket_id, "elsewhere", name)
            return
        _log.warning("not printed elsewhere", ticket_id=ticket_id, code=outcome.problem.code)
        self.paper_settled(ticket_id, "failed", self._paper.condition)

    def _ask_again(self, owed: Owed, *, last: bool) -> None:
        age = self._ledger.age_seconds(owed)
        if age > QUESTION_SECONDS_MAX:
            _log.warning("a question is too old to be asked again", command_id=owed.id)
            self._ledger.done(owed.id)
            return
        command = owed.command
        assert isinstance(command, IssueTicket)
        self._asked_as[self.kiosk.asks + 1] = owed.id
        fresh = last and age <= FRESH_SECONDS_MAX
        self.play(visit.Interrupted(command.field_id, _claim_of(command), owed.language, fresh, command.person))

    def _answered(self, ask: int, outcome: Outcome) -> None:
        question = self._asked_as.pop(ask)
        if isinstance(outcome, Accepted):
            assert isinstance(outcome.result, IssuedResult)
            self._question_of[outcome.result.ticket.ticket_id] = question
            self.play(visit.Answered(ask, visit.Issued(outcome.result, outcome.mark, outcome.at)))
            return
        unreached = not isinstance(outcome, Refused)
        _log.warning("no number", ask=ask, code=outcome.problem.code, unreached=unreached)
        if outcome.problem.code != problems.LINK_STOPPED.code:
            self._ledger.done(question)
        self.play(visit.Answered(ask, outcome.problem, unreached))

    def _tell(self) -> None:
        """Say that something changed, if anything that can be seen did."""
        now, kiosk, pace = self.now, self.kiosk, self.pace
        seen = (
            kiosk,
            flow.page(kiosk, now, pace),
            flow.settled(kiosk, now, pace),
            flow.slow(kiosk, now, pace),
            whole_seconds(flow.closes_in(kiosk, now, pace)),
            flow.warns_in(kiosk, now, pace) is None,
            self.link.now_ms() // 1000,
        )
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()


def whole_seconds(milliseconds: int | None) -> int:
    """A countdown as people read it: 10.0 s to 9.1 s are "10", and 0 is over. -1 stands for no countdown."""
    return -1 if milliseconds is None else -(-milliseconds // 1000)


def _issue(field_id: str, claim: visit.Claim | None, person: str | None) -> IssueTicket:
    match claim:
        case visit.PriorityClaim(class_id):
            return IssueTicket(field_id, priority_class=class_id, person=person)
        case visit.AppointmentClaim(slot):
            return IssueTicket(field_id, appointment_at=slot, person=person)
    return IssueTicket(field_id, person=person)


def _claim_of(command: IssueTicket) -> visit.Claim | None:
    if command.priority_class is not None:
        return visit.PriorityClaim(command.priority_class)
    return None if command.appointment_at is None else visit.AppointmentClaim(command.appointment_at)
