"""A ticket's story for the terminal: what happened, who came first and why, in the order of the clock."""

from __future__ import annotations

from hall_link.story import TicketStory
from staff.settings import Language
from staff.wording import clock, read, table


def story_page(story: TicketStory, zone: str, language: Language) -> list[str]:
    """The page's lines; `zone`: the hall's time zone."""
    vi = language == "vi"
    title = f"PHIẾU {story.ticket.number}" if vi else f"TICKET {story.ticket.number}"
    happened = [(one.at, f"[{one.actor}]", read(one.words, language)) for one in story.chapters]
    passed = [(one.at, "↷", read(one.words, language)) for one in story.passed]
    both = sorted([*happened, *passed], key=lambda one: one[0])
    lines = [f"{title} · {story.ticket.ticket_id}", ""]
    lines += table([(clock(at, zone), mark, words) for at, mark, words in both])
    return [*lines, "", *_sums(story, vi)]


def _sums(story: TicketStory, vi: bool) -> list[str]:
    sums = [
        (
            f"Số lấy trước được gọi trong lúc chờ: {story.in_turn}",
            f"Earlier numbers called meanwhile: {story.in_turn}",
        ),
        (
            f"Số lấy sau được gọi trước, đều có lý do ở trên: {story.overtaken - story.unexplained}",
            f"Later numbers called first, each with its reason above: {story.overtaken - story.unexplained}",
        ),
        (
            f"Số lấy sau được gọi trong lúc phiếu này chưa gọi được: {story.away}",
            f"Later numbers called while this one could not be: {story.away}",
        ),
    ]
    if story.untold:
        sums.append((f"Còn {story.untold} số nữa không liệt kê.", f"{story.untold} more are not listed."))
    if story.unexplained:
        sums.append(
            (
                f"CHƯA RÕ LÝ DO: {story.unexplained}. Xin báo người phụ trách.",
                f"WITHOUT A REASON: {story.unexplained}. Please tell the person in charge.",
            )
        )
    return [one if vi else other for one, other in sums]
