"""PySide must not lose references: 6.12.0 on Python 3.11 lost one to True per signal and one to None per call.

The process then dies after some hundred signals, hours into a hall's day. This test is the gate for every new PySide.
"""

import sys

from PySide6.QtCore import QObject, Signal, Slot

EMITS = 2_000
DRIFT_MAX = 200
"""Other code moves the counts a little; a real loss would be as large as EMITS."""


class Sender(QObject):
    """Emits a True and calls a slot that returns None."""

    told = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.told.connect(self.hear)

    @Slot(bool)
    def hear(self, value: bool) -> None:
        """Count what arrives."""
        self.heard += value


def test_references_do_not_drift(qapp: QObject) -> None:
    sender = Sender()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(EMITS):
        sender.told.emit(True)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert sender.heard == EMITS
    if sys.version_info < (3, 12):  # from 3.12 on True and None are immortal and are not counted
        assert abs(after[0] - before[0]) < DRIFT_MAX
        assert abs(after[1] - before[1]) < DRIFT_MAX
