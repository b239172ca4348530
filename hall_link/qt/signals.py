"""Turns SIGTERM and SIGINT into a clean quit of a Qt program.

Python runs its signal handlers only between byte codes, and Qt's loop runs none while it waits. So the signal's number
is also written to a socket (`signal.set_wakeup_fd`) which the loop watches: the program wakes at once and quits.
"""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_WATCHED = (signal.SIGTERM, signal.SIGINT)
_BYTES_READ_MAX = 64


class QuitSignals(QObject):
    """While it is open, SIGTERM and SIGINT call `quit_program` from the Qt loop. Make it on the main thread."""

    def __init__(self, quit_program: Callable[[], None]) -> None:
        super().__init__()
        self._quit_program = quit_program
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._wakeup_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers_before = {number: signal.signal(number, self._note) for number in _WATCHED}

    def close(self) -> None:
        """Put everything back as it was."""
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _note(self, number: int, frame: FrameType | None) -> None:
        """The Python handler: it need only exist, so that the default (dying at once) is off."""

    def _woken(self) -> None:
        if any(number in _WATCHED for number in self._reader.recv(_BYTES_READ_MAX)):
            self._quit_program()
