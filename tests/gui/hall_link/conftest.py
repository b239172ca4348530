"""A small hall over TCP, and links to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.hall_link.hall_over_tcp import HallOverTcp, hall_over_tcp
from tests.gui.hall_link.links import KEY, Links


@pytest.fixture
def server() -> Iterator[HallOverTcp]:
    with hall_over_tcp() as made:
        yield made


@pytest.fixture
def links(tmp_path: Path, qtbot: QtBot) -> Iterator[Links]:
    key_file = tmp_path / "hall.key"
    key_file.write_text(f"{KEY}\n", encoding="utf-8")
    made = Links(key_file, qtbot)
    yield made
    for link in made.made:
        link.stop()
