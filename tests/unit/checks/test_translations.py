from pathlib import Path

import pytest

from checks import translations


@pytest.fixture
def ts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language of one finished text, fresh in every way."""
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    page = tmp_path / "kiosk" / "Page.qml"
    page.parent.mkdir()
    page.write_text('import QtQuick\nText { text: qsTr("Lấy số") }\n', encoding="utf-8")
    path = tmp_path / "hall_en.ts"
    translations.update(path)
    text = path.read_text(encoding="utf-8")
    empty = '<translation type="unfinished"></translation>'
    assert empty in text
    path.write_text(text.replace(empty, "<translation>Take a number</translation>"), encoding="utf-8")
    translations.release(path, path.with_suffix(".qm"))
    return path


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    folder = tmp_path / "workshop"
    folder.mkdir()
    return folder


def test_whole_and_fresh_translation_has_no_faults(ts: Path, workshop: Path) -> None:
    assert translations.faults(ts, workshop) == []


def test_new_text_in_a_source_is_found_and_after_renewal_still_wants_its_translation(ts: Path, workshop: Path) -> None:
    page = translations.ROOT / "kiosk" / "Page.qml"
    page.write_text(page.read_text(encoding="utf-8").replace("Lấy số", "Lấy phiếu"), encoding="utf-8")
    assert translations.faults(ts, workshop) == ["hall_en.ts does not hold exactly the texts of the sources"]
    translations.update(ts)
    translations.release(ts, ts.with_suffix(".qm"))
    assert translations.faults(ts, workshop) == ["hall_en.ts has 1 texts without a finished translation"]


def test_compiled_file_of_another_day_is_found(ts: Path, workshop: Path) -> None:
    ts.write_text(ts.read_text(encoding="utf-8").replace("Take a number", "Get a number"), encoding="utf-8")
    assert translations.faults(ts, workshop) == ["hall_en.qm is not made from hall_en.ts"]


def test_missing_language_is_found(tmp_path: Path, workshop: Path) -> None:
    assert translations.faults(tmp_path / "hall_en.ts", workshop) == ["there is no hall_en.ts"]
