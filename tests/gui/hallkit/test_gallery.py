"""All of HallKit draws without a warning, the same to the byte each time, and answers presses as it promises."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickItem

from hall_link.qt.stage import Stage
from tests.gui.shown import Show, Shown

GALLERY = "tests.gui.hallkit"
LIGHTS = ["day", "night"]


def color_in(shown: Shown, name: str, x: int, y: int) -> str:
    """The colour drawn at (x, y) inside an item."""
    at = shown.find(name).mapToScene(QPointF(x, y)).toPoint()
    return shown.picture().pixelColor(at).name()


@pytest.mark.parametrize("component", ["Gallery", "StateGallery"])
def test_draws_the_same_each_time(show: Show, component: str, tmp_path: Path) -> None:
    # The very first drawing of a large glyph in a process may differ by a shade at its edges: Qt has it ready only then
    pictures = []
    for name in ("warm", "first", "second"):
        shown = show(GALLERY, component)
        pictures.append(shown.picture(tmp_path / f"{name}.png"))
        shown.window.close()
    drawn = {pictures[0].pixelColor(x, y).name() for x in range(0, 1400, 20) for y in range(0, 900, 20)}
    assert len(drawn) > 10
    assert (tmp_path / "first.png").read_bytes() == (tmp_path / "second.png").read_bytes()


@pytest.mark.parametrize("light", LIGHTS)
def test_a_number_fits_its_box(show: Show, light: str) -> None:
    shown = show(GALLERY, "Gallery")
    for name, height in ((f"{light}Number", 170), (f"{light}Long", 85)):
        item = shown.find(name)
        digits = item.childItems()[0]
        assert isinstance(digits, QQuickItem)
        assert digits.property("contentWidth") <= item.width()
        assert item.property("fittedSize") * 0.7275 <= height
    assert shown.find(f"{light}Number").property("fittedSize") > 200


@pytest.mark.parametrize("light", LIGHTS)
def test_a_touch_is_seen_at_once_and_leaves_no_trace(show: Show, light: str) -> None:
    shown = show(GALLERY, "Gallery")
    for name in (f"{light}Button0", f"{light}Button1", f"{light}Tile"):
        at_rest = color_in(shown, name, 30, 10)
        shown.touch_down(name)
        assert color_in(shown, name, 30, 10) != at_rest
        shown.touch_up(name)
        assert color_in(shown, name, 30, 10) == at_rest


@pytest.mark.parametrize("light", LIGHTS)
def test_busy_and_disabled_let_nothing_through(show: Show, light: str) -> None:
    shown = show(GALLERY, "Gallery")
    shown.wait(shown.window.isActive)
    clicks: list[str] = []
    for name in (f"{light}Busy", f"{light}Disabled", f"{light}Button0"):
        shown.find(name).clicked.connect(lambda name=name: clicks.append(name))  # type: ignore[attr-defined]
        shown.touch(name)
        shown.click(name)
    shown.key(Qt.Key.Key_F2)
    shown.find(f"{light}Busy").forceActiveFocus()
    shown.key(Qt.Key.Key_Space)
    assert clicks == [f"{light}Button0"] * 2


def test_stale_never_looks_live(show: Show) -> None:
    shown = show(GALLERY, "Gallery")
    for light in LIGHTS:
        live, stale = shown.find(f"{light}Live"), shown.find(f"{light}Stale")
        assert live.property("ink") != stale.property("ink")
        assert stale.property("color") != QColor("transparent")
        assert "08:42" in stale.property("words")
        assert live.property("words") not in stale.property("words")


def test_a_sheet_fits_any_window(show: Show, stage: Stage) -> None:
    shown = show(GALLERY, "StateGallery")
    sheet, state = shown.find("sheet"), shown.find("state")
    assert sheet.property("ratio") == pytest.approx(900 / 1920)
    assert (state.width(), state.height()) == pytest.approx((600 / (900 / 1920), 1920))
    assert shown.find("back").mapRectToScene(shown.find("back").boundingRect()).right() < 600
