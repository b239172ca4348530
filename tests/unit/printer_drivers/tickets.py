"""Tickets to print in tests: one of every kind that a hall can configure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from printer_drivers.document import TicketContent
from printer_drivers.logo import logo_of
from printer_drivers.stationery import PLAIN, Stationery

ORDINARY = TicketContent(
    hall="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    place="Phường Hải Châu",
    caption="SỐ THỨ TỰ",
    number="C018",
    field="Đất đai",
    procedure="Cấp đổi Giấy chứng nhận",
    facts=(
        ("Người chờ trước", "17"),
        ("Dự kiến chờ", "50–80 phút"),
        ("Quầy sẽ gọi", "5 hoặc 6"),
        ("Lấy số lúc", "08:42 24/11/2026"),
        ("Buổi", "Sáng"),
    ),
    bring=("Giấy chứng nhận (bản gốc)", "Căn cước của người nộp", "Đơn theo mẫu (bàn viết số 2)"),
    qr_payload="http://192.168.1.20:8080/t/7f3ac21e9b04",
    qr_sentence="Quét để xem còn mấy người trước quý vị, và vì sao.",
    footer=("Thiếu giấy tờ? Báo cán bộ để được giữ chỗ.", "Đường dây nóng 1022 · mã 7f3a·c21e"),
)

LONG = replace(
    ORDINARY,
    number="B1204",
    field="Hộ tịch – Chứng thực – Lao động, Thương binh và Xã hội",
    procedure="Đăng ký lại khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
    facts=(("Quầy sẽ gọi", "Quầy 3, quầy 4, quầy 5 hoặc quầy ưu tiên ở tầng hai"), ("Buổi", "Chiều")),
)

REPRINT = replace(ORDINARY, reprint_mark="BẢN IN LẠI")

ENGLISH = replace(
    ORDINARY,
    hall="PUBLIC ADMINISTRATIVE SERVICE CENTRE",
    place="Hai Chau Ward",
    caption="YOUR NUMBER",
    field="Land",
    procedure="Renewal of a land use certificate",
    facts=(
        ("People ahead", "17"),
        ("Expected wait", "50–80 min"),
        ("Counter", "5 or 6"),
        ("Taken at", "08:42 24/11/2026"),
        ("Session", "Morning"),
    ),
    bring=("The certificate (original)", "Identity card of the applicant", "The form (from writing desk 2)"),
    qr_sentence="Scan to see how many people are before you, and why.",
    footer=("A paper is missing? The officer keeps your place.", "Hotline 1022 · ref 7f3a·c21e"),
)

PRIORITY = replace(ORDINARY, facts=(*ORDINARY.facts, ("Ưu tiên", "Phụ nữ có thai, người đi cùng con nhỏ")))

BILINGUAL = replace(
    PRIORITY,
    reprint_mark="BẢN IN LẠI",
    second=replace(
        ENGLISH,
        facts=(*ENGLISH.facts, ("Priority", "Pregnant, or with a small child")),
        reprint_mark="REPRINT",
    ),
)

BARE = TicketContent(
    hall=ORDINARY.hall, place=ORDINARY.place, caption=ORDINARY.caption, number="C018", field=ORDINARY.field
)
"""What is left when a hall shows as little as it can."""


def emblem() -> Image.Image:
    """A sun over rice fields in a ring, of no authority that there is; mode "L"."""
    picture = Image.new("L", (480, 480), 255)
    pencil = ImageDraw.Draw(picture)
    pencil.ellipse((12, 12, 467, 467), outline=0, width=26)
    pencil.pieslice((120, 110, 359, 349), 180, 360, fill=0)
    for row in range(3):
        pencil.line((95, 275 + 48 * row, 385, 275 + 48 * row), fill=0, width=22)
    return picture


LETTERHEAD = Stationery(logo=logo_of(emblem()))
LARGE = Stationery(large=True)


@dataclass(frozen=True, slots=True)
class Variant:
    """A ticket and what it is printed on."""

    name: str
    content: TicketContent
    stationery: Stationery = PLAIN


def variants() -> Iterator[Variant]:
    """Every kind of ticket; the name is that of its golden picture."""
    yield Variant("ordinary", ORDINARY)
    yield Variant("long", LONG)
    yield Variant("reprint", REPRINT)
    yield Variant("priority", PRIORITY)
    yield Variant("english", ENGLISH)
    yield Variant("bilingual", BILINGUAL)
    yield Variant("bare", BARE)
    yield Variant("logo", ORDINARY, LETTERHEAD)
    yield Variant("large", PRIORITY, LARGE)
    yield Variant("large_long", LONG, LARGE)
    yield Variant("large_bilingual", BILINGUAL, replace(LETTERHEAD, large=True))


VARIANTS = tuple(variants())
