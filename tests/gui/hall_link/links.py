"""Links to a hall, made for one test and stopped at its end."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from hall_link.feed import CounterView
from hall_link.qt.link import HallLink
from hall_link.settings import LinkSettings
from tests.gui.hall_link.hall_over_tcp import HallOverTcp

KEY = "not-a-secret-0123456789"
WAIT_MS_MAX = 10_000


class Links:
    """Makes links and stops them at the end of the test."""

    def __init__(self, key_file: Path, qtbot: QtBot) -> None:
        self._key_file = key_file
        self._qtbot = qtbot
        self.made: list[HallLink] = []

    def to(self, url: str, *, hall_id: str = "") -> HallLink:
        settings = LinkSettings(server_url=url, hall_id=hall_id, key_file=str(self._key_file), device="counter-3")
        link = HallLink(settings, CounterView(3))
        self.made.append(link)
        return link

    def live(self, server: HallOverTcp) -> HallLink:
        link = self.to(server.url)
        with self._qtbot.waitSignal(link.liveChanged, timeout=WAIT_MS_MAX):
            link.start()
        assert link.live
        return link
