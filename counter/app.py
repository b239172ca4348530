"""The composition root of the officer's application: settings in, a running desk out."""

from __future__ import annotations

import time

import structlog

from counter.hotkeys.combination import Combination, combination_of
from counter.outside import OutsidePresses
from counter.serial_keypad import SerialKeypad
from counter.settings import CounterSettings
from counter.ui.window import CounterPresenter
from hall_link.feed import AnyView
from hall_link.mistakes import Mistake, SettingsError
from hall_link.qt.hand import Hand
from hall_link.qt.launch import Launch
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage
from hall_link.rows import Words

_log = structlog.get_logger("counter")


def run(settings: CounterSettings, launch: Launch) -> int:
    """Run until told to quit; the exit status. Raises SettingsError when the key file or the hot key cannot be used."""

    def open_link(view: AnyView) -> HallLink:
        return HallLink(settings, view)

    hotkey = _hotkey_of(settings)
    keypad = SerialKeypad(settings.keypad_port, settings.keypad_baud) if settings.keypad_port else None
    with Stage("counter", backend=launch.backend(settings.backend), language=settings.language) as stage:
        presenter = CounterPresenter(open_link, stage.set_language, monotonic_ms, settings.language, settings.bar)
        outside = OutsidePresses(presenter.desk_presenter, keypad, hotkey)
        try:
            if settings.counter:
                presenter.sit_down(settings.counter)
            else:
                presenter.standUp()
            window = stage.show("counter.ui", "CounterWindow", {"presenter": presenter})
            if settings.bar and settings.counter:
                window.show()
                window.requestActivate()
            else:
                launch.show(window)
            hand = Hand(window) if launch.hand else None
            if hand is not None:
                hand.listen()
            _log.info("ready", counter=settings.counter)
            return stage.run()
        finally:
            outside.stop()
            presenter.stop()


def _hotkey_of(settings: CounterSettings) -> Combination | None:
    try:
        return combination_of(settings.next_hotkey) if settings.next_hotkey else None
    except ValueError as mistake:
        words = Words("xin viết một phím như Pause, Ctrl+F2, Ctrl+Alt+N", str(mistake))
        raise SettingsError([Mistake("next_hotkey", words)]) from mistake


def monotonic_ms() -> int:
    """Milliseconds of a clock that never runs back."""
    return time.monotonic_ns() // 1_000_000
