"""Hands pictures that are in memory to QML, as ``image://hall/NAME/TURN``.

An image provider, because QML's own ways need a file that still exists, or for a video a GPU. `TURN` changes with each
picture, so that the address of a new one is new.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "hall"


class Pictures(QQuickImageProvider):
    """Holds the newest picture of each name."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._images: dict[str, QImage] = {}
        self._turn = 0

    def put(self, name: str, image: QImage) -> str:
        """The address under which QML finds it; "" for a null image."""
        self._turn += 1
        self._images[name] = image
        return "" if image.isNull() else f"image://{PROVIDER}/{name}/{self._turn}"

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """The newest of that name, as large as it is or, where less is asked for, scaled into that."""
        image = self._images.get(id.partition("/")[0], QImage())
        size.setWidth(image.width())
        size.setHeight(image.height())
        if requestedSize.isValid() and not requestedSize.isEmpty() and image.width() > requestedSize.width():
            mode = Qt.AspectRatioMode.KeepAspectRatio
            return image.scaled(requestedSize, mode, Qt.TransformationMode.SmoothTransformation)
        return image
