"""A list of frozen values as a Qt model, for every list on every screen.

The presenter says what the list is now; the model works out the fewest rows to remove, move, insert and refresh.
Views thus keep their delegates, scrolling and animations, which a model reset would throw away.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

V = TypeVar("V")


class RowsModel(QAbstractListModel, Generic[V]):
    """Rows of one frozen type, a dataclass or a msgspec Struct; each of its fields is a role of the same name.

    `key`: what stays the same while a row changes; unique in a list. Fields should hold what QML can read: str, int,
    float, bool, None, lists of these.
    """

    countChanged = Signal()

    def __init__(self, kind: type[V], key: Callable[[V], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._names = _field_names(kind)
        self._rows: list[V] = []

    # ---------------------------------------------------------------------------------------------------- for the app

    @property
    def rows(self) -> tuple[V, ...]:
        return tuple(self._rows)

    def put(self, rows: Sequence[V]) -> None:
        """Be this list from now on, by the fewest changes."""
        keys = [self._key(row) for row in rows]
        assert len(set(keys)) == len(keys), "a key stands twice in one list"
        before = len(self._rows)
        self._remove_all_but(set(keys))
        self._move_into_order(keys)
        self._insert_missing(rows, keys)
        self._refresh(rows)
        if len(self._rows) != before:
            self.countChanged.emit()

    # ---------------------------------------------------------------------------------------------------------- for Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {Qt.ItemDataRole.UserRole + place: QByteArray(name.encode()) for place, name in enumerate(self._names)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = role - Qt.ItemDataRole.UserRole
        if not index.isValid() or not 0 <= place < len(self._names) or index.row() >= len(self._rows):
            return None
        return getattr(self._rows[index.row()], self._names[place])

    def _count(self) -> int:
        return len(self._rows)

    count = Property(int, _count, notify=countChanged)

    # --------------------------------------------------------------------------------------------------------- changes

    def _remove_all_but(self, wanted: set[Hashable]) -> None:
        """Neighbours that leave together leave in one change; from the end, so that places before stay true."""
        end = len(self._rows)
        while end > 0:
            if self._key(self._rows[end - 1]) in wanted:
                end -= 1
                continue
            start = end - 1
            while start > 0 and self._key(self._rows[start - 1]) not in wanted:
                start -= 1
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._rows[start:end]
            self.endRemoveRows()
            end = start

    def _move_into_order(self, keys: Sequence[Hashable]) -> None:
        """Bring what stays into the new order, moving only rows outside of the longest run that is in order already."""
        wanted_place = {key: place for place, key in enumerate(keys)}
        places = [wanted_place[self._key(row)] for row in self._rows]
        settled = _longest_rising(places)
        for place in sorted(set(places) - settled):
            old = places.index(place)
            # Rows not settled yet may stand between: the target is behind the last settled row that comes before.
            behind = [index for index, other in enumerate(places) if other in settled and other < place]
            new = (behind[-1] + 1) if behind else 0
            settled.add(place)
            if new in (old, old + 1):
                continue
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), new)
            self._rows.insert(new, self._rows[old])
            places.insert(new, place)
            del self._rows[old + (new < old)]
            del places[old + (new < old)]
            self.endMoveRows()

    def _insert_missing(self, rows: Sequence[V], keys: Sequence[Hashable]) -> None:
        """Neighbours that come together come in one change."""
        held = {self._key(row) for row in self._rows}
        start = 0
        while start < len(keys):
            if keys[start] in held:
                start += 1
                continue
            end = start + 1
            while end < len(keys) and keys[end] not in held:
                end += 1
            self.beginInsertRows(QModelIndex(), start, end - 1)
            self._rows[start:start] = rows[start:end]
            self.endInsertRows()
            start = end

    def _refresh(self, rows: Sequence[V]) -> None:
        for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old is new or old == new:
                continue
            changed = [
                Qt.ItemDataRole.UserRole + role
                for role, name in enumerate(self._names)
                if getattr(old, name) != getattr(new, name)
            ]
            self._rows[place] = new
            index = self.index(place)
            self.dataChanged.emit(index, index, changed)


def _field_names(kind: type[Any]) -> tuple[str, ...]:
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    return tuple(field.name for field in msgspec.structs.fields(kind))


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The members of a longest rising run of different numbers (patience sorting)."""
    tops: list[int] = []
    top_places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(top_places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        top_places[pile : pile + 1] = [place]
    run: set[int] = set()
    place = top_places[-1] if top_places else -1
    while place >= 0:
        run.add(numbers[place])
        place = before[place]
    return run
