"""The composition root of the officer's application: settings in, a running desk out."""

from __future__ import annotations

import time

import structlog

from counter.settings import CounterSettings
from counter.ui.window import CounterPresenter
from hall_link.feed import AnyView
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage

_log = structlog.get_logger("counter")


def run(settings: CounterSettings, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file cannot be used."""

    def open_link(view: AnyView) -> HallLink:
        return HallLink(settings, view)

    with Stage("counter", backend=launch.backend(settings.backend), language=settings.language) as stage:
        presenter = CounterPresenter(open_link, stage.set_language, monotonic_ms, settings.language)
        try:
            if settings.counter:
                presenter.sit_down(settings.counter)
            else:
                presenter.standUp()
            window = stage.show("counter.ui", "CounterWindow", {"presenter": presenter})
            launch.show(window)
            hand = Hand(window) if launch.hand else None
            if hand is not None:
                hand.listen()
            _log.info("ready", counter=settings.counter)
            return stage.run()
        finally:
            presenter.stop()


def monotonic_ms() -> int:
    """Milliseconds of a clock that never runs back."""
    return time.monotonic_ns() // 1_000_000
