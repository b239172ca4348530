"""Small values of the wire for the tests of the link, and answers as a server would write them."""

import msgspec

from hall_link.messages import CommandReply, ErrorReply, Problem
from hall_link.rows import AnyRow, CounterRow, HallRow, TicketRow, Words


def hall(hall_id: str = "hall-1") -> HallRow:
    words = Words("Bộ phận một cửa")
    return HallRow(hall_id, words, words, "", "Asia/Ho_Chi_Minh", "07:30", "17:00", "open", "2026-11-24")


def counter(counter_id: int, *, ticket_id: str | None = None) -> CounterRow:
    return CounterRow(counter_id, "main", "open", ["HT"], ticket_id)


def ticket(order: int) -> TicketRow:
    number = f"A{order:03d}"
    return TicketRow(f"20261124-{number}", number, "HT", None, "waiting", issued_at=order, place=order, order=order)


def rows(*some: AnyRow) -> list[AnyRow]:
    return list(some)


def reply(command_id: str, *, seq: int = 7, result: object | None = None) -> bytes:
    """The body of a 200."""
    raw = msgspec.Raw(msgspec.json.encode({} if result is None else result))
    return msgspec.json.encode(CommandReply(command_id, seq, "ab" * 8, 1000, raw))


def problem(family: str = "refusal", *, code: str = "no", retry_after_ms: int | None = None) -> Problem:
    words = Words("Không được", "No")
    made = {"code": code, "family": family, "message": words, "remedy": words, "retry_after_ms": retry_after_ms}
    return msgspec.convert(made, Problem, from_attributes=True)


def error(made: Problem) -> bytes:
    """The body of an answer that is not a 200."""
    return msgspec.json.encode(ErrorReply(made))
