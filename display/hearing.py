"""From the feed to the voice: whether it may speak, and which calls and announcements the announcer is told of.

Of the boards of a zone the server lets one speak; a board whose rows are stale cannot know whether it is still the one.

A call is to be spoken when the ticket is still being called by it and no fact about it is on record; what is over
before this board heard of it, and is not on record either, is reported as not spoken, so that its counter knows. The
feed keeps every call that is still current, so one that it no longer shows is over. With announcements it is the same:
one that is in force is said once in each zone, and one that the feed no longer shows was withdrawn.
"""

from collections.abc import Collection

from display.announcer import Announcer
from display.board import in_order
from display.notices import Notice
from display.utterances import Call
from hall_link.mirror import Mirror
from hall_link.rows import AnnouncementRow, BoardRow, CallRow

URGENT_PASSES = 2
"""What is urgent is said twice, as a call is."""


def has_voice(mirror: Mirror, device: str) -> bool:
    """Whether this device is the board that speaks for its zone."""
    board = mirror.get(f"board/{device}")
    return isinstance(board, BoardRow) and board.speaks


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


def hear_announcements(
    announcer: Announcer, rows: Collection[AnnouncementRow], zone: str, server_ms: int, now: float
) -> None:
    """Tell the announcer what staff announce in this zone; clocks as in `hear`."""
    for row in sorted(rows, key=lambda row: (row.made_at, row.announcement_id)):
        if any(heard.zone == zone for heard in row.heard):
            announcer.notice_answered_for(row.announcement_id)
        elif row.zone in ("", zone) and server_ms < row.until:
            announcer.notice(_notice(row), now, max(0, server_ms - row.made_at) / 1000)
    shown = {row.announcement_id for row in rows}
    for notice in announcer.notices:
        if notice.typed and notice.notice_id not in shown:
            announcer.withdraw(notice.notice_id)


def _notice(row: AnnouncementRow) -> Notice:
    return Notice(
        row.announcement_id,
        row.words.vi,
        row.words.en,
        urgent=row.urgent,
        passes=URGENT_PASSES if row.urgent else 1,
        patience_seconds=(row.until - row.made_at) / 1000,
        typed=True,
    )
