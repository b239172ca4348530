"""What every page shares: which page it is, the hall and its clock, the language, and the question to an absent
person.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import flow, visit
from kiosk.attendant import Attendant, whole_seconds
from kiosk.grid import target_pixels
from kiosk.identity import IdentityReader
from kiosk.ticket import local_time, read
from kiosk.ui.claims import ClaimsPresenter
from kiosk.ui.fault import FaultPresenter
from kiosk.ui.home import HomePresenter
from kiosk.ui.identity import IdentityPresenter
from kiosk.ui.issuing import IssuingPresenter
from kiosk.ui.ticket_page import TicketPresenter

QML_IMPORT_NAME = "kiosk.ui"
QML_IMPORT_MAJOR_VERSION = 1

_LOCALES: dict[visit.Language, QLocale.Language] = {
    "vi": QLocale.Language.Vietnamese,
    "en": QLocale.Language.English,
}


@QmlElement
@QmlUncreatable("made by the program")
class KioskPresenter(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable says nothing of its call
    """The window and its pages."""

    changed = Signal()
    languageChanged = Signal(str)

    def __init__(
        self, attendant: Attendant, reader: IdentityReader, *, diagonal_inches: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._attendant = attendant
        self._diagonal_inches = diagonal_inches
        self._language: visit.Language = attendant.kiosk.language
        self.home_page = HomePresenter(attendant, self)
        self.claims_page = ClaimsPresenter(attendant, self)
        self.identity_page = IdentityPresenter(attendant, reader, self)
        self._issuing_page = IssuingPresenter(attendant, self)
        self.ticket_page = TicketPresenter(attendant, self)
        self._fault_page = FaultPresenter(attendant, self)
        attendant.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is now."""
        language = self._attendant.kiosk.language
        if language != self._language:
            self._language = language
            self.languageChanged.emit(language)
        for page in (self.home_page, self.claims_page, self.identity_page):
            page.refresh()
        for after in (self._issuing_page, self.ticket_page, self._fault_page):
            after.refresh()
        self.changed.emit()

    def _page(self) -> str:
        return flow.page(self._attendant.kiosk, self._attendant.now, self._attendant.pace)

    def _settled(self) -> bool:
        return flow.settled(self._attendant.kiosk, self._attendant.now, self._attendant.pace)

    def _warning(self) -> int:
        return whole_seconds(flow.warns_in(self._attendant.kiosk, self._attendant.now, self._attendant.pace))

    def _hall_name(self) -> str:
        return read(self._attendant.hall.name, self._language) if self._attendant.hall else ""

    def _place(self) -> str:
        return read(self._attendant.hall.place, self._language) if self._attendant.hall else ""

    def _time(self) -> str:
        hall = self._attendant.hall
        return f"{local_time(self._attendant.link.now_ms(), hall.time_zone):%H:%M}" if hall else ""

    def _date(self) -> str:
        hall = self._attendant.hall
        if hall is None:
            return ""
        today = local_time(self._attendant.link.now_ms(), hall.time_zone)
        return f"{QLocale(_LOCALES[self._language]).dayName(today.isoweekday())}, {today:%d/%m/%Y}"

    def _current_language(self) -> str:
        return self._language

    page = Property(str, _page, notify=changed)
    """`kiosk.visit.Page`."""
    settled = Property(bool, _settled, notify=changed)
    """Touches are meant for this page: it has been there for a moment."""
    warning = Property(int, _warning, notify=changed)
    """Seconds left to say that somebody is still there; -1 while nobody is asked."""
    language = Property(str, _current_language, notify=changed)
    hallName = Property(str, _hall_name, notify=changed)
    place = Property(str, _place, notify=changed)
    time = Property(str, _time, notify=changed)
    date = Property(str, _date, notify=changed)

    home = Property(HomePresenter, lambda self: self.home_page, constant=True)
    claims = Property(ClaimsPresenter, lambda self: self.claims_page, constant=True)
    identity = Property(IdentityPresenter, lambda self: self.identity_page, constant=True)
    issuing = Property(IssuingPresenter, lambda self: self._issuing_page, constant=True)
    ticket = Property(TicketPresenter, lambda self: self.ticket_page, constant=True)
    fault = Property(FaultPresenter, lambda self: self._fault_page, constant=True)

    @Slot(float, float, result=float)
    def targetPixels(self, width: float, height: float) -> float:
        """20 mm on the panel, in pixels of a window that fills it with `width` x `height`."""
        return target_pixels(int(width), int(height), self._diagonal_inches)

    @Slot()
    def touched(self) -> None:
        """A finger somewhere on the glass."""
        self._attendant.play(visit.Touched())

    @Slot()
    def toggleLanguage(self) -> None:
        """The other language."""
        self._attendant.play(visit.LanguageTouched())
