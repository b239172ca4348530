"""Priority and appointment with a finger on the real pages: chosen, seen on every page, on paper, and gone again."""

from hall_link.commands import IssueTicket
from kiosk.visit import Pace
from tests.gui.kiosk.conftest import ACROSS, ShowKiosk
from tests.gui.kiosk.fake_hall import FakeHall, priority_rows
from tests.unit.kiosk.makers import EIGHT_FORTY_TWO, claiming, hall_row, issued

PACE = Pace()


def with_classes() -> FakeHall:
    hall = FakeHall()
    hall.show([*hall.link.mirror.rows.values(), *priority_rows()])
    return hall


def settle(hall: FakeHall) -> None:
    hall.pass_time(PACE.settle_ms)


def test_a_class_goes_with_the_number_onto_every_page_and_the_paper(show_kiosk: ShowKiosk) -> None:
    hall = with_classes()
    kiosk = show_kiosk(hall)
    kiosk.touch("priorityButton")
    settle(hall)
    assert kiosk.is_shown("priorityPage")
    kiosk.touch("classCard_elderly")
    settle(hall)
    assert kiosk.is_shown("homePage")
    assert kiosk.text("claimWords") == "Ưu tiên: Người từ 75 tuổi"
    kiosk.touch("fieldTile_HT")
    assert hall.asked == [IssueTicket("HT", priority_class="elderly")]
    hall.pass_time(PACE.page_ms)
    assert kiosk.is_shown("issuingPage")
    assert kiosk.text("claimWords") == "Ưu tiên: Người từ 75 tuổi"
    hall.answer(claiming(issued(), priority_class="elderly", place_reason="priority"))
    assert kiosk.is_shown("ticketPage")
    assert kiosk.text("claimWords") == "Ưu tiên: Người từ 75 tuổi"
    [(_, content)] = hall.printer.jobs
    assert ("Ưu tiên", "Người từ 75 tuổi") in content.facts
    settle(hall)
    kiosk.touch("doneButton")
    assert kiosk.is_shown("homePage")
    assert not kiosk.is_shown("claimBar")


def test_an_appointment_is_one_touch_and_an_empty_claim_is_told(show_kiosk: ShowKiosk) -> None:
    hall = with_classes()
    kiosk = show_kiosk(hall, ACROSS)
    kiosk.touch("appointmentButton")
    settle(hall)
    hall.link.at += 20 * 60_000
    hall.attendant.look_around()
    kiosk.touch("timeButton_08:30")
    settle(hall)
    assert kiosk.text("claimWords") == "Giờ hẹn: 08:30"
    kiosk.touch("fieldTile_HT")
    slot = EIGHT_FORTY_TWO - 12 * 60_000
    assert hall.asked == [IssueTicket("HT", appointment_at=slot)]
    hall.answer(claiming(issued(), appointment_at=slot, place_reason="arrival"))
    assert kiosk.text("claimWords") == "Giờ hẹn: 08:30 (ngoài giờ hẹn, xếp theo giờ lấy số)"


def test_what_was_chosen_can_be_taken_back_and_the_page_left(show_kiosk: ShowKiosk) -> None:
    hall = with_classes()
    kiosk = show_kiosk(hall)
    kiosk.touch("priorityButton")
    settle(hall)
    kiosk.touch("languageButton")
    kiosk.touch("claimBackButton")
    settle(hall)
    assert kiosk.is_shown("homePage")
    assert not kiosk.is_shown("claimBar")
    kiosk.touch("priorityButton")
    settle(hall)
    kiosk.touch("classCard_disabled")
    settle(hall)
    assert kiosk.text("claimWords") == "Priority: Severe disability"
    kiosk.touch("dropClaimButton")
    settle(hall)
    assert not kiosk.is_shown("claimBar")
    kiosk.touch("fieldTile_HT")
    assert hall.asked == [IssueTicket("HT")]


def test_left_alone_the_choice_is_cleared(show_kiosk: ShowKiosk) -> None:
    hall = with_classes()
    kiosk = show_kiosk(hall)
    kiosk.touch("priorityButton")
    settle(hall)
    kiosk.touch("classCard_elderly")
    hall.pass_time(PACE.idle_ms + PACE.countdown_ms)
    assert not kiosk.is_shown("claimBar")


def test_a_hall_without_classes_offers_no_priority(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(FakeHall())
    assert not kiosk.is_shown("priorityButton")
    assert kiosk.is_shown("appointmentButton")


def test_a_hall_that_makes_no_appointments_offers_none(show_kiosk: ShowKiosk) -> None:
    hall = with_classes()
    kiosk = show_kiosk(hall)
    hall.show([*hall.link.mirror.rows.values(), hall_row(appointments=False)])
    assert kiosk.is_shown("priorityButton")
    assert not kiosk.is_shown("appointmentButton")


def test_a_break_says_when_numbers_come_again(show_kiosk: ShowKiosk) -> None:
    hall = FakeHall()
    kiosk = show_kiosk(hall)
    hall.breaks_until(EIGHT_FORTY_TWO + 288 * 60_000)
    assert kiosk.is_shown("faultPage")
    assert kiosk.find("faultWords").property("happened") == "Đang nghỉ giữa buổi. Mở\u00a0lại lúc\u00a013:30"
    hall.day_is("open")
    assert kiosk.is_shown("homePage")
