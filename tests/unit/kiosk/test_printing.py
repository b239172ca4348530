"""What the printer says, passed on to the screen and to the hall: only what it confirmed counts as printed."""

from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from hall_link.commands import Command, ReportPrinted, ReportPrintFailed
from kiosk.printing import Printing
from printer_drivers.document import TicketContent
from printer_drivers.facts import JobFailed, JobHeld, JobPrinted, JobTaken, StatusChanged
from printer_drivers.job import JobState
from printer_drivers.spool import PrintQueueFullError
from printer_drivers.status import PaperLevel, PrinterStatus, Trouble

CONTENT = TicketContent(hall="", place="", caption="", number="A007", field="")
TICKET = "20261124-A007"


class Tray:
    """A printer that keeps its jobs, or refuses them."""

    def __init__(self, *, full: bool = False) -> None:
        self.jobs: list[str] = []
        self._full = full

    def print(self, job_id: str, content: TicketContent) -> None:
        if self._full:
            raise PrintQueueFullError("full")
        self.jobs.append(job_id)


class Records:
    """What is kept for the hall, what was sent of it, and the questions that are over."""

    def __init__(self) -> None:
        self.kept: list[Command] = []
        self.sent: list[Command] = []
        self.over_with: list[str] = []

    def tell(self, command: Command) -> None:
        self.send(self.keep(command), command)

    def keep(self, command: Command) -> str:
        self.kept.append(command)
        return str(len(self.kept))

    def send(self, command_id: str, command: Command) -> None:
        assert self.kept[int(command_id) - 1] == command, "only what was kept is sent"
        self.sent.append(command)

    def over(self, question: str) -> None:
        self.over_with.append(question)


class Desk:
    """A `Printing` with everything that it says."""

    def __init__(self, tray: Tray | None, *, offline_unsaid_milliseconds: int = 60_000) -> None:
        self.records = Records()
        self.reported = self.records.sent
        self.settled: list[tuple[str, str, str]] = []
        self.printing = Printing(self.records, offline_unsaid_milliseconds=offline_unsaid_milliseconds)
        self.printing.settled.connect(lambda ticket, paper, reason: self.settled.append((ticket, paper, reason)))
        if tray is not None:
            self.printing.attach(tray)


def test_facts_cross_from_the_printers_thread(qtbot: QtBot) -> None:
    desk = Desk(Tray())
    thread = Thread(target=lambda: desk.printing.heard(JobPrinted(TICKET, 113.0)))
    thread.start()
    thread.join()
    assert desk.records.kept == [ReportPrinted(TICKET)], "kept before the printer's journal forgets the ticket"
    assert desk.reported == [], "nothing is handled on the printer's thread"
    qtbot.waitUntil(lambda: desk.reported == [ReportPrinted(TICKET)])
    assert desk.settled == [(TICKET, "printed", "")]


@pytest.mark.parametrize(
    ("state", "paper"),
    [
        (JobState.FAILED_BEFORE_SEND, "failed"),
        (JobState.PRINTED_NOT_CUT, "not_cut"),
        (JobState.UNKNOWN, "unconfirmed"),
        (JobState.SENT_UNCONFIRMED, "unconfirmed"),
    ],
)
def test_only_confirmed_is_printed(qtbot: QtBot, state: JobState, paper: str) -> None:
    desk = Desk(Tray())
    desk.printing.heard(JobFailed(TICKET, state, "cutter_error"))
    qtbot.waitUntil(lambda: desk.settled == [(TICKET, paper, "cutter")])
    assert desk.reported == [ReportPrintFailed(TICKET, f"{state.value}: cutter_error")]


def test_held_is_shown_and_not_reported(qtbot: QtBot) -> None:
    desk = Desk(Tray())
    desk.printing.heard(JobHeld(TICKET, Trouble.PAPER_OUT))
    qtbot.waitUntil(lambda: desk.settled == [(TICKET, "held", "no_paper")])
    assert desk.reported == []


def test_ticket_goes_to_the_printer_under_its_own_id() -> None:
    tray = Tray()
    Desk(tray).printing.print(TICKET, CONTENT, "question")
    assert tray.jobs == [TICKET]


def test_without_a_printer_the_hall_is_told() -> None:
    desk = Desk(None)
    assert desk.printing.condition == "absent"
    desk.printing.print(TICKET, CONTENT, "question")
    assert desk.reported == [ReportPrintFailed(TICKET, "no_printer")]
    assert desk.records.over_with == ["question"]


def test_printer_with_a_full_line_fails_the_ticket() -> None:
    desk = Desk(Tray(full=True))
    desk.printing.print(TICKET, CONTENT, "question")
    assert desk.reported == [ReportPrintFailed(TICKET, "too_many_tickets_wait")]
    assert desk.settled == [(TICKET, "failed", "ready")]
    assert desk.records.over_with == ["question"]


def test_question_is_over_once_the_ticket_is_in_the_printers_journal() -> None:
    desk = Desk(Tray())
    desk.printing.print(TICKET, CONTENT, "question")
    assert desk.records.over_with == []
    desk.printing.heard(JobTaken(TICKET))
    desk.printing.heard(JobPrinted(TICKET, 113.0))
    assert desk.records.over_with == ["question"]


@pytest.mark.parametrize("printed_first", [True, False])
def test_ticket_that_the_printer_had_before_is_not_printed_again(qtbot: QtBot, printed_first: bool) -> None:
    desk, tray = Desk(None), Tray()
    desk.printing.attach(tray, [TICKET])
    if printed_first:
        desk.printing.heard(JobPrinted(TICKET, 113.0))
        qtbot.waitUntil(lambda: len(desk.settled) == 1)
        desk.settled.clear()
    desk.printing.print(TICKET, CONTENT, "question")
    assert tray.jobs == []
    assert desk.records.over_with == ["question"]
    if not printed_first:
        desk.printing.heard(JobPrinted(TICKET, 113.0))
    qtbot.waitUntil(lambda: desk.settled == [(TICKET, "printed", "")])


def test_condition_follows_the_status(qtbot: QtBot) -> None:
    desk = Desk(Tray(), offline_unsaid_milliseconds=0)
    assert desk.printing.condition == "ready"
    for status, condition in (
        (PrinterStatus(connected=False), "offline"),
        (PrinterStatus(connected=True), "ready"),
        (PrinterStatus(connected=True, paper=PaperLevel.OUT), "no_paper"),
        (PrinterStatus(connected=True, cover_open=True), "cover_open"),
        (PrinterStatus(connected=True, cutter_error=True), "cutter"),
        (PrinterStatus(connected=True, fatal_error=True), "broken"),
        (PrinterStatus(connected=True, paper=PaperLevel.LOW), "ready"),
        (PrinterStatus(connected=False), "offline"),
    ):
        desk.printing.heard(StatusChanged(status))
        qtbot.waitUntil(lambda: desk.printing.condition == condition)  # noqa: B023


def test_line_lost_for_a_moment_is_no_news(qtbot: QtBot) -> None:
    desk = Desk(Tray())
    changes: list[str] = []
    desk.printing.conditionChanged.connect(lambda: changes.append(desk.printing.condition))
    for connected in (False, True, False):
        desk.printing.heard(StatusChanged(PrinterStatus(connected=connected)))
    desk.printing.heard(StatusChanged(PrinterStatus(connected=True, paper=PaperLevel.OUT)))
    qtbot.waitUntil(lambda: changes == ["no_paper"])


def test_printer_that_says_nothing_is_offline(qtbot: QtBot) -> None:
    desk = Desk(Tray(), offline_unsaid_milliseconds=0)
    qtbot.waitUntil(lambda: desk.printing.condition == "offline")
