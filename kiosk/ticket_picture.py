"""A made-up ticket as a picture: whoever writes the hall's ticket file sees what comes of it before people do."""

from __future__ import annotations

from pathlib import Path

from hall_link.messages import IssuedResult
from hall_link.rows import FieldRow, HallRow, PriorityRow, ProcedureRow, TicketRow, WaitRange, Words
from kiosk.look import TicketLook
from kiosk.paper import Named, paper_ticket
from kiosk.visit import Issued
from printer_drivers.document import ticket_document
from printer_drivers.layout import lay_out
from printer_drivers.paper import paper_of
from printer_drivers.raster import draw

_MADE_UP_AT = 1_795_484_520_000
_FIELD = FieldRow("DD", "C", Words("Đất đai", "Land"), "map", 0, True, [5, 6], 17, None)
_NAMED = Named(
    HallRow(
        hall_id="made-up",
        name=Words("Trung tâm Phục vụ hành chính công", "Public Administration Service Centre"),
        place=Words("Phường Hải Châu", "Hai Chau Ward"),
        hotline="1022",
        time_zone="Asia/Ho_Chi_Minh",
        opens="07:30",
        closes="17:00",
        day="open",
        business_date="2026-11-24",
    ),
    _FIELD,
    ProcedureRow("made-up", "DD", Words("Cấp đổi Giấy chứng nhận", "Renewal of a certificate")),
    PriorityRow("elderly", Words("Người từ 75 tuổi", "Aged 75 and over"), 30, ""),
)


def draw_ticket(look: TicketLook, paper_mm: int, file: Path) -> None:
    """Draws it into `file` (PNG by its name). Papers to bring are those of the first field that the hall has some for.
    OSError when the file cannot be written.
    """
    field_id = next(iter(look.bring), _FIELD.field_id)
    ticket = TicketRow(
        "0" * 32, "C018", field_id, "made-up", "waiting", _MADE_UP_AT, _MADE_UP_AT, 1, priority_class="elderly"
    )
    issued = Issued(IssuedResult(ticket, 17, [5, 6], WaitRange(50, 80)), "7f3ac21e", _MADE_UP_AT)
    blocks = ticket_document(paper_ticket(issued, _NAMED, "vi", look), look.stationery)
    draw(lay_out(blocks, paper_of(paper_mm), large=look.stationery.large)).save(file, format="PNG")
