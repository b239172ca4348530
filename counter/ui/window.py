"""The officer's window: which page is shown, over which link, in which language, and whether it is live."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter.clock import time_of_day
from counter.link import Link
from counter.ui.choose_page import ChoosePresenter
from counter.ui.desk_page import TIME_ZONE_UNTIL_HEARD, DeskPresenter
from counter.ui.lines import said
from hall_link.feed import AnyView, CounterView, KioskView
from hall_link.mirror import Mirror

QML_IMPORT_NAME = "counter.ui"
QML_IMPORT_MAJOR_VERSION = 1

LANGUAGES = ("vi", "en")


@QmlElement
class CounterPresenter(QObject):
    """`open_link`: makes a link that is not started yet, for a view. `set_language`: makes the stage speak another one.
    `bar`: a bar at the top edge instead of the whole desk, once a counter was chosen.

    One link at a time: the hall's counters while choosing, then the counter's own view.
    """

    changed = Signal()

    def __init__(
        self,
        open_link: Callable[[AnyView], Link],
        set_language: Callable[[str], None],
        monotonic_ms: Callable[[], int],
        language: str = LANGUAGES[0],
        bar: bool = False,
    ) -> None:
        super().__init__()
        self._open_link = open_link
        self._set_language = set_language
        self._language = language
        self._link: Link | None = None
        self._seated = False
        self._bar = bar
        self._desk = DeskPresenter(monotonic_ms, self)
        self._desk.speak(language)
        self._choose = ChoosePresenter(self)
        self._choose.chosen.connect(self.sit_down)

    # ------------------------------------------------------------------------------------------------ for the program

    def sit_down(self, counter_id: int) -> None:
        """Show the desk of this counter."""
        self._seated = True
        link = self._join(CounterView(counter_id))
        self._desk.sit_down(counter_id, link)
        link.start()
        self.changed.emit()

    @Slot()
    def standUp(self) -> None:
        """Show the counters to choose from."""
        self._seated = False
        self._join(KioskView()).start()
        self._rows_changed()

    def stop(self) -> None:
        """Leave the hall."""
        self._desk.stand_up()
        if self._link is not None:
            self._link.changed.disconnect(self._rows_changed)
            self._link.liveChanged.disconnect(self._rows_changed)
            self._link.stop()
            self._link.deleteLater()
            self._link = None

    @property
    def desk_presenter(self) -> DeskPresenter:
        """The desk, for presses from outside the window."""
        return self._desk

    @property
    def mirror(self) -> Mirror | None:
        """What is known of the hall now."""
        return self._link.mirror if self._link is not None else None

    # ----------------------------------------------------------------------------------------------------- for the QML

    @Slot()
    def switchLanguage(self) -> None:
        """The other language, on the whole screen."""
        self._language = LANGUAGES[(LANGUAGES.index(self._language) + 1) % len(LANGUAGES)]
        self._set_language(self._language)
        self._desk.speak(self._language)
        self._rows_changed()

    @Slot()
    def switchBar(self) -> None:
        """From the large view to the bar, and back."""
        self._bar = not self._bar
        self.changed.emit()

    # ---------------------------------------------------------------------------------------------------------- inside

    def _join(self, view: AnyView) -> Link:
        self.stop()
        link = self._link = self._open_link(view)
        link.changed.connect(self._rows_changed)
        link.liveChanged.connect(self._rows_changed)
        return link

    @Slot()
    def _rows_changed(self) -> None:
        if self._link is not None and not self._seated:
            self._choose.show(self._link.mirror, self._language)
        self.changed.emit()

    def _hall(self) -> str:
        mirror = self.mirror
        row = mirror.hall if mirror is not None else None
        return f"{said(row.name, self._language)} · {said(row.place, self._language)}" if row else ""

    def _since(self) -> str:
        if self._link is None or self._link.stale_since is None:
            return ""
        hall = self._link.mirror.hall
        return time_of_day(self._link.stale_since, hall.time_zone if hall else TIME_ZONE_UNTIL_HEARD)

    desk = Property(DeskPresenter, lambda self: self._desk, constant=True)
    choose = Property(ChoosePresenter, lambda self: self._choose, constant=True)
    seated = Property(bool, lambda self: self._seated, notify=changed)
    bar = Property(bool, lambda self: self._bar and self._seated, notify=changed)
    language = Property(str, lambda self: self._language, notify=changed)
    hall = Property(str, _hall, notify=changed)
    live = Property(bool, lambda self: self._link is not None and bool(self._link.live), notify=changed)
    since = Property(str, _since, notify=changed)
