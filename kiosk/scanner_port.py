"""The thread that listens to a serial code scanner: opens its port, opens it again after unplugging, hands on scans.

Nothing is kept: a scan is given to the caller once and forgotten here. A kiosk without its scanner works on; whether
it is there is told, so that a screen offers scanning only where somebody listens.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Protocol, cast

from kiosk.scanner import ScanReader

BAUD = 115_200
"""Of no meaning to scanners on USB, which most are."""
READ_SECONDS = 0.5
"""How soon the thread notices that it is to stop."""
READ_BYTES_MAX = 4096
REOPEN_SECONDS = 2.0
STOP_SECONDS_MAX = 3.0


class _Port(Protocol):
    @property
    def in_waiting(self) -> int: ...
    def read(self, size: int) -> bytes: ...
    def close(self) -> None: ...


class _Library(Protocol):
    def Serial(self, port: str, baudrate: int, *, timeout: float, exclusive: bool) -> _Port: ...


class ScannerPort:
    """One scanner. Both callables are called on the scanner's own thread."""

    def __init__(
        self,
        device: str,
        on_scan: Callable[[str], None],
        on_presence: Callable[[bool], None],
        *,
        reopen_seconds: float = REOPEN_SECONDS,
    ) -> None:
        """device: the port's path; one below /dev/serial/by-id stays the same when it is plugged in elsewhere."""
        self._device = device
        self._on_scan = on_scan
        self._on_presence = on_presence
        self._reopen_seconds = reopen_seconds
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)

    def start(self) -> None:
        """Begins to listen. Called once."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread."""
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(STOP_SECONDS_MAX)

    def _run(self) -> None:
        library = cast(_Library, importlib.import_module("serial"))
        while not self._stopping.is_set():
            try:
                port = library.Serial(self._device, BAUD, timeout=READ_SECONDS, exclusive=True)
            except OSError:  # not plugged in, or not ours
                self._stopping.wait(self._reopen_seconds)
                continue
            self._on_presence(True)
            try:
                self._listen(port)
            except OSError:  # unplugged
                self._stopping.wait(self._reopen_seconds)
            finally:
                self._on_presence(False)
                port.close()

    def _listen(self, port: _Port) -> None:
        reader = ScanReader()
        while not self._stopping.is_set():
            # One byte is waited for, and what has come with it is taken along.
            data = port.read(1)
            if data:
                data += port.read(min(port.in_waiting, READ_BYTES_MAX))
            for scan in reader.feed(data):
                self._on_scan(scan)
