"""A hall around the kiosk's pages: a link whose rows and answers the test decides, a printer, and a clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import msgspec

from hall_link.commands import Command, IssueTicket, ReportPrinted, ReportPrintFailed
from hall_link.effects import Accepted, Outcome, Refused, Unreached
from hall_link.feed import Snapshot
from hall_link.messages import Problem
from hall_link.mirror import Mirror
from hall_link.rows import AnyRow, DayState, FieldRow, HallRow, PrinterCondition, PriorityRow, ProcedureRow, Words
from kiosk.attendant import Attendant
from kiosk.identity import IdentityReader
from kiosk.ledger import Ledger
from kiosk.printing import Printing
from kiosk.reports import Reports
from kiosk.standing import WithoutPaper
from kiosk.ui.window import KioskPresenter
from kiosk.visit import Issued, Kiosk, Language, Pace
from printer_drivers.document import TicketContent
from printer_drivers.facts import JobPrinted, PrintFact, StatusChanged
from printer_drivers.status import PaperLevel, PrinterStatus
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, field_row, hall_row, issued

EIGHT_FIELDS = (
    ("HT", "A", "Hộ tịch", "Civil status", "baby"),
    ("CT", "B", "Chứng thực", "Certification", "stamp"),
    ("DD", "C", "Đất đai", "Land", "map"),
    ("CTR", "D", "Cư trú", "Residence", "house"),
    ("HKD", "E", "Hộ kinh doanh", "Household business", "store"),
    ("BH", "G", "Bảo hiểm xã hội", "Social insurance", "shield-check"),
    ("BTXH", "H", "Bảo trợ xã hội", "Social protection", "heart-handshake"),
    ("XD", "K", "Xây dựng", "Construction", "building-2"),
)
PROCEDURES = {
    "HT": ("Đăng ký khai sinh", "Đăng ký kết hôn", "Đăng ký khai tử", "Cấp Giấy xác nhận tình trạng hôn nhân"),
    "CT": ("Chứng thực bản sao từ bản chính", "Chứng thực chữ ký"),
    "DD": ("Cấp đổi Giấy chứng nhận quyền sử dụng đất", "Đăng ký biến động đất đai"),
    "CTR": ("Đăng ký thường trú", "Đăng ký tạm trú", "Khai báo tạm vắng"),
    "HKD": ("Đăng ký thành lập hộ kinh doanh", "Chấm dứt hoạt động hộ kinh doanh"),
    "BH": ("Cấp thẻ bảo hiểm y tế",),
    "BTXH": ("Trợ cấp xã hội hằng tháng", "Xác định mức độ khuyết tật"),
}
WAITING = (4, 2, 17, 0, 1, 0, 3, 0)


def eight_fields() -> list[FieldRow]:
    """The fields of a ward: one stopped until 13:30, one with no counter open."""
    rows = []
    for position, (field_id, series, name, en, icon) in enumerate(EIGHT_FIELDS):
        stopped = field_id == "BH"
        counters = () if field_id == "XD" else (1, 2) if position % 2 else (3,)
        reopens = EIGHT_FORTY_TWO + (4 * 60 + 48) * 60_000 if stopped else None
        rows.append(
            field_row(
                field_id,
                series,
                name,
                en=en,
                icon=icon,
                position=position,
                accepting=not stopped,
                counters=counters,
                waiting=WAITING[position],
                reopens_at=reopens,
            )
        )
    return rows


def priority_rows() -> list[PriorityRow]:
    """The classes of the example hall, and one whose name takes two lines."""
    basis = "Nội quy tiếp nhận hồ sơ của bộ phận"
    return [
        PriorityRow("elderly", Words("Người từ 75 tuổi", "Aged 75 and over"), 30, basis),
        PriorityRow("disabled", Words("Người khuyết tật nặng", "Severe disability"), 45, basis),
        PriorityRow(
            "pregnant", Words("Phụ nữ có thai, người đi cùng con nhỏ", "Pregnant, or with a small child"), 30, basis
        ),
        PriorityRow(
            "merit",
            Words("Người có công và thân nhân người có công với cách mạng", "People with merit, and their families"),
            30,
            "Pháp lệnh 02/2020/UBTVQH14",
        ),
    ]


def procedures() -> list[ProcedureRow]:
    return [
        ProcedureRow(f"{field_id}-{place}", field_id, Words(name))
        for field_id, names in PROCEDURES.items()
        for place, name in enumerate(names)
    ]


def memory_ledger() -> Ledger:
    """One that forgets with the test."""
    numbers = count(1)
    return Ledger(None, new_id=lambda: f"owed-{next(numbers)}", clock=lambda: 0.0)


class FakeLink:
    """Rows and answers as the test says. `submitted` holds every command with the function that wants its outcome."""

    def __init__(self, rows: Sequence[AnyRow]) -> None:
        self.live = True
        self.heard_ever = True
        self.stale_since: int | None = None
        self.mirror = Mirror()
        self.at = EIGHT_FORTY_TWO
        self.submitted: list[tuple[Command, Callable[[Outcome], None], float]] = []
        self.ids: list[str] = []
        self.show(rows)

    def show(self, rows: Sequence[AnyRow]) -> None:
        self.mirror.replace(Snapshot(self.mirror.seq + 1, "m", self.at, list(rows)))

    def now_ms(self) -> int:
        return self.at

    def submit(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        *,
        patience_seconds: float = 10.0,
        command_id: str | None = None,
    ) -> str:
        self.submitted.append((command, done, patience_seconds))
        self.ids.append(command_id or f"command-{len(self.submitted)}")
        return self.ids[-1]

    @property
    def commands(self) -> list[Command]:
        return [command for command, _, _ in self.submitted]


@dataclass
class FakePrinter:
    """Takes tickets and says nothing until the test lets it."""

    jobs: list[tuple[str, TicketContent]] = field(default_factory=list)

    def print(self, job_id: str, content: TicketContent) -> None:
        self.jobs.append((job_id, content))


class FakeHall:
    """Everything around the kiosk's window, and the strings to pull."""

    def __init__(
        self,
        rows: Sequence[AnyRow] | None = None,
        *,
        with_printer: bool = True,
        without_paper: WithoutPaper = "show",
        diagonal_inches: float = 22.0,
        ledger: Ledger | None = None,
    ) -> None:
        self.clock = 1_000_000
        self.ledger = ledger or memory_ledger()
        self._first_rows: Sequence[AnyRow] = [hall_row(), *eight_fields(), *procedures()] if rows is None else rows
        self.link = FakeLink(self._first_rows)
        self.printer = FakePrinter()
        self.reports = Reports(self.ledger, self.link)
        self.printing = Printing(self.reports)
        if with_printer:
            self.printing.attach(self.printer)
        self.attendant = Attendant(
            self.link,
            self.printing,
            self.reports,
            kiosk_id="kiosk-1",
            pace=Pace(),
            without_paper=without_paper,
            clock=lambda: self.clock,
        )
        self.printing.settled.connect(self.attendant.paper_settled)
        self.printing.conditionChanged.connect(self.attendant.look_around)
        self.reader = IdentityReader(self.attendant)
        self.presenter = KioskPresenter(self.attendant, self.reader, diagonal_inches=diagonal_inches)
        if with_printer:
            self.printer_is()

    def afresh(self, language: Language = "vi") -> None:
        """As it was at the start, in front of the same window, with somebody who reads that language."""
        self.clock += 1_000_000
        self.attendant.kiosk = Kiosk(blocked=None, language=language, touched_at=self.clock)
        self.link.live, self.link.stale_since = True, None
        self.link.show(self._first_rows)
        self.printer_is()
        self.attendant.look_around()

    def pass_time(self, milliseconds: int) -> None:
        """Let that much time pass on the kiosk's clock, at once."""
        self.clock += milliseconds
        self.attendant.tick()

    def printer_is(
        self, *, connected: bool = True, paper: PaperLevel = PaperLevel.OK, cover_open: bool = False
    ) -> None:
        self._says(StatusChanged(PrinterStatus(connected, True, paper=paper, cover_open=cover_open)))

    def printer_fails(self, condition: PrinterCondition) -> None:
        """Each fault as the printer's own words make it."""
        sound = PrinterStatus(connected=True, answers=True)
        status = {
            "no_paper": replace(sound, paper=PaperLevel.OUT),
            "cover_open": replace(sound, cover_open=True),
            "cutter": replace(sound, cutter_error=True),
            "broken": replace(sound, fatal_error=True),
            "offline": replace(sound, online=False),
        }
        self._says(StatusChanged(status[condition]))
        if condition == "offline":
            self.printing._offline_soon.timeout.emit()

    def printed(self, ticket_id: str) -> None:
        self._says(JobPrinted(ticket_id, 113.0))

    def _says(self, fact: PrintFact) -> None:
        """At once, and not by way of the printer's thread."""
        self.printing._handle(fact, self.printing._kept(fact))

    def day_is(self, day: DayState, **changes: str) -> None:
        self.show(
            [hall_row(day, **changes), *(row for row in self.link.mirror.rows.values() if not isinstance(row, HallRow))]
        )

    def breaks_until(self, reopens_at: int | None) -> None:
        self.day_is("break")
        hall = self.link.mirror.rows["hall/hall"]
        rest = [row for key, row in self.link.mirror.rows.items() if key != "hall/hall"]
        self.show([msgspec.structs.replace(hall, reopens_at=reopens_at), *rest])

    def show(self, rows: Sequence[AnyRow]) -> None:
        self.link.show(rows)
        self.attendant.look_around()

    def lose_link(self) -> None:
        self.link.live, self.link.stale_since = False, self.link.at
        self.attendant.look_around()

    def find_link(self) -> None:
        self.link.live, self.link.stale_since = True, None
        self.attendant.look_around()

    @property
    def reported(self) -> list[Command]:
        """The facts told to the hall."""
        return [command for command in self.link.commands if isinstance(command, ReportPrinted | ReportPrintFailed)]

    @property
    def asked(self) -> list[IssueTicket]:
        return [command for command in self.link.commands if isinstance(command, IssueTicket)]

    def answer(self, what: Issued | Problem | None = None, *, unreached: bool = False) -> None:
        """End the newest question: with a number of the field that was asked for, or with a problem."""
        command, done, _ = [one for one in self.link.submitted if isinstance(one[0], IssueTicket)][-1]
        assert isinstance(command, IssueTicket)
        if isinstance(what, Problem):
            done(Unreached(what) if unreached else Refused(what))
            return
        answer = what or issued(field_id=command.field_id)
        done(Accepted("command-1", 7, answer.at, answer.result, answer.mark))
