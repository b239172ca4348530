"""How events change the announcements of staff; a part of `evolve`, the only writer."""

from __future__ import annotations

from hall_server.domain import events as e
from hall_server.domain.model import ANNOUNCEMENTS_MAX, Announcement, HallState, Heard
from hall_server.domain.replacing import replace
from hall_server.domain.words import Words


def made(state: HallState, event: e.AnnouncementMade, at: int) -> None:
    state.announced += 1
    state.announcements[event.announcement_id] = Announcement(
        event.announcement_id, Words(event.vi, event.en), event.urgent, event.zone, at, event.until
    )
    over = [one.announcement_id for one in state.announcements.values() if one.until <= at]
    for announcement_id in over[: max(0, len(state.announcements) - ANNOUNCEMENTS_MAX)]:
        del state.announcements[announcement_id]


def withdrawn(state: HallState, event: e.AnnouncementWithdrawn, at: int) -> None:
    del state.announcements[event.announcement_id]


def spoken(state: HallState, event: e.AnnouncementSpoken, at: int) -> None:
    _hear(state, event.announcement_id, Heard(event.zone, at, spoken=True))


def not_spoken(state: HallState, event: e.AnnouncementNotSpoken, at: int) -> None:
    _hear(state, event.announcement_id, Heard(event.zone, at, spoken=False, reason=event.reason))


def _hear(state: HallState, announcement_id: str, heard: Heard) -> None:
    announcement = state.announcements[announcement_id]
    others = tuple(one for one in announcement.heard if one.zone != heard.zone)
    state.announcements[announcement_id] = replace(announcement, heard=(*others, heard))
