"""The line to a network printer: raw TCP, port 9100 unless the address says otherwise.

A name is looked up on a thread of its own, because the system's look-up may take half a minute and cannot be hurried.

The system's send buffer is kept small: what it has taken counts as sent, so it should not take much more than the
printer has. A cable pulled while bytes are under way is noticed after UNANSWERED_SECONDS_MAX, an idle one by keepalive.
"""

import errno
import socket
from collections.abc import Iterator

from printer_drivers.transports import LineEvent, Lost, Opened, Received
from printer_drivers.transports.lookup import Endpoint, Lookup, numeric_endpoint

PORT_DEFAULT = 9100
CONNECT_SECONDS_MAX = 3.0
UNANSWERED_SECONDS_MAX = 8
KEEPALIVE_IDLE_SECONDS = 5
KEEPALIVE_INTERVAL_SECONDS = 2
KEEPALIVE_PROBES_MAX = 3
SEND_BUFFER_BYTES = 16 * 1024
RECEIVE_BYTES_MAX = 4096


def address_of(text: str) -> tuple[str, int]:
    """(host, port) of "host", "host:port" or "[v6]:port"; ValueError for anything else."""
    host, separator, port = text.rpartition(":")
    if not separator or text.endswith("]"):
        host, port = text, str(PORT_DEFAULT)
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise ValueError(f"printer address {text!r}: host or host:port, such as 192.168.1.50:9100")
    return host, int(port)


class TcpTransport:
    """See `Transport`. A line whose peer ends it, refuses, or falls silent is `Lost`."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._lookup: Lookup | None = None
        self._socket: socket.socket | None = None
        self._opening_until: float | None = None
        self._full = False
        self._broken: str | None = None

    @property
    def closed(self) -> bool:
        """Neither open nor opening."""
        return self._opening_until is None and self._socket is None

    @property
    def wants_to_read(self) -> bool:
        """Always: a peer that ends the line shows so."""
        return True

    @property
    def deadline(self) -> float | None:
        """When opening has taken too long."""
        return self._opening_until

    @property
    def wants_to_write(self) -> bool:
        """Connecting, or the system's buffer is full."""
        return self._socket is not None and (self._opening_until is not None or self._full)

    def fileno(self) -> int:
        """The socket's descriptor, or what tells that the name has been found."""
        if self._socket is not None:
            return self._socket.fileno()
        assert self._lookup is not None
        return self._lookup.fileno()

    def open(self, now: float) -> Lost | None:
        """Begins to connect, or to look the name up first."""
        assert self.closed
        self._broken = None
        self._opening_until = now + CONNECT_SECONDS_MAX
        endpoint = numeric_endpoint(*self._address)
        if endpoint is not None:
            return self._connect(endpoint)
        if self._lookup is None:
            self._lookup = Lookup(*self._address)
        return None

    def _connect(self, endpoint: Endpoint) -> Lost | None:
        try:
            self._socket = socket.socket(endpoint.family, socket.SOCK_STREAM)
            self._socket.setblocking(False)
            _watch_the_peer(self._socket)
            code = self._socket.connect_ex(endpoint.address)
        except OSError as problem:
            self.close()
            return Lost(str(problem))
        if code not in (0, errno.EINPROGRESS, errno.EWOULDBLOCK):
            self.close()
            return Lost(errno.errorcode.get(code, str(code)))
        return None

    def service(self, *, readable: bool, writable: bool, now: float) -> Iterator[LineEvent]:
        """Finishes connecting, reads, and tells of a break."""
        if self._opening_until is not None:
            ready = readable or writable
            if self._socket is None:
                yield from self._finish_lookup(self._opening_until, now, ready=ready)
            else:
                yield from self._finish_opening(self._opening_until, now, ready=ready)
            return
        if self._socket is None:
            return
        if writable:
            self._full = False
        if self._broken is None and readable:
            yield from self._read()
        if self._broken is not None:
            reason = self._broken
            self.close()
            yield Lost(reason)

    def write(self, data: bytes) -> int:
        """Bytes the system took."""
        opening = self._socket is None or self._opening_until is not None
        if not data or opening or self._full or self._broken is not None:
            return 0
        assert self._socket is not None
        try:
            return self._socket.send(data)
        except BlockingIOError:
            self._full = True
        except OSError as problem:
            self._broken = str(problem)
            self._full = True
        return 0

    def close(self) -> None:
        """Closes the socket; bytes the system still holds may be dropped."""
        if self._socket is not None:
            self._socket.close()
        self._socket = None
        self._opening_until = None
        self._full = False

    def _finish_lookup(self, until: float, now: float, *, ready: bool) -> Iterator[LineEvent]:
        """A look-up that is late goes on; the next opening finds its answer."""
        assert self._lookup is not None
        if not ready:
            if now >= until:
                self.close()
                yield Lost("no answer from the name service")
            return
        found = self._lookup.answer()
        self._lookup = None
        if isinstance(found, str):
            self.close()
            yield Lost(found)
            return
        self._opening_until = now + CONNECT_SECONDS_MAX
        lost = self._connect(found)
        if lost is not None:
            yield lost

    def _finish_opening(self, until: float, now: float, *, ready: bool) -> Iterator[LineEvent]:
        assert self._socket is not None
        if not ready:
            if now >= until:
                self.close()
                yield Lost("no answer to the connection")
            return
        code = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            self.close()
            yield Lost(errno.errorcode.get(code, str(code)))
            return
        self._opening_until = None
        yield Opened()

    def _read(self) -> Iterator[LineEvent]:
        assert self._socket is not None
        try:
            data = self._socket.recv(RECEIVE_BYTES_MAX)
        except BlockingIOError:
            return
        except OSError as problem:
            self._broken = str(problem)
            return
        if data:
            yield Received(data)
        else:
            self._broken = "the printer closed the line"


def _watch_the_peer(line: socket.socket) -> None:
    """Small buffer, no delay, and options to notice a dead peer where the system has them."""
    line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    wanted = {
        "TCP_USER_TIMEOUT": UNANSWERED_SECONDS_MAX * 1000,
        "TCP_KEEPIDLE": KEEPALIVE_IDLE_SECONDS,
        "TCP_KEEPINTVL": KEEPALIVE_INTERVAL_SECONDS,
        "TCP_KEEPCNT": KEEPALIVE_PROBES_MAX,
    }
    for name, value in wanted.items():
        option = getattr(socket, name, None)
        if option is not None:
            line.setsockopt(socket.IPPROTO_TCP, option, value)
