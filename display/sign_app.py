"""The composition root of a counter's sign: settings in, a running sign out."""

from __future__ import annotations

import time

import structlog

import assets
from display.board_settings import BoardSettings
from display.ui.screens import ScreenWatch
from display.ui.sign import SignPresenter
from hall_link.feed import DisplayView
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage

CHIME_SECONDS_MAX = 3.0

_log = structlog.get_logger("display")


def run_sign(settings: BoardSettings, volume: float, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file cannot be used."""
    with Stage("display", backend=launch.backend(settings.backend), language=settings.language) as stage:
        link = HallLink(settings, DisplayView(settings.zone))
        presenter = SignPresenter(
            link, settings.sign_counter, settings.zone, settings.arrow, time.monotonic, settings.appearance
        )
        window = stage.show("display.ui", "SignWindow", {"presenter": presenter})
        watch = ScreenWatch(stage.app, window)
        link.changed.connect(lambda _keys: presenter.refresh())
        link.liveChanged.connect(presenter.refresh)
        if settings.sign_chime:
            _ring_for_calls(presenter, volume)
        launch.show(window)
        hand = Hand(window) if launch.hand else None
        if hand is not None:
            hand.listen()
        try:
            presenter.start()
            link.start()
            _log.info("ready", counter=settings.sign_counter, zone=settings.zone)
            return stage.run()
        finally:
            link.stop()
            watch.deleteLater()


def _ring_for_calls(presenter: SignPresenter, volume: float) -> None:
    """The chime of its own; a call that comes while it rings is seen and not rung for again."""
    from display.voice.player import Player

    player = Player(volume, presenter)
    ringing: list[bool] = []

    def ring() -> None:
        if not ringing:
            ringing.append(True)
            player.play(assets.path("sounds/chime.wav"), CHIME_SECONDS_MAX)

    player.ended.connect(lambda _ending: ringing.clear())
    presenter.called.connect(ring)
