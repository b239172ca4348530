"""A line that is a file of the system: what serial ports and USB printers have in common.

Reads and writes go straight to the descriptor, which never blocks: libraries that promise a write time-out wait for it.
"""

import os
from collections.abc import Iterator
from typing import Protocol

from printer_drivers.transports import LineEvent, Lost, Opened, Received

RECEIVE_BYTES_MAX = 4096
WRITE_BYTES_MAX = 4096
"""What is offered to the system at once: what it has taken counts as sent."""
DEVICE_REST_SECONDS = 0.2
"""Some drivers call an idle printer readable: after an empty read the descriptor is left alone so long."""


class OpenDevice(Protocol):
    """A device while it is open."""

    def fileno(self) -> int:
        """Its descriptor, in non-blocking mode."""
        ...

    def gone(self, now: float) -> str | None:
        """Why the other end is known to be off; None while it is not."""
        ...

    @property
    def look_at(self) -> float | None:
        """When `gone` is worth asking again although nothing happens."""
        ...

    @property
    def silence_is_end(self) -> bool:
        """Readable without a byte means that the device is gone; otherwise that it has nothing to say."""
        ...

    def close(self) -> None:
        """Lets go at once; bytes the system still holds are dropped where it allows that."""
        ...


class Device(Protocol):
    """How to open it."""

    def open(self, now: float) -> OpenDevice:
        """Raises OSError."""
        ...


class DeviceTransport:
    """See `Transport`."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._open: OpenDevice | None = None
        self._told_open = False
        self._full = False
        self._rest_until: float | None = None
        self._broken: str | None = None

    @property
    def closed(self) -> bool:
        """Not open."""
        return self._open is None

    @property
    def deadline(self) -> float | None:
        """When to look at the device again."""
        if self._open is None:
            return None
        times = (self._open.look_at, self._rest_until, 0.0 if not self._told_open or self._broken else None)
        return min((time for time in times if time is not None), default=None)

    @property
    def wants_to_read(self) -> bool:
        """Unless the device has just been called readable for nothing."""
        return self._rest_until is None

    @property
    def wants_to_write(self) -> bool:
        """The system's buffer is full."""
        return self._full

    def fileno(self) -> int:
        """The device's descriptor."""
        assert self._open is not None
        return self._open.fileno()

    def open(self, now: float) -> Lost | None:
        """Opens at once; `service` tells."""
        assert self._open is None
        self._told_open, self._full, self._rest_until, self._broken = False, False, None, None
        try:
            self._open = self._device.open(now)
        except OSError as problem:
            return Lost(str(problem))
        return None

    def service(self, *, readable: bool, writable: bool, now: float) -> Iterator[LineEvent]:
        """Reads, and tells of a break."""
        if self._open is None:
            return
        if not self._told_open:
            self._told_open = True
            yield Opened()
        if self._rest_until is not None and now >= self._rest_until:
            self._rest_until = None
        if writable:
            self._full = False
        if readable and self._broken is None:
            yield from self._read(now)
        reason = self._broken or self._open.gone(now)
        if reason is not None:
            self.close()
            yield Lost(reason)

    def write(self, data: bytes) -> int:
        """Bytes the system took."""
        if not data or self._open is None or self._full or self._broken is not None:
            return 0
        try:
            count = os.write(self._open.fileno(), data[:WRITE_BYTES_MAX])
        except BlockingIOError:
            count = 0
        except OSError as problem:
            self._broken = str(problem)
            return 0
        self._full = count == 0
        return count

    def close(self) -> None:
        """Closes the device."""
        device, self._open = self._open, None
        if device is not None:
            device.close()

    def _read(self, now: float) -> Iterator[LineEvent]:
        assert self._open is not None
        try:
            data = os.read(self._open.fileno(), RECEIVE_BYTES_MAX)
        except BlockingIOError:
            self._rest_until = now + DEVICE_REST_SECONDS
            return
        except OSError as problem:
            self._broken = str(problem)
            return
        if data:
            yield Received(data)
        elif self._open.silence_is_end:
            self._broken = "the device is gone"
        else:
            self._rest_until = now + DEVICE_REST_SECONDS
