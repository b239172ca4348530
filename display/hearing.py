"""From the feed's calls to the voice: which of them the announcer is told of, and in which order.

A call is to be spoken when the ticket is still being called by it and no fact about it is on record; what is over
before this board heard of it, and is not on record either, is reported as not spoken, so that its counter knows. The
feed keeps every call that is still current, so one that it no longer shows is over.
"""

from collections.abc import Collection

from display.announcer import Announcer
from display.board import in_order
from display.utterances import Call
from hall_link.rows import CallRow


def hear(announcer: Announcer, calls: Collection[CallRow], server_ms: int, now: float) -> None:
    """Tell the announcer of these calls as they stand. `server_ms`: the server's clock; `now`: the announcer's."""
    for row in in_order(calls):
        if row.spoken != "pending":
            announcer.answered_for(row.call_id)
        elif row.current:
            call = Call(row.call_id, row.ticket_id, row.number, row.counter_id)
            announcer.call(call, now, max(0, server_ms - row.called_at) / 1000)
    # After the new ones, so that a recall finds its earlier call still in line and takes over its place.
    for row in calls:
        if not row.current:
            announcer.over(row.call_id)
    shown = {row.call_id for row in calls}
    for call in announcer.line:
        if call.call_id not in shown:
            announcer.over(call.call_id)
