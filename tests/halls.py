"""A small hall for tests: three fields, three counters, a clock that is told the time, commands by short names."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from hall_server.domain import commands as c
from hall_server.domain.decide import decide
from hall_server.domain.events import Event
from hall_server.domain.evolve import evolve
from hall_server.domain.invariants import violations
from hall_server.domain.model import CounterPlan, Field, HallDocument, HallState, Procedure, Ticket
from hall_server.domain.policies import Appointments, Policies, PriorityClass
from hall_server.domain.refusals import Refusal
from hall_server.domain.words import Words

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
MORNING = int(datetime.datetime(2026, 11, 24, 8, 0, tzinfo=VIETNAM).timestamp() * 1000)
"""08:00 on Tuesday 24/11/2026 in Vietnam."""
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def document(**changes: object) -> HallDocument:
    """Hộ tịch (A) at counters 1 and 2, Chứng thực (B) at 2 and 3, Đất đai (C) at 3."""
    parts: dict[str, object] = {
        "hall_id": "hai-chau",
        "name": Words("Trung tâm Phục vụ hành chính công", "Public Service Centre"),
        "place": Words("Phường Hải Châu"),
        "fields": (
            Field("HT", "A", Words("Hộ tịch", "Civil status"), "baby"),
            Field("CT", "B", Words("Chứng thực", "Certification"), "stamp"),
            Field("DD", "C", Words("Đất đai", "Land"), "map"),
        ),
        "counters": (
            CounterPlan(1, ("HT",)),
            CounterPlan(2, ("HT", "CT")),
            CounterPlan(3, ("CT", "DD"), zone="upstairs"),
        ),
        "policies": Policies(
            priority_classes=(PriorityClass("elderly", Words("Người từ 75 tuổi"), 30, "Luật Người cao tuổi"),),
            appointments=Appointments(),
        ),
        "procedures": (Procedure("1.001193", "HT", Words("Đăng ký khai sinh", "Birth registration")),),
    }
    return HallDocument(**{**parts, **changes})  # type: ignore[arg-type]


@dataclass
class Rehearsal:
    """A state that commands are tried on. Every step is checked against the invariants."""

    state: HallState = field(default_factory=HallState)
    now: int = MORNING
    history: list[tuple[int, tuple[Event, ...]]] = field(default_factory=list)

    def ask(self, command: c.Command) -> tuple[Event, ...] | Refusal:
        decision = decide(self.state, command, self.now)
        if not isinstance(decision, Refusal):
            for event in decision:
                evolve(self.state, event, self.now)
            self.history.append((self.now, decision))
        assert violations(self.state) == []
        return decision

    def do(self, command: c.Command) -> tuple[Event, ...]:
        decision = self.ask(command)
        assert not isinstance(decision, Refusal), f"{command} was refused: {decision}"
        return decision

    def refused(self, command: c.Command) -> str:
        """The code of the refusal; it must change nothing."""
        before = repr(self.state)
        decision = self.ask(command)
        assert isinstance(decision, Refusal), f"{command} was not refused: {decision}"
        assert repr(self.state) == before
        assert decision.message.vi
        assert decision.remedy.en
        return decision.code.value

    def issue(self, field_id: str = "HT") -> str:
        """Take a number a second later; gives the ticket's id."""
        return self.issued(c.IssueTicket(field_id))

    def issued(self, command: c.IssueTicket) -> str:
        """As `issue`, for whatever number is wanted."""
        self.now += 1000
        self.do(command)
        return next(reversed(self.state.tickets))

    def call(self, counter_id: int, finishing: str | None = None) -> str | None:
        """Press next; gives who was called."""
        self.do(c.CallNext(counter_id, finishing))
        return self.state.counters[counter_id].ticket_id

    def ticket(self, ticket_id: str) -> Ticket:
        return self.state.tickets[ticket_id]


def open_hall(*counters: int, **changes: object) -> Rehearsal:
    """A hall on its open day with these counters open (all three if none is named)."""
    hall = Rehearsal()
    hall.do(c.ConfigureHall(document(**changes)))
    hall.do(c.OpenDay())
    for counter_id in counters or (1, 2, 3):
        hall.do(c.OpenCounter(counter_id))
    return hall
