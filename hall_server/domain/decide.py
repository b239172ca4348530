"""Every command and who decides it: `decide` reads the state and answers with events or a refusal, and changes nothing.

It is blind to who asked: whether an officer may press this is checked where the command comes in. An empty tuple means
that what was asked holds already (a fact told twice): accepted, and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hall_server.domain import announcing, boards, calling, facts, issuing, premises, printers, visits
from hall_server.domain import commands as c
from hall_server.domain.guards import Decision
from hall_server.domain.model import HallState
from hall_server.domain.refusals import RefusalCode, refuse

DECIDERS: Mapping[type[c.Command], Callable[[HallState, Any, int], Decision]] = {
    c.IssueTicket: issuing.issue,
    c.CallNext: calling.call_next,
    c.CallChosen: calling.call_chosen,
    c.Recall: calling.recall,
    c.StartService: calling.start,
    c.FinishService: calling.finish,
    c.MarkMissed: calling.miss,
    c.UndoStep: calling.undo,
    c.ComeBack: visits.come_back,
    c.HoldTicket: visits.hold,
    c.ResumeTicket: visits.resume,
    c.TransferTicket: visits.transfer,
    c.CancelTicket: visits.cancel,
    c.OpenCounter: premises.open_counter,
    c.CloseCounter: premises.close_counter,
    c.PauseCounter: premises.pause_counter,
    c.ResumeCounter: premises.resume_counter,
    c.ServeFields: premises.serve_fields,
    c.StopField: premises.stop_field,
    c.ResumeField: premises.resume_field,
    c.Announce: announcing.announce,
    c.WithdrawAnnouncement: announcing.withdraw,
    c.OpenDay: premises.open_day,
    c.StopIssuing: premises.stop_issuing,
    c.BeginBreak: premises.begin_break,
    c.EndBreak: premises.end_break,
    c.CloseDay: premises.close_day,
    c.ConfigureHall: premises.configure,
    c.ReprintTicket: printers.reprint,
    c.ConfirmRoll: printers.confirm_roll,
    c.ReportPrinted: facts.printed,
    c.ReportPrintFailed: facts.print_failed,
    c.ReportPrinter: printers.reported,
    c.ReportShown: facts.shown,
    c.ReportSpoken: facts.spoken,
    c.ReportAnnouncementSpoken: announcing.report_spoken,
    c.BoardAnswers: boards.answers,
    c.BoardSilent: boards.silent,
}


def decide(state: HallState, command: c.Command, now: int) -> Decision:
    """What follows from `command` at `now` (ms UTC, never smaller than at the command before)."""
    if state.document is None and not isinstance(command, c.ConfigureHall):
        return refuse(RefusalCode.HALL_NOT_CONFIGURED)
    return DECIDERS[type(command)](state, command, now)
