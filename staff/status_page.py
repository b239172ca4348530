"""How the hall stands, for the terminal: who waits, the counters, the screens that listen, and what needs a hand."""

from __future__ import annotations

from collections.abc import Iterator

from hall_link.rows import BoardRow, CallRow, CounterRow, FieldRow, HallRow, TicketRow
from staff.access import Standing
from staff.printers_page import printer_lines, printer_warnings, problem_in_words
from staff.settings import Language
from staff.wording import clock, minutes, read, table

LONG_WAIT_MINUTES = 60
"""From then on a wait is named among the warnings."""
SHOWN_SECONDS_MAX = 5
"""A call that no wallboard has shown by then is named among the warnings."""
SPOKEN_SECONDS_MAX = 30
"""So is one that has not been heard by then: longer than a line of calls may grow before less is said of each."""

_DAYS = {
    "closed": ("đóng cửa", "closed"),
    "open": ("đang phát số", "giving numbers"),
    "break": ("nghỉ giữa buổi", "break"),
    "closing": ("đã phát số cuối", "last number given"),
}
_COUNTERS = {"closed": ("đóng", "closed"), "open": ("mở", "open"), "paused": ("tạm nghỉ", "paused")}
_AT = {"called": ("đang gọi", "called"), "serving": ("đang phục vụ", "serving")}
_VIEWS = {
    "kiosk": ("máy lấy số", "kiosks"),
    "counter": ("màn hình quầy", "counter screens"),
    "display": ("bảng gọi số", "wallboards"),
}


def status_page(standing: Standing, language: Language) -> list[str]:
    """The page's lines."""
    hall = standing.mirror.hall
    index = 0 if language == "vi" else 1
    if hall is None:
        return [("Bộ phận chưa có cấu hình.", "The hall has no document yet.")[index]]
    title = f"{read(hall.name, language)} · {clock(standing.at, hall.time_zone)} · {_DAYS[hall.day][index]}"
    warnings = [f"  ! {pair[index]}" for pair in _warnings(standing, hall)]
    return [
        title,
        "",
        ("ĐANG CHỜ", "WAITING")[index],
        *table([_field(row, standing, language) for row in _fields(standing)]),
        "",
        ("QUẦY", "COUNTERS")[index],
        *table([_counter(row, standing, index) for row in _sorted_counters(standing)]),
        "",
        *_printers(standing, hall, index),
        ("THIẾT BỊ ĐANG KẾT NỐI", "DEVICES CONNECTED")[index],
        "  " + ", ".join(f"{names[index]}: {standing.feeds.get(view, 0)}" for view, names in _VIEWS.items()),
        "",
        ("CẦN CHÚ Ý", "NEEDS A HAND")[index],
        *(warnings or [("  không có gì", "  nothing")[index]]),
    ]


def _fields(standing: Standing) -> list[FieldRow]:
    return sorted(standing.mirror.all(FieldRow), key=lambda row: row.position)


def _sorted_counters(standing: Standing) -> list[CounterRow]:
    return sorted(standing.mirror.all(CounterRow), key=lambda row: row.counter_id)


def _field(row: FieldRow, standing: Standing, language: Language) -> tuple[str, ...]:
    vi = language == "vi"
    longest = "" if row.oldest_at is None else f"{minutes(row.oldest_at, standing.at)}"
    waits = (f"lâu nhất {longest} phút" if vi else f"longest {longest} min") if longest else ""
    counters = ", ".join(str(counter) for counter in row.counters) or "–"
    return (
        row.series,
        read(row.name, language),
        f"{row.waiting} người" if vi else f"{row.waiting} waiting",
        waits,
        f"quầy {counters}" if vi else f"counters {counters}",
        "" if row.accepting else ("ngừng phát số" if vi else "no numbers"),
    )


def _counter(row: CounterRow, standing: Standing, index: int) -> tuple[str, ...]:
    ticket = standing.mirror.get(f"ticket/{row.ticket_id}")
    doing = ""
    if isinstance(ticket, TicketRow):
        since = ticket.started_at or ticket.called_at or standing.at
        doing = f"{ticket.number} {_AT[ticket.state][index]} {minutes(since, standing.at)} {('phút', 'min')[index]}"
    fields = " ".join((*row.fields, *(f"({field})" for field in row.helps)))
    state = _COUNTERS[row.state][index] + (f": {row.pause_reason}" if row.pause_reason else "")
    return str(row.counter_id), state, fields, doing


def _printers(standing: Standing, hall: HallRow, index: int) -> list[str]:
    lines = table(printer_lines(standing, hall, index))
    return [("MÁY IN", "PRINTERS")[index], *lines, ""] if lines else []


def _warnings(standing: Standing, hall: HallRow) -> Iterator[tuple[str, str]]:
    yield from _queue_warnings(standing)
    yield from _ticket_warnings(standing, hall)
    yield from printer_warnings(standing, hall)
    yield from _device_warnings(standing)


def _queue_warnings(standing: Standing) -> Iterator[tuple[str, str]]:
    for row in _fields(standing):
        if row.waiting and not row.counters:
            yield (
                f"{row.name.vi}: {row.waiting} người chờ mà không quầy nào mở",
                f"{row.name.en or row.name.vi}: {row.waiting} waiting and no counter open",
            )
        if row.oldest_at is not None and minutes(row.oldest_at, standing.at) >= LONG_WAIT_MINUTES:
            waited = minutes(row.oldest_at, standing.at)
            yield (
                f"{row.name.vi}: có người chờ {waited} phút",
                f"{row.name.en or row.name.vi}: somebody has waited {waited} minutes",
            )


def _ticket_warnings(standing: Standing, hall: HallRow) -> Iterator[tuple[str, str]]:
    for ticket in sorted(standing.mirror.all(TicketRow), key=lambda row: row.order):
        if ticket.printed == "failed" and ticket.ended_at is None:
            vi, en = problem_in_words(ticket.print_problem)
            yield f"{ticket.number}: phiếu chưa in được ({vi})", f"{ticket.number}: the ticket was not printed ({en})"
        if ticket.state == "on_hold" and ticket.hold_until is not None and ticket.hold_until < standing.at:
            until = clock(ticket.hold_until, hall.time_zone)
            yield f"{ticket.number}: hẹn trở lại {until} mà chưa đến", f"{ticket.number}: was expected back at {until}"


def _board_warnings(standing: Standing) -> Iterator[tuple[str, str]]:
    """Boards that were there today and are not any more; zones whose boards can all not speak."""
    zone_of_hall = standing.mirror.hall.time_zone if standing.mirror.hall else ""
    boards = sorted(standing.mirror.all(BoardRow), key=lambda row: row.board_id)
    for board in boards:
        if not board.answers:
            since = clock(board.since, zone_of_hall)
            yield (
                f"bảng {board.board_id} (khu vực {board.zone}) không trả lời từ {since}",
                f"wallboard {board.board_id} (zone {board.zone}) has not answered since {since}",
            )
    for zone in sorted({board.zone for board in boards} - {board.zone for board in boards if board.speaks}):
        yield f"khu vực {zone}: không bảng nào đọc số", f"zone {zone}: no wallboard speaks"


def _device_warnings(standing: Standing) -> Iterator[tuple[str, str]]:
    for call in sorted(standing.mirror.all(CallRow), key=lambda row: row.called_at):
        if not call.current:
            continue
        if call.spoken == "not_spoken":
            yield (
                f"{call.number}: loa chưa đọc ({call.not_spoken_reason})",
                f"{call.number}: was not spoken ({call.not_spoken_reason})",
            )
        age_ms = standing.at - call.called_at
        if call.shown_at is None and age_ms > SHOWN_SECONDS_MAX * 1000:
            yield f"{call.number}: bảng gọi số chưa hiện", f"{call.number}: no wallboard has shown it"
        if call.spoken == "pending" and age_ms > SPOKEN_SECONDS_MAX * 1000:
            yield f"{call.number}: chưa nghe loa đọc", f"{call.number}: has not been heard yet"
    yield from _board_warnings(standing)
    for view in ("kiosk", "display"):
        if not standing.feeds.get(view):
            vi, en = _VIEWS[view]
            yield f"không có {vi} nào kết nối", f"no {en} connected"
