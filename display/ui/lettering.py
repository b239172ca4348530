"""Measures the texts of a drawn page: how high their capitals really stand on the screen, after all fitting."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from display.layout import Installed
from display.legibility import Lettering

CALLED = frozenset({"newestNumber", "newestCounter"})


def letterings(window: QQuickWindow, installed: Installed) -> list[Lettering]:
    """Every text that is to be seen in the window, with its height in millimetres."""
    pitch = installed.mm_a_pixel(window.width(), window.height())
    return [_lettering(item, pitch) for item in _texts(window.contentItem())]


def _texts(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible():
        return
    if item.inherits("QQuickText") and str(item.property("text")).strip():
        yield item
    for child in item.childItems():
        yield from _texts(child)


def _lettering(item: QQuickItem, pitch: float) -> Lettering:
    font = item.property("font")
    assert isinstance(font, QFont)
    fitted = QFont(font)
    fitted.setPixelSize(max(1, item.property("fontInfo").property("pixelSize").toInt()))
    origin = item.mapToScene(QPointF(0, 0))
    scale = (item.mapToScene(QPointF(0, 1)) - origin).manhattanLength()
    is_number = item.parentItem().objectName() in CALLED
    text = str(item.property("text")).partition("\u009c")[0]
    return Lettering(text, QFontMetricsF(fitted).capHeight() * scale * pitch, is_number)
