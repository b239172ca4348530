"""Writes rows of one table, many with one statement.

Every statement lets go of the interpreter's lock and has to get it back from a busy event loop, so a batch is written
with few of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy.engine.interfaces import DBAPICursor

ROWS_A_STATEMENT = (64, 32, 16, 8, 4, 2, 1)
"""Few sizes, so that the driver keeps every statement prepared; the widest table at the largest stays far below
SQLite's 32766 parameters."""

Row = tuple[Any, ...]


class RowsWriter:
    """`sql`: inserts one row, with one positional parameter for each of its `columns`."""

    def __init__(self, sql: str, columns: int) -> None:
        head, group, tail = sql.partition("(" + ", ".join("?" * columns) + ")")
        assert group, f"no place for {columns} values in {sql}"
        self._sql = {size: head + ", ".join([group] * size) + tail for size in ROWS_A_STATEMENT}

    def write(self, cursor: DBAPICursor, rows: Sequence[Row]) -> None:
        """No two rows may have one key."""
        for some in _portions(rows):
            cursor.execute(self._sql[len(some)], tuple(chain.from_iterable(some)))


def _portions(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """`rows` in order, in portions of the sizes that there are."""
    start = 0
    for size in ROWS_A_STATEMENT:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size
