"""The officer's settings: the example says what holds, mistakes are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

import config
from counter.settings import CounterSettings
from hall_link.settings import SettingsError, load

EXAMPLE = Path(config.__file__).with_name("counter.example.toml")


def test_the_example_is_good_and_the_environment_goes_before_it() -> None:
    settings = load(CounterSettings, EXAMPLE, {"HALL_COUNTER": "12"})
    assert settings.counter == 12
    assert (settings.language, settings.backend) == ("vi", "auto")


def test_every_setting_is_explained_in_the_example() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert [name for name in CounterSettings.__struct_fields__ if f"{name} = " not in text] == []


@pytest.mark.parametrize(("name", "value"), [("HALL_COUNTER", "1000"), ("HALL_COUNTER", "x"), ("HALL_LANGUAGE", "fr")])
def test_a_mistake_is_told_with_its_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        load(CounterSettings, EXAMPLE, {name: value})
