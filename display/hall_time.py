"""The hall's time of day as the board knows it: the server's clock in the hall's time zone."""

from display.calendar_text import local_time
from display.hours import minute_of
from display.occasions import LateField, Outlook
from hall_link.rows import HallRow

USUAL_TIME_ZONE = "Asia/Ho_Chi_Minh"
"""Until the hall has told its own."""


def minute_of_day(hall: HallRow | None, server_ms: int) -> int:
    """Minutes after the hall's midnight."""
    local = local_time(server_ms, USUAL_TIME_ZONE if hall is None else hall.time_zone)
    return local.hour * 60 + local.minute


def outlook(hall: HallRow | None, server_ms: int, late: tuple[LateField, ...] = ()) -> Outlook:
    """The hall at this moment, for what it says by itself."""
    if hall is None or hall.business_date is None:
        return Outlook("", None)
    if hall.day == "closed" or hall.opens == hall.closes:
        return Outlook(hall.business_date, None, late)
    left = minute_of(hall.closes) - minute_of_day(hall, server_ms)
    return Outlook(hall.business_date, left if left > 0 else None, late)
