"""What staff say to the hall: typed words, shown on the boards for a while and spoken by the voice of each zone.

Few at a time, for a board that shows ten of them shows none. Words are kept in the journal for ever like every other
command, so nobody's name belongs into them; what reaches a board is one line of letters, whatever was pasted.
"""

from __future__ import annotations

import unicodedata

from hall_server.domain.commands import Announce, ReportAnnouncementSpoken, WithdrawAnnouncement
from hall_server.domain.events import (
    AnnouncementMade,
    AnnouncementNotSpoken,
    AnnouncementSpoken,
    AnnouncementWithdrawn,
)
from hall_server.domain.guards import Decision
from hall_server.domain.model import ANNOUNCEMENTS_MAX, HallState, announcement_id_of
from hall_server.domain.policies import MINUTE_MS
from hall_server.domain.refusals import RefusalCode, refuse


def announce(state: HallState, command: Announce, now: int) -> Decision:
    """In force from now on for so many minutes."""
    if state.business_date is None:
        return refuse(RefusalCode.DAY_CLOSED)
    vi = one_line(command.vi)
    if not vi:
        return refuse(RefusalCode.ANNOUNCEMENT_EMPTY)
    if command.zone and command.zone not in zones_of(state):
        return _unknown_zone(state, command.zone)
    in_force = sum(announcement.until > now for announcement in state.announcements.values())
    if in_force >= ANNOUNCEMENTS_MAX:
        return refuse(RefusalCode.TOO_MANY_ANNOUNCEMENTS, count=in_force)
    announcement_id = announcement_id_of(state.business_date, state.announced + 1)
    until = now + command.minutes * MINUTE_MS
    return (AnnouncementMade(announcement_id, vi, one_line(command.en), command.urgent, command.zone, until),)


def withdraw(state: HallState, command: WithdrawAnnouncement, now: int) -> Decision:
    """Not shown any more, and not begun to be spoken."""
    if command.announcement_id not in state.announcements:
        return refuse(RefusalCode.UNKNOWN_ANNOUNCEMENT, announcement=command.announcement_id)
    return (AnnouncementWithdrawn(command.announcement_id),)


def report_spoken(state: HallState, command: ReportAnnouncementSpoken, now: int) -> Decision:
    """Each zone has a voice of its own; as with calls, spoken outweighs not spoken."""
    announcement = state.announcements.get(command.announcement_id)
    if announcement is None:
        return refuse(RefusalCode.UNKNOWN_ANNOUNCEMENT, announcement=command.announcement_id)
    if command.zone not in zones_of(state):
        return _unknown_zone(state, command.zone)
    known = next((heard for heard in announcement.heard if heard.zone == command.zone), None)
    if known is not None and known.spoken:
        return ()
    if command.spoken:
        return (AnnouncementSpoken(announcement.announcement_id, command.zone),)
    if known is not None and known.reason == command.reason:
        return ()
    return (AnnouncementNotSpoken(announcement.announcement_id, command.zone, command.reason),)


def zones_of(state: HallState) -> list[str]:
    """The hall's zones, sorted."""
    return sorted({counter.zone for counter in state.counters.values()})


def one_line(text: str) -> str:
    """What can be printed of it, composed (NFC), its spaces and line ends as single spaces."""
    visible = (letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(visible).split())


def _unknown_zone(state: HallState, zone: str) -> Decision:
    return refuse(RefusalCode.UNKNOWN_ZONE, zone=zone, zones=", ".join(zones_of(state)))
