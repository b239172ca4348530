"""A remote hand for demos and drills: sends real touches, clicks and keys to the items of a window, told by JSON lines.

Only a program started with ``--hand`` has one. Each line on its standard input is one command, each gets one line of
answer on its standard output, in order::

    {"tap": "field-A"}      {"click": "next"}      {"key": "F2"}       {"picture": "/tmp/kiosk.png"}
    {"wait": "ticketPage"}  {"wait": "next", "milliseconds": 9000}     {"look": "number", "property": "number"}
    -> {"ok": true, ...} or {"ok": false, "why": "not found|ambiguous|hidden|disabled|covered|person_busy|..."}

The events go through Qt's own delivery, and what a person could not do, the hand refuses to do (`hall_link.qt.reach`).
When a person used the window in the last 20 seconds it steps back and says so. The window's thread never waits for it:
a thread of its own reads a line, hands it over, and reads the next only when the answer is written.
"""

import os
import queue
import threading
import time
from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from hall_link.qt.reach import Reach, Refusal, items_named, reach

PERSON_SECONDS = 20.0
PRESS_MILLISECONDS = 60
WAIT_MILLISECONDS = 5_000
WAIT_MILLISECONDS_MAX = 60_000
_POLL_MILLISECONDS = 20
_LINE_BYTES_MAX = 65_536
_PERSON_EVENTS = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel)

_ACTS = ("tap", "click", "key", "wait", "look", "picture")
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}

Answer = Mapping[str, object]


class Command(msgspec.Struct, forbid_unknown_fields=True):
    """One line: exactly one of _ACTS is given. `id` comes back in the answer."""

    tap: str | None = None
    click: str | None = None
    key: str | None = None
    wait: str | None = None
    look: str | None = None
    picture: str | None = None
    property: str | None = None
    milliseconds: int = WAIT_MILLISECONDS
    id: int | None = None


class Hand(QObject):
    """Does one command at a time in `window`, on the window's thread. `now` counts seconds and never runs backwards."""

    _heard = Signal(bytes)

    def __init__(self, window: QQuickWindow, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._window = window
        self._now = now
        self._acting = False
        self._person_at: float | None = None
        self._touchscreen = QTest.createTouchDevice()
        self._answers: queue.Queue[bytes] = queue.Queue(maxsize=1)
        self._heard.connect(self._hear)
        window.installEventFilter(self)

    def listen(self, commands: int = 0, answers: int = 1) -> None:
        """From now on obey the lines of the file descriptor `commands`, answering on `answers`, until either ends."""
        threading.Thread(target=self._serve, args=(commands, answers), name="hand", daemon=True).start()

    def obey(self, line: bytes, answer: Callable[[bytes], None]) -> None:
        """Do what one line says; `answer` gets the answer (JSON, no line end), at once or when it is done."""
        try:
            command = msgspec.json.decode(line, type=Command)
        except msgspec.MsgspecError as fault:
            answer(msgspec.json.encode({"ok": False, "why": f"not understood: {fault}"}))
            return

        def tell(told: Answer) -> None:
            answer(msgspec.json.encode(told if command.id is None else {"id": command.id, **told}))

        self._do(command, tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes when a person uses the window; lets everything through."""
        if not self._acting and event.spontaneous() and event.type() in _PERSON_EVENTS:
            self._person_at = self._now()
        return super().eventFilter(watched, event)

    def _do(self, command: Command, tell: Callable[[Answer], None]) -> None:
        given = [(act, value) for act in _ACTS if (value := getattr(command, act)) is not None]
        match given:
            case [("tap", name)]:
                self._press(name, tell, self._finger)
            case [("click", name)]:
                self._press(name, tell, self._button)
            case [("key", name)]:
                tell(self._strike(name))
            case [("wait", name)]:
                milliseconds = min(max(command.milliseconds, 0), WAIT_MILLISECONDS_MAX)
                self._wait(name, self._now() + milliseconds / 1000, tell)
            case [("look", name)]:
                tell(self._look(name, command.property))
            case [("picture", path)]:
                saved = self._window.grabWindow().save(path)
                tell({"ok": True} if saved else {"ok": False, "why": f"cannot write {path}"})
            case _:
                tell({"ok": False, "why": f"not understood: a line says one of {', '.join(_ACTS)}"})

    def _person_is_busy(self) -> bool:
        return self._person_at is not None and self._now() - self._person_at < PERSON_SECONDS

    def _press(self, name: str, tell: Callable[[Answer], None], send: Callable[[QPointF, bool], None]) -> None:
        if self._person_is_busy():
            tell(_refused(Refusal.PERSON_BUSY))
            return
        found = reach(self._window, name)
        if found.refusal is not None:
            tell(_refused(found.refusal))
            return
        send(found.middle, True)

        def lift() -> None:
            send(found.middle, False)
            tell({"ok": True})

        # Long enough for the pressed look to be drawn: a demo is watched
        QTimer.singleShot(PRESS_MILLISECONDS, self, lift)

    def _finger(self, middle: QPointF, down: bool) -> None:
        self._acting = True
        sequence = QTest.touchEvent(self._window, self._touchscreen)
        point = middle.toPoint()
        (sequence.press if down else sequence.release)(0, point, self._window).commit(False)
        self._acting = False

    def _button(self, middle: QPointF, down: bool) -> None:
        self._acting = True
        act = QTest.mousePress if down else QTest.mouseRelease
        act(self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint())
        self._acting = False

    def _strike(self, name: str) -> Answer:
        *held, last = name.split("+")
        try:
            key, modifiers = Qt.Key[f"Key_{last}"], Qt.KeyboardModifier.NoModifier
            for word in held:
                modifiers |= _MODIFIERS[word]
        except KeyError:
            return {"ok": False, "why": f"not understood: {name!r} is no key"}
        if self._person_is_busy():
            return _refused(Refusal.PERSON_BUSY)
        self._acting = True
        QTest.keyClick(self._window, key, modifiers)
        self._acting = False
        return {"ok": True}

    def _wait(self, name: str, until: float, tell: Callable[[Answer], None]) -> None:
        """Poll until the item could be used, or say after the time what still keeps it from being."""
        refusal = reach(self._window, name).refusal
        if refusal is None:
            tell({"ok": True})
        elif self._now() >= until:
            tell(_refused(refusal))
        else:
            QTimer.singleShot(_POLL_MILLISECONDS, self, lambda: self._wait(name, until, tell))

    def _look(self, name: str, wanted: str | None) -> Answer:
        found = reach(self._window, name)
        if found.item is None:
            return _refused(Refusal.NOT_FOUND)
        return {"ok": True, "count": len(items_named(self._window, name)), **_seen(found, wanted)}

    def _hear(self, line: bytes) -> None:
        self.obey(line, self._answers.put)

    def _serve(self, commands: int, answers: int) -> None:
        """The hand's own thread. At most one command is under way, so nothing can pile up."""
        rest = b""
        while True:
            line, found, after = rest.partition(b"\n")
            if not found:
                more = os.read(commands, _LINE_BYTES_MAX)
                if not more or len(rest) > _LINE_BYTES_MAX:
                    return
                rest += more
                continue
            rest = after
            if not line.strip():
                continue
            try:
                self._heard.emit(line)
                os.write(answers, self._answers.get() + b"\n")
            except (RuntimeError, BrokenPipeError):  # the window is gone, or nobody listens any more
                return


def _refused(refusal: Refusal) -> Answer:
    return {"ok": False, "why": str(refusal)}


def _seen(found: Reach, wanted: str | None) -> Answer:
    """What there is to know of an item; `usable` says whether a finger could use it now."""
    item = found.item
    assert item is not None
    text = item.property("text")
    seen: dict[str, object] = {
        "visible": found.refusal not in (Refusal.HIDDEN, Refusal.NOT_FOUND),
        "enabled": item.isEnabled(),
        "usable": found.refusal is None,
        "text": item.property("number") if text is None else text,
        "x": round(found.middle.x()),
        "y": round(found.middle.y()),
    }
    if wanted is not None:
        value = item.property(wanted)
        seen["value"] = value if isinstance(value, bool | int | float | str | None) else str(value)
    return seen
