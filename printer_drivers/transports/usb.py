"""The line to a USB printer by the system's printer class driver: /dev/usb/lp0 and the like, without waiting.

Some printers have no way back on USB: then the line only writes, and no answer ever comes.
"""

import contextlib
import errno
import os

from printer_drivers.transports.device import OpenDevice

_NO_WAY_BACK = {errno.EACCES, errno.EROFS, errno.EINVAL}


class UsbDevice:
    """A device file of the system."""

    def __init__(self, path: str) -> None:
        self._path = path

    def open(self, now: float) -> OpenDevice:
        """Raises OSError when it is missing or not ours to use."""
        try:
            return _OpenUsb(os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY))
        except OSError as problem:
            if problem.errno not in _NO_WAY_BACK:
                raise
            return _OpenUsb(os.open(self._path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY))


class _OpenUsb:
    look_at: float | None = None
    silence_is_end = False

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def gone(self, now: float) -> str | None:
        """A printer unplugged shows by an error of read or write."""
        return None

    def close(self) -> None:
        """Lets go."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
