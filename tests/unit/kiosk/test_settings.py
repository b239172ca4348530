"""The kiosk's settings: its example file holds, and every mistake has its place."""

from pathlib import Path

import pytest

from hall_link.settings import SettingsError, load
from kiosk.settings import KioskSettings

EXAMPLE = Path(__file__).parents[3] / "config" / "kiosk.example.toml"


def test_example_file_is_what_it_says() -> None:
    settings = load(KioskSettings, EXAMPLE, {})
    assert settings.printer == "tcp://192.168.1.87:9100"
    defaults = KioskSettings(key_file="k", device="d")
    for name, text in _commented_keys():
        assert text == _written(getattr(defaults, name)), name


def _commented_keys() -> list[tuple[str, str]]:
    lines = [line.removeprefix("# ") for line in EXAMPLE.read_text("utf-8").splitlines() if line.startswith("# ")]
    pairs = [line.split(" = ", 1) for line in lines if " = " in line]
    return [(name, text) for name, text in pairs if name in KioskSettings.__struct_fields__]


def _written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_environment_alone_is_enough() -> None:
    env = {
        "HALL_KEY_FILE": "hall.key",
        "HALL_DEVICE": "kiosk-1",
        "HALL_PRINTER": "tcp://127.0.0.1:9100",
        "HALL_PAPER_MM": "58",
        "HALL_IDLE_SECONDS": "45",
    }
    settings = load(KioskSettings, None, env)
    assert (settings.paper_mm, settings.printer) == (58, "tcp://127.0.0.1:9100")
    assert settings.pace().idle_ms == 45_000


def test_all_mistakes_are_named() -> None:
    env = {"HALL_KEY_FILE": "k", "HALL_DEVICE": "d", "HALL_PRINTER": "lpt1", "HALL_PAPER_MM": "70", "HALL_BACKEND": "x"}
    with pytest.raises(SettingsError) as caught:
        load(KioskSettings, None, env)
    named = [mistake.where for mistake in caught.value.mistakes]
    assert named == ["HALL_PRINTER", "HALL_PAPER_MM", "HALL_BACKEND"]
