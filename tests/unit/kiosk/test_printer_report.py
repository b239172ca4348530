"""The hall's row comes to say what the printer is, whatever was lost, late or refused; and then all is quiet."""

from hall_link.commands import ReportPrinter
from hall_link.effects import Accepted, Outcome, Refused, Unreached
from hall_link.messages import NoResult
from hall_link.problems import UNREACHED
from hall_link.rows import PrinterRow
from kiosk.printer_report import PrinterReport, Said
from tests.gui.kiosk.fake_hall import FakeLink
from tests.unit.kiosk.makers import refusal

READY = Said("ready", "Cửa chính", paper_low=False, metres_left=20)
OUT = Said("no_paper", "Cửa chính", paper_low=True, metres_left=0)
DONE = Accepted("id", 1, 1, NoResult())


class Desk:
    """A printer, a hall that answers when it is told to, and what was said."""

    def __init__(self) -> None:
        self.link = FakeLink([])
        self.printer = READY
        self.report = PrinterReport("kiosk-1", self.link, lambda: self.printer)

    def is_now(self, said: Said) -> None:
        self.printer = said
        self.report.look()

    def answer(self, outcome: Outcome = DONE) -> None:
        self.link.submitted[-1][1](outcome)

    def row_says(self, said: Said, kiosk_id: str = "kiosk-1") -> None:
        self.link.show([PrinterRow(kiosk_id, said.label, said.condition, said.paper_low, said.metres_left, since=1)])
        self.report.look()

    @property
    def said(self) -> list[str]:
        return [command.condition for command in self.link.commands if isinstance(command, ReportPrinter)]


def test_told_once_and_then_quiet() -> None:
    desk = Desk()
    desk.report.look()
    assert desk.link.commands == [ReportPrinter("kiosk-1", "ready", desk.link.at, "Cửa chính", False, 20)]
    desk.report.look()
    desk.answer()
    desk.report.look()
    desk.row_says(READY)
    assert desk.said == ["ready"]


def test_what_changed_meanwhile_is_told_after_the_answer() -> None:
    desk = Desk()
    desk.report.look()
    desk.is_now(OUT)
    assert desk.said == ["ready"]
    desk.answer()
    assert desk.said == ["ready", "no_paper"]


def test_nothing_is_told_over_a_link_that_is_not_live() -> None:
    desk = Desk()
    desk.link.live = False
    desk.report.look()
    assert desk.said == []
    desk.link.live = True
    desk.report.look()
    assert desk.said == ["ready"]


def test_a_new_day_is_told_anew_and_other_kiosks_are_not_ours() -> None:
    desk = Desk()
    desk.report.look()
    desk.answer()
    desk.row_says(READY)
    desk.row_says(READY, kiosk_id="kiosk-2")
    assert desk.said == ["ready", "ready"]


def test_what_is_refused_is_not_said_again_before_something_changes() -> None:
    desk = Desk()
    desk.report.look()
    desk.answer(Refused(refusal("hall_not_configured")))
    desk.report.look()
    assert desk.said == ["ready"]
    desk.is_now(OUT)
    assert desk.said == ["ready", "no_paper"]


def test_what_nobody_answered_is_said_again() -> None:
    desk = Desk()
    desk.report.look()
    desk.answer(Unreached(UNREACHED))
    assert desk.said == ["ready", "ready"]
