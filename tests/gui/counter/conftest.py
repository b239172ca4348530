"""The officer's window over a fake link, with a clock that the test holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from counter.ui.window import CounterPresenter
from hall_link.feed import AnyView
from hall_link.qt.reach import reach
from hall_link.qt.stage import Stage
from tests.gui.counter.fake_link import FakeLink
from tests.gui.shown import Show, Shown
from tests.unit.counter.hall_rows import HallRows

LATER_MS = 1_000


@dataclass
class Officer:
    """The window, the link behind it, and the time: presses are a second apart unless a test says otherwise."""

    shown: Shown
    presenter: CounterPresenter
    link: FakeLink
    views: list[AnyView]
    clock_ms: list[int]

    def key(self, key: Qt.Key, *, later_ms: int = LATER_MS) -> None:
        self.clock_ms[0] += later_ms
        self.shown.key(key)

    def click(self, name: str, *, later_ms: int = LATER_MS) -> None:
        self.reach(name)
        self.clock_ms[0] += later_ms
        self.shown.click(name)

    def touch(self, name: str, *, later_ms: int = LATER_MS) -> None:
        self.reach(name)
        self.clock_ms[0] += later_ms
        self.shown.touch(name)

    def reach(self, name: str) -> None:
        """Wait until nothing covers the item any more: lines that make room do so with the next frame."""
        self.shown.wait(lambda: reach(self.shown.window, name).refusal is None)

    def text(self, name: str) -> str:
        return self.shown.text(name)

    def sees(self, name: str) -> bool:
        QCoreApplication.processEvents()
        return self.shown.is_shown(name)

    def prop(self, name: str, wanted: str) -> object:
        return self.shown.find(name).property(wanted)


Seat = Callable[..., Officer]


@pytest.fixture
def seat(show: Show, stage: Stage) -> Iterator[Seat]:
    """`seat(rows, counter=3, live=True, language="vi", size=(1366, 768))`: the officer at the window."""
    made: list[CounterPresenter] = []

    def sit(
        rows: HallRows,
        *,
        counter: int | None = 3,
        live: bool = True,
        language: str = "vi",
        size: tuple[int, int] = (1366, 768),
    ) -> Officer:
        link = FakeLink(rows, live=live)
        views: list[AnyView] = []
        clock_ms = [1_000_000]

        def open_link(view: AnyView) -> FakeLink:
            views.append(view)
            return link

        stage.set_language(language)
        presenter = CounterPresenter(open_link, stage.set_language, lambda: clock_ms[0], language)
        made.append(presenter)
        if counter is None:
            presenter.standUp()
        else:
            presenter.sit_down(counter)
        shown = show("counter.ui", "CounterWindow", presenter=presenter)
        shown.window.resize(*size)
        shown.window.requestActivate()
        shown.wait(shown.window.isActive)
        return Officer(shown, presenter, link, views, clock_ms)

    yield sit
    for presenter in made:
        presenter.stop()
