"""Every program's example file shows every key of its settings, explained and loadable; a key left out fails here."""

import re
from pathlib import Path

import msgspec
import pytest

from counter.settings import CounterSettings
from display.settings import DisplaySettings
from hall_link.settings import LinkSettings, load
from kiosk.settings import KioskSettings

CONFIG = Path(__file__).parents[2] / "config"
EXAMPLES: list[tuple[str, type[LinkSettings]]] = [
    ("kiosk", KioskSettings),
    ("counter", CounterSettings),
    ("display", DisplaySettings),
]
KEY = re.compile(r"^(?:# )?(\w+) = (.+)$")


@pytest.mark.parametrize(("program", "kind"), EXAMPLES)
def test_the_example_shows_every_key_and_no_other(program: str, kind: type[LinkSettings]) -> None:
    lines = (CONFIG / f"{program}.example.toml").read_text(encoding="utf-8").splitlines()
    shown = [found[1] for line in lines if (found := KEY.match(line))]
    assert sorted(shown) == sorted(field.name for field in msgspec.structs.fields(kind))


@pytest.mark.parametrize(("program", "kind"), EXAMPLES)
def test_every_key_of_the_example_is_explained_above_it(program: str, kind: type[LinkSettings]) -> None:
    lines = (CONFIG / f"{program}.example.toml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if KEY.match(line):
            above = lines[number - 1]
            assert above.startswith("# ") or KEY.match(above), f"line {number + 1} has no comment above it"


@pytest.mark.parametrize(("program", "kind"), EXAMPLES)
def test_the_example_loads_as_it_stands(program: str, kind: type[LinkSettings]) -> None:
    load(kind, CONFIG / f"{program}.example.toml", {})


@pytest.mark.parametrize(("program", "kind"), EXAMPLES)
def test_what_is_commented_out_is_what_holds_without_it(program: str, kind: type[LinkSettings], tmp_path: Path) -> None:
    text = (CONFIG / f"{program}.example.toml").read_text(encoding="utf-8")
    everything = tmp_path / "everything.toml"
    everything.write_text(re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
    assert load(kind, everything, {}) == load(kind, CONFIG / f"{program}.example.toml", {})
