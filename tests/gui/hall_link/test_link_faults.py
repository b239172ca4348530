"""The Qt shell over real TCP against a hall that stops, hangs up, falls silent or talks rubbish."""

import socket
import threading

import pytest
from pytestqt.qtbot import QtBot

from hall_link.commands import ReportShown
from hall_link.feed import Farewell, Resume, Updates
from hall_link.qt.link import FACT_PATIENCE_SECONDS, Accepted, Outcome
from tests.gui.hall_link.hall_over_tcp import HallOverTcp
from tests.gui.hall_link.links import WAIT_MS_MAX, Links
from tests.unit.hall_link.makers import counter, problem


def test_a_stopped_server_makes_it_stale_and_its_return_live_again(
    links: Links, server: HallOverTcp, qtbot: QtBot
) -> None:
    link = links.live(server)
    outcomes: list[Outcome] = []
    with qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX) as gone:
        server.stop()
    assert gone.args == [False]
    assert link.stale_since is not None
    assert link.problem is not None
    link.submit(ReportShown("c"), outcomes.append, patience_seconds=FACT_PATIENCE_SECONDS)
    server.greeting = lambda _: Updates(5, 6, "m6", 1_000_000, [counter(1)])
    with qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX) as back:
        server.start(server.port)
    assert back.args == [True]
    assert server.hellos[-1].resume == Resume(5, "m5")
    qtbot.waitUntil(lambda: outcomes != [], timeout=WAIT_MS_MAX)
    assert isinstance(outcomes[0], Accepted)


def test_a_server_that_hangs_up_is_come_back_to_by_a_fresh_socket(
    links: Links, server: HallOverTcp, qtbot: QtBot
) -> None:
    link = links.live(server)
    with qtbot.waitSignals([link.liveChanged, link.liveChanged], timeout=WAIT_MS_MAX):
        server.hang_up()
    assert link.live
    assert len(link._sockets) == 1


def test_a_silent_feed_goes_stale(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    link = links.live(server)
    with qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX) as gone:
        pass
    assert gone.args == [False]
    assert link.stale_since == 1_000_000


@pytest.mark.parametrize("text", ["{", "", '{"frame":"beat"}', "x" * 100_000])
def test_rubbish_on_the_feed_is_survived(links: Links, server: HallOverTcp, qtbot: QtBot, text: str) -> None:
    link = links.live(server)
    with qtbot.waitSignals([link.liveChanged, link.liveChanged], timeout=WAIT_MS_MAX):
        server.say_text(text)
    assert link.live


def test_a_farewell_is_remembered(links: Links, server: HallOverTcp, qtbot: QtBot) -> None:
    said = problem("environment", code="stopping", retry_after_ms=60_000)
    link = links.live(server)
    with qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX):
        server.say(Farewell(said))
    assert link.problem == said


def test_something_that_is_no_hall_never_stops_the_app(links: Links, qtbot: QtBot) -> None:
    """Half a connection first, then one that speaks something else."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        link = links.to(f"http://127.0.0.1:{listener.getsockname()[1]}")
        met: list[bytes] = []

        def be_rude() -> None:
            for _ in range(2):
                connection, _ = listener.accept()
                with connection:
                    met.append(connection.recv(4096))
                    connection.sendall(b"\x00\xffSSH-2.0-no\r\n\r\n" * 50)

        rude = threading.Thread(target=be_rude)
        rude.start()
        link.start()
        qtbot.waitUntil(lambda: len(met) == 2, timeout=WAIT_MS_MAX)
        rude.join()
    assert met[0].startswith(b"GET /feed HTTP/1.1")
    assert not link.live
    assert not link.heard_ever
