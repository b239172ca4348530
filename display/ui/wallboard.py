"""The wallboard's presenter: asks the board for the picture of this moment and hands it to QML, value by value.

It holds no rule. The feed's changes and a slow tick (clock, turns, the large place) make a new picture; what people can
read in it is given to whoever watches the frames, so that "shown" means drawn.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from display.board import Board, FieldWait, Moment, Phase, Picture, RecentCall
from display.layout import Appearance, Division, Layout, layout_of
from display.sentences import Form, call_sentence
from display.speaker import VoiceManner
from hall_link.mirror import Mirror
from hall_link.qt.rows_model import RowsModel
from hall_link.rows import AnnouncementRow, CallRow, FieldRow

QML_IMPORT_NAME = "display.ui"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250
"""How late the clock or the next call in the large place may be."""


class BoardFeed(Protocol):
    """What the presenter reads of `HallLink`."""

    @property
    def mirror(self) -> Mirror: ...
    @property
    def stale_since(self) -> int | None: ...
    @property
    def live(self) -> bool: ...
    def now_ms(self) -> int: ...


@QmlElement
@QmlUncreatable("made by the program")
class WallboardPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """One picture for QML; `voice`: how the hall speaks, which the captions repeat. `visibleChanged` carries the ids of
    the calls that can be read, whenever they change."""

    changed = Signal()
    layoutChanged = Signal()
    visibleChanged = Signal(object)

    def __init__(
        self,
        feed: BoardFeed,
        board: Board,
        now: Callable[[], float],
        appearance: Appearance = Appearance(),  # noqa: B008  (frozen)
        voice: VoiceManner = VoiceManner(),  # noqa: B008  (frozen)
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._board = board
        self._now = now
        self._voice = voice
        self._appearance = appearance
        self._layout = Layout()
        self._picture = Picture()
        self._said = ""
        self._trouble = ""
        self._installer_notice = ""
        self._recent = RowsModel(RecentCall, lambda row: row.call_id, self)
        self._fields = RowsModel(FieldWait, lambda row: row.field_id, self)
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.refresh)

    @property
    def picture(self) -> Picture:
        """What the board shows now."""
        return self._picture

    def start(self) -> None:
        """Keep the clock going."""
        self.rows_changed()
        self._ticker.start()

    def rows_changed(self) -> None:
        """Rows were put or dropped."""
        mirror = self._feed.mirror
        self._board.take_calls(mirror.hall, mirror.all(CallRow), self._feed.now_ms())
        self.refresh()

    def refresh(self) -> None:
        """Make the picture of this moment, and tell QML when it differs from the last."""
        before = self._picture
        feed = self._feed
        moment = Moment(feed.now_ms(), self._now(), feed.live, feed.stale_since)
        mirror = feed.mirror
        self._picture = self._board.picture(mirror.hall, mirror.all(FieldRow), moment, mirror.all(AnnouncementRow))
        if self._picture == before:
            return
        self._recent.put(self._picture.recent)
        self._fields.put(self._picture.fields)
        self.changed.emit()
        if self._picture.visible_calls != before.visible_calls:
            self.visibleChanged.emit(self._picture.visible_calls)

    @Slot(int, int)
    def fit(self, width: int, height: int) -> None:
        """The window has so many pixels: divide it."""
        layout = layout_of(width, height, self._appearance.wanted, self._appearance.installed)
        if layout == self._layout:
            return
        self._layout = layout
        self._board.set_layout(layout)
        self.layoutChanged.emit()
        self.refresh()

    def say(self, caption: str) -> None:
        """What the voice is saying now; "" when it is silent."""
        self._said = caption
        self.changed.emit()

    def set_trouble(self, trouble: str) -> None:
        """A word for why the voice cannot be heard; "" when it can."""
        self._trouble = trouble
        self.changed.emit()

    def set_installer_notice(self, notice: str) -> None:
        """A word for whoever hangs the screen; "" for none."""
        self._installer_notice = notice
        self.changed.emit()

    def _caption(self) -> str:
        """What is being said; else what the large number means, in the words in which the hall says it first."""
        newest = self._picture.newest
        if self._said or newest is None:
            return self._said
        voice = self._voice
        return call_sentence(newest.number, newest.counter, Form.FULL, voice.languages[0], voice.reading).caption

    connecting = Property(bool, lambda self: self._picture.phase is Phase.CONNECTING, notify=changed)
    closed = Property(bool, lambda self: self._picture.phase is Phase.CLOSED, notify=changed)
    calling = Property(bool, lambda self: self._picture.phase is Phase.CALLING, notify=changed)
    live = Property(bool, lambda self: self._picture.live, notify=changed)
    staleSince = Property(str, lambda self: self._picture.stale_since, notify=changed)
    hall = Property(str, lambda self: self._picture.hall, notify=changed)
    place = Property(str, lambda self: self._picture.place, notify=changed)
    clock = Property(str, lambda self: self._picture.clock, notify=changed)
    date = Property(str, lambda self: self._picture.date, notify=changed)
    lunar = Property(str, lambda self: self._picture.lunar, notify=changed)
    opens = Property(str, lambda self: self._picture.opens, notify=changed)
    closes = Property(str, lambda self: self._picture.closes, notify=changed)
    closing = Property(bool, lambda self: self._picture.closing, notify=changed)
    hotline = Property(str, lambda self: self._picture.hotline, notify=changed)
    newestId = Property(str, lambda self: self._newest_text("call_id"), notify=changed)
    newestNumber = Property(str, lambda self: self._newest_text("number"), notify=changed)
    newestCounter = Property(str, lambda self: self._newest_text("counter"), notify=changed)
    caption = Property(str, _caption, notify=changed)
    speaking = Property(bool, lambda self: bool(self._said), notify=changed)
    unheard = Property(bool, lambda self: bool(self._trouble), notify=changed)
    ticker = Property(str, lambda self: self._picture.bottom.text, notify=changed)
    saying = Property(int, lambda self: int(self._picture.bottom.saying), notify=changed)
    page = Property(int, lambda self: self._picture.page, notify=changed)
    pages = Property(int, lambda self: self._picture.pages, notify=changed)
    idle = Property(bool, lambda self: self._picture.idle, notify=changed)
    installerNotice = Property(str, lambda self: self._installer_notice, notify=changed)
    motion = Property(bool, lambda self: self._appearance.motion, constant=True)
    night = Property(bool, lambda self: self._appearance.night, constant=True)
    upright = Property(bool, lambda self: self._layout.division is Division.UPRIGHT, notify=layoutChanged)
    columns = Property(int, lambda self: self._layout.division.value, notify=layoutChanged)
    text = Property(int, lambda self: self._layout.text, notify=layoutChanged)
    lines = Property(int, lambda self: self._layout.lines, notify=layoutChanged)
    fieldColumns = Property(int, lambda self: self._layout.field_columns, notify=layoutChanged)
    cardHeight = Property(int, lambda self: self._layout.card_height, notify=layoutChanged)
    mediaWidth = Property(int, lambda self: self._layout.media_width, notify=layoutChanged)
    mediaHeight = Property(int, lambda self: self._layout.media_height, notify=layoutChanged)
    recent = Property(QObject, lambda self: self._recent, constant=True)
    fields = Property(QObject, lambda self: self._fields, constant=True)

    def _newest_text(self, name: str) -> str:
        newest = self._picture.newest
        return "" if newest is None else str(getattr(newest, name))
