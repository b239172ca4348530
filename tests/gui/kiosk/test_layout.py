"""What can be measured of the pages' looks: sizes of targets and letters, nothing cut off, nothing outside, nothing
blank.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem

from hall_link.rows import AnyRow, PersonKeyRow, PrinterCondition, PrinterRow, ProcedureRow, Words
from kiosk.grid import target_pixels
from kiosk.visit import ClaimTouched, Language, Pace, Paper
from printer_drivers.status import PaperLevel
from tests.gui.kiosk.conftest import ACROSS, SMALL, SMALL_UPRIGHT, UPRIGHT, ShowKiosk
from tests.gui.kiosk.fake_hall import FakeHall, eight_fields, priority_rows
from tests.gui.shown import Shown, all_items
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, claiming, field_row, hall_row, issued, refusal

PACE = Pace()
LETTER_PIXELS_MIN = 24
LONG_NAMES = (
    "Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất",
    "Giải quyết khiếu nại, tố cáo, kiến nghị và phản ánh của công dân",
    "Người có công và thân nhân người có công với cách mạng",
)
PAGES = ("homePage", "priorityPage", "appointmentPage", "identityPage", "issuingPage", "ticketPage", "faultPage")
SIZES = [UPRIGHT, ACROSS, SMALL, SMALL_UPRIGHT]


def many_fields(count: int, *, long: bool = False) -> list[AnyRow]:
    rows: list[AnyRow] = [hall_row()]
    for place in range(count):
        short = eight_fields()[place % 8]
        name = LONG_NAMES[place % 3] if long else short.name.vi
        series = chr(65 + place % 26) + (chr(65 + place // 26) if place >= 26 else "")
        rows.append(field_row(f"F{place}", series, name, icon=short.icon, position=place, waiting=place % 20))
        rows.append(ProcedureRow(f"P{place}", f"F{place}", Words("Đăng ký khai sinh")))
    return rows


def area(item: QQuickItem) -> QRectF:
    """Where the item is in the window, in pixels."""
    return QRectF(item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height())))


def tiles(kiosk: Shown) -> list[QQuickItem]:
    named = (item for item in all_items(kiosk.window.contentItem()) if item.objectName().startswith("fieldTile_"))
    return [item for item in named if item.isVisible()]


def texts(kiosk: Shown) -> list[QQuickItem]:
    """Every text that can be read now."""
    shown = (item for item in all_items(kiosk.window.contentItem()) if item.isVisible() and item.opacity() > 0)
    return [item for item in shown if item.property("truncated") is not None and item.property("text")]


def assert_readable(kiosk: Shown) -> None:
    kiosk.picture()  # lays everything out
    window = QRectF(0, 0, kiosk.window.width(), kiosk.window.height())
    for item in texts(kiosk):
        said, place = item.property("text"), area(item)
        assert not item.property("truncated"), f"cut off: {said}"
        assert window.adjusted(-1, -1, 1, 1).contains(place), f"outside: {said} at {place}"
        scale = place.height() / item.height()
        pixels = item.property("fontInfo").property("pixelSize").toNumber()
        assert pixels * scale >= LETTER_PIXELS_MIN - 0.5, f"{pixels * scale:.1f} px: {said}"
        assert item.property("contentHeight") <= item.height() + 1, f"higher than its room: {said}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2, 6, 8, 12, 20, 40])
def test_tiles_are_never_smaller_than_a_finger(show_kiosk: ShowKiosk, count: int, size: tuple[int, int]) -> None:
    hall = FakeHall(many_fields(count))
    kiosk = show_kiosk(hall, size)
    least = target_pixels(*size, 22.0)
    seen: set[str] = set()
    for _ in range(count):
        places = [area(tile) for tile in tiles(kiosk)]
        assert places
        window = QRectF(0, 0, *size)
        for number, place in enumerate(places):
            assert min(place.width(), place.height()) >= least - 0.5
            assert window.contains(place)
            assert not any(place.intersects(other) for other in places[number + 1 :])
        seen |= {tile.objectName() for tile in tiles(kiosk)}
        if not kiosk.is_shown("nextTiles") or not kiosk.find("nextTiles").isEnabled():
            break
        assert min(area(kiosk.find("nextTiles")).width(), area(kiosk.find("nextTiles")).height()) >= least - 0.5
        kiosk.touch("nextTiles")
    assert len(seen) == count


@pytest.mark.parametrize(("size", "inches"), [(UPRIGHT, 15.6), (SMALL, 10.1), (UPRIGHT, 32.0)])
def test_targets_keep_twenty_millimetres_on_other_panels(
    show_kiosk: ShowKiosk, size: tuple[int, int], inches: float
) -> None:
    hall = FakeHall(many_fields(20), diagonal_inches=inches)
    kiosk = show_kiosk(hall, size)
    least = target_pixels(*size, inches)
    targets = [*tiles(kiosk), *(kiosk.find(name) for name in ("languageButton", "nextTiles", "previousTiles"))]
    for target in targets:
        place = area(target)
        assert min(place.width(), place.height()) >= least - 0.5, target.objectName()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 6, 8, 20])
def test_long_names_are_readable(show_kiosk: ShowKiosk, count: int, size: tuple[int, int]) -> None:
    hall = FakeHall(many_fields(count, long=True))
    kiosk = show_kiosk(hall, size)
    assert_readable(kiosk)


def _touched(hall: FakeHall) -> None:
    hall.presenter.home_page.choose("HT")


def _issuing(hall: FakeHall) -> None:
    _touched(hall)
    hall.pass_time(PACE.page_ms)


def _slow(hall: FakeHall) -> None:
    _touched(hall)
    hall.pass_time(PACE.slow_ms)


def _ticket(hall: FakeHall) -> None:
    _touched(hall)
    hall.answer(issued("A007", ahead=17, counters=(1, 2, 3)))


def _printed(hall: FakeHall) -> None:
    _ticket(hall)
    hall.printed("20261124-A007")


def _no_paper(hall: FakeHall) -> None:
    hall.printer_is(paper=PaperLevel.OUT)
    _ticket(hall)
    hall.printing.settled.emit("20261124-A007", "held", "no_paper")


def _not_cut(hall: FakeHall) -> None:
    _ticket(hall)
    hall.printing.settled.emit("20261124-A007", "not_cut", "broken")


def _unconfirmed(hall: FakeHall) -> None:
    _ticket(hall)
    hall.printing.settled.emit("20261124-A007", "unconfirmed", "")


def _refused(hall: FakeHall) -> None:
    _touched(hall)
    hall.answer(refusal())


def _unreached(hall: FakeHall) -> None:
    _touched(hall)
    hall.answer(refusal(), unreached=True)


def _idle(hall: FakeHall) -> None:
    hall.presenter.home_page.turn(1)
    hall.pass_time(PACE.idle_ms + 2_000)


def _with_classes(hall: FakeHall, page: Literal["priority", "appointment"]) -> None:
    hall.show([*hall.link.mirror.rows.values(), *priority_rows()])
    hall.attendant.play(ClaimTouched(page))


def _identity(hall: FakeHall, *, scanner: bool = True, scan: str = "") -> None:
    rows = [row for row in hall.link.mirror.rows.values() if row.key != "field/HT"]
    hall.show([*rows, msgspec.structs.replace(eight_fields()[0], one_per_person=True), PersonKeyRow("00" * 32)])
    hall.reader.present.emit(scanner)
    hall.presenter.home_page.choose("HT")
    hall.pass_time(PACE.settle_ms)
    if scan:
        hall.reader.heard.emit(scan)


def _claimed(hall: FakeHall) -> None:
    _with_classes(hall, "priority")
    hall.pass_time(PACE.settle_ms)
    hall.presenter.claims_page.chooseClass("disabled")
    hall.pass_time(PACE.settle_ms)


def _claimed_issuing(hall: FakeHall) -> None:
    _claimed(hall)
    _issuing(hall)


def _claimed_ticket(hall: FakeHall) -> None:
    _claimed(hall)
    _touched(hall)
    hall.answer(claiming(issued(ahead=17), appointment_at=EIGHT_FORTY_TWO))


FAULTS: tuple[PrinterCondition, ...] = ("no_paper", "cover_open", "cutter", "offline", "broken")
OTHER = PrinterRow("kiosk-2", "Máy lấy số 2, cửa bên đường Bạch Đằng", "ready", False, 20, since=EIGHT_FORTY_TWO)


def _fails(hall: FakeHall, condition: PrinterCondition) -> None:
    hall.printer_fails(condition)


def _stops(hall: FakeHall, condition: PrinterCondition, *others: AnyRow) -> None:
    """As in a hall that gives no numbers without paper."""
    hall.show([*hall.link.mirror.rows.values(), *others])
    hall.attendant._without_paper = "stop"
    hall.printer_fails(condition)
    hall.attendant._without_paper = "show"


def _waits(hall: FakeHall, condition: PrinterCondition, *others: AnyRow) -> None:
    hall.show([*hall.link.mirror.rows.values(), *others])
    hall.printer_fails(condition)
    _ticket(hall)
    hall.printing.settled.emit("20261124-A007", "failed", condition)


def _moved(hall: FakeHall, paper: Paper) -> None:
    _waits(hall, "no_paper", OTHER)
    hall.pass_time(PACE.settle_ms)
    hall.presenter.ticket_page.printElsewhere()
    if paper == "elsewhere":
        hall.printing.settled.emit("20261124-A007", "elsewhere", OTHER.name)


STATES: dict[str, Callable[[FakeHall], None]] = {
    "home": lambda _: None,
    "home without paper": lambda hall: hall.printer_is(paper=PaperLevel.OUT),
    "touched": _touched,
    "issuing": _issuing,
    "slow": _slow,
    "ticket": _ticket,
    "printed": _printed,
    "no paper": _no_paper,
    "not cut": _not_cut,
    "unconfirmed": _unconfirmed,
    **{f"home, {fault}": partial(_fails, condition=fault) for fault in FAULTS},
    **{f"stopped, {fault}": partial(_stops, condition=fault) for fault in FAULTS},
    **{f"ticket, {fault}": partial(_waits, condition=fault) for fault in FAULTS},
    "stopped, another kiosk prints": lambda hall: _stops(hall, "no_paper", OTHER),
    "ticket, another kiosk prints": lambda hall: _waits(hall, "no_paper", OTHER),
    "ticket, moving": lambda hall: _moved(hall, "moving"),
    "ticket, elsewhere": lambda hall: _moved(hall, "elsewhere"),
    "refused": _refused,
    "unreached": _unreached,
    "stopped": lambda hall: hall.presenter.home_page.choose("BH"),
    "no server": lambda hall: hall.lose_link(),
    "closed": lambda hall: hall.day_is("closed"),
    "before hours": lambda hall: hall.day_is("closed", opens="09:00"),
    "after hours": lambda hall: hall.day_is("closed", closes="08:00"),
    "last number given": lambda hall: hall.day_is("closing"),
    "break": lambda hall: hall.breaks_until(EIGHT_FORTY_TWO + 288 * 60_000),
    "break without an end": lambda hall: hall.breaks_until(None),
    "priority": lambda hall: _with_classes(hall, "priority"),
    "appointment": lambda hall: _with_classes(hall, "appointment"),
    "identity": _identity,
    "identity, another code": lambda hall: _identity(hall, scan="https://example.vn"),
    "identity, no scanner": lambda hall: _identity(hall, scanner=False),
    "home with a claim": _claimed,
    "issuing with a claim": _claimed_issuing,
    "ticket with a claim": _claimed_ticket,
    "not set up": lambda hall: hall.show([hall_row()]),
    "idle": _idle,
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_can_be_read_whole(show_kiosk: ShowKiosk, size: tuple[int, int], language: Language) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall, size)
    for name, bring_about in STATES.items():
        hall.afresh(language)
        bring_about(hall)
        kiosk.wait(lambda: kiosk.is_shown("stillThere") == (name == "idle"))  # noqa: B023
        pages = [page for page in PAGES if kiosk.is_shown(page)]
        assert len(pages) == 1, name
        assert len(texts(kiosk)) >= 3, name
        assert pictures(kiosk), f"{name} has no picture"
        try:
            assert_readable(kiosk)
        except AssertionError as fault:
            raise AssertionError(f"{name}: {fault}") from fault


def pictures(kiosk: Shown) -> list[QQuickItem]:
    """Every icon that can be seen now."""
    return [item for item in all_items(kiosk.window.contentItem()) if item.isVisible() and item.property("sourceSize")]
