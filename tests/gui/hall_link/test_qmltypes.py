"""What qmllint is told of Python types is what the live classes are, and with it qmllint finds real mistakes only."""

import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject

import assets
from hall_link.qt import qmltypes

UI = "tests.gui.hall_link.ui"
FOLDER = Path(__file__).with_name("ui")
TOOL_SECONDS_MAX = 60


def lint(*files: Path) -> subprocess.CompletedProcess[str]:
    tool, root = Path(PySide6.__file__).parent / "qmllint", assets.path("qml").parents[1]
    command = [tool, "--max-warnings", "0", "-I", assets.path("qml"), "-I", root, *files]
    return subprocess.run(
        [str(part) for part in command], check=False, capture_output=True, text=True, timeout=TOOL_SECONDS_MAX
    )


def test_describes_properties_signals_and_slots(qapp: QObject) -> None:
    text = qmltypes.describe(UI)
    assert f'exports: ["{UI}/PressesPresenter 1.0"]' in text
    assert 'Property { name: "arrived"; type: "QVariantList"; isReadonly: true; notify: "arrivedChanged" }' in text
    assert 'Signal { name: "arrivedChanged" }' in text
    assert 'Method { name: "press"; Parameter { name: "a1"; type: "QString" } }' in text
    assert "isCreatable: false" in text


def test_the_committed_file_is_fresh_and_a_stale_one_is_noticed(
    qapp: QObject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert qmltypes.main(["--check", UI]) == 0
    monkeypatch.setattr(qmltypes, "FILE_NAME", str(tmp_path / "other.qmltypes"))
    assert qmltypes.main(["--check", UI]) == 1
    assert "out of date" in capsys.readouterr().err
    assert qmltypes.main([UI]) == 0
    assert qmltypes.main(["--check", UI]) == 0


def test_qmllint_knows_the_presenter() -> None:
    done = lint(*FOLDER.glob("*.qml"), *Path(__file__).parents[1].joinpath("hallkit").glob("*.qml"))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_qmllint_finds_what_the_presenter_does_not_have(tmp_path: Path) -> None:
    wrong = (FOLDER / "HandField.qml").read_text("utf-8").replace("presenter.arrived.length", "presenter.arived.length")
    file = tmp_path / "Wrong.qml"
    file.write_text(wrong, "utf-8")
    done = lint(file)
    assert done.returncode != 0
    assert "arived" in done.stdout + done.stderr
