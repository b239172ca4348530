"""What a board with a voice listens to: the feed and the hours of the hall, and what became of what it said.

The same for a board in a window of ours and for one in a browser. While the board has not the voice of its zone, or has
lost the hall, it begins nothing: another one speaks, or the same one later, and each call is said by one of them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from display.facts import Facts
from display.hearing import has_voice, hear, hear_announcements
from display.herald import Herald
from display.occasions import Occasions
from display.speaker import Speaker
from hall_link.feed import DisplayView
from hall_link.qt.link import HallLink
from hall_link.rows import AnnouncementRow, CallRow

HEARD = ("call/", "announcement/", "board/")
"""The kinds of rows that the voice is about."""


class Ear(QObject):
    """Holds the connections between link and voice; the link has said `duty="speak"`. `now` is the monotonic clock of
    the speaker, in seconds; `occasions`: what the hall says by itself, None for a board that only calls."""

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
        # Kept here, for a signal does not keep alive what it is connected to.
        self._facts = facts
        self._now = now
        zone = link.view.zone if isinstance(link.view, DisplayView) else ""
        self._zone = zone
        self._herald = None if occasions is None else Herald(link, speaker, occasions, now, self)
        speaker.announcer.stand_by(True)
        speaker.reported.connect(facts.announced)
        speaker.noticed.connect(lambda report: facts.noticed(report, zone))
        link.changed.connect(self._on_rows)
        link.liveChanged.connect(lambda _: self._listen())

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
        if any(key.startswith(HEARD) for key in keys):
            self._listen()

    def _listen(self) -> None:
        link, announcer = self._link, self._speaker.announcer
        speaks = link.live and has_voice(link.mirror, link.device)
        announcer.stand_by(not speaks)
        if not speaks:
            if link.live:
                announcer.hand_over()
            return
        rows, server_ms, now = link.mirror, link.now_ms(), self._now()
        hear(announcer, rows.all(CallRow), server_ms, now)
        hear_announcements(announcer, rows.all(AnnouncementRow), self._zone, server_ms, now)
        self._speaker.proceed()
