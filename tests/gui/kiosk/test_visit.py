"""A visit at the kiosk with a finger on the real pages: from the touch of a tile to the printed number, and what can go
wrong on the way. The kiosk's clock is the test's: no test waits for time to pass.
"""

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from hall_link.commands import IssueTicket, ReportPrinted
from hall_link.qt.reach import reach
from hall_link.rows import WaitRange
from kiosk.visit import Pace
from tests.gui.kiosk.conftest import ShowKiosk
from tests.gui.kiosk.fake_hall import FakeHall, eight_fields
from tests.unit.kiosk.makers import field_row, hall_row, issued

PACE = Pace()


def says(item: QQuickItem) -> str:
    return f"{item.property('title')} {item.property('detail')}"


def test_touch_to_printed_number(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_DD")
    assert hall.asked == [IssueTicket("DD")]
    assert kiosk.is_shown("homePage")
    assert kiosk.find("fieldTile_DD").property("main") == "Đang lấy số…"
    hall.pass_time(PACE.page_ms)
    assert kiosk.is_shown("issuingPage")
    hall.answer(issued("C018", ahead=17, counters=(5, 6), field_id="DD"))
    assert kiosk.is_shown("ticketPage")
    assert kiosk.text("ticketNumber") == "C018"
    assert kiosk.find("aheadFact").property("value") == "17"
    assert kiosk.find("countersFact").property("value") == "5 · 6"
    assert "Đang in phiếu" in says(kiosk.find("paperNotice"))
    [(job_id, content)] = hall.printer.jobs
    assert (job_id, content.number, content.field) == ("20261124-C018", "C018", "Đất đai")
    hall.printed(job_id)
    assert "Phiếu đã in xong" in says(kiosk.find("paperNotice"))
    assert hall.reported == [ReportPrinted("20261124-C018")]
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("doneButton")
    assert kiosk.is_shown("homePage")


def test_the_expected_wait_is_told_where_it_is_known(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    hall.show(
        [
            hall_row(),
            field_row("DD", waiting=17, wait=WaitRange(50, 80)),
            field_row("HT", waiting=0, wait=WaitRange(5, 10), position=1),
            field_row("CT", waiting=0, wait=WaitRange(0, 5), position=2),
            field_row("HKD", waiting=4, position=3),
        ]
    )
    tiles = {name: kiosk.find(f"fieldTile_{name}") for name in ("DD", "HT", "CT", "HKD")}
    said = {name: (tile.property("main"), tile.property("more")) for name, tile in tiles.items()}
    assert said["DD"] == ("17 người chờ", "50–80 phút")
    assert said["HT"] == ("Chờ 5–10 phút", "quầy 1, 2")
    assert said["CT"] == ("Không phải chờ", "quầy 1, 2")
    assert said["HKD"] == ("4 người chờ", "quầy 1, 2")
    kiosk.touch("fieldTile_DD")
    hall.answer(issued("C018", ahead=17, field_id="DD", wait=WaitRange(50, 80)))
    assert kiosk.find("waitFact").property("value") == "50–80′"
    [(_, content)] = hall.printer.jobs
    assert dict(content.facts)["Dự kiến chờ"] == "50–80 phút"


def test_where_nothing_is_foretold_nothing_is_drawn(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_DD")
    hall.answer(issued("C018", field_id="DD"))
    assert kiosk.is_shown("countersFact")
    assert not kiosk.is_shown("waitFact")


def test_a_finger_is_felt_at_once(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    tile = kiosk.find("fieldTile_HT")
    before = kiosk.picture()
    kiosk.touch_down("fieldTile_HT")
    assert tile.property("down") is True
    assert _differs(before, kiosk.picture()), "a pressed tile looks like any other"
    kiosk.touch_up("fieldTile_HT")
    assert hall.asked == [IssueTicket("HT")]
    assert tile.property("down") is True, "it stays lit while its number is asked for"


def _differs(one: QImage, other: QImage) -> bool:
    return one != other


def test_double_tap_is_one_ticket(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    kiosk.touch("fieldTile_HT")
    kiosk.touch("fieldTile_CT")
    hall.pass_time(PACE.settle_ms)
    assert hall.asked == [IssueTicket("HT")]


def test_second_tap_never_reaches_the_next_page(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.answer()
    assert kiosk.find("doneButton").isEnabled() is False
    kiosk.touch("doneButton")
    assert kiosk.is_shown("ticketPage")
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("doneButton")
    assert kiosk.is_shown("homePage")
    kiosk.touch("fieldTile_XD")
    assert len(hall.asked) == 1
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("fieldTile_XD")
    assert hall.asked == [IssueTicket("HT"), IssueTicket("XD")]


def test_rows_that_change_under_a_finger_do_not_lose_the_touch(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch_down("fieldTile_HT")
    hall.show([hall_row(), *(field_row(row.field_id, position=row.position, waiting=9) for row in eight_fields())])
    kiosk.touch_up("fieldTile_HT")
    assert hall.asked == [IssueTicket("HT")]


def test_waiting_counts_follow_the_rows(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    assert kiosk.find("fieldTile_DD").property("main") == "17 người chờ"
    assert kiosk.find("fieldTile_CTR").property("main") == "Không phải chờ"
    assert kiosk.find("fieldTile_XD").property("main") == "Chưa mở quầy"
    hall.show([hall_row(), field_row("DD", waiting=18)])
    assert kiosk.find("fieldTile_DD").property("main") == "18 người chờ"


def test_stopped_field_says_when_and_explains_itself(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    assert kiosk.find("fieldTile_BH").property("main") == "Mở lại lúc 13:30"
    kiosk.touch("fieldTile_BH")
    words = kiosk.find("faultWords")
    assert words.property("happened") == "Bảo hiểm xã hội đang tạm ngừng phát số"
    assert "13:30" in words.property("stillTrue")
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("backButton")
    assert kiosk.is_shown("homePage")
    assert hall.asked == []


def test_field_without_a_counter_still_gives_numbers(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_XD")
    hall.answer(issued("K001", ahead=0, counters=(), field_id="XD"))
    assert kiosk.text("ticketNumber") == "K001"
    assert kiosk.find("countersFact").property("caption") == "quầy: xem bảng gọi"


def test_language_switch_and_the_ticket_in_it(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("languageButton")
    assert kiosk.text("languageButton") == "Tiếng Việt"
    assert kiosk.find("fieldTile_DD").property("name") == "Land"
    assert kiosk.find("fieldTile_DD").property("main") == "17 people waiting"
    assert kiosk.find("fieldTile_HKD").property("main") == "1 person waiting"
    kiosk.touch("fieldTile_DD")
    hall.answer(issued("C018", field_id="DD"))
    assert kiosk.text("doneButton") == "Done"
    assert hall.printer.jobs[0][1].caption == "YOUR NUMBER"
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("doneButton")
    assert kiosk.text("languageButton") == "English"
    assert kiosk.find("fieldTile_DD").property("name") == "Đất đai"


def test_left_alone_it_asks_and_then_forgets_the_language(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("languageButton")
    hall.pass_time(PACE.idle_ms - 1)
    assert not kiosk.is_shown("stillThere")
    hall.pass_time(1)
    kiosk.wait(lambda: kiosk.is_shown("stillThere"))
    assert kiosk.text("stillThereCountdown") == "The screen returns to the start in 10 seconds."
    hall.pass_time(9_000)
    assert kiosk.text("stillThereCountdown") == "The screen returns to the start in 1 second."
    hall.pass_time(1_000)
    kiosk.wait(lambda: not kiosk.is_shown("stillThere"))
    assert kiosk.text("languageButton") == "English"


def test_the_touch_that_says_i_am_here_does_nothing_else(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("languageButton")
    hall.pass_time(PACE.idle_ms + 1_000)
    kiosk.wait(lambda: kiosk.is_shown("stillThere"))
    kiosk.touch("fieldTile_HT")
    kiosk.wait(lambda: not kiosk.is_shown("stillThere"))
    assert hall.asked == []
    assert kiosk.text("languageButton") == "Tiếng Việt"
    hall.pass_time(PACE.idle_ms + 1_000)
    kiosk.wait(lambda: kiosk.is_shown("stillThere"))
    kiosk.touch("stillThereButton")
    kiosk.wait(lambda: not kiosk.is_shown("stillThere"))
    kiosk.touch("fieldTile_HT")
    assert hall.asked == [IssueTicket("HT")]


def test_a_touch_beside_all_buttons_keeps_the_number(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.answer()
    hall.printed("20261124-A007")
    hall.pass_time(PACE.ticket_ms - 1_000)
    kiosk.touch("ticketNumber")
    hall.pass_time(PACE.ticket_ms - 1_000)
    assert kiosk.is_shown("ticketPage")
    hall.pass_time(1_000)
    assert kiosk.is_shown("homePage")


def test_a_remote_hand_can_do_what_a_finger_can(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    assert reach(kiosk.window, "homePage").refusal is None
    assert reach(kiosk.window, "fieldTile_HT").refusal is None
    kiosk.touch("fieldTile_HT")
    hall.answer()
    hall.pass_time(PACE.settle_ms)
    for name in ("ticketPage", "ticketNumber", "doneButton"):
        assert reach(kiosk.window, name).refusal is None
