"""What staff do about paper, for the terminal: which ticket and which kiosk are meant, and what came of it."""

from __future__ import annotations

from hall_link.messages import Problem
from hall_link.rows import PrinterRow, TicketRow, Words
from staff.access import NotAnswered, Standing
from staff.settings import Language


def ticket_id_of(name: str, standing: Standing) -> str:
    """The id of today's number `A007`; any other name as it is, for the hall to judge."""
    wanted = name.upper()
    return next((row.ticket_id for row in standing.mirror.all(TicketRow) if row.number == wanted), name)


def kiosk_for(wanted: str | None, standing: Standing) -> str:
    """The kiosk named, or the one whose printer can print. Raises NotAnswered where that is none or more than one."""
    if wanted is not None:
        return wanted
    ready = sorted(row.kiosk_id for row in standing.mirror.all(PrinterRow) if row.condition == "ready")
    if len(ready) == 1:
        return ready[0]
    raise NotAnswered(_which(ready) if ready else _NONE)


def reprint_page(number: str, kiosk_id: str, standing: Standing, language: Language) -> list[str]:
    """The hall has asked the kiosk for it."""
    name = _name(kiosk_id, standing)
    if language == "vi":
        return [f"Phiếu {number} đang được in lại ở {name}, có dòng “BẢN IN LẠI”."]
    return [f"Ticket {number} is being printed again at {name}, marked “BẢN IN LẠI”."]


def new_roll_page(kiosk_id: str, standing: Standing, language: Language) -> list[str]:
    """The kiosk counts its paper anew."""
    name = _name(kiosk_id, standing)
    return [f"{name}: đã ghi nhận cuộn giấy mới." if language == "vi" else f"{name}: a new roll, counted from now on."]


def _name(kiosk_id: str, standing: Standing) -> str:
    row = standing.mirror.get(f"printer/{kiosk_id}")
    return row.name if isinstance(row, PrinterRow) else kiosk_id


def _which(ready: list[str]) -> Problem:
    kiosks = ", ".join(ready)
    return Problem(
        "which_kiosk",
        "request",
        Words("Có nhiều máy lấy số in được.", "Several kiosks can print."),
        Words(f"Xin chọn một máy bằng --at: {kiosks}.", f"Choose one with --at: {kiosks}."),
    )


_NONE = Problem(
    "no_printer",
    "request",
    Words("Không máy lấy số nào in được lúc này.", "No kiosk can print now."),
    Words("Xin xem máy in bằng ./hall status.", "See the printers with ./hall status."),
)
