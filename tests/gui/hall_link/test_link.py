"""The Qt shell over real TCP: the feed, commands, discovery, stopping, and nothing left behind."""

import gc
import logging
from pathlib import Path

import msgspec
import pytest
import structlog
from pytestqt.qtbot import QtBot

from hall_link.commands import CallNext, CloseCounter
from hall_link.discovery import Advertiser
from hall_link.feed import Beat, CounterView, Hello, KioskView, Snapshot, Updates
from hall_link.messages import NoResult
from hall_link.outbox import COMMANDS_OUTSTANDING_MAX
from hall_link.qt.link import Accepted, HallLink, Outcome, Refused, Unreached
from hall_link.settings import LinkSettings, SettingsError
from tests.gui.hall_link.hall_over_tcp import HallOverTcp
from tests.gui.hall_link.links import KEY, WAIT_MS_MAX, Links
from tests.unit.hall_link.makers import counter, error, hall, problem


def test_it_shows_the_hall_and_follows_it(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    link = links.live(server)
    assert server.hellos == [Hello(CounterView(3))]
    assert server.feed_headers[0]["authorization"] == f"Bearer {KEY}"
    assert server.feed_headers[0]["hall-device"] == "counter-3"
    assert link.mirror.hall == hall()
    with qtbot.waitSignal(link.changed, timeout=WAIT_MS_MAX) as changed:
        server.say(Updates(5, 6, "m6", 1_000_500, [counter(3)]))
    assert changed.args == [["counter/3"]]
    assert link.mirror.get("counter/3") == counter(3)
    server.say(Beat(6, 5_000_000))
    qtbot.waitUntil(lambda: link.now_ms() >= 5_000_000, timeout=WAIT_MS_MAX)
    assert link.stale_since is None


def test_a_server_under_a_prefix_is_reached(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    link = links.to(f"{server.url}/hall-7/")
    request = link._request(f"{server.url}/hall-7", "feed")
    assert request.url().path() == "/hall-7/feed"


def test_a_command_carries_key_device_and_id_and_comes_back_typed(
    links: Links, server: HallOverTcp, qtbot: QtBot
) -> None:
    link = links.live(server)
    outcomes: list[Outcome] = []
    command_id = link.submit(CloseCounter(3), outcomes.append)
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert outcomes == [Accepted(command_id, 6, 1000, NoResult(), "m6")]
    (asked,) = server.asked
    assert asked.name == "close_counter"
    assert msgspec.json.decode(asked.body) == {"counter_id": 3}
    assert asked.headers["content-type"] == "application/json"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.headers["hall-device"] == "counter-3"
    assert asked.headers["idempotency-key"] == command_id


def test_a_refusal_comes_back_in_words(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    said = problem("refusal", code="nobody_waits")
    server.answer = lambda _: (409, error(said))
    outcomes: list[Outcome] = []
    links.live(server).submit(CallNext(3), outcomes.append)
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert outcomes == [Refused(said)]


def test_a_command_is_sent_again_with_its_id_until_it_is_answered(
    links: Links, server: HallOverTcp, qtbot: QtBot
) -> None:
    answers = iter([(503, error(problem("environment"))), (502, b"<html>")])
    server.answer = lambda _: next(answers, None) or (409, error(problem()))
    outcomes: list[Outcome] = []
    command_id = links.live(server).submit(CloseCounter(3), outcomes.append)
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert [asked.headers["idempotency-key"] for asked in server.asked] == [command_id] * 3


def test_a_redirect_is_not_followed(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    answers = iter([(307, b"")])
    server.answer = lambda _: next(answers, (409, error(problem())))
    outcomes: list[Outcome] = []
    links.live(server).submit(CloseCounter(3), outcomes.append)
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert [asked.name for asked in server.asked] == ["close_counter", "close_counter"]


def test_a_slow_answer_blocks_nothing_and_patience_ends(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    server.answer = lambda _: None
    link = links.live(server)
    outcomes: list[Outcome] = []
    link.submit(CloseCounter(3), outcomes.append, patience_seconds=0.3)
    with qtbot.waitSignal(link.changed, timeout=WAIT_MS_MAX):
        server.say(Updates(5, 6, "m6", 1_000_500, [counter(3)]))
    assert outcomes == []
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert [type(one) for one in outcomes] == [Unreached]
    assert link._replies == {}


def test_too_many_commands_are_refused_after_submit_has_returned(
    links: Links, server: HallOverTcp, qtbot: QtBot
) -> None:
    server.answer = lambda _: None
    link = links.live(server)
    outcomes: list[Outcome] = []
    for _ in range(COMMANDS_OUTSTANDING_MAX):
        link.submit(CloseCounter(3), outcomes.append)
    link.submit(CloseCounter(3), outcomes.append)
    assert outcomes == []
    qtbot.waitUntil(lambda: len(outcomes) == 1, timeout=WAIT_MS_MAX)
    assert isinstance(outcomes[0], Refused)


def test_stopping_settles_everything_and_nothing_comes_after(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    server.answer = lambda _: None
    link = links.live(server)
    outcomes: list[Outcome] = []
    link.submit(CloseCounter(3), outcomes.append)
    link.stop()
    assert [type(one) for one in outcomes] == [Unreached]
    assert not link.live
    assert link._sockets == {}
    link.stop()
    assert len(outcomes) == 1


def test_a_slot_may_stop_the_link_in_the_middle_of_a_frame(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    link = links.to(server.url)
    said: list[bool] = []
    link.liveChanged.connect(said.append)
    link.changed.connect(lambda _: link.stop())
    with qtbot.waitSignal(link.changed, timeout=WAIT_MS_MAX):
        link.start()
    qtbot.waitUntil(lambda: said == [True, False], timeout=WAIT_MS_MAX)
    assert link._sockets == {}


def test_a_key_file_that_cannot_be_used_is_said_at_once(tmp_path: Path) -> None:
    settings = LinkSettings(key_file=str(tmp_path / "none"), device="kiosk-1")
    with pytest.raises(SettingsError, match="none"):
        HallLink(settings, KioskView())


def test_the_key_is_in_no_log_line(
    links: Links, server: HallOverTcp, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer = lambda _: (502, b"")
    with structlog.testing.capture_logs() as lines, caplog.at_level(logging.DEBUG):
        link = links.live(server)
        outcomes: list[Outcome] = []
        link.submit(CloseCounter(3), outcomes.append, patience_seconds=0.5)
        qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
        with qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX):
            server.stop()
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("uvicorn")]
    assert lines
    assert KEY not in repr((lines, ours, link))


def test_a_server_is_found_by_zeroconf(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    server.greeting = lambda _: Snapshot(5, "m5", 1_000_000, [hall("found-hall")])
    link = links.to("", hall_id="found-hall")
    with Advertiser("found-hall", "Trung tâm", "127.0.0.1", server.port):
        link.start()
        qtbot.waitUntil(lambda: link.heard_ever, timeout=WAIT_MS_MAX)
    assert link.mirror.hall == hall("found-hall")


def test_sockets_and_replies_are_let_go(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    link = links.live(server)
    outcomes: list[Outcome] = []
    for _ in range(3):
        link.submit(CloseCounter(3), outcomes.append)
        qtbot.waitUntil(lambda: link._waiting_for == {}, timeout=WAIT_MS_MAX)
        server.say(Beat(5, 0))
        with qtbot.waitSignals([link.liveChanged, link.liveChanged], timeout=WAIT_MS_MAX):
            server.hang_up()
    gc.collect()
    assert len(link._sockets) == 1
    assert link._replies == {}
    assert link._waiting_for == {}
