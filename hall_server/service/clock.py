"""The server's clock: it decides, and it never runs backwards."""

from __future__ import annotations

import time
from collections.abc import Callable


class SystemClock:
    """The machine's clock in ms UTC, held where it was for as long as the machine's clock is behind (it was set back,
    or the journal was written by a machine that was ahead). `machine_ns`: the machine's clock."""

    def __init__(self, machine_ns: Callable[[], int] = time.time_ns) -> None:
        self._machine_ns = machine_ns
        self._last = 0

    def now(self) -> int:
        self._last = max(self._last, self._machine_ns() // 1_000_000)
        return self._last

    def not_before(self, at: int) -> None:
        """Never give a time smaller than `at`: the time of the journal's last entry."""
        self._last = max(self._last, at)
