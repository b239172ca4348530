"""The theme keeps its promises: contrast of every pair of colours that meets, sizes, and the fonts it names."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QRawFont
from PySide6.QtQml import QJSValue, QQmlExpression

import assets
from hall_link.qt.stage import FONT_FAMILIES, Stage

MATTERS, THE_REST = 7.0, 4.5
PAIRS = [
    *(("text", surface, MATTERS) for surface in ("ground", "panel", "card", "tint", "tintPressed")),
    *(("text", surface, MATTERS) for surface in ("okTint", "warningTint", "errorTint")),
    *(("number", surface, MATTERS) for surface in ("ground", "panel", "card")),
    ("onStrong", "strong", MATTERS),
    ("onStrong", "strongPressed", MATTERS),
    *(("soft", surface, MATTERS) for surface in ("ground", "panel", "card", "tint")),
    *(("soft", surface, THE_REST) for surface in ("warningTint", "errorTint")),
    *(("faded", surface, THE_REST) for surface in ("ground", "panel", "card")),
    *(("accent", surface, THE_REST) for surface in ("ground", "card", "tint", "tintPressed")),
    *((ink, surface, THE_REST) for ink in ("ok", "warning", "error") for surface in ("ground", "card", f"{ink}Tint")),
]
VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
FONT_FILES = sorted(assets.path("fonts").glob("*.ttf"))


def vietnamese_letters() -> str:
    """Every letter of Vietnamese, composed (NFC), with the signs that our screens use. (Minutes as ′ are Inter's.)"""

    marked = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in ["", *TONES]]
    small = "".join(marked) + "bcdđghklmnpqrstvx"
    return small + small.upper() + "0123456789" + "fjwz" + ".,:;!?…–·()/%+-"


def in_theme(stage: Stage, expression: str) -> object:
    """What a QML expression comes to inside the theme, e.g. "day.ground"."""
    theme = stage.engine.singletonInstance("HallKit", "Theme")
    assert isinstance(theme, QObject)
    asked = QQmlExpression(stage.engine.rootContext(), theme, expression)
    value = asked.evaluate()[0]
    assert not asked.hasError(), asked.error().toString()
    return value


def color(stage: Stage, role: str) -> QColor:
    value = in_theme(stage, role)
    assert isinstance(value, QColor)
    return value


def luminance(color: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, WCAG 2.2: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_right() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("light", ["day", "night"])
@pytest.mark.parametrize(("ink", "surface", "least"), PAIRS)
def test_contrast(stage: Stage, light: str, ink: str, surface: str, least: float) -> None:
    assert contrast(color(stage, f"{light}.{ink}"), color(stage, f"{light}.{surface}")) >= least


def test_surfaces_of_a_light_can_be_told_apart(stage: Stage) -> None:
    for light in ("day", "night"):
        for one, other in (("ground", "card"), ("card", "line"), ("strong", "strongPressed"), ("tint", "tintPressed")):
            assert color(stage, f"{light}.{one}") != color(stage, f"{light}.{other}")


def test_text_on_the_kiosk_is_never_below_24_pixels(stage: Stage) -> None:
    sizes = in_theme(stage, "Object.keys(kiosk).filter(key => key !== 'objectName').map(key => [key, kiosk[key]])")
    assert isinstance(sizes, QJSValue)
    read = [(name, size) for name, size in sizes.toVariant() if isinstance(size, int)]
    assert len(read) >= 8
    assert [name for name, size in read if size < 24] == []


def test_the_theme_names_the_families_that_the_stage_loads(stage: Stage) -> None:
    assert (in_theme(stage, "wordFamily"), in_theme(stage, "figureFamily")) == FONT_FAMILIES


@pytest.mark.parametrize("file", FONT_FILES, ids=lambda file: file.stem)
def test_fonts_hold_every_vietnamese_letter(qapp: QObject, file: Path) -> None:
    font = QRawFont(str(file), 40)
    wanted = vietnamese_letters() + ("′" if file.stem.startswith("Inter") else "")
    missing = [letter for letter in wanted if not font.supportsCharacter(ord(letter))]
    assert missing == []


@pytest.mark.parametrize("weight", [QFont.Weight.DemiBold, QFont.Weight.Bold, QFont.Weight.ExtraBold])
def test_figures_are_tabular(stage: Stage, weight: QFont.Weight) -> None:
    font = QFont("Inter")
    font.setWeight(weight)
    font.setPixelSize(100)
    assert len({QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"}) > 1
    font.setFeature(QFont.Tag("tnum"), 1)
    assert len({QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_words_come_in_every_weight(stage: Stage, weight: int) -> None:
    font = QFont("Be Vietnam Pro")
    font.setPixelSize(100)
    widths = {}
    for value in (400, weight):
        font.setWeight(QFont.Weight(value))
        widths[value] = QFontMetricsF(font).horizontalAdvance("Hộ tịch")
    assert weight == 400 or widths[weight] > widths[400]


def test_what_breathes_flashes_less_than_three_times_a_second(stage: Stage) -> None:
    """WCAG 2.2, 2.3.1: nothing flashes more than three times in any second."""
    period, total = in_theme(stage, "breathPeriod"), in_theme(stage, "breathTotal")
    assert isinstance(period, int)
    assert isinstance(total, int)
    assert 1000 / period < 3
    assert total <= 12_000
