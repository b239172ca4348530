"""The names of the printer's jobs: a ticket's first paper goes by the ticket's id, a reprint by the reprint's."""

from __future__ import annotations

import re

from hall_link.commands import ReportPrinted, ReportPrintFailed
from printer_drivers.facts import JobFailed, JobPrinted, PrintFact

Report = ReportPrinted | ReportPrintFailed
_REPRINT = re.compile(r"(.+)-r(\d{1,2})\Z")


def ticket_and_copy(job_id: str) -> tuple[str, int]:
    """`20261124-A007-r1` is copy 1 of `20261124-A007`; the first paper is copy 0."""
    found = _REPRINT.match(job_id)
    return (job_id, 0) if found is None else (found[1], int(found[2]))


def job_of(report: Report) -> str:
    """The job that the report is about."""
    return f"{report.ticket_id}-r{report.copy}" if report.copy else report.ticket_id


def report_of(fact: PrintFact) -> Report | None:
    """What a printer's fact means for the hall; None where it means nothing for a ticket."""
    match fact:
        case JobPrinted(job_id, _):
            return ReportPrinted(*ticket_and_copy(job_id))
        case JobFailed(job_id, state, reason):
            ticket_id, copy = ticket_and_copy(job_id)
            return ReportPrintFailed(ticket_id, f"{state.value}: {reason}", copy)
        case _:
            return None
