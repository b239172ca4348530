"""The wallboard's composition root: settings in, a running board out."""

from __future__ import annotations

import time
from pathlib import Path

import structlog
from PySide6.QtCore import QLoggingCategory

import assets
from display.board import Board
from display.hall_time import minute_of_day
from display.occasions import Occasions
from display.settings import DisplaySettings
from display.speaker import Speaker
from display.ui.media import MediaPresenter
from display.ui.pictures import PROVIDER
from display.ui.screens import ScreenWatch
from display.ui.size_watch import SizeWatch
from display.ui.wallboard import WallboardPresenter
from display.voice.equipment import voice_of
from display.voice.recording import Recording
from display.wallboard import Wallboard
from hall_link.feed import DisplayView
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage

_log = structlog.get_logger("display")


def run(settings: DisplaySettings, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file cannot be used."""
    with Stage("display", backend=launch.backend(settings.backend), language=settings.language) as stage:
        link = HallLink(settings, DisplayView(settings.zone), duty="show" if settings.silent else "speak")
        board = Board(settings.ticker, settings.language, settings.zone)
        presenter = WallboardPresenter(link, board, time.monotonic, settings.appearance, settings.voice_manner())
        media = _media(settings)
        stage.engine.addImageProvider(PROVIDER, media.pictures)
        window = stage.show("display.ui", "WallboardWindow", {"presenter": presenter, "media": media})
        watches = (ScreenWatch(stage.app, window), SizeWatch(presenter, window, settings.appearance.installed))
        wallboard = Wallboard(
            link,
            presenter,
            window,
            _speaker(settings, link),
            time.monotonic,
            Occasions(settings.closing_minutes),
        )
        try:
            launch.show(window)
            hand = Hand(window) if launch.hand else None
            if hand is not None:
                hand.listen()
            wallboard.start()
            media.start()
            _log.info("ready", zone=settings.zone, silent=settings.silent)
            return stage.run()
        finally:
            wallboard.close()
            media.close()
            for watch in watches:
                watch.deleteLater()


def _media(settings: DisplaySettings) -> MediaPresenter:
    """The hall's own pictures, as far as it has any."""
    wanted = settings.media != "off" and settings.media_folder != ""
    return MediaPresenter(
        Path(settings.media_folder) if wanted else None,
        when_idle=settings.media == "idle",
        seconds=settings.media_seconds,
        emblem=Path(settings.emblem) if settings.emblem else None,
    )


def _speaker(settings: DisplaySettings, link: HallLink) -> Speaker | None:
    """The voice; None for a board beside one that speaks."""
    if settings.silent:
        return None
    # What Qt fails to find of video acceleration while it loads is no concern of a hall's log; failures are reported
    # by the player. A silent board loads none of it.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    from display.voice.player import Player

    player = Player(settings.volume)
    if not player.can_be_heard:
        _log.warning("no sound device: calls are shown, and reported as not spoken unless they are recorded")
    hours = settings.voice_hours()
    return Speaker(
        voice_of(settings),
        player,
        assets.path("sounds/chime.wav"),
        settings.voice_manner(),
        time.monotonic,
        Recording(Path(settings.announcements)) if settings.announcements else None,
        lambda: hours.at(minute_of_day(link.mirror.hall, link.now_ms())),
    )
