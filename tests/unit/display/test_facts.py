"""Facts: each once, none that is on record."""

from collections.abc import Callable

import pytest

from display.facts import Facts
from display.utterances import LeftOut, NoticeReport, Report
from hall_link.commands import Command, ReportAnnouncementSpoken, ReportShown, ReportSpoken
from hall_link.effects import Accepted, Outcome, Refused
from hall_link.messages import NoResult, Problem
from hall_link.mirror import Mirror
from hall_link.qt.link import FACT_PATIENCE_SECONDS
from hall_link.rows import AnnouncementRow, Words
from tests.unit.display.rows import NOW_MS, a_call


class FakeLink:
    """Keeps what was submitted."""

    def __init__(self) -> None:
        self.mirror = Mirror()
        self.submitted: list[Command] = []
        self.outcome: Outcome = Accepted("c", 1, NOW_MS, NoResult())

    def submit(self, command: Command, done: Callable[[Outcome], None], *, patience_seconds: float = 10.0) -> str:
        assert patience_seconds == FACT_PATIENCE_SECONDS
        self.submitted.append(command)
        done(self.outcome)
        return "c"


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


def test_drawn_is_told_once(link: FakeLink) -> None:
    facts = Facts(link)
    facts.drawn("20261124-A001-1")
    facts.drawn("20261124-A001-1")
    facts.drawn("20261124-A002-1")
    assert link.submitted == [ReportShown("20261124-A001-1"), ReportShown("20261124-A002-1")]


def test_what_is_on_record_is_not_told(link: FakeLink) -> None:
    row = a_call("A001", shown_at=NOW_MS)
    link.mirror.rows[row.key] = row
    Facts(link).drawn(row.call_id)
    assert link.submitted == []


def test_spoken_and_not_spoken_with_the_reason(link: FakeLink) -> None:
    facts = Facts(link)
    facts.announced(Report("a-1"))
    facts.announced(Report("b-1", LeftOut.OVER))
    assert link.submitted == [ReportSpoken("a-1", True), ReportSpoken("b-1", False, "call_over")]


def test_a_refusal_is_taken_calmly(link: FakeLink) -> None:
    link.outcome = Refused(Problem("unknown_call", "refusal", Words("Không có"), Words("")))
    Facts(link).drawn("20261124-A001-1")
    assert len(link.submitted) == 1


def test_what_became_of_what_staff_typed_is_told_and_of_what_the_hall_says_itself_is_not(link: FakeLink) -> None:
    row = AnnouncementRow("tb1", Words("Xin chào"), urgent=False, zone="", made_at=NOW_MS, until=NOW_MS + 1)
    link.mirror.rows[row.key] = row
    facts = Facts(link)
    facts.noticed(NoticeReport("tb1", LeftOut.LATE), "main")
    facts.noticed(NoticeReport("tb1"), "main")
    facts.noticed(NoticeReport("2026-11-24-closing--30"), "main")
    assert link.submitted == [
        ReportAnnouncementSpoken("tb1", "main", spoken=False, reason="too_late"),
        ReportAnnouncementSpoken("tb1", "main", spoken=True),
    ]
