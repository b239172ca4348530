"""An officer's morning on the real QML, over the real link, at a real server in this process."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter.settings import CounterSettings
from counter.ui.window import CounterPresenter
from hall_link.document import CounterDocument, FieldDocument, HallDocument
from hall_link.feed import AnyView
from hall_link.qt.link import HallLink
from hall_link.qt.stage import Stage
from hall_link.text import Text
from tests.gui.served_hall import ServedHall
from tests.gui.shown import Show, Shown

Key = Qt.Key
ALL_DAY = datetime.time(0, 0)
DOCUMENT = HallDocument(
    hall_id="hai-chau",
    name=Text("Trung tâm Phục vụ hành chính công"),
    place=Text("Phường Hải Châu"),
    fields=(
        FieldDocument("HT", "A", Text("Hộ tịch", "Civil status")),
        FieldDocument("CT", "B", Text("Chứng thực", "Certification")),
    ),
    counters=(CounterDocument(1, ("HT",)), CounterDocument(3, ("HT", "CT"))),
    opens=ALL_DAY,
    closes=ALL_DAY,
)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    with ServedHall(DOCUMENT, tmp_path) as served:
        yield served


class Officer:
    """Counter 3's window; presses are a second apart by its clock unless they are meant to be a double press."""

    def __init__(self, hall: ServedHall, stage: Stage, show: Show, counter: int | None) -> None:
        settings = CounterSettings(server_url=hall.url, key_file=str(hall.key_file), device="counter-3")
        self._clock_ms = 1_000_000

        def open_link(view: AnyView) -> HallLink:
            return HallLink(settings, view)

        self.presenter = CounterPresenter(open_link, stage.set_language, lambda: self._clock_ms)
        if counter is None:
            self.presenter.standUp()
        else:
            self.presenter.sit_down(counter)
        self.shown: Shown = show("counter.ui", "CounterWindow", presenter=self.presenter)
        self.shown.window.requestActivate()
        self.shown.wait(self.shown.window.isActive)

    def key(self, key: Qt.Key) -> None:
        """A press as an officer makes it: when the last one is on the screen. A feed may be quicker than a reply."""
        self.shown.wait(lambda: self.shown.find("deskPage").property("settled") is True)
        self.key_at_once(key, later_ms=1_000)

    def key_at_once(self, key: Qt.Key, *, later_ms: int) -> None:
        self._clock_ms += later_ms
        self.shown.key(key)

    def undo(self) -> None:
        self.shown.wait(lambda: self.shown.find("deskPage").property("settled") is True)
        self._clock_ms += 1_000
        QTest.keyClick(self.shown.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def sees(self, name: str, text: str) -> None:
        """Wait until the item says `text`."""
        self.shown.wait(lambda: self.shown.is_shown(name) and self.shown.text(name) == text)

    def sees_number(self, number: str, state: str) -> None:
        self.sees("currentNumber", number)
        self.sees("currentState", state)

    def is_told(self, title: str) -> None:
        self.shown.wait(
            lambda: self.shown.is_shown("deskNotice") and self.shown.find("deskNotice").property("title") == title
        )


@pytest.fixture
def officer(hall: ServedHall, stage: Stage, show: Show) -> Iterator[Officer]:
    made = Officer(hall, stage, show, 3)
    yield made
    made.presenter.stop()


def test_a_morning_by_keys_alone(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT", 3)
    hall.issue("CT")
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F2)
    officer.sees_number("A001", "Đang gọi")
    officer.key(Key.Key_F4)
    officer.sees_number("A001", "Đang gọi · lần 2")
    officer.key(Key.Key_F3)
    officer.sees_number("A001", "Đang phục vụ")
    officer.key(Key.Key_F2)
    officer.sees_number("A002", "Đang gọi")
    officer.key(Key.Key_F7)
    officer.key(Key.Key_F7)
    officer.sees("deskState", "Quầy đang trống")
    officer.shown.wait(lambda: officer.shown.is_shown(f"line_{_today(officer)}-A002"))
    officer.key(Key.Key_F2)
    officer.sees_number("A003", "Đang gọi")
    officer.key(Key.Key_F3)
    officer.sees_number("A003", "Đang phục vụ")
    officer.key(Key.Key_F8)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F2)
    officer.sees_number("B001", "Đang gọi")
    officer.key(Key.Key_F6)
    officer.key(Key.Key_A)
    officer.key(Key.Key_Return)
    officer.sees("deskState", "Quầy đang trống")
    officer.sees("waitingSummary", "1 người · lâu nhất 0 phút")
    officer.key(Key.Key_F10)
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang đóng")


def test_holds_breaks_and_undo_by_keys_alone(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT", 2)
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F2)
    officer.sees_number("A001", "Đang gọi")
    officer.key(Key.Key_F3)
    officer.sees_number("A001", "Đang phục vụ")
    officer.key(Key.Key_F5)
    officer.key(Key.Key_3)
    officer.sees("undoButton", "Hoàn tác chờ bổ sung A001")
    officer.undo()
    officer.sees_number("A001", "Đang phục vụ")
    officer.key(Key.Key_F5)
    officer.key(Key.Key_4)
    officer.sees("deskState", "Quầy đang trống")
    officer.shown.wait(lambda: officer.shown.is_shown(f"back_{_today(officer)}-A001"))
    officer.shown.click(f"back_{_today(officer)}-A001")
    officer.shown.wait(lambda: officer.shown.find("deskPage").property("settled") is True)
    officer.key(Key.Key_F2)
    officer.sees_number("A001", "Đang gọi")
    officer.key(Key.Key_F3)
    officer.sees_number("A001", "Đang phục vụ")
    officer.key(Key.Key_F8)
    officer.sees("undoButton", "Hoàn tác kết thúc")
    officer.undo()
    officer.sees_number("A001", "Đang phục vụ")
    officer.key(Key.Key_F8)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F9)
    officer.key(Key.Key_2)
    officer.sees("deskState", "Nghỉ trưa")
    officer.key(Key.Key_F9)
    officer.sees("deskState", "Quầy đang trống")


def test_fields_and_a_chosen_call(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT", 2)
    hall.issue("CT")
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F11)
    officer.key(Key.Key_A)
    officer.key(Key.Key_Space)
    officer.key(Key.Key_Return)
    officer.sees("serves", "Chứng thực · giúp Hộ tịch")
    officer.shown.wait(lambda: officer.shown.is_shown(f"line_{_today(officer)}-A002"))
    officer.shown.click(f"line_{_today(officer)}-A002")
    officer.key(Key.Key_Insert)
    officer.key(Key.Key_4)
    officer.sees_number("A002", "Đang gọi")
    officer.sees("callReason", "Gọi trước lượt: Phụ trách yêu cầu")
    officer.key(Key.Key_F7)
    officer.key(Key.Key_F7)
    officer.sees("undoButton", "Hoàn tác vắng mặt A002")
    officer.key(Key.Key_F2)
    officer.sees_number("B001", "Đang gọi")


def test_a_double_press_calls_one(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT", 4)
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F2)
    for later_ms in (90, 90, 90, 1_000):
        officer.key_at_once(Key.Key_F2, later_ms=later_ms)
    officer.sees_number("A001", "Đang gọi")
    officer.sees("waitingSummary", "3 người · lâu nhất 0 phút")


def test_a_press_about_what_is_no_longer_so_is_refused_in_words(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT", 2)
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    # Nothing of this window runs between the two: its screen still shows an empty counter.
    hall.ask("call_next", {"counter_id": 3, "finishing": None})
    officer.key(Key.Key_F2)
    officer.is_told("Quầy 3 đang có số A001.")
    officer.sees_number("A001", "Đang gọi")
    officer.sees("waitingSummary", "1 người · lâu nhất 0 phút")
    officer.key(Key.Key_F3)
    officer.sees_number("A001", "Đang phục vụ")
    officer.shown.wait(lambda: not officer.shown.is_shown("deskNotice"))


def test_a_lost_server_is_seen_and_found_again(hall: ServedHall, officer: Officer) -> None:
    officer.sees("deskState", "Quầy đang đóng")
    hall.issue("HT")
    officer.key(Key.Key_F10)
    officer.sees("deskState", "Quầy đang trống")
    officer.key(Key.Key_F2)
    officer.sees_number("A001", "Đang gọi")
    hall.stop()
    officer.shown.wait(lambda: officer.shown.is_shown("linkBand"))
    officer.key(Key.Key_F3)
    officer.is_told("Mất kết nối: lần bấm này không được gửi đi")
    hall.start()
    officer.shown.wait(lambda: not officer.shown.is_shown("linkBand"))
    officer.sees_number("A001", "Đang gọi")
    officer.key(Key.Key_F3)
    officer.sees_number("A001", "Đang phục vụ")


def test_the_counter_is_chosen_from_the_halls_own(hall: ServedHall, stage: Stage, show: Show) -> None:
    hall.ask("open_counter", {"counter_id": 1})
    officer = Officer(hall, stage, show, None)
    officer.shown.wait(lambda: officer.shown.is_shown("counterChoice_3"))
    assert officer.shown.find("counterChoice_1").property("open") is True
    assert officer.shown.find("counterChoice_3").property("open") is False
    officer.shown.click("counterChoice_3")
    officer.sees("deskState", "Quầy đang đóng")
    officer.shown.click("otherCounterButton")
    officer.shown.wait(lambda: officer.shown.is_shown("counterChoice_1"))
    officer.presenter.stop()


def _today(officer: Officer) -> str:
    hall = officer.presenter.mirror.hall if officer.presenter.mirror is not None else None
    assert hall is not None
    assert hall.business_date is not None
    return hall.business_date.replace("-", "")
