"""The kiosk's composition root: settings in, a running kiosk out."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path

import structlog

from hall_link.feed import KioskView
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage
from hall_link.rows import PrinterRow
from kiosk.attendant import Attendant
from kiosk.disk import Disk, default_folder
from kiosk.identity import IdentityReader
from kiosk.jobs import Report, job_of
from kiosk.ledger import Ledger
from kiosk.printer_report import PrinterReport, Said
from kiosk.printing import Printing
from kiosk.reports import Reports
from kiosk.reprints import Reprints
from kiosk.roll import RollBook
from kiosk.scanner_port import ScannerPort
from kiosk.settings import KioskSettings
from kiosk.ticket_file import look_of
from kiosk.ui.window import KioskPresenter
from printer_drivers.job_journal import JobJournal
from printer_drivers.spool import Printer

_log = structlog.get_logger("kiosk")


def run(settings: KioskSettings, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file or the folder cannot be used."""
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
        look = look_of(settings.ticket_file)
        self._link = link
        self._kiosk_id = settings.device
        folder = Path(settings.state_folder) if settings.state_folder else default_folder(settings.device, os.environ)
        self._disk = Disk(folder)
        self._ledger = Ledger(self._disk.ledger, new_id=lambda: secrets.token_hex(16), clock=time.time)
        self._reports = Reports(self._ledger, link)
        self._printing = Printing(self._reports, look=look)
        self._printer = _printer(settings, self._printing, self._disk)
        self.attendant = Attendant(
            link,
            self._printing,
            self._reports,
            kiosk_id=settings.device,
            pace=settings.pace(),
            without_paper=settings.without_paper,
            clock=lambda: time.monotonic_ns() // 1_000_000,
        )
        self.reader = IdentityReader(self.attendant)
        self._scanner = _scanner(settings.scanner, self.reader)
        self.presenter = KioskPresenter(self.attendant, self.reader, diagonal_inches=settings.diagonal_inches)
        self._reprints = Reprints(settings.device, link, self._printing, self._reports, self._left())
        self._roll = RollBook(self._disk.roll, settings.roll_metres, self._tell_printer)
        self._printer_report = PrinterReport(
            settings.device,
            link,
            lambda: Said(self._printing.condition, settings.label, self._roll.low, self._roll.metres_left),
        )
        self._connect()

    def _left(self) -> set[str]:
        """Jobs of an earlier run that are not over: in the printer's journal, or told to the hall and not answered."""
        jobs = {job_of(owed.command) for owed in self._ledger.owed if isinstance(owed.command, Report)}
        return jobs | {job.job_id for job in self._printer.open_at_start} if self._printer is not None else jobs

    def _connect(self) -> None:
        self._printing.settled.connect(self.attendant.paper_settled)
        self._printing.conditionChanged.connect(self.attendant.look_around)
        self._printing.conditionChanged.connect(self._tell_printer)
        self._printing.statusSeen.connect(self._roll.status_is)
        self._printing.paperUsed.connect(self._roll.printed)
        self._link.changed.connect(self._rows_changed)
        self._link.liveChanged.connect(self._live_changed)

    def start(self) -> None:
        """Find the hall and the printer, and let time pass."""
        if self._printer is not None:
            self._printer.start()
        if self._scanner is not None:
            self._scanner.start()
        self._link.start()
        self._reports.start()
        self.attendant.start()

    def close(self) -> None:
        """Let go of the printer first, so that what it still says is not lost on a link already gone."""
        self.attendant.stop()
        if self._scanner is not None:
            self._scanner.stop()
        if self._printer is not None:
            self._printer.stop()
        self._link.stop()
        self._ledger.close()
        self._disk.close()

    def _rows_changed(self, _keys: list[str]) -> None:
        self._look_around()

    def _live_changed(self, _live: bool) -> None:
        self._look_around()

    def _look_around(self) -> None:
        self.attendant.look_around()
        self._reprints.look()
        row = self._link.mirror.get(f"printer/{self._kiosk_id}")
        if isinstance(row, PrinterRow):
            self._roll.confirmed(row.rolls)
        self._tell_printer()

    def _tell_printer(self) -> None:
        self._printer_report.look()


def _scanner(device: str, reader: IdentityReader) -> ScannerPort | None:
    return ScannerPort(device, reader.heard.emit, reader.present.emit) if device else None


def _printer(settings: KioskSettings, printing: Printing, disk: Disk) -> Printer | None:
    if not settings.printer:
        return None
    journal = JobJournal(disk.printing)
    address = settings.printer.removeprefix("tcp://")
    stationery = printing.look.stationery
    printer = Printer(address, settings.paper_mm, printing.heard, stationery=stationery, journal=journal)
    printing.attach(printer, [job.job_id for job in printer.open_at_start])
    return printer
