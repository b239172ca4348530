"""More papers of numbers, as the hall asks this kiosk for them: each is printed once, marked as a reprint.

The hall asks by a row, which stays until somebody has said what became of the paper. So what this kiosk has given to
its printer is remembered: by itself, and across a restart by the printer's journal and by what is still owed to the
hall.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

import structlog

from hall_link.commands import Command, ReportPrintFailed
from hall_link.mirror import Mirror
from hall_link.rows import FieldRow, PriorityRow, ProcedureRow, ReprintRow
from kiosk.look import TicketLook
from kiosk.paper import Named, paper_again
from printer_drivers.document import TicketContent

LATE_MS_MAX = 120_000
"""From then on the hall does not wait for the paper, and its person has left."""
TOO_LATE = "too_late"
R = TypeVar("R", FieldRow, ProcedureRow, PriorityRow)

_log = structlog.get_logger("kiosk.reprints")


class Link(Protocol):
    """What is needed of the link."""

    @property
    def live(self) -> bool: ...
    @property
    def mirror(self) -> Mirror: ...

    def now_ms(self) -> int: ...


class PaperMaker(Protocol):
    """What is needed of `kiosk.printing.Printing`."""

    @property
    def look(self) -> TicketLook: ...

    def print(self, job_id: str, words: TicketContent, question: str = "") -> None: ...


class Teller(Protocol):
    """What is needed of `kiosk.reports.Reports`."""

    def tell(self, command: Command) -> None: ...


class Reprints:
    """`taken`: jobs that an earlier run of the program gave to the printer and that are not over."""

    def __init__(self, kiosk_id: str, link: Link, paper: PaperMaker, reports: Teller, taken: Iterable[str]) -> None:
        self._kiosk_id = kiosk_id
        self._link = link
        self._paper = paper
        self._reports = reports
        self._taken = set(taken)

    def look(self) -> None:
        """The rows changed: print what is asked for here and was not taken yet."""
        if not self._link.live:
            return
        rows = self._link.mirror.all(ReprintRow)
        for row in sorted(rows, key=lambda one: (one.asked_at, one.reprint_id)):
            if row.kiosk_id == self._kiosk_id and row.state == "asked" and row.reprint_id not in self._taken:
                self._taken.add(row.reprint_id)
                self._print(row)

    def _print(self, row: ReprintRow) -> None:
        hall, ticket = self._link.mirror.hall, row.ticket
        late = self._link.now_ms() - row.asked_at > LATE_MS_MAX
        if hall is None or ticket is None or late:
            self._reports.tell(ReportPrintFailed(row.ticket_id, TOO_LATE, row.copy))
            return
        _log.info("reprint", ticket_id=row.ticket_id, copy=row.copy)
        field = self._row(f"field/{ticket.field_id}", FieldRow)
        procedure = self._row(f"procedure/{ticket.procedure_id}", ProcedureRow)
        priority = self._row(f"priority/{ticket.priority_class}", PriorityRow)
        named = Named(hall, field, procedure, priority)
        self._paper.print(row.reprint_id, paper_again(ticket, named, self._paper.look, self._link.now_ms()))

    def _row(self, key: str, kind: type[R]) -> R | None:
        row = self._link.mirror.get(key)
        return row if isinstance(row, kind) else None
