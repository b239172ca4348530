"""A kiosk on the stage, in front of a hall that the test plays."""

import gc
from collections.abc import Callable, Iterator

import pytest

from hall_link.qt.stage import Stage
from tests.gui.kiosk.fake_hall import FakeHall
from tests.gui.shown import Show, Shown

UPRIGHT = (1080, 1920)
ACROSS = (1920, 1080)
SMALL = (1366, 768)
SMALL_UPRIGHT = (768, 1366)

ShowKiosk = Callable[..., Shown]


@pytest.fixture(autouse=True)
def nothing_left_for_other_threads() -> Iterator[None]:
    """Take a test's Qt objects apart here: one that the collector meets on another thread, a server's, dies there."""
    yield
    gc.collect()


@pytest.fixture
def show_kiosk(show: Show, stage: Stage) -> ShowKiosk:
    """`show_kiosk(hall, size=UPRIGHT)`: the kiosk's window in front of that hall, as the program shows it."""

    def load(hall: FakeHall, size: tuple[int, int] = UPRIGHT) -> Shown:
        hall.presenter.languageChanged.connect(stage.set_language)
        kiosk = show("kiosk.ui", "KioskWindow", presenter=hall.presenter)
        kiosk.window.resize(*size)
        kiosk.wait(lambda: (kiosk.window.contentItem().width(), kiosk.window.contentItem().height()) == size)
        return kiosk

    return load
