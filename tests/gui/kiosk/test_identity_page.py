"""A field that asks for an identity card, with a finger on the real pages and a card before the scanner."""

import msgspec

from hall_link.commands import IssueTicket
from hall_link.rows import PersonKeyRow
from kiosk.identity import mark_of
from kiosk.visit import Pace
from tests.gui.kiosk.conftest import ShowKiosk
from tests.gui.kiosk.fake_hall import FakeHall, eight_fields
from tests.unit.kiosk.makers import issued
from tests.unit.kiosk.test_identity import CARD, NUMBER, SECRET

PACE = Pace()


def asking_hall(*, scanner: bool = True) -> FakeHall:
    hall = FakeHall()
    asking = msgspec.structs.replace(eight_fields()[0], one_per_person=True)
    hall.show([*hall.link.mirror.rows.values(), asking, PersonKeyRow(SECRET)])
    hall.reader.present.emit(scanner)
    return hall


def test_a_card_before_the_scanner_gives_the_number(show_kiosk: ShowKiosk) -> None:
    hall = asking_hall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    assert kiosk.is_shown("identityPage")
    assert hall.asked == []
    hall.pass_time(PACE.settle_ms)
    hall.reader.heard.emit("nonsense")
    assert kiosk.find("identityWords").property("happened") == "Chưa đúng mã trên thẻ căn cước, xin thử lại"
    hall.reader.heard.emit(CARD)
    assert hall.asked == [IssueTicket("HT", person=mark_of(NUMBER, SECRET))]
    hall.answer(issued())
    assert kiosk.is_shown("ticketPage")


def test_back_without_a_card(show_kiosk: ShowKiosk) -> None:
    hall = asking_hall()
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    hall.pass_time(PACE.settle_ms)
    kiosk.touch("identityBackButton")
    assert kiosk.is_shown("homePage")
    assert hall.asked == []


def test_where_no_card_can_be_read_people_are_sent_to_staff(show_kiosk: ShowKiosk) -> None:
    hall = asking_hall(scanner=False)
    kiosk = show_kiosk(hall)
    kiosk.touch("fieldTile_HT")
    words = kiosk.find("identityWords")
    assert words.property("happened") == "Máy này không đọc được thẻ căn cước"
    assert words.property("whatNow") == "Xin gặp cán bộ hướng dẫn để lấy số."
    hall.reader.present.emit(True)
    assert words.property("happened") == "Xin đưa mã vuông trên thẻ căn cước vào máy quét"
