"""What stands in the page's files: words and colours of every screen, nothing that older televisions cannot read."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import assets
from hall_server.board.pages import PAGE_FOLDER

SCRIPTS = sorted(PAGE_FOLDER.glob("*.js"))
LINES_MAX = 250
OWN_WORDS = {"sorry", "sorryNow", "caption", "unmute", "enterCode", "codeHow", "join"}
"""Which no other screen says, or from no translation."""


def words() -> dict[str, tuple[str, str]]:
    """The page's words by their name: Vietnamese and English."""
    text = (PAGE_FOLDER / "words.js").read_text("utf-8")
    found = re.findall(r"^  (\w+): \[\s*\"(.*?)\",\s*\"(.*?)\",?\s*\],$", text, re.MULTILINE)
    return {name: (vietnamese, english) for name, vietnamese, english in found}


def translations() -> dict[str, set[str]]:
    """What the screens say in English, by the Vietnamese."""
    told: dict[str, set[str]] = {}
    for message in ElementTree.parse(assets.path("translations/hall_en.ts")).iter("message"):  # noqa: S314  (our own)
        source, english = message.findtext("source") or "", message.findtext("translation") or ""
        told.setdefault(source, set()).add(english)
    return told


def test_what_other_screens_say_the_page_says_in_the_same_words() -> None:
    told = translations()
    assert len(words()) > 25
    for name, (vietnamese, english) in words().items():
        if name not in OWN_WORDS:
            assert english in told.get(vietnamese, set()), name


def test_every_word_that_is_asked_for_is_there() -> None:
    page = "".join(path.read_text("utf-8") for path in [*SCRIPTS, PAGE_FOLDER / "index.html"])
    asked = set(re.findall(r"data-words=\"(\w+)\"", page)) | set(re.findall(r"this\.say\(\"(\w+)\"", page))
    assert asked - set(words()) == set()
    assert {"stale", "caption", "unmute", "enterCode"} <= set(words())


@pytest.mark.parametrize("light", ["day", "night"])
def test_the_colours_are_those_of_the_theme(light: str) -> None:
    theme = assets.path("qml/HallKit/Theme.qml").read_text("utf-8")
    style = (PAGE_FOLDER / "board.css").read_text("utf-8")
    block = re.search(rf"readonly property Tones {light}: Tones \{{(.*?)\}}", theme, re.DOTALL)
    rule = re.search(rf"^\.{light} \{{(.*?)\}}", style, re.DOTALL | re.MULTILINE)
    assert block is not None
    assert rule is not None
    tones = dict(re.findall(r"(\w+): \"(#\w+)\"", block[1]))
    ours = dict(re.findall(r"--([\w-]+): (#\w+)", rule[1]))
    names = {"surface": "card", "ink": "text", "call": "number", "on-strong": "onStrong", "warning-tint": "warningTint"}
    assert ours == {name: tones[names.get(name, name)] for name in ours}
    assert len(ours) == 14


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_a_television_of_2020_understands_the_scripts(path: Path) -> None:
    """Chromium 68: modules, but none of what came after."""
    text = path.read_text("utf-8")
    later = (r"\?\.[\w\[(]", r"\?\?", r"\breplaceAll\(", r"\.at\(", r"\bstructuredClone\b", r"\.flat\(",
             r"\bfromEntries\b", r"\bstatic \w+ =", r"\|\|=", r"&&=", r"catch \{", r"\bimport\(",
             r"this\.#", r"^  #")  # fmt: skip
    code = re.sub(r"//.*", "", text)
    assert [sign for sign in later if re.search(sign, code)] == []
    assert len(text.splitlines()) <= LINES_MAX


def test_a_television_of_2020_understands_the_style() -> None:
    style = (PAGE_FOLDER / "board.css").read_text("utf-8")
    later = (
        r"\bclamp\(",
        r"\bmin\(",
        r"\bmax\(",
        r"\binset:",
        r"aspect-ratio",
        r":is\(",
        r":where\(",
        r"(?<!grid-)\bgap:",
    )
    assert [sign for sign in later if re.search(sign, style)] == []


def test_nothing_flashes_three_times_a_second() -> None:
    style = (PAGE_FOLDER / "board.css").read_text("utf-8")
    assert re.findall(r"animation: (\w+) (\w+)", style) == [("slide", "250ms"), ("breathe", "1s")]
    assert "infinite" not in style
