"""A job's name says which paper of which number it is, and back."""

import pytest

from hall_link.commands import ReportPrinted, ReportPrintFailed
from kiosk.jobs import job_of, report_of, ticket_and_copy
from printer_drivers.facts import JobFailed, JobHeld, JobPrinted
from printer_drivers.job import JobState
from printer_drivers.status import Trouble


@pytest.mark.parametrize(("job_id", "told"), [("20261124-A007", 0), ("20261124-A007-r1", 1), ("20261124-A007-r12", 12)])
def test_there_and_back(job_id: str, told: int) -> None:
    assert ticket_and_copy(job_id) == ("20261124-A007", told)
    assert job_of(ReportPrinted("20261124-A007", told)) == job_id
    assert job_of(ReportPrintFailed("20261124-A007", "x", told)) == job_id


def test_what_facts_mean_for_the_hall() -> None:
    assert report_of(JobPrinted("20261124-A007-r2", 90.0)) == ReportPrinted("20261124-A007", 2)
    failed = JobFailed("20261124-A007", JobState.UNKNOWN, "no_link")
    assert report_of(failed) == ReportPrintFailed("20261124-A007", "unknown: no_link")
    assert report_of(JobHeld("20261124-A007", Trouble.PAPER_OUT)) is None
