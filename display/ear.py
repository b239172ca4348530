"""What a board with a voice listens to: the calls of the feed and the hours of the hall, and what became of them.

The same for a board in a window of ours and for one in a browser.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from display.facts import Facts
from display.hearing import hear
from display.herald import Herald
from display.occasions import Occasions
from display.speaker import Speaker
from hall_link.qt.link import HallLink
from hall_link.rows import CallRow


class Ear(QObject):
    """Holds the connections between link and voice; `now` is the monotonic clock of the speaker, in seconds;
    `occasions`: what the hall says by itself, None for a board that only calls."""

    def __init__(
        self,
        link: HallLink,
        speaker: Speaker,
        facts: Facts,
        now: Callable[[], float],
        occasions: Occasions | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._speaker = speaker
        self._now = now
        self._herald = None if occasions is None else Herald(link, speaker, occasions, now, self)
        speaker.reported.connect(facts.announced)
        link.changed.connect(self._on_rows)

    def start(self) -> None:
        """Listen to the clock, too; rows come when the link is started."""
        if self._herald is not None:
            self._herald.start()

    def close(self) -> None:
        """Be silent."""
        if self._herald is not None:
            self._herald.stop()
        self._speaker.close()

    def _on_rows(self, keys: list[str]) -> None:
        if not any(key.startswith("call/") for key in keys):
            return
        hear(self._speaker.announcer, self._link.mirror.all(CallRow), self._link.now_ms(), self._now())
        self._speaker.proceed()
