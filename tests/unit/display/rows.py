"""Rows of a small hall, for the tests of the board."""

from hall_link.rows import CallRow, DayState, FieldRow, HallRow, SpokenState, Words

NOW_MS = 1_795_484_520_000
"""24 November 2026, 08:42 in Việt Nam: a Tuesday, the 16th of the tenth lunar month."""
DAY = "2026-11-24"


def a_hall(day: DayState = "open", business_date: str = DAY) -> HallRow:
    name = Words("Trung tâm Phục vụ hành chính công", "Public service centre")
    place = Words("Phường Hải Châu", "Hai Chau ward")
    return HallRow("HC", name, place, "1022", "Asia/Ho_Chi_Minh", "07:30", "17:00", day, business_date)


def a_field(series: str, position: int, name: str = "Hộ tịch", waiting: int = 0) -> FieldRow:
    return FieldRow(f"F{position:02}", series, Words(name), "stamp", position, True, [1], waiting, None)


def a_call(
    number: str,
    counter: int = 1,
    *,
    at: int = NOW_MS,
    attempt: int = 1,
    current: bool = True,
    shown_at: int | None = None,
    spoken: SpokenState = "pending",
) -> CallRow:
    ticket = f"20261124-{number}"
    return CallRow(
        call_id=f"{ticket}-{attempt}",
        ticket_id=ticket,
        number=number,
        field_id="F00",
        counter_id=counter,
        zone="main",
        called_at=at,
        attempt=attempt,
        reason="first_come",
        overtook=0,
        current=current,
        shown_at=shown_at,
        spoken=spoken,
    )
