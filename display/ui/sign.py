"""The presenter of a counter's sign: hands the picture of this moment to QML, and rings for each new call where wished.

A sign reports nothing to the hall: "shown" and "spoken" speak of the board that everybody sees and hears.
"""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.board import Moment
from display.layout import Appearance
from display.sign import Sign, SignPhase, SignPicture
from display.ui.wallboard import TICK_MS, BoardFeed
from hall_link.rows import CallRow, CounterRow

QML_IMPORT_NAME = "display.ui"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the program")
class SignPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """One picture for QML. `called` comes with each call that was made while the sign was looking."""

    changed = Signal()
    called = Signal()

    def __init__(
        self,
        feed: BoardFeed,
        counter: int,
        zone: str,
        arrow: str,
        now: Callable[[], float],
        appearance: Appearance = Appearance(),  # noqa: B008  (frozen)
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._counter = counter
        self._arrow = arrow
        self._now = now
        self._appearance = appearance
        self._sign = Sign(counter, zone)
        self._picture = SignPicture()
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.refresh)

    def start(self) -> None:
        """Keep the clock going."""
        self.refresh()
        self._ticker.start()

    def refresh(self) -> None:
        """Make the picture of this moment, and tell QML when it differs from the last."""
        before, feed = self._picture, self._feed
        moment = Moment(feed.now_ms(), self._now(), feed.live, feed.stale_since)
        mirror = feed.mirror
        self._picture = self._sign.picture(mirror.hall, mirror.all(CounterRow), mirror.all(CallRow), moment)
        if self._picture == before:
            return
        self.changed.emit()
        is_new = self._picture.phase is SignPhase.CALLING and self._picture.call_id != before.call_id
        if is_new and before.phase is not SignPhase.CONNECTING:
            self.called.emit()

    connecting = Property(bool, lambda self: self._picture.phase is SignPhase.CONNECTING, notify=changed)
    notHere = Property(bool, lambda self: self._picture.phase is SignPhase.NOT_HERE, notify=changed)
    closed = Property(bool, lambda self: self._picture.phase is SignPhase.CLOSED, notify=changed)
    calling = Property(bool, lambda self: self._picture.phase is SignPhase.CALLING, notify=changed)
    serving = Property(bool, lambda self: self._picture.phase is SignPhase.SERVING, notify=changed)
    live = Property(bool, lambda self: self._picture.live, notify=changed)
    staleSince = Property(str, lambda self: self._picture.stale_since, notify=changed)
    clock = Property(str, lambda self: self._picture.clock, notify=changed)
    number = Property(str, lambda self: self._picture.number, notify=changed)
    callId = Property(str, lambda self: self._picture.call_id, notify=changed)
    counter = Property(str, lambda self: str(self._counter), constant=True)
    arrow = Property(str, lambda self: self._arrow, constant=True)
    night = Property(bool, lambda self: self._appearance.night, constant=True)
    motion = Property(bool, lambda self: self._appearance.motion, constant=True)
