"""What is told is kept until the hall has answered, whatever the answer; an end of the program is no answer."""

from hall_link.commands import IssueTicket, ReportPrinted, ReportPrintFailed
from hall_link.effects import Accepted, Outcome, Refused, Unreached
from hall_link.messages import NoResult
from hall_link.problems import LINK_STOPPED, UNREACHED
from kiosk.reports import FACT_PATIENCE_SECONDS, Reports
from tests.gui.kiosk.fake_hall import FakeLink, memory_ledger
from tests.unit.kiosk.makers import refusal

FACT = ReportPrinted("20261124-A007")


def test_kept_until_answered() -> None:
    outcomes: list[tuple[Outcome, bool]] = [
        (Accepted("id", 1, 1, NoResult()), False),
        (Refused(refusal("unknown_ticket")), False),
        (Unreached(UNREACHED), False),
        (Unreached(LINK_STOPPED), True),
    ]
    for outcome, kept in outcomes:
        ledger, link = memory_ledger(), FakeLink([])
        Reports(ledger, link).tell(FACT)
        assert [one.command for one in ledger.owed] == [FACT]
        [(_, done, patience)] = link.submitted
        assert patience == FACT_PATIENCE_SECONDS
        done(outcome)
        assert bool(ledger.owed) is kept


def test_what_was_left_untold_is_told_first_under_its_own_id() -> None:
    ledger, link = memory_ledger(), FakeLink([])
    ledger.owe(IssueTicket("HT"))
    owed = ledger.owe(ReportPrintFailed("20261124-A006", "unknown: interrupted"))
    reports = Reports(ledger, link)
    reports.start()
    reports.tell(FACT)
    assert link.commands == [ReportPrintFailed("20261124-A006", "unknown: interrupted"), FACT]
    assert link.ids[0] == owed
