"""The list model against Qt's own model tester: right contents, fewest changes, never a reset."""

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from hall_link.qt.rows_model import RowsModel
from hall_link.rows import CounterRow
from tests.unit.hall_link.makers import counter


@dataclass(frozen=True)
class Line:
    name: str
    waiting: int = 0


class Watched:
    """A model, checked by Qt after each change, and the list of its changes."""

    def __init__(self, *names: str) -> None:
        self.model: RowsModel[Line] = RowsModel(Line, lambda line: line.name)
        self.put(*names)
        self._tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.changes: list[tuple[str, int, int]] = []
        note = self.changes.append
        self.model.rowsInserted.connect(lambda _, first, last: note(("insert", first, last)))
        self.model.rowsRemoved.connect(lambda _, first, last: note(("remove", first, last)))
        self.model.rowsMoved.connect(lambda _p, first, _l, _d, to: note(("move", first, to)))
        self.model.dataChanged.connect(lambda first, last: note(("change", first.row(), last.row())))
        self.model.modelReset.connect(lambda: note(("reset", 0, 0)))
        self.model.countChanged.connect(lambda: note(("count", len(self.model.rows), 0)))

    def put(self, *names: str) -> None:
        self.model.put([Line(name) for name in names])

    def names(self) -> list[str]:
        role = next(role for role, name in self.model.roleNames().items() if bytes(name.data()) == b"name")
        return [self.model.data(self.model.index(row), role) for row in range(self.model.rowCount())]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("", "abc", [("insert", 0, 2), ("count", 3, 0)]),
        ("abc", "", [("remove", 0, 2), ("count", 0, 0)]),
        ("abc", "abc", []),
        ("abc", "xabc", [("insert", 0, 0), ("count", 4, 0)]),
        ("abcd", "xabc", [("remove", 3, 3), ("insert", 0, 0)]),
        ("abc", "bca", [("move", 0, 3)]),
        ("abc", "cab", [("move", 2, 0)]),
        ("abcde", "aedcb", [("move", 3, 5), ("move", 2, 5), ("move", 1, 5)]),
        ("abcdef", "adf", [("remove", 4, 4), ("remove", 1, 2), ("count", 3, 0)]),
        ("ad", "abcde", [("insert", 1, 2), ("insert", 4, 4), ("count", 5, 0)]),
    ],
)
def test_the_fewest_changes(qtbot: QtBot, before: str, after: str, changes: list[tuple[str, int, int]]) -> None:
    watched = Watched(*before)
    watched.put(*after)
    assert watched.names() == list(after)
    assert watched.changes == changes


def test_a_changed_row_names_the_roles_that_changed(qtbot: QtBot) -> None:
    watched = Watched("a", "b")
    with qtbot.waitSignal(watched.model.dataChanged) as changed:
        watched.model.put([Line("a"), Line("b", waiting=3)])
    waiting = next(role for role, name in watched.model.roleNames().items() if bytes(name.data()) == b"waiting")
    first, last, roles = changed.args
    assert (first.row(), last.row(), roles) == (1, 1, [waiting])
    assert watched.model.data(watched.model.index(1), waiting) == 3


@given(before=st.lists(st.integers(0, 12), unique=True), after=st.lists(st.integers(0, 12), unique=True))
def test_any_list_becomes_any_other_in_order_and_without_a_reset(before: list[int], after: list[int]) -> None:
    watched = Watched(*map(str, before))
    watched.put(*map(str, after))
    assert watched.names() == [str(number) for number in after]
    assert watched.model.rowCount() == len(after)
    assert "reset" not in [kind for kind, _, _ in watched.changes]


def test_structs_have_roles_too_and_what_does_not_exist_has_no_data(qtbot: QtBot) -> None:
    model: RowsModel[CounterRow] = RowsModel(CounterRow, lambda row: row.counter_id)
    model.put([counter(3)])
    names = {bytes(name.data()).decode(): role for role, name in model.roleNames().items()}
    assert set(names) == {field.name for field in msgspec.structs.fields(CounterRow)}
    assert model.data(model.index(0), names["fields"]) == ["HT"]
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert model.data(QModelIndex(), names["fields"]) is None
    assert isinstance(model, QAbstractItemModel)
    assert model.rowCount(model.index(0)) == 0
    assert model.rows == (counter(3),)


def test_a_key_twice_in_one_list_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    with pytest.raises(AssertionError):
        Watched("a", "a")
