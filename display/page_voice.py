"""``python -m display.page_voice``: the voice of a board whose screen is a browser; the hall's server starts it.

A wallboard without a window: the same link, announcer, engines and facts, and for a sound device the page, which is
told by lines of JSON on standard output and answers on standard input (`hall_link.board_voice`). It offers itself to
the hall as a voice when the page may be heard for the first time, not before: until somebody has touched the screen,
another board speaks for the zone. It ends when its standard input does, so a voice never outlives the server that
started it. What it needs comes from the environment.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType

import msgspec
import structlog
from PySide6.QtCore import QCoreApplication, QObject, Signal

import assets
from display.ear import Ear
from display.facts import Facts
from display.hall_time import minute_of_day
from display.occasions import Occasions
from display.page_player import PagePlayer
from display.settings import DisplaySettings
from display.speaker import Speaker
from display.voice.equipment import voice_of
from hall_link import logs
from hall_link.board_voice import MESSAGE_BYTES_MAX, Able, Caption, FromPage, FromVoice, Trouble
from hall_link.feed import DisplayView
from hall_link.qt.link import HallLink
from hall_link.qt.signals import QuitSignals
from hall_link.settings import SettingsError, load

SETTINGS_VARIABLE, SOUNDS_VARIABLE = "HALL_VOICE_SETTINGS", "HALL_VOICE_SOUNDS"
SETTINGS_WRONG, CRASHED = 78, 70
"""Exit statuses EX_CONFIG and EX_SOFTWARE of sysexits.h."""

_log = structlog.get_logger("display")


class Page(QObject):
    """The page at the other end of the pipes. `told` carries a message of the page; `left`: there is none any more."""

    told = Signal(object)
    left = Signal()

    def listen(self, source: int) -> None:
        """Hear the lines of this file descriptor from now on, on a thread of its own, until it ends."""
        threading.Thread(target=self._hear, args=(source,), name="page", daemon=True).start()

    def tell(self, message: FromVoice) -> None:
        """One line; a page that is gone is noticed where it is heard."""
        try:
            os.write(1, msgspec.json.encode(message) + b"\n")
        except BrokenPipeError:
            _log.info("page gone")

    def _hear(self, source: int) -> None:
        with open(source, "rb", closefd=False) as lines:
            while line := lines.readline(MESSAGE_BYTES_MAX):
                self.told.emit(msgspec.json.decode(line, type=FromPage))
        self.left.emit()


class PageVoice(QObject):
    """The parts, connected: link -> announcer -> page, and the facts back. `now`: seconds, monotonic, is taken from the
    system."""

    def __init__(self, settings: DisplaySettings, page: Page, sounds: Path) -> None:
        super().__init__()
        self._link = HallLink(settings, DisplayView(settings.zone), duty="speak")
        hours = settings.voice_hours()
        player = PagePlayer(sounds, page.tell)
        page.told.connect(player.heard)
        page.told.connect(self._on_told)
        speaker = Speaker(
            voice_of(settings),
            player,
            assets.path("sounds/chime.wav"),
            settings.voice_manner(),
            time.monotonic,
            loudness=lambda: hours.at(minute_of_day(self._link.mirror.hall, self._link.now_ms())),
        )
        speaker.captionChanged.connect(lambda text: page.tell(Caption(text)))
        speaker.troubleChanged.connect(lambda code: page.tell(Trouble(code)))
        occasions = Occasions(settings.closing_minutes)
        self._ear = Ear(self._link, speaker, Facts(self._link), time.monotonic, occasions, self)

    def _on_told(self, told: FromPage) -> None:
        if isinstance(told, Able) and told.able:
            self._ear.start()
            self._link.start()

    def close(self) -> None:
        """Be silent, let go of the hall."""
        self._ear.close()
        self._link.stop()


def main() -> int:
    """Speak until the page leaves; the exit status."""
    logs.set_up(libraries=logging.INFO)
    file, sounds = os.environ.get(SETTINGS_VARIABLE), os.environ.get(SOUNDS_VARIABLE)
    if not sounds:
        print("đây là giọng của bảng trên trình duyệt, do máy chủ khởi động · started by the server", file=sys.stderr)
        return SETTINGS_WRONG
    try:
        settings = load(DisplaySettings, Path(file) if file else None, os.environ)
        return _run(settings, Path(sounds))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return SETTINGS_WRONG


def _run(settings: DisplaySettings, sounds: Path) -> int:
    app = QCoreApplication([])
    page = Page()
    signals = QuitSignals(app.quit)
    page.left.connect(app.quit)

    def crash(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        _log.critical("a bug: the voice ends", exc_info=(kind, fault, trace))
        app.exit(CRASHED)

    sys.excepthook = crash
    voice = PageVoice(settings, page, sounds)
    try:
        page.listen(0)
        return app.exec()
    finally:
        voice.close()
        signals.close()


if __name__ == "__main__":
    sys.exit(main())
