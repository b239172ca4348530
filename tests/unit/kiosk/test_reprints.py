"""A reprint asked for here is printed once, marked; elsewhere, late, or already under way it is not."""

import msgspec
import pytest

from hall_link.commands import Command, ReportPrintFailed
from hall_link.rows import AnyRow, PriorityRow, ReprintRow, ReprintState, Words
from kiosk.look import PRODUCTS_OWN
from kiosk.reprints import LATE_MS_MAX, Reprints
from printer_drivers.document import TicketContent
from tests.gui.kiosk.fake_hall import FakeLink
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, field_row, hall_row, issued

TICKET = issued().result.ticket


def row(
    kiosk_id: str = "kiosk-1", state: ReprintState = "asked", copy: int = 1, at: int = EIGHT_FORTY_TWO
) -> ReprintRow:
    ticket = msgspec.structs.replace(TICKET, priority_class="elderly") if state == "asked" else None
    return ReprintRow(f"{TICKET.ticket_id}-r{copy}", TICKET.ticket_id, "A007", kiosk_id, copy, at, state, "", ticket)


class Kiosk:
    """One that shows rows and keeps what it prints and tells."""

    def __init__(self, *taken: str) -> None:
        self.link = FakeLink([])
        self.jobs: list[tuple[str, TicketContent]] = []
        self.told: list[Command] = []
        self.reprints = Reprints("kiosk-1", self.link, self, self, taken)

    look = PRODUCTS_OWN

    def print(self, job_id: str, words: TicketContent, question: str = "") -> None:
        assert question == ""
        self.jobs.append((job_id, words))

    def tell(self, command: Command) -> None:
        self.told.append(command)

    def sees(self, *rows: AnyRow) -> None:
        priority = PriorityRow("elderly", Words("Người từ 75 tuổi"), 30, "")
        self.link.show([hall_row(), field_row(counters=(1, 2)), priority, *rows])
        self.reprints.look()


def test_printed_once_with_its_mark_and_nothing_that_is_no_longer_so() -> None:
    kiosk = Kiosk()
    kiosk.link.at += 5 * 60_000
    kiosk.sees(row(at=kiosk.link.at))
    kiosk.sees(row(at=kiosk.link.at))
    [(job_id, words)] = kiosk.jobs
    assert job_id == "20261124-A007-r1"
    assert (words.number, words.reprint_mark) == ("A007", "BẢN IN LẠI")
    assert words.facts == (
        ("Quầy sẽ gọi", "1 hoặc 2"),
        ("Lấy số lúc", "08:42 24/11/2026"),
        ("Buổi", "Sáng"),
        ("Ưu tiên", "Người từ 75 tuổi"),
        ("In lại lúc", "08:47"),
    )
    assert kiosk.told == []


@pytest.mark.parametrize("other", [row("kiosk-2"), row(state="printed"), row(state="failed")])
def test_not_ours_or_over(other: ReprintRow) -> None:
    kiosk = Kiosk()
    kiosk.sees(other)
    assert (kiosk.jobs, kiosk.told) == ([], [])


def test_what_an_earlier_run_gave_to_the_printer_is_not_given_again() -> None:
    kiosk = Kiosk("20261124-A007-r1")
    kiosk.sees(row(), row(copy=2))
    assert [job_id for job_id, _ in kiosk.jobs] == ["20261124-A007-r2"]


def test_too_late_is_said_and_not_printed() -> None:
    kiosk = Kiosk()
    kiosk.link.at += LATE_MS_MAX + 1
    kiosk.sees(row())
    assert kiosk.jobs == []
    assert kiosk.told == [ReportPrintFailed(TICKET.ticket_id, "too_late", 1)]


def test_stale_rows_ask_for_nothing() -> None:
    kiosk = Kiosk()
    kiosk.link.live = False
    kiosk.sees(row())
    assert kiosk.jobs == []
