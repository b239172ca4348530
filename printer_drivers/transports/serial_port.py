"""The line to a serial printer, by pyserial: 8N1, flow control by RTS/CTS unless the address says otherwise, exclusive.

pyserial sets the port up; bytes then pass by the descriptor. Where the cable has a DSR wire it tells when the printer
is switched off: otherwise a printer that lost its power in the middle of a ticket would be sent the rest of it. A cable
of three wires cannot tell, and a pseudo terminal neither, but that ends when the other side goes.
"""

import contextlib
import importlib
from typing import Protocol, cast

from printer_drivers.transports.device import OpenDevice

BAUD_DEFAULT = 115_200
BITS_PER_BYTE = 10
"""A start bit, eight of data, a stop bit."""
DSR_LOOK_SECONDS = 0.5


class _Port(Protocol):
    """The part of `serial.Serial` used here."""

    @property
    def dsr(self) -> bool: ...
    def fileno(self) -> int: ...
    def reset_output_buffer(self) -> None: ...
    def close(self) -> None: ...


class _Library(Protocol):
    def Serial(  # noqa: N802
        self,
        port: str,
        baudrate: int,
        *,
        rtscts: bool,
        xonxoff: bool,
        exclusive: bool,
        timeout: float,
        write_timeout: float,
    ) -> _Port: ...


class SerialDevice:
    """A port of the system, such as /dev/ttyUSB0."""

    def __init__(self, path: str, baud: int, *, flow: str) -> None:
        """flow: "rtscts", "xonxoff" or "none"."""
        self._path, self._baud, self._flow = path, baud, flow

    def open(self, now: float) -> OpenDevice:
        """Raises OSError when it is missing, taken, or not a serial port."""
        library = cast(_Library, importlib.import_module("serial"))
        try:
            port = library.Serial(
                self._path,
                self._baud,
                rtscts=self._flow == "rtscts",
                xonxoff=self._flow == "xonxoff",
                exclusive=True,
                timeout=0,
                write_timeout=0,
            )
        except ValueError as problem:  # a speed the system does not know
            raise OSError(str(problem)) from problem
        return _OpenPort(port, now)


class _OpenPort:
    silence_is_end = True

    def __init__(self, port: _Port, now: float) -> None:
        self._port = port
        self._was_on = False
        self._look_at: float | None = now

    def fileno(self) -> int:
        """The port's descriptor."""
        return self._port.fileno()

    @property
    def look_at(self) -> float | None:
        """DSR makes no noise: it has to be looked at."""
        return self._look_at

    def gone(self, now: float) -> str | None:
        """DSR was seen and has fallen."""
        if self._look_at is None or now < self._look_at:
            return None
        try:
            on = self._port.dsr
        except OSError:  # no such wires here
            self._look_at = None
            return None
        self._look_at = now + DSR_LOOK_SECONDS
        if self._was_on and not on:
            return "the printer was switched off"
        self._was_on = on
        return None

    def close(self) -> None:
        """Drops what was not sent: closing would wait for a printer that takes nothing."""
        with contextlib.suppress(*_port_errors()):
            self._port.reset_output_buffer()
        with contextlib.suppress(*_port_errors()):
            self._port.close()


def _port_errors() -> tuple[type[Exception], ...]:
    """What a port that is gone raises: the terminal's own error is no OSError."""
    try:
        import termios
    except ImportError:  # Windows
        return (OSError,)
    return (OSError, termios.error)
