"""Many rows with few statements: every row once, in order, and a row whose key is there takes the old one's place."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from hall_server.storage.rows_writer import ROWS_A_STATEMENT, RowsWriter

PUT = "INSERT INTO things (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name"


class _Counted(sqlite3.Cursor):
    """Counts statements."""

    statements = 0

    def execute(self, sql: str, parameters: object = (), /) -> _Counted:
        self.statements += 1
        super().execute(sql, parameters)  # type: ignore[arg-type]
        return self


@pytest.fixture
def cursor() -> Any:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)")
    return connection.cursor(_Counted)


@pytest.mark.parametrize(("count", "statements"), [(0, 0), (1, 1), (50, 3), (64, 1), (127, 7), (300, 7)])
def test_every_row_is_written_once_with_few_statements(cursor: Any, count: int, statements: int) -> None:
    rows = [(number, f"name {number}") for number in range(count)]
    RowsWriter(PUT, 2).write(cursor, rows)
    assert cursor.statements == statements
    assert cursor.execute("SELECT id, name FROM things ORDER BY id").fetchall() == rows


def test_a_row_with_a_known_key_takes_the_place_of_the_old_one(cursor: Any) -> None:
    writer = RowsWriter(PUT, 2)
    writer.write(cursor, [(1, "old"), (2, "two")])
    writer.write(cursor, [(1, "new"), (3, "three")])
    assert cursor.execute("SELECT name FROM things ORDER BY id").fetchall() == [("new",), ("two",), ("three",)]


def test_a_statement_with_another_number_of_values_is_a_bug() -> None:
    with pytest.raises(AssertionError, match="no place for 3 values"):
        RowsWriter(PUT, 3)


def test_single_rows_always_find_a_size() -> None:
    assert ROWS_A_STATEMENT[-1] == 1
    assert list(ROWS_A_STATEMENT) == sorted(ROWS_A_STATEMENT, reverse=True)
