"""The real path, nothing between: a finger on the real pages, a real server, a real printer's protocol, and paper."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from hall_link.document import CounterDocument, FieldDocument, HallDocument
from hall_link.feed import KioskView, StaffView
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage
from hall_link.rows import PrinterRow, ReprintRow, TicketRow
from hall_link.settings import LinkSettings
from hall_link.text import Text
from kiosk.app import KioskProgram
from kiosk.settings import KioskSettings
from printer_drivers.virtual.condition import Fault
from printer_drivers.virtual.printer import Model, VirtualPrinter
from tests.gui.served_hall import ServedHall
from tests.gui.shown import Show, Shown
from tests.unit.kiosk.test_identity import CARD

MIDNIGHT = datetime.time(0, 0)
ROUND_THE_CLOCK = HallDocument(
    hall_id="hai-chau",
    name=Text("Trung tâm Phục vụ hành chính công"),
    place=Text("Phường Hải Châu"),
    fields=(
        FieldDocument("HT", "A", Text("Hộ tịch"), "baby"),
        FieldDocument("DD", "C", Text("Đất đai"), "map"),
        FieldDocument("CC", "D", Text("Căn cước"), "id-card", one_per_person=True),
    ),
    counters=(CounterDocument(1, ("HT", "DD", "CC")),),
    opens=MIDNIGHT,
    closes=MIDNIGHT,
)


class Hallway:
    """A served hall as its staff see it, a printer, and a kiosk whose window is shown."""

    def __init__(self, hall: ServedHall, printer: VirtualPrinter, papers: Path, show: Show, stage: Stage) -> None:
        self.hall, self.printer, self._papers = hall, printer, papers
        settings = KioskSettings(
            server_url=hall.url,
            key_file=str(hall.key_file),
            device="kiosk-1",
            printer=f"tcp://{printer.address}",
            state_folder=str(papers.parent / "kiosk"),
        )
        self.program = KioskProgram(settings, HallLink(settings, KioskView()))
        self.program.presenter.languageChanged.connect(stage.set_language)
        self.screen: Shown = show("kiosk.ui", "KioskWindow", presenter=self.program.presenter)
        self._staff = HallLink(
            LinkSettings(server_url=hall.url, key_file=str(hall.key_file), device="staff"), StaffView()
        )
        self.program.start()
        self._staff.start()
        self.screen.wait(lambda: self.screen.is_shown("homePage") and self.program.attendant.printer == "ready")

    def close(self) -> None:
        self.program.close()
        self._staff.stop()

    @property
    def tickets(self) -> dict[str, TicketRow]:
        """Every ticket of today, by its number."""
        return {row.number: row for row in self._staff.mirror.all(TicketRow)}

    def printed(self, number: str) -> bool:
        """Whether the hall's record says so."""
        return number in self.tickets and self.tickets[number].printed == "printed"

    @property
    def reprints(self) -> list[str]:
        """What became of every reprint, in order."""
        rows = sorted(self._staff.mirror.all(ReprintRow), key=lambda row: row.reprint_id)
        return [row.state for row in rows]

    @property
    def printer_row(self) -> PrinterRow | None:
        """The kiosk's printer, as staff see it."""
        row = self._staff.mirror.get("printer/kiosk-1")
        return row if isinstance(row, PrinterRow) else None

    def printer_is(self, condition: str) -> bool:
        """Whether staff see it so."""
        return self.printer_row is not None and self.printer_row.condition == condition

    @property
    def papers(self) -> list[Path]:
        return sorted(self._papers.glob("*.png"))

    def has_number(self, number: str) -> bool:
        return self.screen.is_shown("ticketPage") and self.screen.text("ticketNumber") == number


@pytest.fixture
def hallway(tmp_path: Path, show: Show, stage: Stage) -> Iterator[Hallway]:
    events: list[object] = []
    papers = tmp_path / "papers"
    printer = VirtualPrinter("127.0.0.1", 0, papers, Model(mm_per_second=2_000.0), events.append)
    printer.start()
    (tmp_path / "hall").mkdir()
    try:
        with ServedHall(ROUND_THE_CLOCK, tmp_path / "hall") as hall:
            made = Hallway(hall, printer, papers, show, stage)
            try:
                yield made
            finally:
                made.close()
    finally:
        printer.stop()
    assert printer.violations == 0


def test_touch_to_paper(hallway: Hallway) -> None:
    screen = hallway.screen
    hallway.hall.ask("open_counter", {"counter_id": 1})
    hallway.hall.issue("DD", times=2)
    screen.wait(lambda: screen.find("fieldTile_DD").property("main") == "2 người chờ")
    screen.touch("fieldTile_DD")
    screen.wait(lambda: hallway.has_number("C003"))
    assert screen.find("aheadFact").property("value") == "2"
    assert screen.find("countersFact").property("value") == "1"
    screen.wait(lambda: hallway.printed("C003"))
    screen.wait(lambda: screen.find("paperNotice").property("title") == "Phiếu đã in xong")
    assert len(hallway.papers) == 1
    screen.wait(lambda: screen.find("doneButton").isEnabled())
    screen.touch("doneButton")
    assert screen.is_shown("homePage")


def test_one_number_a_person(hallway: Hallway) -> None:
    screen, reader = hallway.screen, hallway.program.reader
    reader.present.emit(True)

    def show_card() -> None:
        screen.wait(lambda: screen.find("fieldTile_CC").isEnabled())
        screen.touch("fieldTile_CC")
        screen.wait(lambda: screen.is_shown("identityPage") and screen.find("identityBackButton").isEnabled())
        reader.heard.emit(CARD)

    show_card()
    screen.wait(lambda: hallway.has_number("D001"))
    screen.wait(lambda: screen.find("doneButton").isEnabled())
    screen.touch("doneButton")
    show_card()
    screen.wait(lambda: screen.is_shown("faultPage"))
    assert screen.find("faultWords").property("happened").replace("\u00a0", " ") == (
        "Quý vị đã có số D001 ở lĩnh vực Căn cước."
    )
    assert list(hallway.tickets) == ["D001"]


def test_server_goes_and_comes_back(hallway: Hallway) -> None:
    screen = hallway.screen
    hallway.hall.stop()
    screen.wait(lambda: screen.is_shown("faultPage"))
    assert not screen.is_shown("fieldTile_HT")
    hallway.hall.start()
    screen.wait(lambda: screen.is_shown("homePage"))
    screen.touch("fieldTile_HT")
    screen.wait(lambda: hallway.has_number("A001"))


def test_number_asked_for_in_an_outage_comes_once(hallway: Hallway) -> None:
    screen = hallway.screen
    hallway.hall.stop()
    hallway.program.presenter.home_page.choose("HT")
    screen.wait(lambda: screen.is_shown("issuingPage"))
    hallway.hall.start()
    screen.wait(lambda: hallway.has_number("A001"))
    screen.wait(lambda: hallway.printed("A001"))
    assert list(hallway.tickets) == ["A001"]
    assert len(hallway.papers) == 1


def test_fact_of_paper_survives_an_outage(hallway: Hallway) -> None:
    screen = hallway.screen
    screen.touch("fieldTile_HT")
    screen.wait(lambda: hallway.has_number("A001"))
    hallway.hall.stop()
    screen.wait(lambda: screen.find("paperNotice").property("title") == "Phiếu đã in xong")
    hallway.hall.start()
    screen.wait(lambda: hallway.printed("A001"))


def test_paper_out_and_refilled(hallway: Hallway) -> None:
    screen = hallway.screen
    hallway.printer.set_fault(Fault.PAPER_OUT)
    screen.wait(lambda: screen.is_shown("printerNotice"))
    screen.touch("fieldTile_HT")
    screen.wait(lambda: hallway.has_number("A001"))
    screen.wait(lambda: screen.find("paperNotice").property("title") == "Xin lỗi, máy in đang hết giấy")
    assert hallway.papers == []
    hallway.printer.clear_fault(Fault.PAPER_OUT)
    screen.wait(lambda: hallway.printed("A001"))
    screen.wait(lambda: screen.find("paperNotice").property("title") == "Phiếu đã in xong")
    assert len(hallway.papers) == 1


def test_staff_see_the_printer_and_its_paper(hallway: Hallway) -> None:
    screen = hallway.screen
    screen.wait(lambda: hallway.printer_is("ready"))
    assert hallway.printer_row is not None
    assert hallway.printer_row.metres_left == 50
    screen.touch("fieldTile_HT")
    screen.wait(lambda: hallway.printed("A001"))
    screen.wait(lambda: hallway.printer_row is not None and hallway.printer_row.metres_left == 49)
    hallway.printer.set_fault(Fault.PAPER_OUT)
    screen.wait(lambda: hallway.printer_is("no_paper"))
    hallway.printer.clear_fault(Fault.PAPER_OUT)
    screen.wait(lambda: hallway.printer_is("ready"))


def test_staff_have_a_number_printed_again(hallway: Hallway) -> None:
    screen = hallway.screen
    screen.touch("fieldTile_HT")
    screen.wait(lambda: hallway.printed("A001"))
    screen.wait(lambda: hallway.printer_is("ready"))
    hallway.hall.ask("reprint_ticket", {"ticket_id": hallway.tickets["A001"].ticket_id, "kiosk_id": "kiosk-1"})
    screen.wait(lambda: hallway.reprints == ["printed"])
    assert len(hallway.papers) == 2
    assert screen.find("paperNotice").property("title") == "Phiếu đã in xong", (
        "a reprint is no news for who stands here"
    )
