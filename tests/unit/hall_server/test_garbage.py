"""No collections while the server starts; afterwards what it read is left out."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from hall_server import garbage


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


def test_it_is_off_from_the_start_and_on_again_afterwards() -> None:
    garbage.starting()
    assert not gc.isenabled()
    garbage.started()
    assert gc.isenabled()
    assert gc.get_threshold() == (garbage.YOUNG_OBJECTS, garbage.PASSES, garbage.PASSES)


def test_what_was_there_at_the_start_is_left_out() -> None:
    read = [[number] for number in range(1000)]
    garbage.starting()
    garbage.started()
    assert gc.get_freeze_count() >= len(read)
