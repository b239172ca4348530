"""One line for each thing that happens in the hall, for the person at the terminal."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hall_link.rows import AnyRow, CallRow, CounterRow, FieldRow, TicketRow


def narrate(before: AnyRow | None, row: AnyRow, at: datetime.datetime) -> Iterator[str]:
    """The lines for a row that changed; none for what nobody would notice."""
    for what in _story(before, row):
        yield f"{at:%H:%M:%S}  {what}"


def _story(before: AnyRow | None, row: AnyRow) -> Iterator[str]:
    if isinstance(row, TicketRow) and (before is None or isinstance(before, TicketRow)):
        yield from _ticket(before, row)
    elif isinstance(row, CallRow) and (before is None or isinstance(before, CallRow)):
        yield from _call(before, row)
    elif isinstance(row, CounterRow) and isinstance(before, CounterRow) and before.state != row.state:
        yield f"Quầy {row.counter_id} {'mở cửa' if row.state == 'open' else 'đóng cửa'}"
    elif isinstance(row, FieldRow) and isinstance(before, FieldRow) and before.accepting != row.accepting:
        yield f"{row.name.vi}: {'phát số' if row.accepting else 'ngừng phát số'}"


def _ticket(before: TicketRow | None, row: TicketRow) -> Iterator[str]:
    if before is None:
        yield f"{row.number}  lấy số"
        return
    if before.printed != row.printed:
        yield f"{row.number}  " + ("phiếu đã ra khỏi máy in" if row.printed == "printed" else "CHƯA IN ĐƯỢC PHIẾU")
    if before.state == row.state and before.leg == row.leg:
        return
    match row.state:
        case "serving":
            yield f"{row.number}  đang làm việc tại quầy {row.counter_id}"
        case "finished":
            yield f"{row.number}  xong tại quầy {row.counter_id}"
        case "missed":
            yield f"{row.number}  vắng mặt"
        case "waiting":
            yield f"{row.number}  chuyển sang {row.field_id}, giữ nguyên chỗ"
        case "cancelled":
            yield f"{row.number}  hủy"
        case "expired":
            yield f"{row.number}  hết ngày làm việc"


def _call(before: CallRow | None, row: CallRow) -> Iterator[str]:
    if before is None:
        again = "" if row.attempt == 1 else f", lần {row.attempt}"
        yield f"{row.number}  được gọi đến quầy {row.counter_id}{again}"
        return
    if before.shown_at is None and row.shown_at is not None:
        yield f"{row.number}  đã hiện trên bảng"
    if before.spoken != row.spoken:
        said = "loa đã đọc" if row.spoken == "spoken" else f"loa không đọc: {row.not_spoken_reason}"
        yield f"{row.number}  {said}"
