"""The kiosk's composition root: settings in, a running kiosk out."""

from __future__ import annotations

import time

import structlog

from hall_link.commands import Command
from hall_link.effects import Accepted, Outcome
from hall_link.feed import KioskView
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import FACT_PATIENCE_SECONDS, HallLink
from hall_link.qt.stage import Stage
from kiosk.attendant import Attendant
from kiosk.printing import Printing
from kiosk.settings import KioskSettings
from kiosk.ui.window import KioskPresenter
from printer_drivers.spool import Printer

_log = structlog.get_logger("kiosk")


def run(settings: KioskSettings, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file cannot be used."""
    with Stage("kiosk", backend=launch.backend(settings.backend)) as stage:
        kiosk = KioskProgram(settings, HallLink(settings, KioskView()))
        try:
            kiosk.presenter.languageChanged.connect(stage.set_language)
            window = stage.show("kiosk.ui", "KioskWindow", {"presenter": kiosk.presenter})
            launch.show(window)
            hand = Hand(window) if launch.hand else None
            if hand is not None:
                hand.listen()
            kiosk.start()
            _log.info("ready", printer=settings.printer)
            return stage.run()
        finally:
            kiosk.close()


class KioskProgram:
    """The parts of a kiosk and the lines between them. `presenter` is what the window shows."""

    def __init__(self, settings: KioskSettings, link: HallLink) -> None:
        self._link = link
        self._printing = Printing(self._report)
        self._printer = _printer(settings, self._printing)
        self.attendant = Attendant(
            link,
            self._printing,
            pace=settings.pace(),
            without_paper=settings.without_paper,
            clock=lambda: time.monotonic_ns() // 1_000_000,
        )
        self.presenter = KioskPresenter(self.attendant, diagonal_inches=settings.diagonal_inches)
        self._printing.settled.connect(self.attendant.paper_settled)
        self._printing.conditionChanged.connect(self.attendant.look_around)
        link.changed.connect(self._rows_changed)
        link.liveChanged.connect(self._live_changed)

    def start(self) -> None:
        """Find the hall and the printer, and let time pass."""
        if self._printer is not None:
            self._printer.start()
        self._link.start()
        self.attendant.start()

    def close(self) -> None:
        """Let go of the printer first, so that what it still says is not lost on a link already gone."""
        self.attendant.stop()
        if self._printer is not None:
            self._printer.stop()
        self._link.stop()

    def _rows_changed(self, _keys: list[str]) -> None:
        self.attendant.look_around()

    def _live_changed(self, _live: bool) -> None:
        self.attendant.look_around()

    def _report(self, fact: Command) -> None:
        """Tell the hall a fact; it is kept and sent again until the hall has answered."""
        self._link.submit(fact, lambda outcome: _note(fact, outcome), patience_seconds=FACT_PATIENCE_SECONDS)


def _printer(settings: KioskSettings, printing: Printing) -> Printer | None:
    if not settings.printer:
        return None
    printer = Printer(settings.printer.removeprefix("tcp://"), settings.paper_mm, printing.heard)
    printing.attach(printer)
    return printer


def _note(fact: Command, outcome: Outcome) -> None:
    if not isinstance(outcome, Accepted):
        _log.warning("fact not taken", fact=type(fact).__name__, code=outcome.problem.code)
