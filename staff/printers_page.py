"""The printers of the kiosks, for the terminal: how each is, how much paper it has, and what of it needs a hand."""

from __future__ import annotations

from collections.abc import Iterator

from hall_link.rows import HallRow, PrinterRow
from staff.access import Standing
from staff.wording import clock

Told = tuple[str, str]
"""The same in Vietnamese and in English."""

CONDITIONS: dict[str, Told] = {
    "ready": ("sẵn sàng", "ready"),
    "absent": ("không có máy in", "has no printer"),
    "offline": ("mất kết nối", "does not answer"),
    "no_paper": ("hết giấy", "out of paper"),
    "cover_open": ("nắp đang mở", "cover open"),
    "cutter": ("kẹt dao cắt", "cutter jammed"),
    "broken": ("báo lỗi", "reports a fault"),
}
_PROBLEMS: dict[str, Told] = {
    "failed_before_send": ("chưa gửi gì tới máy in", "nothing was sent to the printer"),
    "printed_not_cut": ("đã in mà chưa cắt", "printed, not cut"),
    "sent_unconfirmed": ("máy in không xác nhận", "the printer does not confirm"),
    "unknown": ("không biết đã ra hay chưa", "nobody knows whether it came out"),
    "no_printer": ("máy lấy số không có máy in", "the kiosk has no printer"),
    "too_many_tickets_wait": ("quá nhiều phiếu đang chờ in", "too many tickets wait to be printed"),
    "too_late": ("máy lấy số nhận lệnh quá muộn", "the kiosk heard of it too late"),
}


def printer_lines(standing: Standing, hall: HallRow, index: int) -> list[tuple[str, ...]]:
    """A line for each kiosk: its name, how its printer is since when, what is left on the roll."""
    return [
        (
            row.name,
            CONDITIONS[row.condition][index],
            f"{('từ', 'since')[index]} {clock(row.since, hall.time_zone)}",
            _paper(row, index),
        )
        for row in _sorted(standing)
    ]


def printer_warnings(standing: Standing, hall: HallRow) -> Iterator[Told]:
    """What cannot print, since when; and what will not for long."""
    for row in _sorted(standing):
        since = clock(row.since, hall.time_zone)
        if row.condition not in {"ready", "absent"}:
            vi, en = CONDITIONS[row.condition]
            yield f"{row.name}: máy in {vi} từ {since}", f"{row.name}: printer {en} since {since}"
        elif row.low:
            yield (
                f"{row.name}: sắp hết giấy{_left(row, 0)}, xin để sẵn cuộn mới",
                f"{row.name}: paper ends soon{_left(row, 1)}, have a new roll at hand",
            )


def problem_in_words(problem: str) -> Told:
    """Why a ticket did not come out: the printer's word and the driver's, as a kiosk reported them."""
    state, _, _ = problem.partition(":")
    return _PROBLEMS.get(state, (problem, problem))


def _sorted(standing: Standing) -> list[PrinterRow]:
    return sorted(standing.mirror.all(PrinterRow), key=lambda row: row.kiosk_id)


def _paper(row: PrinterRow, index: int) -> str:
    if row.condition in {"absent", "no_paper"}:
        return ""
    if row.metres_left is None:
        return ("sắp hết giấy", "paper low")[index] if row.paper_low else ""
    return (f"còn khoảng {row.metres_left} m giấy", f"about {row.metres_left} m of paper left")[index]


def _left(row: PrinterRow, index: int) -> str:
    if row.metres_left is None:
        return ""
    return (f" (còn khoảng {row.metres_left} m)", f" (about {row.metres_left} m left)")[index]
