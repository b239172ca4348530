"""The client's copy of a view: the newest row under each key, and the sequence number at which they stand.

It only stores; whether a frame may be applied is decided in `session.py`.
"""

from __future__ import annotations

from typing import TypeVar

from hall_link.feed import Resume, Snapshot, Updates
from hall_link.rows import AnyRow, HallRow

R = TypeVar("R", bound=AnyRow)


class Mirror:
    """`seq`, `mark`: where the rows stand, 0 and empty before the first snapshot. Read `rows`, never change it."""

    def __init__(self) -> None:
        self.seq = 0
        self.mark = ""
        self.rows: dict[str, AnyRow] = {}

    def get(self, key: str) -> AnyRow | None:
        return self.rows.get(key)

    def all(self, kind: type[R]) -> list[R]:
        """Every row of one type, in no promised order."""
        return [row for row in self.rows.values() if isinstance(row, kind)]

    @property
    def hall(self) -> HallRow | None:
        """The hall's own row; None before the first snapshot."""
        row = self.rows.get("hall/hall")
        return row if isinstance(row, HallRow) else None

    @property
    def resume(self) -> Resume | None:
        """What to say in a `Hello` to be sent only what was missed; None while there is nothing to go on from."""
        return Resume(self.seq, self.mark) if self.mark else None

    def replace(self, snapshot: Snapshot) -> tuple[str, ...]:
        """Hold what the snapshot holds and nothing else. Returns every key, old and new."""
        before = self.rows
        self.rows = {row.key: row for row in snapshot.rows}
        self.seq, self.mark = snapshot.seq, snapshot.mark
        return tuple({**before, **self.rows})

    def apply(self, updates: Updates) -> tuple[str, ...]:
        """Put and drop what the updates say; they must follow on `seq`. Returns the keys put or dropped."""
        assert updates.after == self.seq, "updates that do not follow on these rows"
        keys = dict.fromkeys(row.key for row in updates.rows)
        for row in updates.rows:
            self.rows[row.key] = row
        for key in updates.gone:
            if self.rows.pop(key, None) is not None:
                keys[key] = None
        self.seq, self.mark = updates.seq, updates.mark
        return tuple(keys)
