"""What a new document would change, for the terminal."""

from __future__ import annotations

from hall_link.preview import HallPreview, PreviewedNewcomer, PreviewedStanding
from staff.settings import Language
from staff.wording import clock, table


def preview_page(found: HallPreview, zone: str, language: Language) -> list[str]:
    """The page's lines; `zone`: the hall's time zone."""
    vi = language == "vi"
    lines = [
        "XEM TRƯỚC · chưa có gì thay đổi" if vi else "PREVIEW · nothing has changed",
        "Chỗ đã ghi trên phiếu đang chờ vẫn giữ nguyên; chính sách mới chỉ áp dụng cho số lấy sau."
        if vi
        else "Places of tickets that wait stay as written; a new policy applies to later numbers.",
        "",
        "Mỗi quầy sẽ gọi:" if vi else "Each counter would call:",
    ]
    for one in found.counters:
        name = f"Quầy {one.counter_id}" if vi else f"Counter {one.counter_id}"
        before, after = (" ".join(numbers) or "–" for numbers in (one.before, one.after))
        lines.append(f"  {name}: {before}" if before == after else f"  {name}: {before}  →  {after}")
    if found.moved:
        lines += ["", "Số người phía trước thay đổi:" if vi else "People ahead change:"]
        lines += table([(one.number, f"{one.before} → {one.after}") for one in found.moved])
    lines += ["", "Người lấy số bây giờ:" if vi else "Whoever takes a number now:"]
    rows = [
        (one.field_id, _kind(one, vi), _standing(one.before, zone, vi), "→", _standing(one.after, zone, vi))
        for one in found.newcomers
    ]
    return lines + (table(rows) or ["  không có gì khác" if vi else "  nothing differs"])


def _kind(one: PreviewedNewcomer, vi: bool) -> str:
    if one.kind == "priority":
        return f"ưu tiên {one.class_id}" if vi else f"priority {one.class_id}"
    if one.kind == "appointment":
        return "hẹn giờ này" if vi else "appointment now"
    return "thường" if vi else "walk-in"


def _standing(standing: PreviewedStanding | None, zone: str, vi: bool) -> str:
    if standing is None:
        return "không có" if vi else "none"
    ahead = f"{standing.ahead} người trước" if vi else f"{standing.ahead} ahead"
    return f"{clock(standing.place, zone)}, {ahead}"
