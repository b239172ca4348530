"""Rows and answers as a server would give them, for the kiosk's tests."""

import msgspec

from hall_link.messages import IssuedResult, Problem
from hall_link.rows import DayState, FieldRow, HallRow, TicketRow, WaitRange, Words
from kiosk.visit import Issued

EIGHT_FORTY_TWO = 1_795_484_520_000
"""24/11/2026 08:42 in Việt Nam."""


def hall_row(day: DayState = "open", **changes: object) -> HallRow:
    row = HallRow(
        hall_id="hai-chau",
        name=Words("Trung tâm Phục vụ hành chính công", "Public Administrative Service Centre"),
        place=Words("Phường Hải Châu", "Hải Châu Ward"),
        hotline="1022",
        time_zone="Asia/Ho_Chi_Minh",
        opens="07:30",
        closes="17:00",
        day=day,
        business_date="2026-11-24",
        appointments=True,
    )
    return msgspec.structs.replace(row, **changes)


def field_row(
    field_id: str = "HT",
    series: str = "A",
    name: str = "Hộ tịch",
    *,
    icon: str = "baby",
    position: int = 0,
    accepting: bool = True,
    counters: tuple[int, ...] = (1, 2),
    waiting: int = 4,
    reopens_at: int | None = None,
    en: str = "Civil status",
    wait: WaitRange | None = None,
) -> FieldRow:
    return FieldRow(
        field_id, series, Words(name, en), icon, position, accepting, list(counters), waiting, None, reopens_at, wait
    )


def issued(
    number: str = "A007",
    *,
    ahead: int = 4,
    counters: tuple[int, ...] = (1, 2),
    field_id: str = "HT",
    wait: WaitRange | None = None,
) -> Issued:
    ticket = TicketRow(
        f"20261124-{number}", number, field_id, None, "waiting", EIGHT_FORTY_TWO, place=EIGHT_FORTY_TWO, order=7
    )
    return Issued(IssuedResult(ticket, ahead, list(counters), wait), "7f3ac21e00112233", EIGHT_FORTY_TWO)


def refusal(code: str = "field_stopped") -> Problem:
    return Problem(
        code,
        "refusal",
        Words("Lĩnh vực này tạm ngừng phát số", "This field gives no numbers now"),
        Words("Xin quay lại sau", "Please come back later"),
    )


def claiming(one: Issued, **changes: object) -> Issued:
    """The same answer with a ticket that has these fields: a class, an appointment, what its place was made from."""
    result = msgspec.structs.replace(one.result, ticket=msgspec.structs.replace(one.result.ticket, **changes))
    return Issued(result, one.mark, one.at)
