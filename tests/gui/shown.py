"""A window of ours on the stage, and the hands to use it: find an item, click it, touch it, press keys, wait, look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hall_link.qt.stage import Stage

WAIT_MILLISECONDS_MAX = 5_000


def all_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything in it, delegates included, in the order of drawing."""
    yield item
    for child in item.childItems():
        yield from all_items(child)


@dataclass(frozen=True)
class Shown:
    """One window; everything in it goes by objectName."""

    window: QQuickWindow
    stage: Stage
    qtbot: QtBot
    touchscreen: QPointingDevice

    def find(self, name: str) -> QQuickItem:
        """The one item that is shown with this objectName."""
        found = [item for item in all_items(self.window.contentItem()) if item.objectName() == name]
        shown = [item for item in found if item.isVisible()]
        assert len(shown) == 1, f"{name}: {len(found)} in the window, {len(shown)} shown"
        return shown[0]

    def is_shown(self, name: str) -> bool:
        """Whether any item with this objectName is to be seen."""
        items = all_items(self.window.contentItem())
        return any(item.isVisible() for item in items if item.objectName() == name)

    def text(self, name: str) -> str:
        """What the item says: its `text`, or a TicketNumber's `number`."""
        item = self.find(name)
        value = item.property("text")
        return str(item.property("number") if value is None else value)

    def centre(self, name: str) -> QPoint:
        """The middle of the item, in the window; asserts that it can be hit there."""
        item = self.find(name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        assert self.window.contentItem().boundingRect().contains(QPointF(centre)), f"{name} is outside at {centre}"
        return centre

    def click(self, name: str) -> None:
        """Press and release the mouse on the item."""
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.centre(name))

    def touch(self, name: str) -> None:
        """Touch the item with one finger and lift it."""
        self.touch_down(name)
        self.touch_up(name)

    def touch_down(self, name: str) -> None:
        """Lay a finger on the item."""
        QTest.touchEvent(self.window, self.touchscreen).press(0, self.centre(name), self.window).commit()

    def touch_up(self, name: str) -> None:
        """Lift the finger from the item."""
        QTest.touchEvent(self.window, self.touchscreen).release(0, self.centre(name), self.window).commit()

    def key(self, key: Qt.Key) -> None:
        """Press and release a key."""
        QTest.keyClick(self.window, key)

    def wait(self, holds: Callable[[], bool]) -> None:
        """Let the program run until `holds()`; fails after five seconds."""
        self.qtbot.waitUntil(holds, timeout=WAIT_MILLISECONDS_MAX)

    def picture(self, path: Path | None = None) -> QImage:
        """What the window shows now, also written to `path` as PNG when given."""
        image = self.window.grabWindow()
        if path is not None:
            assert image.save(str(path)), f"cannot write {path}"
        return image


class Show(Protocol):
    """The fixture `show`: loads a window of a QML module with its required properties, and shows it."""

    def __call__(self, module: str, component: str, **properties: object) -> Shown: ...
