"""The sockets at the back of the virtual printer: a network port and a serial one.

A port never blocks. `source` is what to wait for, and `receive` then gives bytes, or nothing when only somebody came
or nobody is there.
"""

import contextlib
import os
import socket
import struct
import tty
from pathlib import Path
from typing import Protocol

BACKLOG_MAX = 4


class HungUp(Exception):
    """The driver's end is gone."""


class Port(Protocol):
    """One connection at a time, as print servers do."""

    @property
    def address(self) -> str:
        """What a driver is to be told."""
        ...

    @property
    def connected(self) -> bool:
        """Bytes may come."""
        ...

    def source(self) -> socket.socket | int | None:
        """What becomes readable when something happens; None while unplugged."""
        ...

    def receive(self, count: int) -> bytes:
        """Up to `count` bytes, perhaps none. Raises HungUp."""
        ...

    def send(self, data: bytes) -> None:
        """To the driver, if one listens; what it does not take at once is lost, as in a real printer."""
        ...

    def hang_up(self, *, rudely: bool) -> None:
        """Ends the connection; another may follow."""
        ...

    def unplug(self) -> None:
        """Nobody can connect."""
        ...

    def plug_in(self) -> None:
        """After `unplug`: as before, under the same address."""
        ...


class NetworkPort:
    """Listens from the moment it is made. OSError when the port is taken; 0 picks a free one."""

    def __init__(self, host: str, port: int) -> None:
        self._listener: socket.socket | None = _listen(host, port)
        self.host_and_port: tuple[str, int] = self._listener.getsockname()[:2]
        self._peer: socket.socket | None = None

    @property
    def address(self) -> str:
        """host:port."""
        host, port = self.host_and_port
        return f"{host}:{port}"

    @property
    def connected(self) -> bool:
        """A driver is there."""
        return self._peer is not None

    def source(self) -> socket.socket | None:
        """The driver's line, or the door."""
        return self._peer if self._peer is not None else self._listener

    def receive(self, count: int) -> bytes:
        """Lets a driver in, or takes its bytes."""
        if self._peer is None:
            self._accept()
        if self._peer is None or count <= 0:
            return b""
        try:
            data = self._peer.recv(count)
        except BlockingIOError:
            return b""
        except OSError as problem:
            raise HungUp from problem
        if not data:
            raise HungUp
        return data

    def send(self, data: bytes) -> None:
        """See `Port`."""
        if self._peer is not None:
            with contextlib.suppress(OSError):
                self._peer.send(data)

    def hang_up(self, *, rudely: bool) -> None:
        """rudely: with a reset, as when the power goes."""
        peer, self._peer = self._peer, None
        if peer is None:
            return
        if rudely:
            with contextlib.suppress(OSError):
                peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()

    def unplug(self) -> None:
        """Closes the door."""
        self.hang_up(rudely=True)
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def plug_in(self) -> None:
        """Opens it again."""
        if self._listener is None:
            self._listener = _listen(*self.host_and_port)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # the driver may have left before it was let in
            if self._listener is None:
                return
            peer, _ = self._listener.accept()
            peer.setblocking(False)
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._peer = peer


class SerialPort:
    """A pseudo terminal, found by a link of a steady name; unplugged, the device is gone, as with a USB adapter.

    Bytes are not changed on the way (raw). As on any serial line nobody can tell whether a driver is at the other end.
    """

    def __init__(self, link: Path) -> None:
        """link: where the device is to be found; a file there is taken away. OSError when that is not possible."""
        self._link = link
        self._ends: tuple[int, int] | None = None
        self.plug_in()

    @property
    def address(self) -> str:
        """serial://path."""
        return f"serial://{self._link}"

    @property
    def connected(self) -> bool:
        """It is plugged in."""
        return self._ends is not None

    def source(self) -> int | None:
        """Our end."""
        return self._ends[0] if self._ends else None

    def receive(self, count: int) -> bytes:
        """Bytes from the driver."""
        if self._ends is None:
            return b""
        try:
            return os.read(self._ends[0], count)
        except BlockingIOError:
            return b""

    def send(self, data: bytes) -> None:
        """See `Port`."""
        if self._ends is not None:
            with contextlib.suppress(OSError):
                os.write(self._ends[0], data)

    def hang_up(self, *, rudely: bool) -> None:
        """A line breaks only by being unplugged; bytes under way are gone."""
        self.unplug()
        self.plug_in()

    def unplug(self) -> None:
        """The device is gone."""
        ends, self._ends = self._ends, None
        if ends is not None:
            self._link.unlink(missing_ok=True)
            for end in ends:
                os.close(end)

    def plug_in(self) -> None:
        """A new device under the old name. The driver's end is kept open here as well, lest the line ends with it."""
        if self._ends is not None:
            return
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        self._ends = (ours, theirs)
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(os.ttyname(theirs))


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.create_server((host, port), backlog=BACKLOG_MAX)
    listener.setblocking(False)
    return listener
