"""The example of the settings is whole and says what the program takes for granted."""

from pathlib import Path

import msgspec
import pytest

from display.settings import DisplaySettings
from display.speaker import VoiceManner
from hall_link.settings import SettingsError, load

EXAMPLE = Path(__file__).parents[3] / "config" / "display.example.toml"


def test_the_example_names_every_key_with_its_default() -> None:
    settings = load(DisplaySettings, EXAMPLE, {})
    assert settings == DisplaySettings(key_file=settings.key_file, device=settings.device)
    written = EXAMPLE.read_text("utf-8")
    for field in msgspec.structs.fields(DisplaySettings):
        assert f"{field.name} = " in written


def test_the_environment_goes_before_the_file() -> None:
    given = {"HALL_ZONE": "upstairs", "HALL_SILENT": "true", "HALL_TICKER": "một, hai", "HALL_VOICE_RATE": "120"}
    settings = load(DisplaySettings, EXAMPLE, given)
    assert (settings.zone, settings.silent, settings.ticker) == ("upstairs", True, ("một", "hai"))
    assert settings.voice_manner() == VoiceManner("vi", 120, 2)


def test_every_mistake_is_told_at_once() -> None:
    given = {"HALL_ZONE": "", "HALL_VOICE_RATE": "5", "HALL_VOLUME": "loud", "HALL_DEVICE": "d", "HALL_KEY_FILE": "k"}
    with pytest.raises(SettingsError) as told:
        load(DisplaySettings, None, given)
    assert len(told.value.mistakes) == 3
