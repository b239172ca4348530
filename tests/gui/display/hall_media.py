"""Files such as a hall puts into its folder: good pictures, a short video, and everything that goes wrong."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

FRAMES_A_SECOND = 25


def put_picture(path: Path, color: str = "#0b5a78", width: int = 640, height: int = 360) -> None:
    """A picture of one colour; the suffix says how it is written."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path)), path


def put_video(path: Path, width: int = 320, height: int = 180, frames: int = 25) -> None:
    """A silent AVI of Motion JPEG whose frames change their colour."""
    pictures = [_jpeg(width, height, number) for number in range(frames)]
    path.write_bytes(_avi(pictures, width, height))


def _jpeg(width: int, height: int, number: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number * 7 % 360, 180, 200))
    for x in range(width // 4, width // 2):
        for y in range(0, height, 4):
            image.setPixelColor((x + number * 5) % width, y, QColor("white"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 80)  # type: ignore[call-overload]  # the stub knows paths only
    return bytes(data.data())


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _avi(pictures: list[bytes], width: int, height: int) -> bytes:
    count, largest = len(pictures), max(map(len, pictures))
    main = struct.pack(
        "<14I", 1_000_000 // FRAMES_A_SECOND, 0, 0, 0x10, count, 0, 1, largest, width, height, 0, 0, 0, 0
    )
    rate = struct.pack("<8I", 0, 1, FRAMES_A_SECOND, 0, count, largest, 0, 0)
    stream = b"vidsMJPG" + struct.pack("<IHHI", 0, 0, 0, 0)[:12] + rate[4:] + struct.pack("<4H", 0, 0, width, height)
    bitmap = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    headers = b"hdrl" + _chunk(b"avih", main)
    headers += _chunk(b"LIST", b"strl" + _chunk(b"strh", stream) + _chunk(b"strf", bitmap))
    movie, index = b"movi", b""
    for picture in pictures:
        index += struct.pack("<4sIII", b"00dc", 0x10, len(movie), len(picture))
        movie += _chunk(b"00dc", picture)
    return _chunk(b"RIFF", b"AVI " + _chunk(b"LIST", headers) + _chunk(b"LIST", movie) + _chunk(b"idx1", index))
