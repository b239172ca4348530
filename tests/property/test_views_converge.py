"""Every screen converges: whatever happens in the hall, in whatever order screens come, go, resume and lag behind, a
client that has taken its frames holds exactly the rows of its view (QUEUE_RULES 7)."""

from __future__ import annotations

import asyncio
import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall_link.feed import AnyView, CounterView, DisplayView, KioskView, StaffView
from hall_server.domain import commands as c
from hall_server.domain.events import Event
from hall_server.domain.model import CounterPlan, HallDocument
from hall_server.domain.refusals import Refusal
from hall_server.domain.touched import Touched, touch
from hall_server.service.ports import Position
from hall_server.web import views
from hall_server.web.feed import Feed
from hall_server.web.metrics import Metrics
from tests.halls import DAY, document, open_hall
from tests.random_commands import a_command
from tests.unit.hall_server.service.fakes import ToldClock
from tests.unit.hall_server.web.screens import Screen

STEPS_MAX = 50
VIEWS: tuple[AnyView, ...] = (
    KioskView(),
    CounterView(1),
    CounterView(2),
    CounterView(3),
    DisplayView("main"),
    DisplayView("upstairs"),
    StaffView(),
)
DOCUMENTS: tuple[HallDocument, ...] = (
    document(),
    document(procedures=()),
    document(hotline="1900", counters=(
        CounterPlan(1, ("HT", "DD")), CounterPlan(2, ("CT",), zone="upstairs"), CounterPlan(3, ("DD",)),
    )),
)  # fmt: skip


class Drive:
    """A hall, its feed and two screens for each view: one that keeps up, one that comes and goes."""

    def __init__(self) -> None:
        self.rehearsal = open_hall()
        self.clock = ToldClock()
        self.feed = Feed(self.clock, Metrics())
        self.seq = 3
        self.screens = [Screen(self.feed, view) for view in VIEWS for _ in range(2)]
        self.away: set[int] = set()
        for screen in self.screens:
            assert screen.come(self.rehearsal.state, self.position) is None

    @property
    def position(self) -> Position:
        return Position(self.seq, f"{self.seq:016x}", self.rehearsal.now)

    def batch(self, commands: list[c.Command]) -> None:
        """Decide some commands and publish them as one batch."""
        touched = Touched()
        done: list[tuple[Event, ...]] = []
        for command in commands:
            decision = self.rehearsal.ask(command)
            if not isinstance(decision, Refusal) and decision:
                self.seq += 1
                done.append(decision)
                touch(touched, self.rehearsal.state, decision)
        if done:
            self.feed.publish(self.rehearsal.state, self.position, touched)

    def read_back(self) -> None:
        self.rehearsal.state = copy.deepcopy(self.rehearsal.state)
        self.feed.reset(self.rehearsal.state, self.position)

    async def come_or_go(self, index: int) -> None:
        """Odd screens lose their connection, sometimes with frames on the way, and come back later."""
        screen = self.screens[index * 2 + 1]
        if index in self.away:
            self.away.discard(index)
            if screen.come(self.rehearsal.state, self.position) is not None:
                self.away.add(index)
        else:
            self.away.add(index)
            screen.go()

    async def check(self) -> None:
        self.feed.beat()
        for number, screen in enumerate(self.screens):
            if number % 2 and number // 2 in self.away:
                continue
            if screen.subscriber.ending is not None:
                assert views.why_no_view(self.rehearsal.state, screen.view) is not None
                continue
            await screen.take()
            assert screen.mirror.rows == views.rows(self.rehearsal.state, screen.view), screen.view
            assert screen.mirror.seq == self.seq


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_screen_converges(data: st.DataObject) -> None:
    asyncio.run(_random_day(data))


async def _random_day(data: st.DataObject) -> None:
    drive = Drive()
    await drive.check()
    for _ in range(data.draw(st.integers(1, STEPS_MAX))):
        drive.rehearsal.now += data.draw(st.sampled_from((0, 0, 1, 1000, DAY)))
        step = data.draw(st.sampled_from(("batch",) * 6 + ("flush", "away", "away", "check", "read_back", "configure")))
        if step == "batch":
            for _ in range(data.draw(st.integers(1, 3))):
                drive.batch([data.draw(st.composite(a_command)(drive.rehearsal.state))])
        elif step == "configure":
            drive.batch([c.ConfigureHall(data.draw(st.sampled_from(DOCUMENTS)))])
        elif step == "flush":
            await asyncio.sleep(0)
        elif step == "away":
            await drive.come_or_go(data.draw(st.integers(0, len(VIEWS) - 1)))
        elif step == "read_back":
            drive.read_back()
        else:
            await drive.check()
    for index in sorted(drive.away):
        await drive.come_or_go(index)
    await drive.check()


@pytest.mark.parametrize("view", VIEWS, ids=repr)
def test_a_busy_day_flows_as_updates_and_not_as_snapshots(view: AnyView) -> None:
    async def run() -> None:
        drive = Drive()
        screen = next(screen for screen in drive.screens if screen.view == view)
        for _ in range(20):
            for command in (
                c.IssueTicket("HT"),
                c.IssueTicket("CT"),
                c.CallNext(1),
                c.MarkMissed(1, "-"),
                c.CallNext(3),
            ):
                drive.batch([command])
            for counter_id in (1, 3):
                ticket_id = drive.rehearsal.state.counters[counter_id].ticket_id or ""
                drive.batch([c.ReportShown(f"{ticket_id}-1"), c.MarkMissed(counter_id, ticket_id)])
            await drive.check()
        assert screen.snapshots == 1
        assert screen.frames > 20

    asyncio.run(run())
