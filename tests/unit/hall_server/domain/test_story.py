"""A ticket's day in words, from the journal alone."""

from __future__ import annotations

from hall_server.domain import commands as c
from hall_server.domain import events as e
from hall_server.domain import story as stories
from hall_server.domain.model import HallState
from hall_server.domain.story import Happening, Story, tell
from hall_server.domain.story_words import LINES
from tests.halls import HOUR, MINUTE, Rehearsal, open_hall


def story_of(hall: Rehearsal, wanted: str) -> Story | None:
    return tell(HallState(), (Happening(at, "counter-1", events) for at, events in hall.history), wanted)


def told(hall: Rehearsal, wanted: str) -> Story:
    story = story_of(hall, wanted)
    assert story is not None
    return story


def test_the_whole_way_from_number_to_end_is_told_in_order() -> None:
    hall = open_hall(1)
    ticket_id = hall.issue()
    hall.do(c.ReportPrinted(ticket_id))
    hall.call(1)
    hall.do(c.ReportShown(f"{ticket_id}-1"))
    hall.do(c.ReportSpoken(f"{ticket_id}-1", spoken=False, reason="late"))
    hall.do(c.MarkMissed(1, ticket_id))
    hall.do(c.ComeBack(ticket_id))
    hall.call(1)
    hall.do(c.StartService(1, ticket_id))
    hall.do(c.UndoStep(1, ticket_id))
    hall.do(c.StartService(1, ticket_id))
    hall.do(c.HoldTicket(1, ticket_id, hall.now + HOUR))
    hall.do(c.ResumeTicket(ticket_id))
    hall.call(1)
    hall.do(c.StartService(1, ticket_id))
    hall.do(c.TransferTicket(1, ticket_id, "CT", None))
    hall.do(c.CancelTicket(ticket_id, "về nhà"))
    story = told(hall, "A001")
    assert [chapter.kind for chapter in story.chapters] == [
        *("issued", "printed", "called", "shown", "not_spoken", "missed", "came_back", "called", "started", "undone"),
        *("started", "held", "resumed", "called", "started", "transferred", "cancelled"),
    ]
    assert story.chapters[0].words.vi == "Lấy số A001, lĩnh vực Hộ tịch. Chỗ xếp: 08:00, giờ lấy số."
    assert story.chapters[11].words.en == "Fetches papers until 09:00; the place is kept."
    assert story.chapters[15].words.en == "Sent on: Certification; place 08:00."
    assert story.ticket == hall.ticket(ticket_id)
    assert told(hall, ticket_id) == story


def test_who_came_before_is_counted_in_turn_or_named_with_the_reason() -> None:
    hall = open_hall(1)
    earlier, mine = hall.issue(), hall.issue()
    hall.do(c.IssueTicket("HT", priority_class="elderly"))
    hall.now += MINUTE
    for expected in ("20261124-A003", earlier, mine):
        assert hall.call(1) == expected
        hall.do(c.MarkMissed(1, expected))
    story = told(hall, mine)
    assert (story.in_turn, story.overtaken, story.away, story.unexplained) == (1, 1, 0, 0)
    assert "Luật Người cao tuổi" in story.passed[0].passing.words.vi
    assert story.passed[0].at == hall.now


def test_who_stays_away_all_day_reads_a_bounded_list() -> None:
    hall = open_hall(1)
    away = hall.issue()
    hall.call(1)
    hall.do(c.MarkMissed(1, away))
    for _ in range(stories.PASSINGS_TOLD_MAX + 5):
        hall.issue()
        ticket_id = hall.call(1)
        assert ticket_id is not None
        hall.do(c.MarkMissed(1, ticket_id))
    story = told(hall, away)
    assert (len(story.passed), story.untold, story.away) == (stories.PASSINGS_TOLD_MAX, 5, 205)


def test_nobody_has_a_story_who_took_no_number_today() -> None:
    hall = open_hall(1)
    yesterday = hall.issue()
    assert story_of(hall, "A002") is None
    hall.do(c.CloseDay(force=True))
    hall.now += 24 * HOUR
    hall.do(c.OpenDay())
    assert story_of(hall, yesterday) is None


def test_every_event_about_a_ticket_has_its_line() -> None:
    about_tickets = {kind for kind in e.Event.__args__ if {"ticket_id", "call_id"} & set(kind.__dataclass_fields__)}
    assert set(LINES) == about_tickets
