"""Presses from outside the window, the call keypad and the global key, brought to the desk on the UI thread."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from PySide6.QtCore import QObject, Qt, Signal

from counter.desk import Press, Stage
from counter.hotkeys import Hotkey, open_hotkey
from counter.hotkeys.combination import Combination
from counter.keypad import KeypadKey, KeypadPress
from counter.press_commands import HERE, Target
from counter.serial_keypad import Keypad
from counter.ui.desk_page import DeskPresenter
from counter.ui.options import PAUSE_REASONS

_log = structlog.get_logger("counter")


class OutsidePresses(QObject):
    """Obeys `keypad` (its thread is not ours) and the key `hotkey`, each if there is one, until `stop`."""

    _pressed = Signal(object)

    def __init__(self, desk: DeskPresenter, keypad: Keypad | None, hotkey: Combination | None) -> None:
        super().__init__()
        self._desk = desk
        self._keypad = keypad
        self._pressed.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._hotkey: Hotkey | None = open_hotkey(hotkey, self._next) if hotkey is not None else None
        if keypad is not None:
            give: Callable[[KeypadPress], None] = self._pressed.emit
            keypad.start(give)

    def stop(self) -> None:
        """Let go of the keypad and the key."""
        self._pressed.disconnect()
        if self._keypad is not None:
            self._keypad.stop()
        if self._hotkey is not None:
            self._hotkey.close()
            self._hotkey = None

    def _next(self) -> None:
        _log.info("hotkey pressed")
        self._desk.give(Press.NEXT)

    def _obey(self, press: KeypadPress) -> None:
        desk = self._desk.desk
        if press.counter_id == desk.counter_id:
            _log.info("keypad pressed", key=press.key)
            self._desk.give(*meant(press.key, desk.stage))


def meant(key: KeypadKey, stage: Stage) -> tuple[Press, Target]:
    """The press that a key means in this state; a keypad has no list to choose from, so the first choice holds."""
    match key:
        case "break":
            return (Press.RESUME, HERE) if stage == "paused" else (Press.PAUSE, Target(reason=PAUSE_REASONS[0]))
        case "door":
            return (Press.OPEN if stage == "closed" else Press.CLOSE), HERE
        case _:
            return Press(key), HERE
