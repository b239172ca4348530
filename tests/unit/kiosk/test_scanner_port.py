"""A scanner on a pseudo terminal: plugged in late, pulled out, plugged in again."""

import os
import queue
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.scanner_port import ScannerPort

SECONDS_MAX = 10.0


class Plug:
    """A device that comes and goes under one name."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self.ends: tuple[int, int] | None = None

    def plug_in(self) -> None:
        self.ends = os.openpty()
        tty.setraw(self.ends[1])
        self.link.symlink_to(os.ttyname(self.ends[1]))

    def pull_out(self) -> None:
        assert self.ends is not None
        self.link.unlink()
        for end in self.ends:
            os.close(end)
        self.ends = None

    def scan(self, text: str) -> None:
        assert self.ends is not None
        os.write(self.ends[0], text.encode() + b"\r")


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[Plug]:
    made = Plug(tmp_path / "scanner")
    yield made
    if made.ends is not None:
        made.pull_out()


def test_a_scanner_may_come_and_go(plug: Plug) -> None:
    scans: queue.SimpleQueue[str] = queue.SimpleQueue()
    presence: queue.SimpleQueue[bool] = queue.SimpleQueue()
    port = ScannerPort(str(plug.link), scans.put, presence.put, reopen_seconds=0.02)
    port.start()
    try:
        for word in ("một", "hai"):
            plug.plug_in()
            assert presence.get(timeout=SECONDS_MAX)
            plug.scan(word)
            assert scans.get(timeout=SECONDS_MAX) == word
            plug.pull_out()
            assert not presence.get(timeout=SECONDS_MAX)
    finally:
        port.stop()
    assert scans.empty()
