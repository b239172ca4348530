"""Every icon draws, in the colour asked for and sharp at any size; an unknown one is a fault to be seen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

import assets
from hall_link.qt.icons import IconProvider, draw_icon

NAMES = sorted(file.stem for file in assets.path("icons").glob("*.svg"))


def inked(image: QImage) -> list[QColor]:
    """The colours of all pixels that are not see-through."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 0]


def test_there_are_icons() -> None:
    assert len(NAMES) >= 50


@pytest.mark.parametrize("name", NAMES)
def test_draws_in_the_colour_asked_for(qapp: QGuiApplication, name: str) -> None:
    image = draw_icon(assets.path("icons"), name, "0b5a78", 48)
    solid = [pixel for pixel in inked(image) if pixel.alpha() == 255]
    assert len(solid) > 20
    assert {pixel.name() for pixel in solid} == {"#0b5a78"}


def test_keeps_the_stroke_at_every_size(qapp: QGuiApplication) -> None:
    # A stroke of 2 on the grid of 24: `minus` covers about the same part of the square whatever its size
    parts = [len(inked(draw_icon(assets.path("icons"), "minus", "000000", side))) / side**2 for side in (24, 48, 240)]
    assert max(parts) < 1.5 * min(parts)


def test_draws_see_through(qapp: QGuiApplication) -> None:
    image = draw_icon(assets.path("icons"), "check", "800b5a78", 96)
    assert max(pixel.alpha() for pixel in inked(image)) == pytest.approx(128, abs=1)


def test_an_unknown_icon_is_null_and_logged(qapp: QGuiApplication, caplog: pytest.LogCaptureFixture) -> None:
    provider = IconProvider(assets.path("icons"))
    assert provider.requestImage("no-such-icon/000000", QSize(), QSize(24, 24)).isNull()
    assert "no-such-icon" in caplog.text


def test_says_the_size_that_it_drew(qapp: QGuiApplication) -> None:
    size = QSize()
    image = IconProvider(assets.path("icons")).requestImage("check/ffffff", size, QSize(60, 60))
    assert image.size() == size == QSize(60, 60)
