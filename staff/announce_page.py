"""What staff announce, for the terminal: what is in force, and which zone's voice has said it."""

from __future__ import annotations

from collections.abc import Iterable

from hall_link.rows import AnnouncementRow, HeardInZone
from staff.settings import Language
from staff.wording import clock, read, table


def announced_page(row: AnnouncementRow, zone: str, language: Language) -> list[str]:
    """What was just announced, and how to take it back; `zone`: the hall's time zone."""
    name, until = short_id(row), clock(row.until, zone)
    return [
        f"Đã gửi thông báo {name}, hiện trên bảng đến {until}: {row.words.vi}"
        if language == "vi"
        else f"Announcement {name} is out, shown until {until}: {read(row.words, language)}",
        f"Rút lại: ./hall announce --withdraw {name}"
        if language == "vi"
        else f"Take it back: ./hall announce --withdraw {name}",
    ]


def announcements_page(rows: Iterable[AnnouncementRow], at: int, zone: str, language: Language) -> list[str]:
    """Everything in force at `at` (ms), the oldest first."""
    in_force = sorted((row for row in rows if row.until > at), key=lambda row: (row.made_at, row.announcement_id))
    if not in_force:
        return ["Không có thông báo nào." if language == "vi" else "Nothing is announced."]
    return table([_line(row, zone, language) for row in in_force])


def full_id(name: str, rows: Iterable[AnnouncementRow]) -> str:
    """The id of today's announcement `tb3`; any other name as it is, for the hall to judge."""
    return next((row.announcement_id for row in rows if short_id(row) == name.lower()), name)


def short_id(row: AnnouncementRow) -> str:
    return row.announcement_id.rpartition("-")[2]


def _line(row: AnnouncementRow, zone: str, language: Language) -> tuple[str, ...]:
    vi = language == "vi"
    where = row.zone or ("cả bộ phận" if vi else "whole hall")
    urgent = ("khẩn" if vi else "urgent") if row.urgent else ""
    heard = ", ".join(_heard(one, vi) for one in row.heard) or ("chưa đọc" if vi else "not spoken yet")
    until = f"đến {clock(row.until, zone)}" if vi else f"until {clock(row.until, zone)}"
    return short_id(row), until, where, urgent, read(row.words, language), f"[{heard}]"


def _heard(heard: HeardInZone, vi: bool) -> str:
    if heard.spoken:
        return f"{heard.zone}: đã đọc" if vi else f"{heard.zone}: spoken"
    return f"{heard.zone}: chưa đọc được ({heard.reason})" if vi else f"{heard.zone}: not spoken ({heard.reason})"
