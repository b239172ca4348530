"""What can go wrong while somebody takes a number: refused, no paper, no link, no answer. The number is never lost."""

from PySide6.QtQuick import QQuickItem

from hall_link.commands import CancelTicket, IssueTicket, ReportPrinted, ReportPrintFailed, ReprintTicket
from hall_link.effects import Accepted, Refused
from hall_link.messages import NoResult
from hall_link.rows import PrinterRow
from kiosk.visit import Pace
from printer_drivers.facts import JobFailed, JobHeld
from printer_drivers.job import JobState
from printer_drivers.status import PaperLevel, Trouble
from tests.gui.kiosk.conftest import ShowKiosk
from tests.gui.kiosk.fake_hall import FakeHall
from tests.unit.kiosk.makers import refusal

PACE = Pace()


def says(item: QQuickItem) -> str:
    return f"{item.property('title')} {item.property('detail')}"


def test_refusal_is_told_in_the_readers_language(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("languageButton")
    kiosk.touch("fieldTile_HT")
    hall.answer(refusal())
    words = kiosk.find("faultWords")
    assert words.property("happened") == "This field gives no numbers now"
    assert words.property("whatNow") == "Please come back later"


def test_no_paper_keeps_the_number_for_a_photo(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    hall.printer_is(paper=PaperLevel.OUT)
    assert kiosk.is_shown("printerNotice")
    kiosk.touch("fieldTile_HT")
    hall.answer()
    hall.printing.heard(JobHeld("20261124-A007", Trouble.PAPER_OUT))
    kiosk.wait(lambda: "hết giấy" in says(kiosk.find("paperNotice")))
    assert "Số này vẫn là của quý vị" in says(kiosk.find("paperNotice"))
    hall.printing.heard(JobFailed("20261124-A007", JobState.FAILED_BEFORE_SEND, "paper_out"))
    kiosk.wait(lambda: len(hall.reported) == 1)
    assert hall.reported == [ReportPrintFailed("20261124-A007", "failed_before_send: paper_out")]
    hall.pass_time(PACE.note_ms - 1_000)
    assert kiosk.text("ticketNumber") == "A007"
    hall.pass_time(1_000)
    assert kiosk.is_shown("homePage")


def test_unconfirmed_is_not_printed(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.answer()
    hall.printing.heard(JobFailed("20261124-A007", JobState.SENT_UNCONFIRMED, "no_answer"))
    kiosk.wait(lambda: "Chưa rõ" in says(kiosk.find("paperNotice")))
    assert hall.reported == [ReportPrintFailed("20261124-A007", "sent_unconfirmed: no_answer")]
    hall.printed("20261124-A007")
    assert hall.reported[-1] == ReportPrinted("20261124-A007")
    assert "đã in xong" in says(kiosk.find("paperNotice"))


def test_hall_that_wants_paper_stops_without_it(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall(without_paper="stop")
    kiosk = show_kiosk(hall)
    assert kiosk.is_shown("homePage")
    hall.printer_is(cover_open=True)
    assert kiosk.is_shown("faultPage")
    hall.printer_is()
    assert kiosk.is_shown("homePage")


def test_link_lost_and_found_while_asking_keeps_the_number(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.lose_link()
    assert kiosk.is_shown("issuingPage")
    hall.pass_time(PACE.slow_ms)
    assert kiosk.is_shown("giveUpButton")
    hall.find_link()
    hall.answer()
    assert kiosk.text("ticketNumber") == "A007"
    assert hall.asked == [IssueTicket("HT")]


def test_number_that_came_after_giving_up_is_handed_back(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.pass_time(PACE.slow_ms)
    kiosk.touch("giveUpButton")
    assert kiosk.is_shown("homePage")
    hall.answer()
    assert kiosk.is_shown("homePage")
    assert hall.printer.jobs == []
    assert [type(command) for command in hall.link.commands] == [IssueTicket, CancelTicket]


def test_stale_rows_never_look_live(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    hall.lose_link()
    assert not kiosk.is_shown("fieldTile_HT")
    assert kiosk.find("faultWords").property("happened") == "Máy lấy số mất kết nối từ\u00a008:42"
    assert "nguyên giá trị" in kiosk.find("faultWords").property("stillTrue")
    hall.find_link()
    assert kiosk.is_shown("fieldTile_HT")


def test_person_without_paper_has_it_printed_at_another_kiosk(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    other = PrinterRow("kiosk-2", "Máy số 2", "ready", False, 20, since=hall.link.at)
    hall.show([*hall.link.mirror.rows.values(), other])
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.answer()
    assert not kiosk.is_shown("elsewhereButton"), "while it may still come out here"
    hall.printing.settled.emit("20261124-A007", "failed", "no_paper")
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("elsewhereButton")
    assert not kiosk.is_shown("elsewhereButton")
    command, done, _ = hall.link.submitted[-1]
    assert command == ReprintTicket("20261124-A007", "kiosk-2")
    done(Refused(refusal("printer_not_ready")))
    assert kiosk.is_shown("elsewhereButton"), "it may be tried again"
    kiosk.touch("elsewhereButton")
    hall.link.submitted[-1][1](Accepted("id", 9, hall.link.at, NoResult()))
    assert kiosk.find("paperNotice").property("title") == "Phiếu in ở Máy số 2"
