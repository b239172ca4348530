"""The feed without sockets: what waits where, who is dropped, what is kept for those who come back."""

from __future__ import annotations

import asyncio

import pytest

from hall_link.feed import CounterView, DisplayView, KioskView, StaffView
from hall_server.domain import commands as c
from hall_server.domain.model import CounterPlan
from hall_server.domain.refusals import Refusal
from hall_server.domain.touched import Touched, touch
from hall_server.service.ports import Position
from hall_server.web import channel, feed
from hall_server.web.feed import Feed
from hall_server.web.metrics import Metrics
from tests.halls import document, open_hall
from tests.unit.hall_server.service.fakes import ToldClock
from tests.unit.hall_server.web.screens import Screen


class Desk:
    """A hall whose every command is published at once."""

    def __init__(self) -> None:
        self.rehearsal = open_hall()
        self.metrics = Metrics()
        self.feed = Feed(ToldClock(), self.metrics)
        self.seq = 5

    @property
    def position(self) -> Position:
        return Position(self.seq, f"{self.seq:016x}", self.rehearsal.now)

    def do(self, command: c.Command) -> None:
        decision = self.rehearsal.ask(command)
        assert not isinstance(decision, Refusal), decision
        self.seq += 1
        touched = Touched()
        touch(touched, self.rehearsal.state, decision)
        self.feed.publish(self.rehearsal.state, self.position, touched)

    def screen(self, view: KioskView | CounterView | DisplayView | StaffView) -> Screen:
        screen = Screen(self.feed, view)
        self.come(screen)
        return screen

    def come(self, screen: Screen, *, resume: bool = True) -> None:
        assert screen.come(self.rehearsal.state, self.position, resume=resume) is None

    def gauge(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(name, labels)


async def test_events_of_one_turn_travel_in_one_frame() -> None:
    desk = Desk()
    screen = desk.screen(StaffView())
    await screen.take()
    for _ in range(5):
        desk.do(c.IssueTicket("HT"))
    assert screen.subscriber.waiting == 0
    await asyncio.sleep(0)
    assert screen.subscriber.waiting == 1
    await screen.take()
    assert (screen.frames, screen.mirror.seq) == (2, 10)
    assert screen.mirror.get("ticket/20261124-A005") is not None


async def test_all_who_watch_one_view_are_given_the_same_bytes() -> None:
    desk = Desk()
    first, second = desk.screen(KioskView()), desk.screen(KioskView())
    for screen in (first, second):
        await screen.take()
    desk.do(c.IssueTicket("HT"))
    await asyncio.sleep(0)
    (one,), (other,) = await first.subscriber.take(), await second.subscriber.take()
    assert one is other


async def test_a_view_in_which_nothing_changed_is_brought_on_by_the_beat() -> None:
    desk = Desk()
    desk.do(c.IssueTicket("HT"))
    screen = desk.screen(KioskView())
    await screen.take()
    desk.do(c.ReportPrinted("20261124-A001"))
    await asyncio.sleep(0)
    assert screen.subscriber.waiting == 0
    desk.feed.beat()
    await screen.take()
    assert screen.mirror.seq == desk.seq
    assert screen.frames == 3


async def test_who_comes_back_is_sent_what_was_missed_each_row_once() -> None:
    desk = Desk()
    screen = desk.screen(CounterView(1))
    await screen.take()
    screen.go()
    desk.do(c.IssueTicket("HT"))
    await asyncio.sleep(0)
    desk.do(c.CallNext(1))
    await asyncio.sleep(0)
    desk.come(screen)
    await screen.take()
    assert (screen.snapshots, screen.frames, screen.mirror.seq) == (1, 2, desk.seq)
    assert screen.mirror.get("call/20261124-A001-1") is not None


async def test_who_stands_where_the_view_stands_is_told_that_nothing_was_missed() -> None:
    desk = Desk()
    screen = desk.screen(KioskView())
    await screen.take()
    screen.go()
    desk.come(screen)
    await screen.take()
    assert (screen.snapshots, screen.frames) == (1, 2)


@pytest.mark.parametrize("wrong", ["mark", "seq"])
async def test_a_mark_or_number_that_does_not_fit_gets_everything(wrong: str) -> None:
    desk = Desk()
    screen = desk.screen(KioskView())
    await screen.take()
    screen.go()
    if wrong == "mark":
        screen.mirror.mark = "another hall's"
    else:
        screen.mirror.seq += 1
    desk.come(screen)
    await screen.take()
    assert screen.snapshots == 2


async def test_beyond_what_is_kept_a_client_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "UPDATES_KEPT_MAX", 3)
    desk = Desk()
    near, far = desk.screen(StaffView()), desk.screen(StaffView())
    await far.take()
    far.go()
    for number in range(6):
        if number == 3:
            await near.take()
            near.go()
        desk.do(c.IssueTicket("HT"))
        await asyncio.sleep(0)
    for screen, snapshots in ((near, 1), (far, 2)):
        desk.come(screen)
        await screen.take()
        assert screen.snapshots == snapshots
        assert screen.mirror.get("ticket/20261124-A006") is not None


async def test_the_keys_kept_are_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "KEYS_KEPT_MAX", 1)
    desk = Desk()
    screen = desk.screen(StaffView())
    await screen.take()
    screen.go()
    desk.do(c.IssueTicket("HT"))
    await asyncio.sleep(0)
    desk.come(screen)
    await screen.take()
    assert screen.snapshots == 2


async def test_one_that_takes_no_frames_is_dropped_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "OUTBOX_FRAMES_MAX", 4)
    monkeypatch.setattr(feed, "FAREWELL_SECONDS_MAX", 0.0)
    desk = Desk()
    slow, quick = desk.screen(StaffView()), desk.screen(StaffView())
    for _ in range(6):
        await quick.take()
        desk.do(c.IssueTicket("HT"))
        await asyncio.sleep(0)
    await quick.take()
    assert quick.mirror.seq == desk.seq
    assert quick.subscriber.ending is None
    assert slow.subscriber.ending is not None
    assert slow.subscriber.ending.code == "subscriber_slow"
    assert slow.subscriber.waiting == 0
    await asyncio.wait_for(slow.cut.wait(), 5)
    assert desk.gauge("hall_feed_dropped_total", code="subscriber_slow") == 1
    slow.go()
    desk.come(slow)
    await slow.take()
    assert slow.mirror.rows == quick.mirror.rows


async def test_bytes_that_wait_are_bounded_but_not_the_first_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "OUTBOX_BYTES_MAX", 10)
    desk = Desk()
    screen = desk.screen(StaffView())
    assert screen.subscriber.waiting == 1
    desk.do(c.IssueTicket("HT"))
    await asyncio.sleep(0)
    assert screen.subscriber.ending is not None


async def test_a_counter_taken_out_of_the_document_ends_its_feed() -> None:
    desk = Desk()
    desk.do(c.CloseCounter(3))
    gone, stays = desk.screen(CounterView(3)), desk.screen(CounterView(1))
    counters = (CounterPlan(1, ("HT", "DD")), CounterPlan(2, ("HT", "CT")))
    desk.do(c.ConfigureHall(document(counters=counters)))
    assert gone.subscriber.ending is not None
    assert gone.subscriber.ending.code == "unknown_counter"
    assert stays.subscriber.ending is None


async def test_a_journal_that_stands_further_back_after_an_outage_is_sent_whole() -> None:
    desk = Desk()
    screen = desk.screen(StaffView())
    await screen.take()
    desk.do(c.IssueTicket("HT"))
    await asyncio.sleep(0)
    await screen.take()
    before = open_hall()
    desk.seq = 5
    desk.feed.reset(before.state, desk.position)
    await asyncio.sleep(0)
    await screen.take()
    assert (screen.snapshots, screen.mirror.seq) == (2, 5)
    assert screen.mirror.get("ticket/20261124-A001") is None


async def test_a_view_is_given_up_some_time_after_its_last_watcher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "CHANNEL_KEPT_SECONDS", 0.0)
    later = asyncio.Event()
    desk = Desk()
    screen = desk.screen(KioskView())
    await screen.take()
    assert desk.gauge("hall_feed_subscribers", view="kiosk") == 1
    screen.go()
    screen.go()
    assert desk.gauge("hall_feed_subscribers", view="kiosk") == 0
    asyncio.get_running_loop().call_later(0.001, later.set)
    await later.wait()
    assert desk.feed.watching == 0
    desk.do(c.IssueTicket("HT"))
    desk.come(screen)
    await screen.take()
    assert screen.snapshots == 2


async def test_who_comes_back_in_time_keeps_the_view(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    screen = desk.screen(KioskView())
    screen.go()
    desk.come(screen)
    screen.go()
    assert desk.feed.watching == 1
