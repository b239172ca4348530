"""A small hall as rows, for the tests of the officer's application: three fields, three counters, tickets on demand."""

from __future__ import annotations

import msgspec

from counter.desk import Desk
from counter.look import look
from hall_link.mirror import Mirror
from hall_link.rows import (
    AnyRow,
    CallRow,
    CounterRow,
    FieldRow,
    HallRow,
    PrinterCondition,
    PrinterRow,
    ProcedureRow,
    ReprintRow,
    TicketRow,
    Words,
)

OPENED_AT = 1_795_480_200_000
"""24 November 2026, 07:30 in Viet Nam."""
MINUTE = 60_000
NOW = OPENED_AT + 60 * MINUTE
BIRTH = Words("Đăng ký khai sinh", "Birth registration")
FIELDS = {
    "HT": FieldRow("HT", "A", Words("Hộ tịch", "Civil status"), "baby", 0, True, [1, 3], 0, None),
    "CT": FieldRow("CT", "B", Words("Chứng thực", "Certification"), "stamp", 1, True, [3], 0, None),
    "DD": FieldRow("DD", "C", Words("Đất đai", "Land"), "map", 2, True, [], 0, None),
}


class HallRows(Mirror):
    """What the link would hold."""

    def __init__(self, *rows: AnyRow) -> None:
        super().__init__()
        self.put(*rows)

    def put(self, *rows: AnyRow) -> None:
        self.rows.update({row.key: row for row in rows})

    def ticket(self, ticket_id: str) -> TicketRow:
        row = self.rows[f"ticket/{ticket_id}"]
        assert isinstance(row, TicketRow)
        return row

    def counter(self, counter_id: int) -> CounterRow:
        row = self.rows[f"counter/{counter_id}"]
        assert isinstance(row, CounterRow)
        return row

    def come_to(self, counter_id: int, ticket_id: str, *, serving: bool = False, at: int = NOW - MINUTE) -> None:
        """Ticket `ticket_id` was called to the counter at `at`, and is being served since 20 seconds later."""
        ticket = self.ticket(ticket_id)
        call = call_of(ticket, counter_id, at)
        self.put(
            msgspec.structs.replace(
                ticket,
                state="serving" if serving else "called",
                counter_id=counter_id,
                call_id=call.call_id,
                called_at=at,
                started_at=at + 20_000 if serving else None,
                printed="printed",
            ),
            msgspec.structs.replace(self.counter(counter_id), state="open", ticket_id=ticket_id),
            call,
        )


def hall_row(**changes: object) -> HallRow:
    row = HallRow(
        "hai-chau",
        Words("Trung tâm Phục vụ hành chính công", "Public administration service centre"),
        Words("Phường Hải Châu", "Hai Chau ward"),
        "0236 1022",
        "Asia/Ho_Chi_Minh",
        "07:30",
        "17:00",
        "open",
        "2026-11-24",
        manual_reasons=["frail", "child", "mistake", "supervisor"],
        hold_minutes_max=240,
        undo_seconds=60,
    )
    return msgspec.structs.replace(row, **changes)


def call_of(ticket: TicketRow, counter_id: int, at: int, *, attempt: int = 1) -> CallRow:
    return CallRow(
        f"{ticket.ticket_id}-{attempt}",
        ticket.ticket_id,
        ticket.number,
        ticket.field_id,
        counter_id,
        "main",
        at,
        attempt,
        "first_come",
        0,
        current=True,
    )


def ticket(number: str, order: int, field_id: str = "HT", **changes: object) -> TicketRow:
    """A waiting ticket, issued `order` minutes after opening."""
    issued_at = OPENED_AT + order * MINUTE
    row = TicketRow(f"20261124-{number}", number, field_id, None, "waiting", issued_at, issued_at, order)
    return msgspec.structs.replace(row, **changes)


def printer_row(
    kiosk_id: str = "kiosk-1", condition: PrinterCondition = "ready", *, label: str = "", metres_left: int | None = 20
) -> PrinterRow:
    return PrinterRow(kiosk_id, label, condition, False, metres_left, since=OPENED_AT)


def reprint_of(ticket_row: TicketRow) -> ReprintRow:
    """One that was asked for and has not come out yet."""
    ticket_id = ticket_row.ticket_id
    return ReprintRow(f"{ticket_id}-r1", ticket_id, ticket_row.number, "kiosk-1", 1, NOW, "asked", "", ticket_row)


def small_hall(*tickets: TicketRow, counter_open: bool = True) -> HallRows:
    """Counter 3 serves HT and CT, counter 1 HT (open), counter 2 DD (closed)."""
    return HallRows(
        hall_row(),
        *FIELDS.values(),
        ProcedureRow("1.001193", "HT", BIRTH),
        CounterRow(1, "main", "open", ["HT"]),
        CounterRow(2, "main", "closed", ["DD"]),
        CounterRow(3, "main", "open" if counter_open else "closed", ["HT", "CT"]),
        *tickets,
    )


def desk_of(rows: HallRows, *, live: bool = True, now_ms: int = NOW) -> Desk:
    return look(rows, 3, live=live, now_ms=now_ms)


def hall_at(at: str, waiting: int = 3) -> HallRows:
    """Counter 3 "closed", "idle", or with A001 "called" or "serving"; behind it `waiting` others, at least."""
    rows = small_hall(*(ticket(f"A{n:03}", n) for n in range(1, waiting + 2)), counter_open=at != "closed")
    if at in {"called", "serving"}:
        rows.come_to(3, "20261124-A001", serving=at == "serving")
    return rows
