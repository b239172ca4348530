"""The whole window: both languages, every size it is made for, the longest words, an answer after leaving."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem

from hall_link.commands import CallNext
from hall_link.rows import FieldRow, ProcedureRow, Words
from tests.gui.counter.conftest import Officer, Seat
from tests.gui.shown import all_items
from tests.unit.counter.hall_rows import FIELDS, MINUTE, NOW, HallRows, hall_row, small_hall, ticket

Key = Qt.Key
SIZES = [(1366, 768), (1920, 1080), (1024, 768)]
LONGEST = (
    "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài tại khu vực biên giới đối với "
    "trẻ em có cha và mẹ là công dân Việt Nam thường trú ở khu vực biên giới với công dân nước láng"
)
A001 = "20261124-A001"


def long_hall() -> HallRows:
    """Everything as long as the hall's document allows."""
    field = msgspec.structs.replace(FIELDS["HT"], series="AB", name=Words(LONGEST, LONGEST))
    rows = small_hall(
        ticket("AB1234", 1, procedure_id="9.999999"),
        ticket("AB1235", 2, procedure_id="9.999999", leg=2, for_counter=3),
        ticket("AB1236", 3, procedure_id="9.999999", printed="failed"),
        ticket("AB1237", 4, state="missed", counter_id=3, missed_at=NOW - 9 * MINUTE),
    )
    rows.put(field, ProcedureRow("9.999999", "HT", Words(LONGEST, LONGEST)), hall_row(name=Words(LONGEST, LONGEST)))
    rows.come_to(3, "20261124-AB1234", at=NOW - 70 * MINUTE)
    return rows


def texts_outside(officer: Officer) -> list[str]:
    """Visible texts that reach out of the window or of what clips them sideways."""
    window = officer.shown.window
    frame = QRectF(0, 0, window.width(), window.height()).adjusted(-1, -1, 1, 1)
    found = []
    for item in all_items(window.contentItem()):
        text = item.property("text")
        if item.metaObject().className().startswith("QQuickText") and text and item.isVisible() and _drawn(item):
            left = item.mapToScene(QPointF(0, 0))
            right = item.mapToScene(QPointF(item.width(), 0))
            if left.x() < frame.left() or right.x() > frame.right():
                found.append(str(text))
    return found


def _drawn(item: QQuickItem) -> bool:
    return item.width() > 0 and item.height() > 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_longest_words_stay_inside_and_can_be_read_whole(seat: Seat, size: tuple[int, int], language: str) -> None:
    officer = seat(long_hall(), size=size, language=language)
    officer.shown.wait(lambda: texts_outside(officer) == [])
    assert officer.prop("currentTitle", "truncated") is False, "the name at the counter is always whole"
    officer.click("line_20261124-AB1236")
    assert officer.text("wholeName").startswith(LONGEST)
    assert officer.prop("wholeName", "truncated") is False
    officer.key(Key.Key_F6)
    officer.shown.wait(lambda: texts_outside(officer) == [])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", ["called", "serving", "idle"])
def test_nothing_covers_a_button(seat: Seat, size: tuple[int, int], at: str) -> None:
    rows = long_hall() if at == "called" else small_hall(ticket("A001", 1), ticket("A002", 2))
    if at == "serving":
        rows.come_to(3, A001, serving=True)
    officer = seat(rows, size=size)
    officer.link.go(live=False, since=NOW)
    officer.key(Key.Key_F2)
    assert officer.sees("deskNotice")
    for name in ("nextButton", "startButton", "recallButton", "transferButton", "missedButton", "finishButton"):
        officer.reach(name)
    notice, button = (officer.shown.find(name) for name in ("deskNotice", "nextButton"))
    bottom = notice.mapToScene(QPointF(0, notice.height())).y()
    assert bottom <= button.mapToScene(QPointF(0, 0)).y() + 1
    row = officer.shown.find("startButton")
    assert notice.mapToScene(QPointF(0, 0)).y() + 1 >= row.mapToScene(QPointF(0, row.height())).y()


def test_the_language_changes_everything_at_once(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1, procedure_id="1.001193"))
    rows.come_to(3, A001)
    officer = seat(rows)
    assert (officer.text("serves"), officer.text("currentTitle")) == ("Hộ tịch, Chứng thực", "Đăng ký khai sinh")
    officer.click("languageButton")
    assert (officer.text("serves"), officer.text("currentTitle")) == (
        "Civil status, Certification",
        "Birth registration",
    )
    assert officer.text("startButton") == "Start"
    officer.click("languageButton")
    assert officer.text("startButton") == "Bắt đầu"


def test_a_refusal_is_read_in_the_officers_language(seat: Seat) -> None:
    officer = seat(small_hall(ticket("A001", 1)), language="en")
    officer.key(Key.Key_F2)
    officer.link.refuse()
    assert officer.prop("deskNotice", "title") == "Nobody waits for counter 3."
    officer.click("languageButton")
    assert officer.prop("deskNotice", "title") == "Không có ai đang chờ quầy 3."


def test_an_answer_that_comes_after_leaving_is_not_shown_at_the_next_counter(seat: Seat) -> None:
    officer = seat(small_hall(ticket("A001", 1)))
    officer.key(Key.Key_F2)
    assert officer.link.sent == [CallNext(3)]
    officer.presenter.standUp()
    officer.presenter.sit_down(1)
    officer.link.refuse()
    assert not officer.sees("deskNotice")


def test_the_keyboard_reaches_everything_and_shows_where_it_is(seat: Seat) -> None:
    officer = seat(small_hall(ticket("A001", 1)))
    reached = set()
    for _ in range(20):
        officer.key(Key.Key_Tab)
        item = officer.shown.window.activeFocusItem()
        reached.add(item.objectName())
    assert {
        "nextButton",
        "startButton",
        "finishButton",
        "line_20261124-A001",
        "languageButton",
        "closeCounterButton",
    } <= reached


def test_fields_come_and_go_while_the_sheet_is_open(seat: Seat) -> None:
    rows = small_hall(ticket("A001", 1))
    rows.come_to(3, A001)
    officer = seat(rows)
    officer.key(Key.Key_F6)
    officer.link.put(FieldRow("XD", "K", Words("Xây dựng"), "hammer", 9, True, [1], 0, None))
    officer.shown.wait(lambda: officer.sees("transferTo_field_XD"))
