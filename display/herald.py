"""Lets the hall speak by itself: looks every few seconds whether an occasion has come, and hands it to the voice.

A board whose rows are stale does not know the hall's hour, and says nothing. One that has not the voice of its zone
says nothing either, and still takes note of what was due: when the voice comes to it, it does not say it again.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from display.hall_time import outlook
from display.hearing import has_voice
from display.occasions import Occasions
from display.speaker import Speaker
from hall_link.feed import AnyView, DisplayView
from hall_link.mirror import Mirror

LOOK_SECONDS = 10.0


class HeraldFeed(Protocol):
    """What is read of `HallLink`."""

    device: str
    view: AnyView

    @property
    def mirror(self) -> Mirror: ...
    @property
    def live(self) -> bool: ...
    def now_ms(self) -> int: ...


class Herald(QObject):
    """`now` is the monotonic clock of the speaker, in seconds."""

    def __init__(
        self,
        feed: HeraldFeed,
        speaker: Speaker,
        occasions: Occasions,
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._speaker = speaker
        self._occasions = occasions
        self._now = now
        self._timer = QTimer(self, interval=round(LOOK_SECONDS * 1000))
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Say what is due."""
        if not self._feed.live:
            return
        now, feed = self._now(), self._feed
        zone = feed.view.zone if isinstance(feed.view, DisplayView) else ""
        due = self._occasions.due(outlook(feed.mirror, zone, feed.now_ms()), now)
        if not has_voice(feed.mirror, feed.device):
            return
        for notice in due:
            self._speaker.announcer.notice(notice, now)
        self._speaker.proceed()
