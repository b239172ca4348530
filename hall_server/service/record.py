"""Reading the day's record beside the hall: what explains a ticket, without making anybody wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from hall_server.domain.model import HallState
from hall_server.service.ports import Entry

T = TypeVar("T")


class DayRecord(Protocol):
    """The entries of the newest business day, read only."""

    def read_day(self, reader: Callable[[HallState, Iterable[Entry]], T]) -> T:
        """Call `reader` with the state before the day's first entry, and its entries in order. Blocking, on a
        connection of its own, so it belongs on another thread. Raises StorageOutage; AssertionError where the record
        is broken."""
        ...
