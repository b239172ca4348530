"""How much paper is left on the roll: what was printed since the last change of roll, as the printer confirmed it.

A new roll is known by staff saying so, or by itself: the paper had ended, or was low when somebody opened the cover,
and a ticket has come out since with paper enough. What the sensor says is believed only while the cover is closed,
because an open one shows no paper on most printers; and low paper that is enough again without the cover having been
opened is a sensor at its edge. Tickets that nobody confirmed use paper too: the estimate is late by those.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import structlog

from printer_drivers.status import PaperLevel, PrinterStatus

_log = structlog.get_logger("kiosk.roll")


@dataclass(frozen=True, slots=True)
class Roll:
    """`used_mm`: since the last change. `low`: the sensor has said so; `ended`: this roll is over, as far as one can
    know before the next ticket. `confirmed`: how many changes staff had confirmed when this was written.
    """

    used_mm: float = 0.0
    low: bool = False
    ended: bool = False
    confirmed: int = 0


def seen(roll: Roll, status: PrinterStatus) -> Roll:
    """The printer says how it is."""
    if not (status.connected and status.answers):
        return roll
    if status.cover_open:
        return replace(roll, ended=roll.ended or roll.low)
    if status.paper is PaperLevel.OUT:
        return replace(roll, ended=True)
    return replace(roll, low=True) if status.paper is PaperLevel.LOW else roll


def printed(roll: Roll, mm: float, status: PrinterStatus) -> Roll:
    """A ticket of that length came out: where the roll had ended, it is the first on a new one."""
    if roll.ended and status.paper is PaperLevel.OK:
        return Roll(used_mm=mm, confirmed=roll.confirmed)
    return replace(roll, used_mm=roll.used_mm + mm)


def confirmed(roll: Roll, changes: int) -> Roll:
    """Staff have confirmed that many changes today; a smaller count is that of a new day."""
    if changes > roll.confirmed:
        return Roll(confirmed=changes)
    return replace(roll, confirmed=changes)


def metres_left(roll: Roll, length_metres: int, status: PrinterStatus) -> int | None:
    """Whole metres, rounded down; None where no length is known or a new roll has not been counted yet."""
    if length_metres == 0:
        return None
    if status.paper is PaperLevel.OUT and status.answers:
        return 0
    return None if roll.ended else max(0, int(length_metres - roll.used_mm / 1000))


class RollBook:
    """The roll in the printer, on the kiosk's disk. `changed` is called when something about it changed."""

    def __init__(self, file: Path, length_metres: int, changed: Callable[[], None]) -> None:
        self._file = file
        self._length_metres = length_metres
        self._changed = changed
        self._status = PrinterStatus()
        self._roll = _read(file)

    @property
    def metres_left(self) -> int | None:
        """As of now."""
        return metres_left(self._roll, self._length_metres, self._status)

    @property
    def low(self) -> bool:
        """The printer's sensor says that paper is low, or has ended."""
        return self._status.answers and self._status.paper is not PaperLevel.OK

    def status_is(self, status: PrinterStatus) -> None:
        """The printer says how it is."""
        self._status = status
        self._become(seen(self._roll, status))

    def printed(self, mm: float) -> None:
        """A ticket came out, confirmed by the printer."""
        self._become(printed(self._roll, mm, self._status))

    def confirmed(self, changes: int) -> None:
        """Staff have confirmed that many changes of roll today."""
        self._become(confirmed(self._roll, changes))

    def _become(self, roll: Roll) -> None:
        if roll != self._roll:
            self._roll = roll
            self._write()
        self._changed()

    def _write(self) -> None:
        """Whole or not at all; a disk that takes nothing costs the estimate of the next start."""
        unfinished = self._file.with_name(f"{self._file.name}.part")
        try:
            with unfinished.open("wb") as stream:
                stream.write(msgspec.json.encode(self._roll))
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.replace(self._file)
        except OSError as error:
            _log.error("the roll is not written down", reason=str(error))


def _read(file: Path) -> Roll:
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(file.read_bytes(), type=Roll)
    return Roll()
