"""The page for citizens says what the rules do: its tables are played through the real domain, its answers compared."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from hall_server.domain import commands as c
from hall_server.domain.explain_words import MANUAL_REASONS
from hall_server.domain.model import CallReason, CounterPlan, HallState, TicketState
from hall_server.domain.policies import Appointments, Helping, NoShow, Policies, PriorityClass
from hall_server.domain.story import Happening, tell
from hall_server.domain.words import Words
from tests.halls import HOUR, VIETNAM, Rehearsal, open_hall

PAGE = (Path(__file__).parents[2] / "docs" / "FAIRNESS.md").read_text(encoding="utf-8")
POLICIES = Policies(
    priority_classes=(
        PriorityClass("elderly", Words("Người từ 75 tuổi", "People from 75 years on"), 30, "Luật Người cao tuổi"),
    ),
    appointments=Appointments(),
    no_show=NoShow(behind=2),
    helping=Helping(limit_minutes=20),
)
COUNTERS = (CounterPlan(1, ("HT",), helps=("DD",)), CounterPlan(2, ("HT", "CT")), CounterPlan(3, ("CT", "DD")))
FIELDS = {"A": "HT", "B": "CT", "C": "DD"}
REASONS = {
    **{"đến lượt": CallReason.FIRST_COME, "ưu tiên": CallReason.PRIORITY, "có hẹn": CallReason.APPOINTMENT},
    **{"đã trở lại": CallReason.RETURNED, "hỗ trợ": CallReason.HELPING},
    **{"in turn": CallReason.FIRST_COME, "priority": CallReason.PRIORITY, "appointment": CallReason.APPOINTMENT},
    **{"came back": CallReason.RETURNED, "helping": CallReason.HELPING},
}


class Example(NamedTuple):
    """A table of the page: its lines as (time, number, what happens), and the answers quoted after it."""

    heading: str
    lines: list[tuple[str, str, str]]
    answers: list[str]


def examples() -> Iterator[Example]:
    heading, lines, answers = "", [], []
    for line in [*PAGE.splitlines(), "## "]:
        row = re.fullmatch(r"\| (\d\d:\d\d) \| (\w+) \| (.+) \|", line)
        if row:
            lines.append((row[1], row[2], row[3]))
        elif line.startswith("> "):
            answers.append(line.removeprefix("> "))
        elif lines and line.startswith(("#", "| giờ", "| time")):
            yield Example(heading, lines, answers)
            lines, answers = [], []
        if line.startswith("## "):
            heading = line.removeprefix("## ")


EXAMPLES = list(examples())


def play(hall: Rehearsal, number: str, happens: str) -> None:
    """One line of a table; asserts that what it says is what happened."""
    ticket_id = f"20261124-{number}"
    what, _, detail = happens.partition(": ")
    if what.startswith(("lấy số", "takes a number")):
        slot = re.search(r"\d\d:\d\d", what)
        priority = "elderly" if what.endswith(("ưu tiên", "priority")) else None
        hall.do(
            c.IssueTicket(
                FIELDS[number[0]], priority_class=priority, appointment_at=at(slot[0]) if slot is not None else None
            )
        )
        assert ticket_id in hall.state.tickets
    elif what in ("được gọi", "is called"):
        assert hall.call(1) == ticket_id
        assert next(reversed(hall.state.calls.values())).reason is REASONS[detail]
    elif what in ("được gọi ngoài thứ tự", "is called out of order"):
        code = next(code for code, words in MANUAL_REASONS.items() if detail in (words.vi, words.en))
        hall.do(c.CallChosen(1, ticket_id, code))
    elif what in ("không đến", "does not come"):
        hall.do(c.MarkMissed(1, ticket_id))
    elif what in ("xong việc", "is done"):
        hall.do(c.StartService(1, ticket_id))
        hall.do(c.FinishService(1, ticket_id))
    elif what in ("đi lấy giấy tờ", "fetches a paper"):
        hall.do(c.StartService(1, ticket_id))
        hall.do(c.HoldTicket(1, ticket_id, hall.now + HOUR))
    elif what in ("trở lại", "comes back"):
        held = hall.ticket(ticket_id).state is TicketState.ON_HOLD
        hall.do(c.ResumeTicket(ticket_id) if held else c.ComeBack(ticket_id))
    else:
        raise AssertionError(f"the page says what the test cannot play: {happens}")


def at(local: str) -> int:
    hour, minute = map(int, local.split(":"))
    return int(datetime.datetime(2026, 11, 24, hour, minute, tzinfo=VIETNAM).timestamp() * 1000)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.heading for example in EXAMPLES])
def test_every_example_happens_as_the_page_says(example: Example) -> None:
    hall = open_hall(1, counters=COUNTERS, policies=POLICIES)
    for time, number, happens in example.lines:
        hall.now = at(time)
        play(hall, number, happens)
    for answer in example.answers:
        told = [
            words
            for ticket in hall.state.tickets.values()
            for passed in told_to(hall, ticket.ticket_id)
            for words in (passed.vi, passed.en)
        ]
        assert answer in told


def told_to(hall: Rehearsal, ticket_id: str) -> list[Words]:
    story = tell(HallState(), (Happening(at, "test", events) for at, events in hall.history), ticket_id)
    assert story is not None
    assert story.unexplained == 0
    return [passed.passing.words for passed in story.passed]


def test_both_languages_show_the_same_examples() -> None:
    half = len(EXAMPLES) // 2
    assert half >= 8
    for vi, en in zip(EXAMPLES[:half], EXAMPLES[half:], strict=True):
        assert [line[:2] for line in vi.lines] == [line[:2] for line in en.lines]
        assert len(vi.answers) == len(en.answers)
