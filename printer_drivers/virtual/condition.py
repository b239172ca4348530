"""How the printer is: its faults, and the status bytes that tell of them (Epson ESC/POS reference)."""

import threading
from collections.abc import Callable
from enum import Enum

from printer_drivers.virtual.receive import PowerLost

DOTS_PER_MM = 8


class Fault(Enum):
    """What can be wrong; each can be set and cleared while the printer runs."""

    PAPER_OUT = "paper_out"
    PAPER_LOW = "paper_low"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    CUTTER_JAM = "cutter_jam"
    MUTE = "mute"
    GARBAGE = "garbage"
    STALE_IDS = "stale_ids"
    LINK_DOWN = "link_down"


_STOPS_THE_PAPER = frozenset({Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.OFFLINE})


class Condition:
    """The faults, shared by all threads of the printer. `changed` is called after each change, outside the lock."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._faults: set[Fault] = set()
        self._jammed = False
        self._paper_left_dots: int | None = None
        self._stopping = False
        self._power_lost = False
        self._waiting = threading.Condition()

    def set(self, fault: Fault, *, after_mm: float = 0.0) -> None:
        """The fault occurs; PAPER_OUT may occur only once `after_mm` more of paper have moved."""
        with self._waiting:
            if fault is Fault.PAPER_OUT and after_mm > 0:
                self._paper_left_dots = round(after_mm * DOTS_PER_MM)
            else:
                self._faults.add(fault)
        self._changed()

    def clear(self, fault: Fault) -> None:
        """The fault is over: paper refilled, cover closed, blade freed ..."""
        with self._waiting:
            self._faults.discard(fault)
            if fault is Fault.PAPER_OUT:
                self._paper_left_dots = None
            if fault is Fault.CUTTER_JAM:
                self._jammed = False
            self._waiting.notify_all()
        self._changed()

    def has(self, fault: Fault) -> bool:
        """Whether the fault holds now."""
        with self._waiting:
            return fault in self._faults

    def faults(self) -> list[str]:
        """Names of what is wrong now."""
        with self._waiting:
            return sorted(fault.value for fault in self._faults)

    def stop(self) -> None:
        """Frees a mechanism that waits."""
        with self._waiting:
            self._stopping = True
            self._waiting.notify_all()

    def lose_power(self) -> None:
        """Whatever the mechanism is doing ends with PowerLost, until it calls `regain_power`."""
        with self._waiting:
            self._power_lost = True
            self._waiting.notify_all()

    def regain_power(self) -> None:
        """On again: a jammed blade goes home, or jams again at the next cut."""
        with self._waiting:
            self._power_lost = False
            self._jammed = False
        self._changed()

    def wait_until_paper_moves(self) -> bool:
        """Returns when nothing stops the paper; False when the printer is switched off instead. Raises PowerLost."""
        with self._waiting:
            self._waiting.wait_for(lambda: self._stopping or self._power_lost or not self._blocked())
            if self._power_lost and not self._stopping:
                raise PowerLost
            return not self._stopping

    def paper_moved(self, dots: int) -> None:
        """Counts down to the end of the paper."""
        with self._waiting:
            if self._paper_left_dots is None:
                return
            self._paper_left_dots -= dots
            if self._paper_left_dots > 0:
                return
            self._paper_left_dots = None
            self._faults.add(Fault.PAPER_OUT)
        self._changed()

    def blade_moves(self) -> bool:
        """One cut: with a jam the blade stops until that is cleared. False when switched off instead."""
        with self._waiting:
            if Fault.CUTTER_JAM not in self._faults:
                return True
            self._jammed = True
        self._changed()
        return self.wait_until_paper_moves()

    def automatic_status(self) -> bytes:
        """The four bytes of GS a."""
        with self._waiting:
            out, low = Fault.PAPER_OUT in self._faults, Fault.PAPER_LOW in self._faults
            first = 0x10 | (0x08 if self._blocked() else 0) | (0x20 if Fault.COVER_OPEN in self._faults else 0)
            second = 0x08 if self._jammed else 0
            return bytes((first, second, self._paper_bits(low=low, out=out), 0x0F))

    def transmitted_status(self) -> int:
        """The byte of GS r 1."""
        with self._waiting:
            return self._paper_bits(low=Fault.PAPER_LOW in self._faults, out=Fault.PAPER_OUT in self._faults)

    def realtime_status(self, question: int) -> int:
        """The byte of DLE EOT `question`."""
        with self._waiting:
            cover, out = Fault.COVER_OPEN in self._faults, Fault.PAPER_OUT in self._faults
            low = Fault.PAPER_LOW in self._faults
            bits = {
                1: 0x08 if self._blocked() else 0,
                2: (0x04 if cover else 0) | (0x20 if out else 0) | (0x40 if self._jammed else 0),
                3: 0x08 if self._jammed else 0,
                4: (0x0C if low or out else 0) | (0x60 if out else 0),
            }
            return 0x12 | bits[question]

    def _blocked(self) -> bool:
        return self._jammed or bool(self._faults & _STOPS_THE_PAPER)

    @staticmethod
    def _paper_bits(*, low: bool, out: bool) -> int:
        return (0x03 if low or out else 0) | (0x0C if out else 0)
