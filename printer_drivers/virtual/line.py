"""The line a printer is setting: pieces side by side that go to paper together when the line is fed.

A row is an integer of one bit a dot; bit 0 is the rightmost dot of the line.
"""

from collections.abc import Sequence

from printer_drivers.virtual.interpreter import Violation


class Line:
    """Pieces stand on the same foot; what does not fit the line is the driver's mistake."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._left = 0
        self._placed = False
        self._rows: list[int] = []
        """From the foot up."""

    def __bool__(self) -> bool:
        return bool(self._rows)

    @property
    def height(self) -> int:
        """Rows of the highest piece."""
        return len(self._rows)

    def place(self, left: int) -> None:
        """ESC $: the next piece begins there."""
        self._left, self._placed = left, True

    def add(self, rows: Sequence[int], width: int) -> None:
        """A piece of `width` dots, rows from the top."""
        shift = self._width - self._left - width
        if shift < 0:
            raise Violation(f"a line of {self._left + width} dots on {self._width}")
        self._rows += [0] * (len(rows) - len(self._rows))
        for index, row in enumerate(reversed(rows)):
            self._rows[index] |= row << shift
        self._left += width

    def take(self, side: int) -> list[bytes]:
        """The rows from top to foot, moved to the `side` (0 left, 1 centre, 2 right); the line is empty then."""
        free = self._width - self._left
        if side and self._placed:
            raise Violation("pieces were given places on a line that is not set from the left")
        shift = (0, free // 2, free)[side]
        rows = [(row >> shift).to_bytes(self._width // 8, "big") for row in reversed(self._rows)]
        self.clear()
        return rows

    def clear(self) -> None:
        """Nothing is set."""
        self._rows, self._left, self._placed = [], 0, False
