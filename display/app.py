"""The wallboard's composition root: settings in, a running board out."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtQuick import QQuickWindow

import assets
from display.board import Board
from display.settings import DisplaySettings
from display.speaker import Speaker
from display.ui.wallboard import WallboardPresenter
from display.voice.player import Player
from display.voice.recording import Recording
from display.voice.worker_engine import WorkerEngine
from display.wallboard import Wallboard
from hall_link.messages import DisplayView
from hall_link.qt.hand import Hand
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Backend, Stage
from hall_link.settings import load


@dataclass(frozen=True, slots=True)
class Launch:
    """How the program was started. `overrides`: settings given on the command line, by their environment's name."""

    settings_file: Path | None
    overrides: Mapping[str, str]
    headless: bool
    hand: bool
    windowed: bool
    size: tuple[int, int] | None


def run(launch: Launch, env: Mapping[str, str]) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when there are mistakes in the settings."""
    settings = load(DisplaySettings, launch.settings_file, {**env, **launch.overrides})
    if launch.headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    backend = Backend.SOFTWARE if launch.headless else Backend(settings.backend)
    with Stage("display", backend=backend, language=settings.language) as stage:
        link = HallLink(settings, DisplayView(settings.zone))
        board = Board(settings.ticker, settings.language)
        presenter = WallboardPresenter(link, board, time.monotonic, motion=settings.motion)
        window = stage.show("display.ui", "WallboardWindow", {"presenter": presenter})
        wallboard = Wallboard(link, presenter, window, _speaker(settings), time.monotonic)
        _show(window, launch)
        hand = Hand(window) if launch.hand else None
        if hand is not None:
            hand.listen()
        wallboard.start()
        try:
            return stage.run()
        finally:
            wallboard.close()


def _speaker(settings: DisplaySettings) -> Speaker | None:
    """The voice; None for a board beside one that speaks."""
    if settings.silent:
        return None
    engine = WorkerEngine()
    engine.start()
    return Speaker(
        engine,
        Player(settings.volume),
        assets.path("sounds/chime.wav"),
        settings.voice_manner(),
        time.monotonic,
        Recording(Path(settings.announcements)) if settings.announcements else None,
    )


def _show(window: QQuickWindow, launch: Launch) -> None:
    if launch.size is not None:
        window.resize(*launch.size)
    if launch.windowed or launch.headless or launch.size is not None:
        window.show()
    else:
        window.showFullScreen()
