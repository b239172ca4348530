"""The stage: fonts, languages at run time, faults that are not swallowed, and the order of the end."""

import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

import assets
from hall_link.qt import stage as stage_module
from hall_link.qt.stage import Backend, Stage, StageError, grab_window, has_gpu, load_fonts
from tests.gui.hall_link.ui.presses import PressesPresenter
from tests.gui.shown import Show

UI = "tests.gui.hall_link.ui"


def test_missing_fonts_are_an_error(qapp: QObject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stage_module, "FONT_FAMILIES", ("No Such Family",))
    with pytest.raises(StageError, match="No Such Family"):
        load_fonts()
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(assets, "path", lambda _: tmp_path)
    with pytest.raises(StageError, match=r"broken\.ttf"):
        load_fonts()


def test_offscreen_has_no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not has_gpu()


def test_switches_language_on_a_shown_screen(show: Show, stage: Stage) -> None:
    shown = show(UI, "LanguageField")
    assert shown.text("link") == "Đang kết nối…"
    stage.set_language("en")
    assert shown.text("link") == "Connecting…"
    assert stage.language == "en"
    stage.set_language("vi")
    assert shown.text("link") == "Đang kết nối…"


def test_an_unknown_language_is_an_error(stage: Stage) -> None:
    with pytest.raises(StageError, match=r"hall_xx\.qm"):
        stage.set_language("xx")
    assert stage.language == "vi"


def test_a_window_that_does_not_load_is_an_error(stage: Stage, qml_warnings: list[str]) -> None:
    with pytest.raises(StageError, match="NoSuchWindow"):
        stage.show(UI, "NoSuchWindow", {})
    assert any("NoSuchWindow" in warning for warning in qml_warnings)
    qml_warnings.clear()


def test_a_missing_required_property_is_an_error(stage: Stage, qml_warnings: list[str]) -> None:
    with pytest.raises(StageError, match="HandField"):
        stage.show(UI, "HandField", {})
    assert any("presenter" in warning for warning in qml_warnings)
    qml_warnings.clear()


def test_something_that_is_no_window_is_refused(stage: Stage) -> None:
    with pytest.raises(StageError, match="no window"):
        stage.show("HallKit", "Divider", {})


def test_the_engine_ends_before_the_presenters(qtbot: QtBot) -> None:
    ended: list[str] = []
    with Stage("test", backend=Backend.SOFTWARE) as stage:
        presenter = PressesPresenter()
        gone = weakref.ref(presenter, lambda _: ended.append("presenter"))
        window = stage.show(UI, "HandField", {"presenter": presenter})
        window.destroyed.connect(lambda: ended.append("window" if gone() is not None else "window after presenter"))
        del presenter
    assert ended == ["window", "presenter"]
    assert not shiboken6.isValid(stage.engine)


def test_a_picture_of_a_window(show: Show, tmp_path: Path) -> None:
    shown = show(UI, "LanguageField")
    grab_window(shown.window, tmp_path / "window.png")
    assert QImage(str(tmp_path / "window.png")).size() == shown.window.size()
    with pytest.raises(OSError, match="cannot write"):
        grab_window(shown.window, tmp_path / "none" / "window.png")
