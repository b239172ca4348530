"""Where a finger would have to go to use a named item, and why it could not: hidden, disabled, covered.

The judgement is that of the person in front of the screen. Items are found by objectName, delegates too, by walking
`childItems()`; then everything drawn above the item's middle is asked whether it takes the press or hides the item.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow

_OPAQUE_FROM = 0.5
"""From this opacity on, a rectangle counts as hiding what is under it."""


class Refusal(StrEnum):
    """Why a hand does not do what it was told."""

    NOT_FOUND = "not found"
    AMBIGUOUS = "ambiguous"
    HIDDEN = "hidden"
    DISABLED = "disabled"
    COVERED = "covered"
    PERSON_BUSY = "person_busy"


@dataclass(frozen=True)
class Reach:
    """An item found, its middle in the window in pixels, and what keeps a finger from using it, if anything does."""

    item: QQuickItem | None
    middle: QPointF
    refusal: Refusal | None


def items_named(window: QQuickWindow, name: str) -> list[QQuickItem]:
    """Every item of the window with this objectName, shown or not, in the order of drawing."""
    return [item for item in _walk(window.contentItem()) if item.objectName() == name]


def reach(window: QQuickWindow, name: str) -> Reach:
    """The item `name` as a finger would meet it. Of several, the shown one counts; several shown are ambiguous."""
    found = items_named(window, name)
    shown = [item for item in found if _is_to_be_seen(item)]
    if not shown:
        return Reach(found[0] if found else None, QPointF(), Refusal.HIDDEN if found else Refusal.NOT_FOUND)
    if len(shown) > 1:
        return Reach(shown[0], QPointF(), Refusal.AMBIGUOUS)
    item = shown[0]
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    return Reach(item, middle, _what_hinders(window, item, middle))


def _what_hinders(window: QQuickWindow, item: QQuickItem, middle: QPointF) -> Refusal | None:
    if not window.isVisible() or not _contains(window.contentItem(), middle):
        return Refusal.HIDDEN
    if any(above.clip() and not _contains(above, middle) for above in _ancestors(item)):
        return Refusal.HIDDEN
    if not item.isEnabled() or item.property("busy") is True:
        return Refusal.DISABLED
    met = _first_met(window.contentItem(), middle, 1.0)
    if met is None or met is item or met in _ancestors(item) or item in _ancestors(met):
        return None
    return Refusal.COVERED


def _walk(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def _ancestors(item: QQuickItem) -> list[QQuickItem]:
    # The stubs say that there always is a parent; the root has none
    parent = cast("QQuickItem | None", item.parentItem())
    return [] if parent is None else [parent, *_ancestors(parent)]


def _contains(item: QQuickItem, scene: QPointF) -> bool:
    return bool(item.contains(item.mapFromScene(scene)))


def _is_to_be_seen(item: QQuickItem) -> bool:
    opacity = item.opacity()
    for above in _ancestors(item):
        opacity *= above.opacity()
    return item.isVisible() and opacity > 0 and item.width() > 0 and item.height() > 0


def _first_met(item: QQuickItem, scene: QPointF, opacity: float) -> QQuickItem | None:
    """The topmost item at the point that takes presses or hides what is under it: Qt's order of delivery."""
    opacity *= item.opacity()
    if not item.isVisible() or opacity <= 0 or (item.clip() and not _contains(item, scene)):
        return None
    children = sorted(item.childItems(), key=lambda child: child.z())  # stable: later siblings stay above
    for child in reversed([child for child in children if child.z() >= 0]):
        if (met := _first_met(child, scene, opacity)) is not None:
            return met
    if _contains(item, scene) and (_takes_presses(item) or _hides(item, opacity)):
        return item
    for child in reversed([child for child in children if child.z() < 0]):
        if (met := _first_met(child, scene, opacity)) is not None:
            return met
    return None


def _takes_presses(item: QQuickItem) -> bool:
    if not item.isEnabled():
        return False
    if item.acceptedMouseButtons() != Qt.MouseButton.NoButton or item.acceptTouchEvents():
        return True
    handlers = [child for child in item.children() if child.inherits("QQuickPointerHandler")]
    return any(not handler.inherits("QQuickHoverHandler") for handler in handlers)


def _hides(item: QQuickItem, opacity: float) -> bool:
    color = item.property("color") if item.inherits("QQuickRectangle") else None
    return isinstance(color, QColor) and color.alphaF() * opacity >= _OPAQUE_FROM
