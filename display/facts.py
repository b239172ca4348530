"""What the board tells the hall: this call was on the screen, this one was heard, this one was not and why; and what
staff announced.

Each fact is submitted once in the life of the program and never for what is on record already; the link keeps it and
sends it again until the server has answered. A refusal is logged: the hall has moved on, and a board cannot help that.
"""

from collections import OrderedDict
from typing import Protocol

import structlog

from display.announcer import REMEMBERED_CALLS_MAX
from display.utterances import NoticeReport, Report
from hall_link.commands import Command, ReportAnnouncementSpoken, ReportShown, ReportSpoken
from hall_link.mirror import Mirror
from hall_link.qt.link import FACT_PATIENCE_SECONDS, Accepted, Outcome
from hall_link.rows import CallRow

_log = structlog.get_logger("display")


class FactLink(Protocol):
    """What is used of `HallLink`."""

    @property
    def mirror(self) -> Mirror: ...
    def submit(self, command: Command, done: "OutcomeTaker", *, patience_seconds: float = ...) -> str: ...


class OutcomeTaker(Protocol):
    """Takes what became of a command."""

    def __call__(self, outcome: Outcome, /) -> None: ...


class Facts:
    """Reports facts about calls through `link`."""

    def __init__(self, link: FactLink) -> None:
        self._link = link
        self._shown: OrderedDict[str, None] = OrderedDict()

    def drawn(self, call_id: str) -> None:
        """A frame with this call was on the screen."""
        row = self._link.mirror.get(f"call/{call_id}")
        on_record = isinstance(row, CallRow) and row.shown_at is not None
        if on_record or call_id in self._shown:
            return
        self._shown[call_id] = None
        if len(self._shown) > REMEMBERED_CALLS_MAX:
            self._shown.popitem(last=False)
        self._submit(ReportShown(call_id))

    def announced(self, report: Report) -> None:
        """What became of a call's announcement; the announcer reports each call once."""
        reason = "" if report.left_out is None else report.left_out.value
        _log.info("call announced", call_id=report.call_id, spoken=report.left_out is None, reason=reason)
        self._submit(ReportSpoken(report.call_id, report.left_out is None, reason))

    def noticed(self, report: NoticeReport, zone: str) -> None:
        """What became of a notice in this zone. The hall's own, such as "closing soon", are on no record."""
        reason = "" if report.left_out is None else report.left_out.value
        _log.info("notice announced", notice_id=report.notice_id, spoken=report.left_out is None, reason=reason)
        if self._link.mirror.get(f"announcement/{report.notice_id}") is not None:
            self._submit(ReportAnnouncementSpoken(report.notice_id, zone, report.left_out is None, reason))

    def _submit(self, fact: ReportShown | ReportSpoken | ReportAnnouncementSpoken) -> None:
        def done(outcome: Outcome) -> None:
            if not isinstance(outcome, Accepted):
                _log.warning(
                    "fact not taken",
                    fact=fact,
                    outcome=type(outcome).__name__,
                    code=outcome.problem.code,
                )

        self._link.submit(fact, done, patience_seconds=FACT_PATIENCE_SECONDS)
