"""Shows real QML on a real stage, offscreen; any warning from QML or Qt fails the test.

`show("kiosk.ui", "KioskWindow", presenter=presenter)` gives a `tests.gui.shown.Shown`: find an item by its objectName
(delegates too), click it, touch it, press keys, and wait until something holds. Nothing here sleeps.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hall_link.qt.stage import Backend, Stage
from tests.gui.shown import Show, Shown


@pytest.fixture(scope="session")
def touchscreen(qapp: QGuiApplication) -> QPointingDevice:
    """One touch screen for all tests: Qt keeps every device it was given until the program ends."""
    return QTest.createTouchDevice()


@pytest.fixture
def qml_warnings() -> list[str]:
    """Every warning of QML and Qt in this test. A test that provokes one on purpose takes it out of here."""
    return []


@pytest.fixture
def stage(qapp: QGuiApplication, qml_warnings: list[str]) -> Iterator[Stage]:
    """A stage as the programs have it, closed in their order; fails the test on any warning left in `qml_warnings`."""
    with Stage("test", backend=Backend.SOFTWARE, on_warning=qml_warnings.append) as made:
        yield made
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qml_warnings == []


@pytest.fixture
def show(stage: Stage, qtbot: QtBot, touchscreen: QPointingDevice) -> Show:
    """`show(module, component, **properties)`: loads a window and waits until it is on the (offscreen) screen."""

    def load(module: str, component: str, **properties: object) -> Shown:
        window = stage.show(module, component, properties)
        window.show()
        with qtbot.waitExposed(window):
            pass
        return Shown(window, stage, qtbot, touchscreen)

    return load
