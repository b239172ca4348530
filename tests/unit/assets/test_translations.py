"""Every text of the screens has its English, with the same places for values, and the compiled file is fresh."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import assets
from checks import translations

PLACE = re.compile(r"%(?:L?\d+|n)")
KEY = re.compile(r"\b(?:F\d{1,2}|Esc|Enter)\b")


def messages() -> list[ET.Element]:
    return list(ET.parse(assets.path("translations/hall_en.ts")).getroot().iter("message"))  # noqa: S314 (ours)


def source(message: ET.Element) -> str:
    return message.findtext("source") or ""


def forms(message: ET.Element) -> list[str]:
    """The English of a message: two forms where it counts something, else one."""
    translation = message.find("translation")
    assert translation is not None
    numerus = [form.text or "" for form in translation.iter("numerusform")]
    return numerus or [translation.text or ""]


def test_everything_is_translated_and_fresh(tmp_path: Path) -> None:
    assert translations.faults(assets.path("translations/hall_en.ts"), tmp_path) == []


@pytest.mark.parametrize("message", messages(), ids=source)
def test_values_keys_and_edges_agree(message: ET.Element) -> None:
    said = source(message)
    counted = message.get("numerus") == "yes"
    assert len(forms(message)) == (2 if counted else 1)
    for form in forms(message):
        wanted = set(PLACE.findall(said))
        # "%n" may be left to a figure of its own; every other value must stand in the English too
        assert set(PLACE.findall(form)) - {"%n"} == wanted - {"%n"}
        assert counted or "%n" not in form
        assert sorted(KEY.findall(form)) == sorted(KEY.findall(said))
        assert form == form.strip() or said != said.strip()
        assert form.endswith("…") == said.endswith("…")
