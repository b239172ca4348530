"""Draws the icons of `assets/icons` for QML as ``image://icon/NAME/RRGGBB`` (or ``AARRGGBB``), as `HallKit.Icon` asks.

An image provider, because the software renderer has no shaders to colour a picture with: the SVG's ``currentColor``
is replaced before QtSvg draws it at exactly the pixels asked for, so it is sharp at any size and pixel ratio.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

_SIDE_PIXELS_DEFAULT = 24
_SIDE_PIXELS_MAX = 1024
_log = logging.getLogger(__name__)


def draw_icon(folder: Path, name: str, color: str, side_pixels: int) -> QImage:
    """The icon `name` of `folder` as a square of `side_pixels` in `color` ("rrggbb" or "aarrggbb").

    Raises FileNotFoundError when there is no such icon and ValueError when its file is no drawing.
    """
    source = (folder / f"{name}.svg").read_bytes()
    opacity = int(color[:2], 16) / 255 if len(color) == 8 else 1.0
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", f"#{color[-6:]}".encode())))
    if not renderer.isValid():
        raise ValueError(f"icon {name!r} in {folder} is not a valid SVG")
    image = QImage(side_pixels, side_pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(opacity)
    renderer.render(painter)
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Serves ``image://icon/...`` from a folder of SVG files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """A null image for an unknown icon, which QML reports as a warning: a fault to be seen, not a crash."""
        name, _, color = id.partition("/")
        side = min(requestedSize.width(), _SIDE_PIXELS_MAX) if requestedSize.width() > 0 else _SIDE_PIXELS_DEFAULT
        try:
            image = draw_icon(self._folder, name, color or "000000", side)
        except (OSError, ValueError) as fault:
            _log.error("no icon %s: %s", id, fault)
            return QImage()
        size.setWidth(side)
        size.setHeight(side)
        return image
