"""Every command and who decides it: `decide` reads the state and answers with events or a refusal, and changes nothing.

It is blind to who asked: whether an officer may press this is checked where the command comes in. An empty tuple means
that what was asked holds already (a fact told twice): accepted, and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hall_server.domain import commands as c
from hall_server.domain import premises, tickets
from hall_server.domain.events import Event
from hall_server.domain.model import HallState
from hall_server.domain.refusals import Refusal, RefusalCode, refuse

Decision = tuple[Event, ...] | Refusal

DECIDERS: Mapping[type[c.Command], Callable[[HallState, Any, int], Decision]] = {
    c.IssueTicket: tickets.issue,
    c.CallNext: tickets.call_next,
    c.Recall: tickets.recall,
    c.StartService: tickets.start,
    c.FinishService: tickets.finish,
    c.MarkMissed: tickets.miss,
    c.TransferTicket: tickets.transfer,
    c.CancelTicket: tickets.cancel,
    c.OpenCounter: premises.open_counter,
    c.CloseCounter: premises.close_counter,
    c.StopField: premises.stop_field,
    c.ResumeField: premises.resume_field,
    c.OpenDay: premises.open_day,
    c.StopIssuing: premises.stop_issuing,
    c.CloseDay: premises.close_day,
    c.ConfigureHall: premises.configure,
    c.ReportPrinted: tickets.report_printed,
    c.ReportPrintFailed: tickets.report_print_failed,
    c.ReportShown: tickets.report_shown,
    c.ReportSpoken: tickets.report_spoken,
}


def decide(state: HallState, command: c.Command, now: int) -> Decision:
    """What follows from `command` at `now` (ms UTC, never smaller than at the command before)."""
    if state.document is None and not isinstance(command, c.ConfigureHall):
        return refuse(RefusalCode.HALL_NOT_CONFIGURED)
    return DECIDERS[type(command)](state, command, now)
