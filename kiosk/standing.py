"""What stands in the way of taking any number at this kiosk now, and what the printer can do.

Worked out from the hall's rows, the link and the printer alone, in the order of what a person must know first: without
a server nothing on the screen may be believed; then the hall's own state; the printer last, because a number without
paper is still a number, unless the hall decided otherwise.
"""

from __future__ import annotations

from typing import Literal

from hall_link.rows import HallRow, PrinterCondition
from kiosk.visit import Blocked

WithoutPaper = Literal["show", "stop"]
"""What the hall chose for a printer that cannot print: `show` the number for a photo, or `stop` giving numbers here."""


def blocked(
    hall: HallRow | None,
    fields: int,
    *,
    live: bool,
    heard_ever: bool,
    printer: PrinterCondition,
    without_paper: WithoutPaper,
) -> Blocked | None:
    """Why no number can be taken, or None. `hall` and `fields` (how many) are as the last rows said."""
    if not live:
        return "no_server" if heard_ever else "searching"
    if hall is None or fields == 0:
        return "not_set_up"
    if hall.day == "closed":
        return "closed"
    if hall.day == "break":
        return "on_break"
    if hall.day == "closing":
        return "closing"
    if without_paper == "stop" and prints_nothing(printer):
        return "no_printer"
    return None


def prints_nothing(printer: PrinterCondition) -> bool:
    """Whether a ticket given to the printer now could not come out at once."""
    return printer not in ("ready", "absent")
