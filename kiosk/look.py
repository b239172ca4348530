"""What the hall decided about its tickets: words, languages, what is shown, and what all of them look like.

The number, its field and the hall's name always stand on a ticket; of the rest a hall may leave out what it will not
answer for. Everything here is checked already (`kiosk.ticket_file`); without a file the product's own words hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from msgspec import Struct

from hall_link.rows import Words
from kiosk.visit import Language
from printer_drivers.stationery import PLAIN, Stationery

Languages = Literal["chosen", "vi", "both"]
"""`chosen`: the one that the person chose on the screen. `both`: that one, with the other below it."""


class Phrases(NamedTuple):
    """The ticket's own words in one language."""

    caption: str
    ahead: str
    nobody: str
    wait: str
    minutes: str
    under: str
    counters: str
    either: str
    no_counter: str
    taken: str
    session: str
    morning: str
    afternoon: str
    evening: str
    hotline: str
    mark: str
    code: str
    again: str
    again_at: str


PHRASES: Mapping[Language, Phrases] = {
    "vi": Phrases(
        caption="SỐ THỨ TỰ",
        ahead="Người chờ trước",
        nobody="Không có ai",
        wait="Dự kiến chờ",
        minutes="phút",
        under="dưới",
        counters="Quầy sẽ gọi",
        either="hoặc",
        no_counter="Xem bảng gọi số",
        taken="Lấy số lúc",
        session="Buổi",
        morning="Sáng",
        afternoon="Chiều",
        evening="Tối",
        hotline="Đường dây nóng",
        mark="mã",
        code="Quét để xem còn mấy người trước quý vị, và vì sao.",
        again="BẢN IN LẠI",
        again_at="In lại lúc",
    ),
    "en": Phrases(
        caption="YOUR NUMBER",
        ahead="People ahead",
        nobody="Nobody",
        wait="Expected wait",
        minutes="min",
        under="under",
        counters="Counter",
        either="or",
        no_counter="See the hall's board",
        taken="Taken at",
        session="Session",
        morning="Morning",
        afternoon="Afternoon",
        evening="Evening",
        hotline="Hotline",
        mark="ref",
        code="Scan to see how many people are before you, and why.",
        again="REPRINT",
        again_at="Printed again at",
    ),
}
NOTES = (Words("Thiếu giấy tờ? Xin báo cán bộ để được hướng dẫn.", "A paper is missing? Please tell the officer."),)


class Shown(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands on a ticket besides the number, its field and the hall. `claim`: the class of priority or the
    appointment that the place was given for. `mark`: the beginning of the hash of the entry in the journal.
    """

    place: bool = True
    procedure: bool = True
    ahead: bool = True
    wait: bool = True
    counters: bool = True
    taken: bool = True
    session: bool = True
    claim: bool = True
    bring: bool = True
    hotline: bool = True
    mark: bool = True


EVERYTHING = Shown()


@dataclass(frozen=True)
class TicketLook:
    """`bring`: papers to bring, by field. `notes`: sentences at the foot. `page`: the address of a ticket's page, with
    `{ticket_id}` in it; empty prints no code.
    """

    languages: Languages = "chosen"
    phrases: Mapping[Language, Phrases] = field(default_factory=lambda: PHRASES)
    shown: Shown = EVERYTHING
    notes: tuple[Words, ...] = NOTES
    bring: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    page: str = ""
    stationery: Stationery = PLAIN


PRODUCTS_OWN = TicketLook()
"""Where the hall has decided nothing."""
