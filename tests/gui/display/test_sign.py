"""The sign over a counter: who is called, where to go, and every other state in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from tests.gui.display.approved import looks_as_approved
from tests.gui.display.sign_hall import SignHall
from tests.gui.shown import Show, Shown, all_items

SIZES = [(800, 480), (1024, 600), (480, 800), (1920, 1080)]


def shown(show: Show, hall: SignHall, size: tuple[int, int] = (800, 480)) -> Shown:
    sign = show("display.ui", "SignWindow", presenter=hall.presenter)
    sign.window.resize(*size)
    sign.wait(lambda: (sign.window.contentItem().width(), sign.window.contentItem().height()) == size)
    return sign


def test_who_is_called_and_where_to_go(show: Show) -> None:
    hall = SignHall(arrow="left")
    hall.open()
    sign = shown(show, hall)
    assert (sign.text("signCounter"), sign.text("signState")) == ("3", "Xin chờ gọi số")
    assert not sign.is_shown("newestNumber")
    hall.call()
    assert (sign.text("newestNumber"), sign.text("signState")) == ("A047", "Mời quý vị vào quầy")
    assert sign.find("signArrow").property("name") == "arrow-left"
    hall.call(current=False)
    assert (sign.text("newestNumber"), sign.text("signState")) == ("A047", "Đang phục vụ")
    assert not sign.is_shown("signArrow")


def test_a_sign_without_an_arrow(show: Show) -> None:
    hall = SignHall(arrow="none")
    hall.open()
    hall.call()
    assert not shown(show, hall).is_shown("signArrow")


def test_a_lost_server_is_seen(show: Show) -> None:
    hall = SignHall()
    hall.open()
    hall.call()
    sign = shown(show, hall)
    live = sign.find("newestNumber").property("color").name()
    hall.lose()
    assert sign.is_shown("linkBanner")
    assert sign.find("newestNumber").property("color").name() != live


def test_it_rings_for_new_calls_only(qtbot: QtBot) -> None:
    hall = SignHall()
    with qtbot.assertNotEmitted(hall.presenter.called):
        hall.call()
        hall.open()
        hall.call(current=False)
    hall.open()
    with qtbot.waitSignal(hall.presenter.called):
        hall.call("B001")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("number", ["A047", "AB1234"])
def test_everything_fits_on_every_screen(show: Show, size: tuple[int, int], number: str) -> None:
    hall = SignHall()
    hall.open()
    hall.call(number)
    sign = shown(show, hall, size)
    window = QRectF(0, 0, *size)
    for item in all_items(sign.window.contentItem()):
        if item.inherits("QQuickText") and item.isVisible() and item.property("text"):
            corner, far = item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(item.width(), item.height()))
            assert window.adjusted(-1, -1, 1, 1).contains(QRectF(corner, far)), item.property("text")
            assert item.property("contentWidth") <= item.width() + 1, item.property("text")


def calling(hall: SignHall) -> None:
    hall.open()
    hall.call()


def serving(hall: SignHall) -> None:
    hall.open()
    hall.call(current=False)


def stale(hall: SignHall) -> None:
    calling(hall)
    hall.lose()


def nothing(_hall: SignHall) -> None:
    """Before anything was heard."""


SCENES: dict[str, tuple[Callable[[SignHall], None], tuple[int, int], dict[str, Any]]] = {
    "sign_calling": (calling, (800, 480), {}),
    "sign_calling_day": (calling, (800, 480), {"night": False, "arrow": "right"}),
    "sign_calling_upright": (calling, (480, 800), {}),
    "sign_serving": (serving, (800, 480), {}),
    "sign_free": (SignHall.open, (800, 480), {}),
    "sign_closed": (lambda hall: hall.open("closed"), (800, 480), {"night": False}),
    "sign_stale": (stale, (800, 480), {}),
    "sign_connecting": (nothing, (800, 480), {}),
}


@pytest.mark.parametrize("name", SCENES)
def test_it_looks_as_approved(show: Show, tmp_path: Path, name: str) -> None:
    scene, size, manner = SCENES[name]
    hall = SignHall(**manner)
    scene(hall)
    seen = tmp_path / f"{name}.png"
    looks_as_approved(shown(show, hall, size).picture(seen), seen)
