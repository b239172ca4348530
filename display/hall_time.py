"""The hall's time of day as the board knows it: the server's clock in the hall's time zone."""

from collections.abc import Iterator

from display.calendar_text import local_time
from display.occasions import Closing, LateField, Outlook
from hall_link.mirror import Mirror
from hall_link.rows import CounterRow, FieldRow, HallRow

USUAL_TIME_ZONE = "Asia/Ho_Chi_Minh"
"""Until the hall has told its own."""
MINUTE_MS = 60_000
LATE_TOLERANCE_SECONDS = 120
"""Nobody is told sorry for a moment: one in ten waits a little longer than was foretold, by the nature of it."""


def minute_of_day(hall: HallRow | None, server_ms: int) -> int:
    """Minutes after the hall's midnight."""
    local = local_time(server_ms, USUAL_TIME_ZONE if hall is None else hall.time_zone)
    return local.hour * 60 + local.minute


def outlook(mirror: Mirror, zone: str, server_ms: int) -> Outlook:
    """The hall at this moment, for what it says by itself in a zone: of the fields that the zone's counters serve."""
    hall = mirror.hall
    if hall is None or hall.business_date is None or hall.day == "closed":
        return Outlook("" if hall is None else hall.business_date or "")
    served = {field_id for row in mirror.all(CounterRow) if row.zone == zone for field_id in row.fields}
    fields = [row for row in sorted(mirror.all(FieldRow), key=lambda row: row.position) if row.field_id in served]
    late = tuple(late_field(row) for row in fields if is_late(row, server_ms))
    return Outlook(hall.business_date, tuple(_closings(fields, server_ms)), late)


def is_late(row: FieldRow, server_ms: int) -> bool:
    """Whether somebody who waits in the field has waited clearly longer than the ticket said."""
    if row.late_at is None or not row.waiting:
        return False
    return server_ms - row.late_at >= LATE_TOLERANCE_SECONDS * 1000


def late_field(row: FieldRow) -> LateField:
    """A late field with the wait that is foretold now."""
    return LateField(row.field_id, row.name.vi, row.name.en, None if row.wait is None else row.wait.high)


def _closings(fields: list[FieldRow], server_ms: int) -> Iterator[Closing]:
    """The last of them ends for the whole hall, any earlier one for its field."""
    ends = [(row, row.numbers_until) for row in fields if row.numbers_until is not None]
    last = max((end for _, end in ends), default=0)
    for row, end in ends:
        if end < last:
            yield Closing(_minutes_left(end, server_ms), row.field_id, row.name.vi, row.name.en)
    if ends:
        yield Closing(_minutes_left(last, server_ms))


def _minutes_left(end: int, server_ms: int) -> int:
    """Begun minutes, as people count them."""
    return -((server_ms - end) // MINUTE_MS)
